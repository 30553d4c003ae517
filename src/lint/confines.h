/* confines.h - the pieces of a document that a rule is confined to. */
#ifndef PLANLINT_LINT_CONFINES_H
#define PLANLINT_LINT_CONFINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"

struct pl_run;

struct pl_confines {
    const struct pl_range *pieces; /* in order; they do not touch */
    uint32_t count;
};

/* The nodes that the rule's "within" captures in the document of the run; NULL
 * when the rule is not confined. A query that gave up sets `over_budget`. */
const struct pl_confines *pl_confines_find(struct pl_run *run);

/* Whether a piece begins inside a range. */
bool pl_confines_touch(const struct pl_confines *confines,
                       struct pl_range range);

/* The end of a piece counts: an empty finding may stand there. */
bool pl_confines_has(const struct pl_confines *confines, uint32_t offset);

#endif
