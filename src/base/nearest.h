/* nearest.h - the name that was probably meant, for "did you mean" messages. */
#ifndef PLANLINT_BASE_NEAREST_H
#define PLANLINT_BASE_NEAREST_H

#include <stddef.h>

#include "base/str.h"

/* Collects candidates one by one; keeps the nearest, the first among equals.
 * Start with pl_nearest_to(); `best` stays empty while nothing is near. */
struct pl_nearest {
    pl_str word;
    pl_str best;          /* borrows from the candidate */
    size_t best_distance; /* edits from `word`; more than that is not near */
};

struct pl_nearest pl_nearest_to(pl_str word);
void pl_nearest_offer(struct pl_nearest *nearest, pl_str candidate);

#endif
