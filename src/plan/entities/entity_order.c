#include "plan/entities/entity_order.h"

#include <stdbool.h>

#include "base/arena.h"
#include "plan/plan.h"

enum { TURNS = 2 }; /* headings of a kind with another one after them */

/* Kinds as they follow each other among headings of one section. */
struct walk {
    bool of_headings;
    uint32_t section;                    /* the one around them */
    uint32_t last[PL_ENTITY_KIND_COUNT]; /* heading of each kind; PL_NONE */
    uint32_t counted[PL_ENTITY_KIND_COUNT][PL_ENTITY_KIND_COUNT];
    uint32_t turns[PL_ENTITY_KIND_COUNT][PL_ENTITY_KIND_COUNT];
};

static void begin(struct walk *walk, uint32_t section)
{
    walk->section = section;
    for (size_t i = 0; i < PL_ENTITY_KIND_COUNT; i++) {
        walk->last[i] = PL_NONE;
    }
}

/* A heading ends what stands under the kinds below its own. */
static void pass(struct walk *walk, uint32_t at, enum pl_entity_kind kind)
{
    walk->last[kind] = at;
    for (size_t i = kind + 1; i < PL_ENTITY_KIND_COUNT; i++) {
        walk->last[i] = PL_NONE;
    }
}

/* Rows of a table are ordered by their columns, not by turns. */
static bool is_asked(const struct pl_plan *plan, const struct pl_entity *entity,
                     struct walk *walk)
{
    const struct pl_block *block = &plan->blocks[entity->block];
    bool is_heading = entity->section != PL_NONE;
    if (is_heading != walk->of_headings || entity->label.count == 0 ||
        entity->family == PL_NONE || block->kind == PL_BLOCK_CELL) {
        return false;
    }
    uint32_t around =
        is_heading ? plan->sections[entity->section].parent : block->section;
    if (around != walk->section) {
        begin(walk, around);
    }
    return true;
}

static void count_turns(struct walk *walk, const struct pl_plan *plan,
                        const struct pl_entity *entities, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!is_asked(plan, &entities[i], walk)) {
            continue;
        }
        enum pl_entity_kind kind = entities[i].kind;
        for (size_t above = 0; above < kind; above++) {
            uint32_t last = walk->last[above];
            if (last != PL_NONE && walk->counted[above][kind] != last + 1) {
                walk->counted[above][kind] = last + 1;
                walk->turns[above][kind]++;
            }
        }
        pass(walk, i, kind);
    }
}

/* The nearest one above that takes turns with the kind; PL_NONE. */
static uint32_t find_above(const struct walk *walk, enum pl_entity_kind kind)
{
    for (size_t above = kind; above-- > 0;) {
        if (walk->turns[above][kind] >= TURNS && walk->last[above] != PL_NONE) {
            return walk->last[above];
        }
    }
    return PL_NONE;
}

static void link_lines(struct walk *walk, const struct pl_plan *plan,
                       struct pl_entity *entities, uint32_t count)
{
    begin(walk, PL_NONE);
    count_turns(walk, plan, entities, count);
    begin(walk, PL_NONE);
    for (uint32_t i = 0; i < count; i++) {
        if (!is_asked(plan, &entities[i], walk)) {
            continue;
        }
        uint32_t above = find_above(walk, entities[i].kind);
        bool may_have = entities[i].parent == PL_NONE || !walk->of_headings;
        if (above != PL_NONE && may_have) {
            entities[i].parent = above;
        }
        pass(walk, i, entities[i].kind);
    }
}

void pl_entity_order_link(struct pl_arena *arena, const struct pl_plan *plan,
                          struct pl_entity *entities, uint32_t count)
{
    struct walk *walks = pl_arena_array(arena, 2, sizeof(*walks));
    for (size_t i = 0; i < 2; i++) {
        walks[i].of_headings = i == 0;
        link_lines(&walks[i], plan, entities, count);
    }
}
