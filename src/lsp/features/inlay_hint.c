/* textDocument/inlayHint: the title of what a bare number refers to, and the
 * number that a damaged one is read as. */
#include "base/buf.h"
#include "lsp/features/features.h"
#include "lsp/features/preview.h"
#include "lsp/request.h"
#include "plan/plan.h"
#include "plan/symbols.h"

enum { LONGEST_HINT = 32 /* bytes */ };

struct hints {
    struct pl_lsp_request *request;
    struct pl_lsp_revision *revision;
    const struct pl_plan *plan;
    const struct pl_symbols *symbols;
};

static void write_hint(const struct hints *hints, uint32_t at, pl_str label)
{
    struct pl_json_writer *out = hints->request->out;
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_lsp_write_position(out, "position", hints->revision, at);
    pl_write_str(out, "label", label);
    pl_write_bool(out, "paddingLeft", true);
    pl_write_end(out);
}

/* The name stands there already: "Goal 1: Safe Harbours". */
static bool is_followed_by_name(const struct hints *hints, uint32_t occurrence)
{
    const struct pl_occurrence *it = &hints->symbols->occurrences[occurrence];
    for (uint32_t i = occurrence + 1; i < hints->symbols->occurrence_count;
         i++) {
        const struct pl_occurrence *next = &hints->symbols->occurrences[i];
        if (next->range.start > it->reach.end + 4) {
            return false;
        }
        if (next->symbol == it->symbol && next->role == PL_OCCURRENCE_NAME) {
            return true;
        }
    }
    return false;
}

static void write_title(const struct hints *hints, uint32_t occurrence)
{
    const struct pl_occurrence *it = &hints->symbols->occurrences[occurrence];
    const struct pl_symbol *symbol = &hints->symbols->items[it->symbol];
    bool has_title =
        symbol->kind == PL_SYMBOL_SECTION || symbol->kind == PL_SYMBOL_ANNEX ||
        symbol->kind == PL_SYMBOL_ENTITY || symbol->kind == PL_SYMBOL_CAPTION;
    if (has_title && it->role == PL_OCCURRENCE_NUMBER && !it->is_definition &&
        !it->is_contents && !pl_range_is_empty(symbol->name) &&
        !is_followed_by_name(hints, occurrence)) {
        pl_str name = pl_range_text(hints->plan->text, symbol->name);
        write_hint(hints, it->range.end,
                   pl_lsp_preview(hints->request->arena, name, LONGEST_HINT));
    }
}

static void write_titles(const struct hints *hints, struct pl_range range)
{
    for (uint32_t i = 0; i < hints->symbols->occurrence_count; i++) {
        uint32_t at = hints->symbols->occurrences[i].range.end;
        if (range.start <= at && at <= range.end) {
            write_title(hints, i);
        }
    }
}

static void write_damaged(const struct hints *hints, struct pl_range range)
{
    for (uint32_t i = 0; i < hints->plan->sections_count; i++) {
        const struct pl_section *section = &hints->plan->sections[i];
        if (section->is_damaged && section->label.count > 0 &&
            range.start <= section->number.end &&
            section->number.end <= range.end) {
            struct pl_buf label = pl_buf_in(hints->request->arena);
            pl_buf_add_text(&label, "= ");
            pl_label_write(&label, section->label);
            write_hint(hints, section->number.end, pl_buf_str(&label));
        }
    }
}

void pl_lsp_inlay_hint(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    struct pl_range range;
    if (!revision ||
        !pl_lsp_request_range(request, revision,
                              pl_json_get(request->params, "range"), &range)) {
        return;
    }
    struct hints hints = {request, revision, pl_lsp_revision_plan(revision),
                          pl_lsp_revision_symbols(revision)};
    pl_write_array(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    write_titles(&hints, range);
    write_damaged(&hints, range);
    pl_write_end(request->out);
}
