/* fault_text.h - what is missing from a run of numbers, in words. */
#ifndef PLANLINT_CHECKS_FAULT_TEXT_H
#define PLANLINT_CHECKS_FAULT_TEXT_H

#include "base/str.h"

struct pl_arena;
struct pl_fault;

/* "3 is missing", "3 and 4 are missing", "3 to 6 are missing"; empty when the
 * fault leaves no number out. */
pl_str pl_fault_missing(struct pl_arena *arena, const struct pl_fault *fault);

/* The same at the end of a message: ", and 3 is missing". */
pl_str pl_fault_hint(struct pl_arena *arena, const struct pl_fault *fault);

#endif
