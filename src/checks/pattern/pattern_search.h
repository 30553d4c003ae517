/* pattern_search.h - one search of the kind "pattern" through one document, and
 * what it is made of. */
#ifndef PLANLINT_CHECKS_PATTERN_SEARCH_H
#define PLANLINT_CHECKS_PATTERN_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "checks/shared/phrase.h"

struct pl_block;
struct pl_map;
struct pl_match;
struct pl_pattern_params;
struct pl_regex;
struct pl_run;

struct pl_pattern_search {
    struct pl_run *run;
    const struct pl_pattern_params *params;
    struct pl_regex *regex; /* NULL until the first place to look at */
    struct pl_word_set not_after;
    struct pl_word_set clause_has;
    struct pl_map *code_words;    /* NULL until they are asked for */
    const struct pl_block *block; /* where the search is */
    bool is_counting;             /* nothing is reported yet */
    size_t count;                 /* places that match */
};

/* Each looks at all places of its kind in the document, unless the run's budget
 * ends before. */
void pl_pattern_search_words(struct pl_pattern_search *search);
void pl_pattern_search_words_then(struct pl_pattern_search *search);
void pl_pattern_search_gaps(struct pl_pattern_search *search);
void pl_pattern_search_blocks(struct pl_pattern_search *search);

/* Reports the first match at or after byte `at` of the block where the search
 * is. */
void pl_pattern_try_at(struct pl_pattern_search *search, uint32_t at);

/* Reports, or counts, a match that is wanted; `window` is what was searched. */
void pl_pattern_report(struct pl_pattern_search *search,
                       const struct pl_match *match, struct pl_range window);

#endif
