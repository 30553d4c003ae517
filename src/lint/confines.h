/* confines.h - where in a document a rule has its say: in the pieces that its
 * query captures, and in the languages that it speaks. */
#ifndef PLANLINT_LINT_CONFINES_H
#define PLANLINT_LINT_CONFINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"

struct pl_run;

struct pl_confines {
    const struct pl_run *run;      /* NULL: any language will do */
    bool has_pieces;               /* false: anywhere */
    const struct pl_range *pieces; /* in order; they do not touch */
    uint32_t count;
};

/* Those of the run's rule: its "within" and its "languages"; NULL when it has
 * its say everywhere. Borrows the run. A query that gave up sets
 * `over_budget`. */
const struct pl_confines *pl_confines_find(struct pl_run *run);

/* Whether a piece begins inside a range. */
bool pl_confines_touch(const struct pl_confines *confines,
                       struct pl_range range);

/* Whether a finding may begin there. The end of a piece counts: an empty
 * finding may stand there. */
bool pl_confines_has(const struct pl_confines *confines, uint32_t offset);

#endif
