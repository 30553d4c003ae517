/* bare_references.h - references without a word: "7.2.3 above", "(see 2.1.4)",
 * "in accordance with 7.2.3", "§ 12".
 *
 * A number may be anything; it is taken for a reference when what stands
 * around it says so, and less than that when the document has the place. */
#ifndef PLANLINT_PLAN_BARE_REFERENCES_H
#define PLANLINT_PLAN_BARE_REFERENCES_H

#include <stdbool.h>

#include "plan/references/reference_start.h"

/* A quick look at a word that begins with a digit. */
bool pl_bare_reference_may_begin(pl_str text, struct pl_range word);

/* Reads on from that word, and adds what refers. */
void pl_bare_reference_read(struct pl_reference_reader *reader,
                            struct pl_start start);

#endif
