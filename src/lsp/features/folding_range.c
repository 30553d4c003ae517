/* textDocument/foldingRange: sections, lists, tables, front matter, and runs of
 * contents lines. */
#include "lsp/features/features.h"
#include "lsp/request.h"
#include "plan/plan.h"

struct folds {
    struct pl_lsp_request *request;
    struct pl_lsp_revision *revision;
    const struct pl_plan *plan;
};

/* Nothing when it begins and ends on one line. */
static void write_fold(const struct folds *folds, uint32_t start, uint32_t end,
                       const char *kind)
{
    pl_str text = folds->plan->text;
    struct pl_range range = pl_range_trim(text, (struct pl_range){start, end});
    struct pl_lsp_position from =
        pl_lsp_revision_position(folds->revision, range.start);
    struct pl_lsp_position to =
        pl_lsp_revision_position(folds->revision, range.end);
    if (from.line >= to.line) {
        return;
    }
    struct pl_json_writer *out = folds->request->out;
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_write_size(out, "startLine", from.line);
    pl_write_size(out, "endLine", to.line);
    if (kind) {
        pl_write_text(out, "kind", kind);
    }
    pl_write_end(out);
}

static uint32_t end_of_block(const struct folds *folds, uint32_t block_end)
{
    return block_end > 0 ? folds->plan->blocks[block_end - 1].range.end : 0;
}

static void write_sections(const struct folds *folds)
{
    const struct pl_plan *plan = folds->plan;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        const struct pl_section *last =
            &plan->sections[section->subtree_end - 1];
        write_fold(folds, plan->blocks[section->heading].range.start,
                   end_of_block(folds, last->block_end), "region");
    }
}

static void write_list(const struct folds *folds, const struct pl_list *list)
{
    const struct pl_plan *plan = folds->plan;
    uint32_t last = list->first_item;
    while (plan->items[last].next != PL_NONE) {
        last = plan->items[last].next;
    }
    uint32_t intro = list->intro;
    uint32_t start = intro != PL_NONE
                         ? plan->blocks[intro].range.start
                         : plan->items[list->first_item].marker.start;
    if (!list->is_inline) {
        write_fold(folds, start,
                   plan->blocks[plan->items[last].block].range.end, NULL);
    }
}

static void write_lists(const struct folds *folds)
{
    for (uint32_t i = 0; i < folds->plan->lists_count; i++) {
        if (folds->plan->lists[i].item_count > 0) {
            write_list(folds, &folds->plan->lists[i]);
        }
    }
}

static void write_tables(const struct folds *folds)
{
    const struct pl_plan *plan = folds->plan;
    for (uint32_t i = 0; i < plan->tables_count; i++) {
        const struct pl_table *table = &plan->tables[i];
        if (table->cell_end > table->first_cell) {
            uint32_t first = plan->cells[table->first_cell].block;
            uint32_t last = plan->cells[table->cell_end - 1].block;
            write_fold(folds, plan->blocks[first].range.start,
                       plan->blocks[last].range.end, NULL);
        }
    }
}

static const char *kind_of_run(enum pl_block_kind kind)
{
    return kind == PL_BLOCK_DIRECTIVE || kind == PL_BLOCK_MARKUP ? "comment"
                                                                 : NULL;
}

static bool folds_as_run(enum pl_block_kind kind)
{
    return kind == PL_BLOCK_TOC || kind == PL_BLOCK_CODE ||
           kind == PL_BLOCK_MARKUP || kind == PL_BLOCK_DIRECTIVE ||
           kind == PL_BLOCK_QUOTE;
}

/* Neighbours of one kind fold together. */
static void write_runs(const struct folds *folds)
{
    const struct pl_plan *plan = folds->plan;
    uint32_t end;
    for (uint32_t i = 0; i < plan->blocks_count; i = end) {
        enum pl_block_kind kind = plan->blocks[i].kind;
        end = i + 1;
        while (end < plan->blocks_count && plan->blocks[end].kind == kind) {
            end++;
        }
        if (folds_as_run(kind)) {
            write_fold(folds, plan->blocks[i].range.start,
                       end_of_block(folds, end), kind_of_run(kind));
        }
    }
}

void pl_lsp_folding_range(struct pl_lsp_request *request)
{
    struct folds folds = {.request = request,
                          .revision = pl_lsp_request_document(request)};
    if (!folds.revision) {
        return;
    }
    folds.plan = pl_lsp_revision_plan(folds.revision);
    pl_write_array(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    write_sections(&folds);
    write_lists(&folds);
    write_tables(&folds);
    write_runs(&folds);
    pl_write_end(request->out);
}
