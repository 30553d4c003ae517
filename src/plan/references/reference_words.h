/* reference_words.h - the words that a reference begins with. */
#ifndef PLANLINT_PLAN_REFERENCE_WORDS_H
#define PLANLINT_PLAN_REFERENCE_WORDS_H

#include "base/str.h"
#include "plan/references.h"
#include "plan/references/places.h"

enum pl_reference_word_flag {
    PL_WORD_MANY = 1 << 0,            /* a plural: lists of single numbers */
    PL_WORD_LETTERS = 1 << 1,         /* "annex B", "Chapter IV" */
    PL_WORD_CAPITAL_LETTERS = 1 << 2, /* "Part B", not "part B" */
    PL_WORD_MARKERS = 1 << 3,         /* "item c)" */
    PL_WORD_SHORT = 1 << 4,           /* an abbreviation, with or without "." */
    PL_WORD_NEEDS_STOP = 1 << 5,      /* ... not without */
    PL_WORD_POINTED = 1 << 6,         /* "the figure below" without number */
    PL_WORD_NO_NUMBER = 1 << 7,       /* ... only without number */
    PL_WORD_CAPTION = 1 << 8,         /* numbers as captions have them */
    PL_WORD_CLAUSE_OPENER = 1 << 9,   /* "considering e)", mid-sentence only */
    PL_WORD_NEEDS_OF = 1 << 10,       /* "No. 61 of ...": nothing without */
};

struct pl_reference_word {
    pl_str word; /* lower case */
    enum pl_reference_kind kind;
    enum pl_place_kind place;
    unsigned flags; /* enum pl_reference_word_flag */
};

extern const struct pl_reference_word pl_reference_words[];
extern const uint8_t pl_reference_word_count;

#endif
