/* heading.h - the headings of a plan, as a reader compares those of a level.
 *
 * Internal to the kind "heading"; everything lives as long as the rule is at
 * work. */
#ifndef PLANLINT_CHECKS_HEADING_H
#define PLANLINT_CHECKS_HEADING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"

struct pl_run;
struct pl_section;
struct pl_word_set;

/* Which words of a heading have capitals. Words that may be names do not tell;
 * nor does a heading that is one word. */
enum pl_heading_case {
    PL_HEADING_UNKNOWN,
    PL_HEADING_SENTENCE, /* "Shared waterways": the first */
    PL_HEADING_TITLE,    /* "Shared Waterways": all but small ones */
    PL_HEADING_CAPITALS, /* "SHARED WATERWAYS" */
    PL_HEADING_CASE_COUNT
};

struct pl_heading {
    const struct pl_section *section;
    struct pl_range text; /* of the title without what is no prose behind it */
    struct pl_range stop; /* its full stop; may be empty */
    struct pl_range capital; /* the first word that tells it is in title case */
    enum pl_heading_case style;
    bool is_bare; /* a number without a title */
};

/* All that are headings for certain, in order: they have a number or a mark of
 * Markdown. What names an annex is none. `small_words` keep their small letter
 * in title case. */
struct pl_headings {
    struct pl_heading *items;
    size_t count;
};
struct pl_headings pl_headings_of(const struct pl_run *run,
                                  const struct pl_word_set *small_words);

#endif
