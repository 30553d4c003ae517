/* runs.h - the series that are renumbered, and the numbers that they get.
 *
 * Internal to the plan layer. */
#ifndef PLANLINT_PLAN_RUNS_H
#define PLANLINT_PLAN_RUNS_H

#include <stdint.h>

#include "base/range.h"
#include "base/vec.h"
#include "plan/renumber.h"

struct pl_arena;
struct pl_numbering;

/* Numbers that follow each other, in document order. */
struct pl_run {
    PL_VEC(uint32_t) members; /* of the numbering */
    uint32_t from;            /* the first member that may change */
    struct pl_range extent;   /* where its numbers are those that are meant */
};

struct pl_runs {
    struct pl_arena *arena;
    PL_VEC(struct pl_run) items;
    PL_VEC(struct pl_renumber_left) left;
};

/* All series of the request's kind; only the one that its offset chooses gets
 * new numbers. Returns how many do. */
uint32_t pl_runs_number(struct pl_runs *runs, struct pl_numbering *numbering,
                        struct pl_renumber_request request);

/* The number that an offset chooses, or PL_NONE: in its block or the next one
 * after it. Sets its run, and where that is to begin. */
uint32_t pl_runs_entry_at(struct pl_runs *runs,
                          const struct pl_numbering *numbering, uint32_t offset,
                          uint32_t *run);

/* The number before a paragraph or a heading without one, which it is to follow
 * and to look like; PL_NONE when something else is at the offset. */
uint32_t pl_runs_before_unnumbered(const struct pl_numbering *numbering,
                                   enum pl_renumber_kind kind, uint32_t offset);

#endif
