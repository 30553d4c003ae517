/* textDocument/selectionRange: from the word under a cursor outwards: sentence,
 * list item or cell, paragraph, section after section, the whole document. */
#include "lsp/features/features.h"
#include "lsp/request.h"
#include "plan/plan.h"
#include "plan/words.h"

enum { MOST_STEPS = 64 };

struct steps {
    struct pl_range ranges[MOST_STEPS]; /* each holds the one before it */
    size_t count;
};

/* Only what is wider than the last. */
static void add(struct steps *steps, struct pl_range range, uint32_t offset)
{
    if (offset < range.start || offset > range.end ||
        steps->count == MOST_STEPS) {
        return;
    }
    if (steps->count > 0) {
        struct pl_range last = steps->ranges[steps->count - 1];
        bool holds = range.start <= last.start && last.end <= range.end;
        if (!holds || (range.start == last.start && range.end == last.end)) {
            return;
        }
    }
    steps->ranges[steps->count++] = range;
}

static void add_word(struct steps *steps, const struct pl_plan *plan,
                     uint32_t offset)
{
    uint32_t at = pl_words_at(plan->words, offset);
    for (uint32_t i = at > 0 ? at - 1 : 0; i <= at && i < plan->words->count;
         i++) {
        add(steps, pl_word_range(plan->words, i), offset);
    }
}

static bool ends_sentence(pl_str text, uint32_t at)
{
    return text.data[at] == '.' || text.data[at] == '?' || text.data[at] == '!';
}

/* A stop counts where white space follows it. */
static void add_sentence(struct steps *steps, pl_str text,
                         struct pl_range content, uint32_t offset)
{
    uint32_t start = content.start;
    uint32_t end = content.end;
    for (uint32_t i = content.start; i + 1 < content.end; i++) {
        if (!ends_sentence(text, i) || !pl_is_space(text.data[i + 1])) {
            continue;
        }
        if (i + 1 <= offset) {
            start = i + 1;
        } else {
            end = i + 1;
            break;
        }
    }
    add(steps, pl_range_trim(text, (struct pl_range){start, end}), offset);
}

static void add_block(struct steps *steps, const struct pl_plan *plan,
                      const struct pl_block *block, uint32_t offset)
{
    uint32_t item = pl_plan_item_at(plan, offset);
    if (item != PL_NONE) {
        struct pl_range content = plan->items[item].content;
        add_sentence(steps, plan->text, content, offset);
        add(steps, content, offset);
        add(steps,
            (struct pl_range){plan->items[item].marker.start, content.end},
            offset);
    }
    add_sentence(steps, plan->text, block->content, offset);
    add(steps, block->content, offset);
    add(steps, block->range, offset);
}

static void add_section(struct steps *steps, const struct pl_plan *plan,
                        const struct pl_section *section, uint32_t offset)
{
    const struct pl_section *last = &plan->sections[section->subtree_end - 1];
    if (section->block_end > section->first_block) {
        struct pl_range body = {plan->blocks[section->first_block].range.start,
                                plan->blocks[section->block_end - 1].range.end};
        add(steps, body, offset);
    }
    uint32_t start = plan->blocks[section->heading].range.start;
    uint32_t end = last->block_end > 0
                       ? plan->blocks[last->block_end - 1].range.end
                       : plan->blocks[section->heading].range.end;
    add(steps, (struct pl_range){start, end}, offset);
}

static struct steps steps_at(const struct pl_plan *plan, uint32_t offset)
{
    struct steps steps = {.count = 0};
    add_word(&steps, plan, offset);
    uint32_t at = pl_plan_block_at(plan, offset);
    if (at != PL_NONE) {
        add_block(&steps, plan, &plan->blocks[at], offset);
        for (uint32_t i = plan->blocks[at].section; i != PL_NONE;
             i = plan->sections[i].parent) {
            add_section(&steps, plan, &plan->sections[i], offset);
        }
    }
    add(&steps, (struct pl_range){0, (uint32_t)plan->text.len}, offset);
    return steps;
}

/* Each is the parent of the one before it. */
static void write_steps(struct pl_lsp_request *request,
                        const struct pl_lsp_revision *revision,
                        const struct steps *steps)
{
    struct pl_json_writer *out = request->out;
    for (size_t i = 0; i < steps->count; i++) {
        pl_write_object(out, i == 0 ? NULL : "parent", PL_JSON_COMPACT);
        pl_lsp_write_range(out, "range", revision, steps->ranges[i]);
    }
    for (size_t i = 0; i < steps->count; i++) {
        pl_write_end(out);
    }
}

static void write_at(struct pl_lsp_request *request,
                     struct pl_lsp_revision *revision, uint32_t offset)
{
    struct steps steps = steps_at(pl_lsp_revision_plan(revision), offset);
    if (steps.count == 0) { /* an empty document */
        steps.ranges[steps.count++] = (struct pl_range){offset, offset};
    }
    write_steps(request, revision, &steps);
}

void pl_lsp_selection_range(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    if (!revision) {
        return;
    }
    struct pl_json positions = pl_json_get(request->params, "positions");
    pl_write_array(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    for (struct pl_json it = pl_json_first(positions);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        uint32_t offset;
        if (pl_lsp_request_position(request, revision, it, &offset)) {
            write_at(request, revision, offset);
        }
    }
    pl_write_end(request->out);
}
