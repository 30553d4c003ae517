/* repeat.h - sentences, headings and paragraphs that repeat earlier ones. */
#ifndef PLANLINT_CHECKS_REPEAT_H
#define PLANLINT_CHECKS_REPEAT_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "checks/shared/scope.h"

struct pl_run;

struct pl_repeat_params {
    size_t min_words;
    size_t max_times;
    size_t max_apart; /* blocks between two that are the same; 0: any */
    size_t max_piece;
    struct pl_scope scope;
};

void pl_repeat_sentences(struct pl_run *run,
                         const struct pl_repeat_params *params);
void pl_repeat_headings(struct pl_run *run,
                        const struct pl_repeat_params *params);
void pl_repeat_paragraphs(struct pl_run *run,
                          const struct pl_repeat_params *params);

/* The first of the words [first, end), with an ellipsis when there are more;
 * in the arena of the run. */
pl_str pl_repeat_first_words(const struct pl_run *run, uint32_t first,
                             uint32_t end);

#endif
