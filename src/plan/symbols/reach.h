/* reach.h - where a cursor means which number of a phrase with some.
 *
 * Internal to symbols.c. */
#ifndef PLANLINT_PLAN_REACH_H
#define PLANLINT_PLAN_REACH_H

#include <stdbool.h>

#include "base/range.h"

static inline bool pl_reach_is_same(struct pl_range a, struct pl_range b)
{
    return a.start == b.start && a.end == b.end;
}

/* Of a number in a phrase: the word before belongs to the first one, the word
 * after to the last one. */
static inline struct pl_range pl_reach_within(struct pl_range number,
                                              struct pl_range phrase,
                                              bool is_first, bool is_last)
{
    return (struct pl_range){is_first ? phrase.start : number.start,
                             is_last ? phrase.end : number.end};
}

#endif
