/* note_numbers.h - the numbers that Word displays for footnotes and endnotes.
 */
#ifndef PLANLINT_TEXT_WORD_NUMBER_NOTE_NUMBERS_H
#define PLANLINT_TEXT_WORD_NUMBER_NOTE_NUMBERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/word/model.h"

struct pl_arena;

struct pl_word_note_number {
    bool is_shown; /* a mark refers to it */
    bool has_mark; /* of its own, and no number */
    bool is_sure;  /* else it depends on the pages, and is counted on */
    uint32_t
        section; /* from 1, that numbers began anew in after others; or 0 */
    pl_str text; /* "3", "c", "iv" */
};

struct pl_word_note_numbers;

/* Of what exists in one of the states (enum pl_word_state) and is not hidden;
 * in the arena. Linear. */
const struct pl_word_note_numbers *
pl_word_note_numbers(struct pl_arena *arena, const struct pl_word_file *word,
                     uint8_t states);

/* Of a note, by its story. */
const struct pl_word_note_number *
pl_word_note_number(const struct pl_word_note_numbers *numbers, uint32_t story);

/* Of a mark, by its piece; one whose note is missing has a number, too. */
const struct pl_word_note_number *
pl_word_mark_number(const struct pl_word_note_numbers *numbers, uint32_t piece);

#endif
