/* elsewhere.h - references that name no document and yet may mean another one.
 */
#ifndef PLANLINT_CHECKS_ELSEWHERE_H
#define PLANLINT_CHECKS_ELSEWHERE_H

#include <stdbool.h>

struct pl_reference;
struct pl_run;

/* Whether the document speaks of another one: it has named that before
 * with the same number, or mostly names another one ("section 4 of the Act"),
 * and in the end leaves the name out; or so many numbers are not there that
 * they cannot all be slips. "above" and "below" are said of one's own text. */
bool pl_reference_may_be_elsewhere(struct pl_run *run,
                                   const struct pl_reference *reference);

#endif
