/* fingerprint.h - a finding's name that survives edits elsewhere.
 *
 * Made of the rule, the address, the folded text of the place (capitals and
 * white space aside) and the ordinal among equal findings of the document:
 * no line numbers. 16 hexadecimal digits. */
#ifndef PLANLINT_REPORT_FINGERPRINT_H
#define PLANLINT_REPORT_FINGERPRINT_H

#include <stdint.h>

#include "base/str.h"

struct pl_arena;
struct pl_map;

enum { PL_FINGERPRINT_LEN = 16 };

/* What findings were seen in one document, to tell equal ones apart. */
struct pl_fingerprints {
    struct pl_arena *arena;
    struct pl_map *seen;
};

struct pl_fingerprints pl_fingerprints_new(struct pl_arena *arena);

/* The next finding of the document, in the order of reports; in the arena. */
pl_str pl_fingerprints_next(struct pl_fingerprints *all, pl_str rule_id,
                            pl_str address, pl_str place_text);

#endif
