#include "report/entity_tree.h"

#include "base/arena.h"
#include "plan/plan.h"

/* From the last to the first, so that each list comes out in order. Children
 * of one entity are of one kind: targets of a goal, outcomes of a priority. */
struct pl_entity_tree pl_entity_tree_build(struct pl_arena *arena,
                                           const struct pl_plan *plan)
{
    size_t count = plan->entities_count;
    struct pl_entity_tree tree = {
        .plan = plan,
        .first_child = pl_arena_array(arena, count, sizeof(uint32_t)),
        .next = pl_arena_array(arena, count, sizeof(uint32_t)),
    };
    for (size_t kind = 0; kind < PL_ENTITY_KIND_COUNT; kind++) {
        tree.first_root[kind] = PL_NONE;
    }
    for (size_t i = 0; i < count; i++) {
        tree.first_child[i] = PL_NONE;
    }
    for (size_t i = count; i > 0; i--) {
        const struct pl_entity *entity = &plan->entities[i - 1];
        uint32_t *first = entity->parent < count
                              ? &tree.first_child[entity->parent]
                              : &tree.first_root[entity->kind];
        tree.next[i - 1] = *first;
        *first = (uint32_t)(i - 1);
    }
    return tree;
}
