#include "lsp/features/renumber_action.h"

#include "base/arena.h"
#include "base/array.h"
#include "lsp/features/action.h"
#include "plan/plan.h"
#include "plan/renumber.h"

static const struct {
    enum pl_renumber_style style;
    const char *how;
} ways[] = {
    {PL_RENUMBER_PLAIN, "without gaps and doubles"},
    {PL_RENUMBER_BIS, "what is inserted as bis"},
    {PL_RENUMBER_LETTER, "what is inserted with letters"},
};

/* "renumber the paragraphs from here, ... (4 numbers, 2 references)" */
static const char *title_of(struct pl_arena *arena, enum pl_renumber_kind kind,
                            const char *how,
                            const struct pl_renumbered *renumbered)
{
    return pl_arena_printf(
        arena,
        "renumber the %s from here on, %s (%u number%s, "
        "%u reference%s%s)",
        pl_renumber_plural(kind), how, renumbered->numbers,
        renumbered->numbers == 1 ? "" : "s", renumbered->references,
        renumbered->references == 1 ? "" : "s",
        renumbered->left_count > 0 ? "; some are left as they are" : "");
}

/* Elsewhere in a paragraph it would be in the way. */
static bool is_on_number(struct pl_range number, uint32_t offset)
{
    return pl_range_is_empty(number) ||
           (number.start <= offset && offset <= number.end);
}

void pl_lsp_offer_renumbering(struct pl_lsp_actions *actions, uint32_t offset)
{
    struct pl_arena *arena = actions->request->arena;
    const struct pl_plan *plan = pl_lsp_revision_plan(actions->revision);
    struct pl_renumber_spot spot;
    if (!pl_renumber_series_at(plan, offset, &spot) ||
        (!actions->is_asked && !is_on_number(spot.number, offset))) {
        return;
    }
    for (size_t i = 0; i < PL_COUNT(ways); i++) {
        struct pl_renumbered renumbered = pl_renumber(
            arena, plan,
            (struct pl_renumber_request){
                .kind = spot.kind, .style = ways[i].style, .offset = offset});
        struct pl_lsp_action action = {
            .title = title_of(arena, spot.kind, ways[i].how, &renumbered),
            .kind = PL_LSP_REFACTOR_RENUMBER,
            .edits = renumbered.edits,
        };
        if (renumbered.edits.count > 0) {
            pl_lsp_action_write(actions, &action);
        }
    }
}
