/* long_form.h - the words that an acronym was made from.
 *
 * Initials are matched from the acronym backwards: "telecommunication/
 * information and communication technology (ICT)" gives "information and
 * communication technology". Small words are skipped; a word may give more
 * than its initial ("landLocked"). The work is bounded by the acronym's
 * length. */
#ifndef PLANLINT_PLAN_LONG_FORM_H
#define PLANLINT_PLAN_LONG_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "plan/acronyms/acronym_forms.h"
#include "plan/acronyms/word_run.h"

/* The words that end at `span.end` and that `acronym` ("ITU-R") was made from;
 * false when no words at or after `span.first` are likely to be it. The words
 * are none when there is such a name but not where it begins: that of
 * "International Bureau of Weights and Measures (BIPM)" is not told. */
bool pl_long_form_before(const struct pl_acronym_forms *forms,
                         struct pl_word_run span, pl_str acronym,
                         struct pl_word_run *found);

/* Whether `acronym` was made from all the words of `span`; an article before
 * them is left out of `found`. */
bool pl_long_form_is(const struct pl_acronym_forms *forms,
                     struct pl_word_run span, pl_str acronym,
                     struct pl_word_run *found);

#endif
