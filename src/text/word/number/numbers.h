/* numbers.h - the numbers that Word displays before paragraphs. */
#ifndef PLANLINT_TEXT_WORD_NUMBER_NUMBERS_H
#define PLANLINT_TEXT_WORD_NUMBER_NUMBERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "text/word/model.h"

struct pl_arena;
struct pl_zip;

/* `part` is the name of the numbering part; empty: there is none. */
PL_MUST_CHECK bool pl_word_numbers_read(struct pl_arena *arena,
                                        struct pl_zip *zip, pl_str part,
                                        const struct pl_word_numbers **numbers,
                                        struct pl_error *error);

enum pl_word_suffix {
    PL_WORD_SUFFIX_TAB,
    PL_WORD_SUFFIX_SPACE,
    PL_WORD_SUFFIX_NOTHING
};

/* The label of one paragraph. */
struct pl_word_label {
    pl_str text;   /* as displayed: "2.1", "(a)", "•"; empty: none */
    pl_str full;   /* in full context: "2.3.1(a)(i)", as REF \w gives it */
    uint8_t level; /* 0 to 8 */
    bool is_bullet;
    bool is_hidden; /* there is a number, which is not displayed */
    enum pl_word_suffix suffix;
};

/* The labels of all paragraphs in one state (PL_WORD_FINAL or
 * PL_WORD_ORIGINAL), by index; in the arena. Paragraphs that do not exist in
 * that state have none. Behind them, at `paras_count` + index, are the numbers
 * that fields are, LISTNUM: displayed where their empty result is. Linear. */
const struct pl_word_label *pl_word_labels(struct pl_arena *arena,
                                           const struct pl_word_file *word,
                                           enum pl_word_state state);

#endif
