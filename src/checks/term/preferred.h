/* preferred.h - the forms that the house uses, of all rules at work; for
 * editors to offer as one types. */
#ifndef PLANLINT_CHECKS_PREFERRED_H
#define PLANLINT_CHECKS_PREFERRED_H

#include <stddef.h>

#include "base/str.h"

struct pl_arena;
struct pl_ruleset;

struct pl_preferred_terms {
    const pl_str *items; /* in the order of the rules; borrowed from them */
    size_t count;
};

/* The list is in the arena. */
struct pl_preferred_terms pl_preferred_terms(struct pl_arena *arena,
                                             const struct pl_ruleset *ruleset);

#endif
