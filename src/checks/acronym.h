/* acronym.h - what the kind of check "acronym" is made of. */
#ifndef PLANLINT_CHECKS_ACRONYM_H
#define PLANLINT_CHECKS_ACRONYM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "checks/shared/params.h"
#include "checks/shared/scope.h"

struct pl_acronym;
struct pl_expansion;
struct pl_run;

enum pl_acronym_fault {
    PL_ACRONYM_UNDEFINED,
    PL_ACRONYM_LATE,
    PL_ACRONYM_AGAIN,
    PL_ACRONYM_TWO_EXPANSIONS,
    PL_ACRONYM_UNUSED,
    PL_ACRONYM_LONG_FORM,
};

struct pl_acronym_params {
    size_t fault; /* enum pl_acronym_fault */
    struct pl_words_param known;
    struct pl_words_param house;
    struct pl_words_param lists;
    size_t min_uses;
    size_t min_words;
    bool habit;
    struct pl_scope scope;
};

/* Whether an acronym needs no definition. */
bool pl_acronym_is_known(const struct pl_acronym_params *params,
                         const struct pl_acronym *acronym);

/* Whether it is spelled out in a line of a list ("CAP<TAB>Coastal Alert
 * Protocol", without parentheses) or of definitions ("Coastal Alert Protocol
 * (CAP): a form of warning"). */
bool pl_acronym_is_listed(const struct pl_run *run,
                          const struct pl_expansion *expansion);

/* The words that it stands for; may be empty. */
pl_str pl_acronym_long_form(const struct pl_run *run,
                            const struct pl_expansion *expansion);

/* Whether a piece of text stands right behind a quotation mark, or a bracket
 * as links begin with: somebody else's words. */
bool pl_acronym_is_quoted(const struct pl_run *run, struct pl_range range);

/* Cuts the last word off a long form: its letters, without a plural ending. */
pl_str pl_acronym_last_word(pl_str *rest);

/* "ICT": two capitals or more, and nothing else. */
bool pl_acronym_is_capitals(pl_str word);

/* The faults. */
void pl_acronym_first_uses(struct pl_run *run);
void pl_acronym_again(struct pl_run *run);
void pl_acronym_long_forms(struct pl_run *run);

#endif
