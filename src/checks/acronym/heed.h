/* heed.h - which rules on acronyms can be told that one is known. */
#ifndef PLANLINT_CHECKS_HEED_H
#define PLANLINT_CHECKS_HEED_H

#include <stdbool.h>

struct pl_rule;

/* Whether a rule keeps still about the acronyms in its parameter "known". */
bool pl_acronym_heeds_known(const struct pl_rule *rule);

#endif
