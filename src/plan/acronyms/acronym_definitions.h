/* acronym_definitions.h - where a document says what an acronym stands for. */
#ifndef PLANLINT_PLAN_ACRONYM_DEFINITIONS_H
#define PLANLINT_PLAN_ACRONYM_DEFINITIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "plan/acronyms.h"
#include "plan/acronyms/acronym_forms.h"

struct pl_plan;

/* Words [first, end) that write one acronym: "ICTs", or "ITU", "T". */
struct pl_acronym_place {
    pl_str name; /* "ICT", "ITU-T" */
    uint32_t first;
    uint32_t end;
    uint32_t block;
};

/* Whether the acronym at `place` is spelled out there: "long form (ABC)",
 * "ABC (long form)", a line "ABC<tab or dash>long form" or two cells. */
bool pl_acronym_definition_at(const struct pl_plan *plan,
                              const struct pl_acronym_forms *forms,
                              const struct pl_acronym_place *place,
                              struct pl_expansion *expansion);

#endif
