/* gaps.h - a walk over the unusual gaps between the words of a plan.
 *
 * Where punctuation and spacing can be wrong, block by block, without reading
 * the words. Ordinary gaps (a space, a hyphen, ", ") are not visited, nor are
 * those that cannot hold what is looked for; see struct pl_words. */
#ifndef PLANLINT_CHECKS_GAPS_H
#define PLANLINT_CHECKS_GAPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "checks/shared/scope.h"

struct pl_odd_gaps;
struct pl_run;

/* Sets of enum pl_gap_flag, one of which a gap must have. */
struct pl_gap_kinds {
    uint8_t sets[UINT8_MAX + 1];
    size_t count;
};

/* Adds the gaps that have all of the flags. */
void pl_gap_kinds_add(struct pl_gap_kinds *kinds, uint8_t flags);

struct pl_gap {
    const struct pl_block *block;
    uint32_t word;         /* after the gap; block->word_end for the last */
    struct pl_range range; /* the part of the gap in the block's content */
};

/* What the word after a gap must be. */
enum pl_gap_next {
    PL_NEXT_ANY,
    PL_NEXT_LOWER,  /* in small letters */
    PL_NEXT_FIGURE, /* with a digit in it */
};

struct pl_gaps {
    const struct pl_plan *plan;
    const struct pl_odd_gaps *odd;    /* shared by the rules */
    const struct pl_gap_kinds *kinds; /* outlives the walk */
    struct pl_scope scope;
    enum pl_gap_next next; /* visits only those before such a word */
    size_t at;             /* index of the next word of bits to look at */
    uint64_t wanted;       /* what is left of the last one */
};

struct pl_gaps pl_gaps_of(struct pl_run *run, struct pl_scope scope,
                          const struct pl_gap_kinds *kinds);
bool pl_gaps_next(struct pl_gaps *gaps, struct pl_gap *gap);

/* Whether the gap has a word of its block before it, and one after it. */
bool pl_gap_is_inside(const struct pl_gap *gap);

#endif
