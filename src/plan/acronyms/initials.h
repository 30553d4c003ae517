/* initials.h - the letters of an acronym, and the words that begin with them.
 */
#ifndef PLANLINT_PLAN_INITIALS_H
#define PLANLINT_PLAN_INITIALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "plan/acronyms/acronym_forms.h"
#include "plan/acronyms/word_run.h"

enum {
    PL_INITIALS_MAX = 20, /* of an acronym without its hyphens */
    PL_INITIALS_MAX_WORDS = 2 * PL_INITIALS_MAX + 8, /* of its long form */
};

struct pl_initials {
    uint32_t folded[PL_INITIALS_MAX];
    bool is_typed_lower[PL_INITIALS_MAX]; /* the o of QoS */
    uint32_t count;                       /* 0: too long to be an acronym */
    bool has_letter_tail; /* ITU-T: "Sector" may follow what T stands for */
};

struct pl_initials pl_initials_read(pl_str acronym);

/* The character at an offset of a word in lower case; `*len` is its bytes. */
uint32_t pl_initials_lower_at(pl_str word, size_t at, size_t *len);

/* Offset after the initial when it is `letter`, else 0: of "Union", of
 * "l'Union" and, for x, of "exchange". */
size_t pl_initials_after(pl_str word, uint32_t letter);

/* How words give the letters in any order: of acronyms that come from another
 * language, or another order of words: "Telecommunication Development Bureau
 * (BDT)". */
enum pl_initials_match {
    PL_INITIALS_NONE,
    PL_INITIALS_LIKELY, /* most letters, or only the R of "ITU-R" */
    PL_INITIALS_WORDS,  /* all letters and no other word */
    PL_INITIALS_NAME,   /* the same, in capitals */
};

/* Of the words that end at `span.end`; `found` are none when where the name
 * begins cannot be told. */
enum pl_initials_match pl_initials_match(const struct pl_acronym_forms *forms,
                                         struct pl_word_run span,
                                         pl_str acronym,
                                         struct pl_word_run *found);

#endif
