/* reference_start.h - the word at which a reference may begin, and what stands
 * around it. */
#ifndef PLANLINT_PLAN_REFERENCE_START_H
#define PLANLINT_PLAN_REFERENCE_START_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "plan/references/reference_reader.h"
#include "plan/words/scan.h"

struct pl_start {
    uint32_t word;
    struct pl_range range; /* of the word */
    uint32_t block;
};

/* Words that lead up to a reference: "in", "see" ...; ends with NULL. */
extern const char *const pl_prepositions[];

const struct pl_block *pl_start_block(const struct pl_reference_reader *reader,
                                      const struct pl_start *start);

/* From the end of the word to the end of its block. */
struct pl_scan pl_start_scan(const struct pl_reference_reader *reader,
                             const struct pl_start *start);

/* The byte before, or a line feed at the beginning of the text. */
char pl_start_char_before(const struct pl_reference_reader *reader,
                          const struct pl_start *start);

/* The word before in the same block when only blanks are between; else empty.
 */
pl_str pl_start_word_before(const struct pl_reference_reader *reader,
                            const struct pl_start *start);

/* Part of a word, a name or an address: "sub-section", "table_3". */
bool pl_start_is_glued(const struct pl_reference_reader *reader,
                       const struct pl_start *start);

#endif
