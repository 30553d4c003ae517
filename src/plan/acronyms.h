/* acronyms.h - the acronyms of a plan: where spelled out, where used. */
#ifndef PLANLINT_PLAN_ACRONYMS_H
#define PLANLINT_PLAN_ACRONYMS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_plan;

/* "World Summit on the Information Society (WSIS)", or the reverse order
 * "WSIS (World Summit ...)", or a line of a list of abbreviations. */
struct pl_expansion {
    struct pl_range acronym;   /* "WSIS" or "ICTs" inside the parentheses */
    struct pl_range long_form; /* may be empty when it could not be told where
                                  it begins */
    uint32_t block;
};

struct pl_acronym {
    pl_str name;          /* singular: "ICT" also for "ICTs"; borrows */
    const uint32_t *uses; /* word indexes of every occurrence in any form that
                             is not in a definition; ascending */
    uint32_t use_count;
    const struct pl_expansion *expansions; /* ascending */
    uint32_t expansion_count;
    const struct pl_range *long_uses; /* the long form written out again after
                                         the first expansion */
    uint32_t long_use_count;
};

/* Fills plan->acronyms, in order of first occurrence. */
void pl_acronyms_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
