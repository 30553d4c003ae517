/* enumeration.h - how many things a piece of a sentence lists.
 *
 * "safety, fairness, simplicity and openness" lists four. Where "and" may
 * join two things or two words of one thing, both counts are given. */
#ifndef PLANLINT_CHECKS_ENUMERATION_H
#define PLANLINT_CHECKS_ENUMERATION_H

#include <stdint.h>

#include "base/str.h"

struct pl_enumeration {
    uint32_t fewest;
    uint32_t most; /* 0: it cannot be told, or it is no enumeration */
};

/* `text` ends where the sentence ends, without the full stop. */
struct pl_enumeration pl_enumeration_count(pl_str text);

#endif
