#include "lsp/features/directive_edit.h"

#include "base/arena.h"
#include "lint/finding.h"
#include "lint/rule.h"
#include "plan/plan.h"

/* For the person to replace by the reason. */
#define REASON "-- reason"

static uint32_t line_start(pl_str text, uint32_t offset)
{
    uint32_t at = offset;
    while (at > 0 && text.data[at - 1] != '\n') {
        at--;
    }
    return at;
}

/* After the line end, or the end of the text. */
static uint32_t line_end(pl_str text, uint32_t offset)
{
    size_t at = pl_str_find_char(text, '\n', offset);
    return at == PL_NOWHERE ? (uint32_t)text.len : (uint32_t)at + 1;
}

/* The blanks that a line begins with. */
static pl_str indent_of(pl_str text, uint32_t start)
{
    uint32_t at = start;
    while (at < text.len && pl_is_blank(text.data[at])) {
        at++;
    }
    return pl_str_slice(text, start, at);
}

/* Indented as the line at `like`. */
static struct pl_edit insert_line(struct pl_arena *arena,
                                  const struct pl_plan *plan, uint32_t at,
                                  uint32_t like, const char *directive)
{
    pl_str indent = indent_of(plan->text, line_start(plan->text, like));
    bool is_open = at > 0 && plan->text.data[at - 1] != '\n';
    const char *line =
        pl_arena_printf(arena, "%s%.*s<!-- %s -->\n", is_open ? "\n" : "",
                        PL_STR_ARG(indent), directive);
    return (struct pl_edit){{at, at}, pl_str_from(line)};
}

/* What may not be parted by a line: the table that a cell is in, else the
 * block. */
static struct pl_range whole_of(const struct pl_plan *plan, uint32_t at)
{
    const struct pl_block *block = &plan->blocks[at];
    if (block->kind != PL_BLOCK_CELL || block->detail == PL_NONE) {
        return block->range;
    }
    const struct pl_table *table =
        &plan->tables[plan->cells[block->detail].table];
    uint32_t first = plan->cells[table->first_cell].block;
    uint32_t last = plan->cells[table->cell_end - 1].block;
    return (struct pl_range){plan->blocks[first].range.start,
                             plan->blocks[last].range.end};
}

static struct pl_edits around(struct pl_arena *arena,
                              const struct pl_plan *plan, struct pl_range whole,
                              pl_str rule)
{
    struct pl_edit *edits = pl_arena_array(arena, 2, sizeof(*edits));
    edits[0] = insert_line(
        arena, plan, line_start(plan->text, whole.start), whole.start,
        pl_arena_printf(arena, "planlint-disable %.*s " REASON,
                        PL_STR_ARG(rule)));
    edits[1] = insert_line(
        arena, plan, line_end(plan->text, whole.end), whole.start,
        pl_arena_printf(arena, "planlint-enable %.*s", PL_STR_ARG(rule)));
    return (struct pl_edits){edits, 2};
}

struct pl_edits pl_lsp_disable_here(struct pl_arena *arena,
                                    const struct pl_plan *plan,
                                    const struct pl_finding *finding)
{
    pl_str rule = finding->rule->id;
    uint32_t start = line_start(plan->text, finding->range.start);
    uint32_t block = pl_plan_block_at(plan, finding->range.start);
    if (block != PL_NONE) {
        struct pl_range whole = whole_of(plan, block);
        if (whole.start < start && start < whole.end) {
            return around(arena, plan, whole, rule);
        }
    }
    struct pl_edit *edit = pl_arena_alloc(arena, sizeof(*edit));
    *edit = insert_line(
        arena, plan, start, start,
        pl_arena_printf(arena, "planlint-disable-next-line %.*s " REASON,
                        PL_STR_ARG(rule)));
    return (struct pl_edits){edit, 1};
}

/* After front matter: "---" on the first line, up to the next such line. */
static uint32_t top_of(pl_str text)
{
    static const pl_str fence = PL_STR("---\n");
    if (!pl_str_starts(text, fence)) {
        return 0;
    }
    static const pl_str end = PL_STR("\n---\n");
    size_t at = pl_str_find(text, end, fence.len - 1);
    return at == PL_NOWHERE ? 0 : (uint32_t)(at + end.len);
}

struct pl_edits pl_lsp_disable_in_file(struct pl_arena *arena,
                                       const struct pl_plan *plan,
                                       const struct pl_finding *finding)
{
    const char *line = pl_arena_printf(
        arena, "<!-- planlint-disable-file %.*s " REASON " -->\n",
        PL_STR_ARG(finding->rule->id));
    uint32_t top = top_of(plan->text);
    struct pl_edit *edit = pl_arena_alloc(arena, sizeof(*edit));
    *edit = (struct pl_edit){{top, top}, pl_str_from(line)};
    return (struct pl_edits){edit, 1};
}
