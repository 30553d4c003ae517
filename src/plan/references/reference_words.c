#include "plan/references/reference_words.h"

enum {
    MANY = PL_WORD_MANY,
    LETTERS = PL_WORD_LETTERS,
    CAPITAL_LETTERS = PL_WORD_CAPITAL_LETTERS,
    MARKERS = PL_WORD_MARKERS,
    SHORT = PL_WORD_SHORT,
    NEEDS_STOP = PL_WORD_NEEDS_STOP,
    POINTED = PL_WORD_POINTED,
    NO_NUMBER = PL_WORD_NO_NUMBER,
    CAPTION = PL_WORD_CAPTION,
    CLAUSE_OPENER = PL_WORD_CLAUSE_OPENER,
    NEEDS_OF = PL_WORD_NEEDS_OF,
};

const struct pl_reference_word pl_reference_words[] = {
#define PL_REFERENCE_WORD(spelling, reference_kind, place_kind, all_flags) \
    {.word = PL_STR(spelling),                                             \
     .kind = PL_REFERENCE_##reference_kind,                                \
     .place = PL_PLACE_##place_kind,                                       \
     .flags = (all_flags)},
#include "plan/references/reference_words.def"
#undef PL_REFERENCE_WORD
};

const uint8_t pl_reference_word_count =
    sizeof(pl_reference_words) / sizeof(pl_reference_words[0]);

bool pl_reference_kind_of(pl_str word, enum pl_reference_kind *kind)
{
    for (uint8_t i = 0; i < pl_reference_word_count; i++) {
        if (pl_str_eq_ignore_case(word, pl_reference_words[i].word)) {
            *kind = pl_reference_words[i].kind;
            return true;
        }
    }
    return false;
}
