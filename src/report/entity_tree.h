/* entity_tree.h - the entities of a plan by what they stand under. */
#ifndef PLANLINT_REPORT_ENTITY_TREE_H
#define PLANLINT_REPORT_ENTITY_TREE_H

#include <stdint.h>

#include "plan/entities.h"

struct pl_arena;
struct pl_plan;

/* Links between the indexes of plan->entities; PL_NONE ends a list. */
struct pl_entity_tree {
    const struct pl_plan *plan;
    uint32_t *first_child; /* of each entity */
    uint32_t *next;        /* the next with the same parent */
    uint32_t first_root[PL_ENTITY_KIND_COUNT]; /* without a parent, by kind */
};

/* By kinds and then in document order everywhere; lives in the arena. */
struct pl_entity_tree pl_entity_tree_build(struct pl_arena *arena,
                                           const struct pl_plan *plan);

#endif
