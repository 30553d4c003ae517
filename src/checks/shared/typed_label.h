/* typed_label.h - a number looked for in the bare text.
 *
 * Where the plan has no section 9.4, a line that begins with "9.4" may still
 * be one that was not understood as a heading: then nothing is missing. */
#ifndef PLANLINT_CHECKS_TYPED_LABEL_H
#define PLANLINT_CHECKS_TYPED_LABEL_H

#include <stdbool.h>

#include "base/range.h"
#include "base/str.h"
#include "plan/label.h"

struct pl_arena;
struct pl_plan;

/* The mark at the end of a number as typed: '.', ')' or ':'; NUL for none. */
char pl_mark_after_number(pl_str text, struct pl_range number);

struct pl_typed_query {
    struct pl_range piece; /* of the text, where it is looked for */
    struct pl_label label;
    pl_str keyword;   /* that stands before it: "Table"; may be empty */
    bool is_alone;    /* pass over headings, and over items that are marked in
                         another way than with `mark` after the number */
    bool skips_items; /* pass over items that are marked in another way, only */
    char mark;
};

/* Whether a line or a column of the piece begins with the number. */
bool pl_label_is_typed(struct pl_arena *arena, const struct pl_plan *plan,
                       const struct pl_typed_query *query);

#endif
