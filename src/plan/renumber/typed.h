/* typed.h - where the parts of a number stand as it was typed: the "2" and the
 * "01" of "Section 2.01".
 *
 * Internal to the plan layer. */
#ifndef PLANLINT_PLAN_TYPED_H
#define PLANLINT_PLAN_TYPED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "plan/label.h"

struct pl_arena;

struct pl_typed {
    uint8_t count; /* 0: it was not found */
    uint8_t first; /* the part of the label that `parts` begins with */
    struct pl_range parts[PL_LABEL_MAX_PARTS];
};

/* The first place in a range where all parts of a label stand one after the
 * other, with nothing but punctuation and blanks between them. */
bool pl_typed_find(pl_str text, struct pl_range range, struct pl_label label,
                   struct pl_typed *typed);

/* The same for the most of its last parts that are there: "(b)" of 12(b),
 * "3" of 9.3 at the end of "9.1-3". */
bool pl_typed_find_end(pl_str text, struct pl_range range,
                       struct pl_label label, struct pl_typed *typed);

/* A part in the form of the one that stands at `old` (all of which it takes the
 * place of): its zeros, its capitals; in the arena. `*old` grows over a bracket
 * that has to stand before "bis". False when it cannot be written so. */
bool pl_typed_write(struct pl_arena *arena, pl_str text, struct pl_range *old,
                    struct pl_label_part part, pl_str *written);

#endif
