/* name_form.h - the forms in which one name is written: its capitals and the
 * white space between its words. */
#ifndef PLANLINT_PLAN_NAME_FORM_H
#define PLANLINT_PLAN_NAME_FORM_H

#include <stdbool.h>

#include "base/str.h"

struct pl_arena;

/* What two names are alike by: small letters, single spaces; in the arena. */
pl_str pl_name_key(struct pl_arena *arena, pl_str name);

/* The name with single spaces; in the arena. */
pl_str pl_name_in_line(struct pl_arena *arena, pl_str name);

/* Whether they differ in capitals and white space at most. */
bool pl_name_is_alike(struct pl_arena *scratch, pl_str a, pl_str b);

/* Cuts the first word off `*rest`, with what is white space before and after
 * it; empty at the end. The line end of a wrapped text counts with the signs
 * of quotation after it. */
pl_str pl_name_word(pl_str *rest);

/* `name` with the capitals that `form` has where those of `model`, of which it
 * is a form, are different: for "Safe entry" as a form of "Safe Entry", "Fair
 * Berths" becomes "Fair berths". */
pl_str pl_name_like(struct pl_arena *arena, pl_str name, pl_str model,
                    pl_str form);

#endif
