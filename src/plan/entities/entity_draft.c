#include "plan/entities/entity_draft.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "plan/entities/entity_key.h"
#include "plan/plan.h"

void pl_entity_draft_number(struct pl_entity_draft *draft, uint32_t entity)
{
    const struct pl_entity *it = &draft->entities.items[entity];
    uint32_t families[] = {it->family, PL_NONE};
    for (size_t i = 0; i < PL_COUNT(families); i++) {
        struct pl_entity_key key =
            pl_entity_key_of(it->kind, families[i], it->label);
        pl_map_get_or_add(
            draft->numbered,
            pl_arena_copy(draft->arena, (pl_str){key.bytes, key.len}), entity);
    }
}

uint32_t pl_entity_draft_find(const struct pl_entity_draft *draft,
                              enum pl_entity_kind kind, uint32_t family,
                              struct pl_label label)
{
    struct pl_entity_key key = pl_entity_key_of(kind, family, label);
    return pl_map_get(draft->numbered, (pl_str){key.bytes, key.len});
}

uint32_t pl_entity_draft_meant(const struct pl_entity_draft *draft,
                               enum pl_entity_kind kind, uint32_t family,
                               struct pl_label label)
{
    uint32_t entity = pl_entity_draft_find(draft, kind, family, label);
    return entity == PL_NONE ? pl_entity_draft_find(draft, kind, PL_NONE, label)
                             : entity;
}

/* Whether only a full stop or so stands in a piece of text. */
static bool is_wordless(pl_str text, uint32_t start, uint32_t end)
{
    while (start < end && !pl_is_alnum(text.data[start]) &&
           !pl_is_wide(text.data[start])) {
        start++;
    }
    return start == end;
}

struct pl_range pl_entity_piece(const struct pl_plan *plan,
                                const struct pl_block *block,
                                struct pl_range piece)
{
    const struct pl_span *last_mark = NULL;
    for (uint32_t i = pl_plan_span_from(plan, block, piece.start);
         i < block->span_end && plan->spans[i].range.start < piece.end; i++) {
        const struct pl_span *span = &plan->spans[i];
        if (span->kind == PL_SPAN_COMMENT || span->kind == PL_SPAN_FOOTNOTE) {
            piece.end = span->range.start;
        } else if (span->kind == PL_SPAN_FOOTNOTE_MARK) {
            last_mark = span;
        }
    }
    if (last_mark && last_mark->range.end <= piece.end &&
        is_wordless(plan->text, last_mark->range.end, piece.end)) {
        piece.end = last_mark->range.start;
    }
    return piece;
}

struct pl_range pl_entity_prose(const struct pl_plan *plan,
                                const struct pl_block *block)
{
    return pl_entity_piece(plan, block, block->content);
}
