/* marked_words.h - the occurrences of some words of a document, in order. */
#ifndef PLANLINT_PLAN_MARKED_WORDS_H
#define PLANLINT_PLAN_MARKED_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct pl_arena;
struct pl_words;

struct pl_marked_word {
    uint32_t word;
    uint32_t start; /* of the word: byte offset in the text */
    uint32_t mark;  /* of its form */
};

struct pl_marked_words {
    struct pl_marked_word *items; /* ascending */
    size_t count;
};

/* One mark for each form of `words`, all 0 (not marked), in `arena`. */
uint8_t *pl_marks_new(struct pl_arena *arena, const struct pl_words *words);

/* Marks every form that is a spelling of `word` (lower case), in any
 * capitals. Linear in the forms only in pl_marks_spread(). */
void pl_marks_set(uint8_t *marks, const struct pl_words *words,
                  const char *word, uint8_t mark);

/* Gives forms with capitals the mark of their lower case. */
void pl_marks_spread(uint8_t *marks, const struct pl_words *words);

/* The words whose forms are marked; reads their postings only. */
struct pl_marked_words pl_marked_words_find(struct pl_arena *arena,
                                            const struct pl_words *words,
                                            const uint8_t *marks);

/* For a loop over the words that reads the text around each and has come to
 * the one at `at`: asks for one that is to come and the text around it. */
void pl_marked_words_ahead(const struct pl_marked_words *found,
                           const struct pl_words *words, size_t at);

#endif
