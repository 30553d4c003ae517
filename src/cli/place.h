/* place.h - a place in a document as people give it: a line, a line and a
 * column, or an address such as "2.6, para 27". */
#ifndef PLANLINT_CLI_PLACE_H
#define PLANLINT_CLI_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_plan;

/* The offset of a place: "12" is a line, "12:5" a line and a column (in code
 * points), all else an address, or the end of one. Fails for a place that is
 * not there, and for an address that is that of several. */
PL_MUST_CHECK bool pl_place_find(const struct pl_plan *plan, pl_str place,
                                 uint32_t *offset, struct pl_error *error);

#endif
