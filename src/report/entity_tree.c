#include "report/entity_tree.h"

#include "base/arena.h"
#include "plan/plan.h"

/* Puts an entity before those of its kind that stand at the same place. */
static void link(struct pl_entity_tree *tree, uint32_t at)
{
    const struct pl_entity *entity = &tree->plan->entities[at];
    uint32_t *first = entity->parent < tree->plan->entities_count
                          ? &tree->first_child[entity->parent]
                          : &tree->first_root[entity->kind];
    tree->next[at] = *first;
    *first = at;
}

/* Each kind from the last to the first, so that a list comes out by kinds and
 * in the order of the document. */
static void link_kinds(struct pl_entity_tree *tree, const uint32_t *last,
                       const uint32_t *before)
{
    for (size_t kind = PL_ENTITY_KIND_COUNT; kind-- > 0;) {
        for (uint32_t at = last[kind]; at != PL_NONE; at = before[at]) {
            link(tree, at);
        }
    }
}

struct pl_entity_tree pl_entity_tree_build(struct pl_arena *arena,
                                           const struct pl_plan *plan)
{
    size_t count = plan->entities_count;
    struct pl_entity_tree tree = {
        .plan = plan,
        .first_child = pl_arena_array(arena, count, sizeof(uint32_t)),
        .next = pl_arena_array(arena, count, sizeof(uint32_t)),
    };
    uint32_t *before = pl_arena_array(arena, count, sizeof(*before));
    uint32_t last[PL_ENTITY_KIND_COUNT];
    for (size_t kind = 0; kind < PL_ENTITY_KIND_COUNT; kind++) {
        tree.first_root[kind] = last[kind] = PL_NONE;
    }
    for (uint32_t i = 0; i < count; i++) {
        tree.first_child[i] = PL_NONE;
        before[i] = last[plan->entities[i].kind];
        last[plan->entities[i].kind] = i;
    }
    link_kinds(&tree, last, before);
    return tree;
}
