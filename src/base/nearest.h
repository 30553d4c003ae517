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

/* For printf: the end of a message that offers the name, or nothing when it is
 * empty:
 *     PL_FAIL(error, "there is no rule \"%.*s\"" PL_NEAREST,
 *             PL_STR_ARG(given), PL_NEAREST_ARG(nearest.best)); */
#define PL_NEAREST "%s%.*s%s"
#define PL_NEAREST_ARG(name)                                   \
    ((name).len ? ", did you mean \"" : ""), PL_STR_ARG(name), \
        ((name).len ? "\"?" : "")

#endif
