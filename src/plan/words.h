/* words.h - every word of a document's prose, interned.
 *
 * Two words that are spelled alike have the same form, two that differ only in
 * capitals the same fold: to compare words is to compare numbers, and the
 * occurrences of a word are found without reading the text again.
 *
 * A word is a run of letters, digits and combining marks, with apostrophes
 * inside it ("Union's" is one word, its stem is "Union"). Hyphens and slashes
 * separate. Words of code, addresses, comments, directives and tables of
 * contents are left out. */
#ifndef PLANLINT_PLAN_WORDS_H
#define PLANLINT_PLAN_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_spellings;

struct pl_word {
    uint32_t start; /* byte offset in the text */
    uint32_t form;  /* index of the form */
};

enum pl_form_flag {
    PL_FORM_LOWER = 1 << 0,       /* has lower-case letters */
    PL_FORM_UPPER = 1 << 1,       /* has capitals */
    PL_FORM_DIGIT = 1 << 2,       /* has digits */
    PL_FORM_CAPITALIZED = 1 << 3, /* begins with a capital */
    PL_FORM_MIXED = 1 << 4,       /* a capital after a small letter: "pP" */
    PL_FORM_WIDE = 1 << 5,        /* has characters outside ASCII */
    PL_FORM_APOSTROPHE = 1 << 6,
};

/* What stands in a gap. A part of a gap has no flag that the whole has not. */
enum pl_gap_flag {
    PL_GAP_STOP = 1 << 0,
    PL_GAP_COMMA = 1 << 1,  /* also a colon or a semicolon */
    PL_GAP_ROUND = 1 << 2,  /* a parenthesis */
    PL_GAP_SQUARE = 1 << 3, /* a square bracket */
    PL_GAP_TIE = 1 << 4,    /* a slash or a hyphen */
    PL_GAP_SPACES = 1 << 5, /* two running */
    PL_GAP_CLASH = 1 << 6,  /* a stop or comma right after another, or after
                               white space */
    PL_GAP_OTHER = 1 << 7,  /* none of these and no white space */
};

/* One spelling. */
struct pl_form {
    pl_str text;            /* its first occurrence */
    uint32_t fold;          /* the form of its lower case; itself when lower */
    uint32_t flags;         /* enum pl_form_flag */
    uint32_t count;         /* occurrences; 0 for a fold never written so */
    uint32_t first_posting; /* into `postings`; `count` of them */
};

struct pl_words {
    pl_str text;
    const struct pl_word *items;
    uint32_t count;
    const struct pl_form *forms;
    uint32_t form_count;
    const uint32_t *postings; /* word indexes, grouped by form, ascending */
    const struct pl_spellings *spellings; /* from spelling to form */

    /* Words before which the text is anything but one space, a hyphen, a
     * slash, ", " or "; ", or which begin a range of prose: where punctuation
     * and spacing can be wrong. Ascending; the last is `count`, for what
     * stands after the last word. */
    const uint32_t *odd_gaps;
    const uint8_t *odd_gap_flags; /* enum pl_gap_flag; all for a long gap */
    uint32_t odd_gap_count;
};

/* Interns the words of the `count` ranges of prose, in order. The ranges
 * must ascend; each begins a new gap. */
struct pl_words *pl_words_build(struct pl_arena *arena, pl_str text,
                                const struct pl_range *prose, size_t count);

/* enum pl_gap_flag, of a text that stands in a gap. */
uint8_t pl_gap_flags(pl_str text);

/* The form spelled exactly so, or PL_NONE. */
uint32_t pl_words_form(const struct pl_words *words, pl_str spelling);

/* The form that the word at index `at` has in small letters; see `fold`. */
static inline uint32_t pl_word_fold(const struct pl_words *words, uint32_t at)
{
    return words->forms[words->items[at].form].fold;
}

/* The word at index `at`, its text and its range. */
pl_str pl_word_text(const struct pl_words *words, uint32_t at);
struct pl_range pl_word_range(const struct pl_words *words, uint32_t at);

/* What stands between word `at` - 1 and word `at`; for word 0 what stands
 * before it, for `count` what stands after the last. Includes markup such as
 * footnote marks. */
struct pl_range pl_word_gap(const struct pl_words *words, uint32_t at);

/* Whether a single space (or line end of a wrapped line) and nothing else
 * separates word `at` from the one before. */
bool pl_word_is_joined(const struct pl_words *words, uint32_t at);

/* The first word at or after a byte offset (`count` when there is none). */
uint32_t pl_words_at(const struct pl_words *words, uint32_t offset);

#endif
