/* phrase.h - words that belong together: only spaces, commas, hyphens, slashes,
 * quotes and emphasis between them. */
#ifndef PLANLINT_PLAN_PHRASE_H
#define PLANLINT_PLAN_PHRASE_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/words.h"

/* Words [first, end) of the document. */
struct pl_word_span {
    uint32_t first;
    uint32_t end;
};

/* Whether a phrase may go on over what stands before word `at` > 0. */
bool pl_phrase_goes_on(const struct pl_words *words, uint32_t at);

/* The end of the phrase that begins at `from`, at most `limit`. */
uint32_t pl_phrase_end(const struct pl_words *words, uint32_t from,
                       uint32_t limit);

#endif
