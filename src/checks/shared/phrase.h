/* phrase.h - words and phrases looked up in a plan by its index of words.
 *
 * A phrase is words with a space, a hyphen or a slash between them:
 * "decision-making", "telecommunication/ICT". A space also stands for a line
 * end and a no-break space, a hyphen for a no-break hyphen. Nothing here reads
 * the text as a whole. */
#ifndef PLANLINT_CHECKS_PHRASE_H
#define PLANLINT_CHECKS_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

struct pl_arena;
struct pl_run;
struct pl_words;
struct pl_words_param;

/* Indexes of words in the plan. */
struct pl_spots {
    struct pl_arena *arena;
    PL_VEC(uint32_t) words;
};

/* Adds every place of a word: as it is spelled, capitalized, or all in
 * capitals; of a spelling with capitals only those and all in capitals. */
void pl_spots_add_word(struct pl_spots *places, const struct pl_words *words,
                       pl_str word);

/* How many places that adds. */
uint32_t pl_word_occurrences(const struct pl_words *words, pl_str word);

/* Adds the first word of every place where the phrase stands. */
void pl_spots_add_phrase(struct pl_spots *places, const struct pl_words *words,
                         pl_str phrase);

/* Adds the first word of every place, ascending, where a word whose form has a
 * bit of `first` in its mark stands right before one with a bit of `second`;
 * `marks` has one for each form. Reads the postings of these forms alone. */
void pl_spots_add_pairs(struct pl_spots *places, const struct pl_words *words,
                        const uint8_t *marks, uint8_t first, uint8_t second);

/* On the way from place to place: lets the words of one that is to come, and
 * the text of one that comes sooner, start on their way from memory. */
void pl_spots_fetch(const struct pl_spots *places, const struct pl_words *words,
                    size_t at);

/* Ascending, each once. */
void pl_spots_sort(struct pl_spots *places);

/* How many words of the text `phrase` is. */
uint32_t pl_phrase_word_count(pl_str phrase);

/* A set of words, by the forms that they have in one plan. */
struct pl_word_set {
    const uint32_t *forms;
    size_t count;
    const uint8_t *bits; /* one for each form below `limit` */
    uint32_t limit;
};

/* Adds `mark` to the marks of the forms of a set. */
void pl_word_set_mark(const struct pl_word_set *set, uint8_t *marks,
                      uint8_t mark);

/* The same spellings as pl_spots_add_word(); in the arena of the run. */
struct pl_word_set pl_word_set_of(const struct pl_run *run,
                                  const struct pl_words_param *list);

static inline bool pl_word_set_has(const struct pl_word_set *set, uint32_t form)
{
    return form < set->limit && (set->bits[form / 8] & 1U << form % 8) != 0;
}

/* Whether word `at` exists, is in the set and only a space separates it from
 * the one before. */
bool pl_word_set_has_joined(const struct pl_word_set *set,
                            const struct pl_words *words, uint32_t at);

/* Whether a hyphen or a slash, and nothing else, is before word `at`. */
bool pl_word_is_hyphenated(const struct pl_words *words, uint32_t at);

/* Whether word `at` goes on after a space in small letters, and is neither one
 * of `not_nouns` nor an adverb by its ending. */
bool pl_word_may_be_noun(const struct pl_words *words,
                         const struct pl_word_set *not_nouns, uint32_t at);

/* `prefer` with a capital where `found` has one. */
pl_str pl_phrase_like(struct pl_arena *arena, pl_str prefer, pl_str found);

#endif
