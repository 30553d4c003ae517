/* references_text.h - a plan with something to refer to, and the references of
 * a plan as text. */
#ifndef PLANLINT_TESTS_SUPPORT_REFERENCES_TEXT_H
#define PLANLINT_TESTS_SUPPORT_REFERENCES_TEXT_H

#include "plan/plan.h"

struct pl_arena;

/* A document with sections 1 to 3 and 2.1 to 2.3, paragraphs 1 to 9, items
 * a) to c) in paragraph 5, Tables 1 and 2, Figure 1, goals, targets and two
 * annexes. The sentence under test goes into section 3. */
const struct pl_plan *harbour_plan(struct pl_arena *arena,
                                   const char *sentence);

/* "section 2.1 found; section 2.3 missing": all references of a plan. */
const char *references_text(struct pl_arena *arena, const struct pl_plan *plan);

#endif
