/* block_ends.h - fingerprints of how the blocks of a plan begin and end.
 *
 * Two blocks that are the same, or nearly, begin or end with the same words:
 * who looks for such blocks need not read the words of the others. */
#ifndef PLANLINT_CHECKS_BLOCK_ENDS_H
#define PLANLINT_CHECKS_BLOCK_ENDS_H

#include <stdint.h>

struct pl_run;

enum { PL_BLOCK_END = 8 }; /* words at each end; fewer in a shorter block */

struct pl_block_ends {
    const uint32_t *first; /* of each block: of its first words */
    const uint32_t *last;
};

/* Made once for all rules. */
const struct pl_block_ends *pl_block_ends_of(struct pl_run *run);

#endif
