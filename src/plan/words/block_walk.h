/* block_walk.h - from block to block in step with places that ascend.
 *
 * For loops over occurrences in order: to find the block of each costs no
 * search. All zero but `plan` stands before the first block. */
#ifndef PLANLINT_PLAN_BLOCK_WALK_H
#define PLANLINT_PLAN_BLOCK_WALK_H

#include <stdint.h>

struct pl_plan;

struct pl_block_walk {
    const struct pl_plan *plan;
    uint32_t next; /* the first block that has not been reached */
};

/* The same as pl_plan_block_at() for an offset that is not before the last
 * one asked for. */
uint32_t pl_block_walk_to(struct pl_block_walk *walk, uint32_t offset);

#endif
