/* formula.h - paragraphs that are meant to stand more than once. */
#ifndef PLANLINT_CHECKS_FORMULA_H
#define PLANLINT_CHECKS_FORMULA_H

#include <stdbool.h>

struct pl_block;
struct pl_plan;

/* Whether a block is no running text of its own: mark-up ("<img alt=...>"),
 * the field of a form ("Remarks: ..."), a note ("NOTE - ...", "* ..."), a
 * title or a part of a sentence (no full stop at its end), a quotation, or a
 * text in capitals, such as a warning that is always the same. */
bool pl_is_formula(const struct pl_plan *plan, const struct pl_block *block);

#endif
