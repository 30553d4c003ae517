/* notation.h - things that have several notations: dates, shares, marks.
 *
 * A finder looks for one such thing, sorts its places into variants and has
 * them judged. A variant without a form gets the text of its first place. */
#ifndef PLANLINT_CHECKS_NOTATION_H
#define PLANLINT_CHECKS_NOTATION_H

#include <stdbool.h>
#include <stdint.h>

#include "checks/shared/family.h"
#include "checks/shared/params.h"
#include "checks/shared/scope.h"

struct pl_notation {
    struct pl_run *run;
    const struct pl_words_param *words; /* the parameter "words" */
    const struct pl_mix *mix;
    struct pl_scope scope;
};

/* Adds a place to a variant when its block is in the scope and it is nothing
 * but prose. */
void pl_notation_add(const struct pl_notation *it, struct pl_variant *variant,
                     struct pl_range place);

/* Has the variants of `family` judged. */
void pl_notation_judge(const struct pl_notation *it, struct pl_family family);

/* Whether all of a word is ASCII digits, `least` to `most` of them. */
bool pl_notation_is_digits(pl_str word, size_t least, size_t most);

/* Words of 1 to 31. */
bool pl_notation_is_day(pl_str word);

void pl_notation_per_cent(const struct pl_notation *it);
void pl_notation_thousands(const struct pl_notation *it);
void pl_notation_years(const struct pl_notation *it);
void pl_notation_dates(const struct pl_notation *it);
void pl_notation_quotations(const struct pl_notation *it);
void pl_notation_dashes(const struct pl_notation *it);
void pl_notation_full_stops(const struct pl_notation *it);
void pl_notation_ampersands(const struct pl_notation *it);

#endif
