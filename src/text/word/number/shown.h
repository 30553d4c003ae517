/* shown.h - the text of a Word document's paragraphs in one state of its
 * tracked changes, piece by piece; for those who compare it. */
#ifndef PLANLINT_TEXT_WORD_NUMBER_SHOWN_H
#define PLANLINT_TEXT_WORD_NUMBER_SHOWN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/word/model.h"

struct pl_arena;

/* Whether a piece is there and can be seen. */
bool pl_word_is_shown(const struct pl_word_file *word, uint32_t piece,
                      enum pl_word_state state);

/* What is compared is short: more pieces, bytes or joined paragraphs than these
 * are not looked at, so that many references to a long text stay cheap. */
enum { PL_WORD_SHOWN_MAX = 4096 };

/* The text of pieces [first, end): breaks are line ends, no-break spaces are
 * blanks, and what cannot be seen is left out. In the arena. */
pl_str pl_word_shown(struct pl_arena *arena, const struct pl_word_file *word,
                     uint32_t first, uint32_t end, enum pl_word_state state);

/* Whether there is a number of a list among them, a LISTNUM, which the text
 * does not have. */
bool pl_word_has_list_number(const struct pl_word_file *word, uint32_t first,
                             uint32_t end, enum pl_word_state state);

/* Paragraphs that one state shows as one, since the marks between them are not
 * there; the last has the number. */
struct pl_word_joined {
    uint32_t first;
    uint32_t last;
};
struct pl_word_joined pl_word_joined_at(const struct pl_word_file *word,
                                        uint32_t para,
                                        enum pl_word_state state);

/* Whether two texts are the same but for white space and capitals, and where
 * no-break hyphens stand for hyphens. */
bool pl_word_same_text(pl_str a, pl_str b);

#endif
