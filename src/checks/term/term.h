/* term.h - a form that the house does not use, and the one that it does.
 *
 * Internal to the kind "term"; term.c says what the parameters mean. */
#ifndef PLANLINT_CHECKS_TERM_H
#define PLANLINT_CHECKS_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "checks/shared/params.h"
#include "checks/shared/scope.h"

struct pl_run;

struct pl_term {
    pl_str prefer;
    struct pl_words_param reject;
    struct pl_words_param not_after;
    struct pl_words_param not_before;
    size_t since; /* the year from which on it is preferred; 0: ever */
};

struct pl_term_params {
    struct pl_term *terms;
    size_t term_count;
    struct pl_words_param stems;
    struct pl_words_param good_endings; /* one for each bad one */
    struct pl_words_param bad_endings;
    bool exact_case;
    bool skip_names;
    size_t at_once; /* more places of a term are one finding; 0: never */
    struct pl_scope scope;
};

/* Adds the findings of one term, and those of the rule's stems. */
void pl_term_find(struct pl_run *run, const struct pl_term *term);
void pl_term_find_stems(struct pl_run *run);

#endif
