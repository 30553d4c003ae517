/* word_run.h - words that belong together: only spaces, commas, hyphens,
 * slashes, quotes and emphasis between them. */
#ifndef PLANLINT_PLAN_WORD_RUN_H
#define PLANLINT_PLAN_WORD_RUN_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/words.h"

/* Words [first, end) of the document. */
struct pl_word_run {
    uint32_t first;
    uint32_t end;
};

/* Whether a run may go on over what stands before word `at` > 0. */
bool pl_word_run_goes_on(const struct pl_words *words, uint32_t at);

/* The end of the run that begins at `from`, at most `limit`. */
uint32_t pl_word_run_end(const struct pl_words *words, uint32_t from,
                         uint32_t limit);

#endif
