/* formula.h - paragraphs that are meant to stand more than once. */
#ifndef PLANLINT_CHECKS_FORMULA_H
#define PLANLINT_CHECKS_FORMULA_H

#include <stdbool.h>

struct pl_run;

/* Of each block of the plan, judged once for all rules: whether it is no
 * running text of its own: mark-up ("<img alt=...>"), the field of a form
 * ("Remarks: ..."), a note ("NOTE - ...", "* ..."), a title or a part of a
 * sentence (no full stop at its end), a quotation, or a text in capitals, such
 * as a warning that is always the same. */
const bool *pl_formulas_of(struct pl_run *run);

#endif
