/* label_core.h - the label in a number as typed. */
#ifndef PLANLINT_PLAN_LABEL_CORE_H
#define PLANLINT_PLAN_LABEL_CORE_H

#include <stdbool.h>

#include "base/range.h"
#include "base/str.h"
#include "plan/label.h"

/* Without the word before and the marks around: the "1" of "ANNEX 1", the "b"
 * of "(b)", "4 bis", "7-2". All of it when nothing in it can be one. */
struct pl_range pl_label_core(pl_str text, struct pl_range typed);

/* Whether they are equal and written in the same way: A is 1, but not alike. */
bool pl_label_is_alike(struct pl_label a, struct pl_label b);

#endif
