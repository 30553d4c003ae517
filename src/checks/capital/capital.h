/* capital.h - terms of running text that stand with capitals in one place and
 * without them in another. */
#ifndef PLANLINT_CHECKS_CAPITAL_H
#define PLANLINT_CHECKS_CAPITAL_H

#include <stdint.h>

#include "base/range.h"
#include "base/vec.h"
#include "checks/shared/params.h"
#include "checks/shared/scope.h"

struct pl_run;

/* One term, both ways. */
struct pl_capital_term {
    PL_VEC(struct pl_range) upper;
    PL_VEC(struct pl_range) lower;
};

struct pl_capital_terms {
    PL_VEC(struct pl_capital_term) items;
};

/* Words of names and titles that keep a small letter. */
struct pl_small_words {
    struct pl_words_param links; /* tie names together: "Ministry of" */
    struct pl_words_param others;
};

/* Phrases of two words and more whose words all have a capital somewhere in
 * running text, not as part of a longer name; where they stand without, too.
 * Places after "the", after "a" and elsewhere are terms of their own: "the
 * Working Group" is one, "a working group" is any. */
void pl_capital_find_phrases(const struct pl_run *run, struct pl_scope scope,
                             const struct pl_small_words *small,
                             struct pl_capital_terms *found);

/* The words of the list that stand before a number: "annex 2". */
void pl_capital_find_designations(const struct pl_run *run,
                                  struct pl_scope scope,
                                  const struct pl_words_param *list,
                                  struct pl_capital_terms *found);

/* Whether a word goes on in running text before word `at` in the same block:
 * in small letters, with a space or a comma after it. */
bool pl_capital_is_inside(const struct pl_run *run,
                          const struct pl_block *block, uint32_t at);

#endif
