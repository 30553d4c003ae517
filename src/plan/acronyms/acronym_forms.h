/* acronym_forms.h - which spellings of a document are written like acronyms.
 *
 * Judged once per spelling, whatever the number of its occurrences. */
#ifndef PLANLINT_PLAN_ACRONYM_FORMS_H
#define PLANLINT_PLAN_ACRONYM_FORMS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "plan/words.h"

struct pl_arena;

enum { PL_ACRONYM_MAX_LETTERS = 12 };

enum pl_acronym_shape {
    PL_ACRONYM_NONE,
    PL_ACRONYM_CAPITALS, /* ICT, ICTs, ITU's, CO2 */
    PL_ACRONYM_MIXED,    /* QoS, MoUs: one only when it is spelled out */
    PL_ACRONYM_LETTER,   /* the T of ITU-T */
};

struct pl_acronym_form {
    uint8_t shape;        /* enum pl_acronym_shape */
    uint8_t base_start;   /* bytes of an article in front: the l' of l'UIT */
    uint8_t base_len;     /* bytes without article, plural or possessive */
    bool is_small;        /* "of": no letter of an acronym stands for it */
    bool is_emphasis;     /* "NOT": an ordinary word written in capitals */
    bool is_unit;         /* "GB": none after a number */
    bool is_all_capitals; /* all of its letters, and it has two */
    bool has_small_letters;
};

struct pl_acronym_forms {
    const struct pl_words *words;
    const struct pl_acronym_form *items; /* one for each form of `words` */
};

struct pl_acronym_forms pl_acronym_forms_build(struct pl_arena *arena,
                                               const struct pl_words *words);

/* Of the word at index `at`. */
static inline const struct pl_acronym_form *
pl_acronym_form_at(const struct pl_acronym_forms *forms, uint32_t at)
{
    return &forms->items[forms->words->items[at].form];
}

static inline bool
pl_acronym_is_all_capitals(const struct pl_acronym_forms *forms, uint32_t at)
{
    return pl_acronym_form_at(forms, at)->is_all_capitals;
}

/* Whether a name is a Roman number: "II", "XIV". */
bool pl_acronym_is_roman(pl_str name);

/* Whether a name stands for any other, as "XX" and "DD-MM-YYYY" do: each of
 * its characters is repeated. */
bool pl_acronym_is_filler(pl_str name);

#endif
