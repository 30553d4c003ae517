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
    bool is_listed; /* in a line of a list or of definitions: "CAP<TAB>Coastal
                       Alert Protocol", "Coastal Alert Protocol (CAP): ..." */
    bool is_entry;  /* of the list of abbreviations */
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

/* Where the name stands at the use of that index, without the article before
 * or the ending behind it: the "UIT" of "l'UIT", the "ICT" of "ICTs". */
struct pl_range pl_acronym_use_range(const struct pl_plan *plan,
                                     const struct pl_acronym *acronym,
                                     uint32_t use);

/* Fills plan->acronyms, in order of first occurrence, and what the plan knows
 * of its parts and lists for them. */
void pl_acronyms_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
