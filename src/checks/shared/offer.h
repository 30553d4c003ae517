/* offer.h - fixes between which a person has to choose. */
#ifndef PLANLINT_CHECKS_OFFER_H
#define PLANLINT_CHECKS_OFFER_H

#include "base/range.h"
#include "base/str.h"

struct pl_finding;
struct pl_run;

/* What a place can be read as. */
struct pl_readings {
    pl_str first;
    pl_str second;
};

/* Offers both readings for a range; the rule's "fix" has {new} for each. */
void pl_offer_readings(struct pl_run *run, struct pl_finding *finding,
                       struct pl_range range, struct pl_readings readings);

#endif
