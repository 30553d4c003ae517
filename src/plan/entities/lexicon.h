/* lexicon.h - the nouns that name entities, as the words of one document. */
#ifndef PLANLINT_PLAN_LEXICON_H
#define PLANLINT_PLAN_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/entities.h"
#include "plan/vocabulary.h"

struct pl_arena;
struct pl_words;

enum pl_lexicon_mark {
    PL_LEXICON_NOUN = 1,      /* a noun begins with it */
    PL_LEXICON_QUALIFIER = 2, /* stands before or after a noun */
};

struct pl_lexicon_noun {
    enum pl_entity_kind kind;
    uint32_t row; /* the same for both numbers of a noun */
    bool is_many;
    uint8_t count; /* words */
    uint32_t folds[PL_VOCABULARY_MAX_WORDS];
};

struct pl_lexicon_code {
    enum pl_entity_kind kind;
    uint32_t row;
    pl_str letters;
};

struct pl_lexicon {
    const struct pl_words *words;
    uint8_t *marks;                      /* enum pl_lexicon_mark of each form */
    const struct pl_lexicon_noun *nouns; /* those that the document has */
    uint32_t noun_count;
    const struct pl_lexicon_code *codes;
    uint32_t code_count;
    uint32_t own_count; /* rows before those of the known words */
};

/* The row that is told of a kind where no noun stands. */
uint32_t pl_lexicon_row(const struct pl_lexicon *lexicon,
                        enum pl_entity_kind kind);

/* `own` (may be NULL) comes before the known words. In `arena`. */
struct pl_lexicon pl_lexicon_build(struct pl_arena *arena,
                                   const struct pl_words *words,
                                   const struct pl_vocabulary *own);

/* A noun with its qualifiers: "Strategic objective", "Objectif général". */
struct pl_noun {
    enum pl_entity_kind kind;
    uint32_t row;
    uint32_t qualifier; /* fold of the first one; PL_NONE: none */
    bool is_many;
    uint32_t word_end; /* of the noun and what is after it */
};

/* Reads one at word `at`, before `word_end`, with only blanks and hyphens
 * between the words. */
bool pl_lexicon_read(const struct pl_lexicon *lexicon, uint32_t at,
                     uint32_t word_end, struct pl_noun *noun);

#endif
