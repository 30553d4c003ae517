/* quotations.h - what a document quotes: its numbers and references are those
 * of another document.
 *
 * A quotation is a block that is set as one, or the blocks from one that
 * begins with a quotation mark to the one in which that mark is closed. */
#ifndef PLANLINT_CHECKS_QUOTATIONS_H
#define PLANLINT_CHECKS_QUOTATIONS_H

#include <stdbool.h>
#include <stdint.h>

struct pl_run;

/* By block, whether it is quoted; made once for all rules of a document. */
const bool *pl_quotations_of(struct pl_run *run);

/* Whether a place is in a quotation, be it only of a few words of its block. */
bool pl_quotations_have(struct pl_run *run, uint32_t block, uint32_t offset);

#endif
