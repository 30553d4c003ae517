/* textDocument/hover: what the thing under the cursor is and says, and why
 * there is a finding. */
#include "base/arena.h"
#include "base/buf.h"
#include "lint/rule.h"
#include "lint/ruleset.h"
#include "lint/setup.h"
#include "lsp/features/features.h"
#include "lsp/features/preview.h"
#include "lsp/request.h"
#include "plan/plan.h"
#include "plan/symbols.h"

enum { LONGEST_TEXT = 600 /* bytes of what is defined elsewhere */ };

struct card {
    struct pl_lsp_request *request;
    struct pl_lsp_revision *revision;
    const struct pl_plan *plan;
    struct pl_buf text;
    struct pl_range range; /* that the card is about; empty: not told */
};

static void begin_part(struct card *card)
{
    if (card->text.len > 0) {
        pl_buf_add_text(&card->text, "\n\n");
    }
}

static void add_plain(struct card *card, pl_str text)
{
    pl_buf_add(&card->text, pl_lsp_escape_markdown(card->request->arena, text));
}

static void add_bold(struct card *card, pl_str text)
{
    pl_buf_add_text(&card->text, "**");
    add_plain(card, text);
    pl_buf_add_text(&card->text, "**");
}

static void add_preview(struct card *card, struct pl_range range)
{
    pl_str text = pl_range_text(card->plan->text, range);
    begin_part(card);
    add_plain(card, pl_lsp_preview(card->request->arena, text, LONGEST_TEXT));
}

static void add_address(struct card *card, uint32_t offset)
{
    pl_str address = pl_plan_address(card->request->arena, card->plan, offset);
    if (address.len > 0) {
        pl_buf_add_text(&card->text, " (");
        add_plain(card, address);
        pl_buf_add_char(&card->text, ')');
    }
}

static void add_count(struct card *card, size_t count, const char *what)
{
    pl_buf_add_number(&card->text, count);
    pl_buf_addf(&card->text, " %s%s", what, count == 1 ? "" : "s");
}

static void add_expansion(struct card *card,
                          const struct pl_expansion *expansion)
{
    if (!pl_range_is_empty(expansion->long_form)) {
        add_preview(card, expansion->long_form);
        add_address(card, expansion->long_form.start);
    }
}

static void add_acronym(struct card *card, const struct pl_acronym *acronym)
{
    for (uint32_t i = 0; i < acronym->expansion_count; i++) {
        add_expansion(card, &acronym->expansions[i]);
    }
    begin_part(card);
    if (acronym->expansion_count == 0) {
        pl_buf_add_text(&card->text, "not spelled out here; ");
    }
    add_count(card, acronym->use_count, "use");
    if (acronym->use_count > 0) {
        pl_buf_add_text(&card->text, ", the first");
        add_address(card, pl_acronym_use_range(card->plan, acronym, 0).start);
    }
}

static void add_symbol(struct card *card, const struct pl_symbols *symbols,
                       const struct pl_symbol *symbol)
{
    begin_part(card);
    add_bold(card, pl_symbol_title(card->request->arena, symbols, symbol));
    if (symbol->kind == PL_SYMBOL_ACRONYM) {
        add_acronym(card, &card->plan->acronyms[symbol->index]);
        return;
    }
    if (!pl_range_is_empty(symbol->extent)) {
        add_preview(card, symbol->extent);
    }
    begin_part(card);
    add_count(card, pl_symbol_use_count(symbols, symbol), "reference");
}

static void add_symbols(struct card *card, uint32_t offset)
{
    const struct pl_symbols *symbols = pl_lsp_revision_symbols(card->revision);
    struct pl_symbol_hit hit = pl_symbol_at(symbols, offset);
    if (!hit.symbol) {
        return;
    }
    card->range = hit.occurrence->reach;
    add_symbol(card, symbols, hit.symbol);
    if (hit.other) {
        add_symbol(card, symbols, &symbols->items[hit.other->symbol]);
    }
}

static void add_rule(struct card *card, const struct pl_rule *rule)
{
    begin_part(card);
    add_bold(card, rule->id);
    pl_buf_addf(&card->text, " %.*s: ", PL_STR_ARG(rule->name));
    add_plain(card, rule->summary);
    begin_part(card);
    add_plain(card, rule->why);
    if (rule->source.len > 0) {
        begin_part(card);
        pl_buf_add_text(&card->text, "*");
        add_plain(card, rule->source);
        pl_buf_add_text(&card->text, "*");
    }
}

static bool is_of_name(char c)
{
    return pl_is_alnum(c) || c == '-';
}

/* A rule is named in a directive. */
static void add_named_rule(struct card *card, uint32_t offset)
{
    uint32_t at = pl_plan_block_at(card->plan, offset);
    if (at == PL_NONE || card->plan->blocks[at].kind != PL_BLOCK_DIRECTIVE) {
        return;
    }
    pl_str text = card->plan->text;
    uint32_t start = offset;
    uint32_t end = offset;
    while (start > 0 && is_of_name(text.data[start - 1])) {
        start--;
    }
    while (end < text.len && is_of_name(text.data[end])) {
        end++;
    }
    const struct pl_rule *rule =
        pl_ruleset_find(pl_lsp_revision_setup(card->revision)->ruleset,
                        pl_str_slice(text, start, end));
    if (rule) {
        card->range = (struct pl_range){start, end};
        add_rule(card, rule);
    }
}

static void add_findings(struct card *card, uint32_t offset)
{
    const struct pl_lint_result *result =
        pl_lsp_revision_findings(card->revision, card->request->cancel);
    for (size_t i = 0; result && i < result->findings.list.len; i++) {
        const struct pl_finding *finding = result->findings.list.items[i];
        bool is_here = pl_range_has(finding->range, offset) ||
                       finding->range.end == offset;
        if (finding->range.start > offset) {
            break;
        }
        if (is_here) {
            add_rule(card, finding->rule);
            card->range =
                pl_range_is_empty(card->range) ? finding->range : card->range;
        }
    }
}

void pl_lsp_hover(struct pl_lsp_request *request)
{
    struct pl_lsp_place place = pl_lsp_request_place(request);
    if (!place.revision) {
        return;
    }
    struct card card = {
        .request = request,
        .revision = place.revision,
        .plan = pl_lsp_revision_plan(place.revision),
        .text = pl_buf_in(request->arena),
    };
    add_symbols(&card, place.offset);
    add_named_rule(&card, place.offset);
    add_findings(&card, place.offset);
    if (card.text.len == 0) {
        return;
    }
    pl_write_object(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    pl_lsp_write_markup(request, "contents", pl_buf_str(&card.text));
    if (!pl_range_is_empty(card.range)) {
        pl_lsp_write_range(request->out, "range", card.revision, card.range);
    }
    pl_write_end(request->out);
}
