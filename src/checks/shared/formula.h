/* formula.h - paragraphs that are meant to stand more than once. */
#ifndef PLANLINT_CHECKS_FORMULA_H
#define PLANLINT_CHECKS_FORMULA_H

#include <stdbool.h>
#include <stdint.h>

struct pl_formulas;
struct pl_run;

/* Judges each block once for all rules. */
const struct pl_formulas *pl_formulas_of(struct pl_run *run);

/* Whether a block is no running text of its own: mark-up ("<img alt=...>"), the
 * field of a form ("Remarks: ..."), a note ("NOTE - ...", "* ..."), a title or
 * a part of a sentence (no full stop at its end), a quotation, or a text in
 * capitals, such as a warning that is always the same. */
bool pl_formulas_have(const struct pl_formulas *formulas, uint32_t block);

#endif
