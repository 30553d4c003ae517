/* surroundings.h - the piece of a text that something numbered holds, and what
 * a reference says it is part of: "paragraph 3 of Annex 2".
 *
 * Internal to the plan layer. */
#ifndef PLANLINT_PLAN_SURROUNDINGS_H
#define PLANLINT_PLAN_SURROUNDINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"

struct pl_numbering;
struct pl_plan;

/* From behind a number to where what it numbers ends. */
struct pl_range pl_surroundings_extent(const struct pl_numbering *numbering,
                                       uint32_t index);

/* The numbered paragraph, or the heading and what follows it, that an offset
 * is in. */
struct pl_range pl_surroundings_piece(const struct pl_plan *plan,
                                      uint32_t offset);

/* The reference that says what another one is part of: "Annex 2" beside it, in
 * "section 3 of Annex 2" and in "Annex 2, section 3"; PL_NONE. */
uint32_t pl_surroundings_owner(const struct pl_plan *plan, uint32_t reference);

#endif
