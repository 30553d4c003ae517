/* lexicon.h - the vocabulary of made-up plans: some thousand words of their
 * own, built from syllables, among words that real plans are full of.
 *
 * As in real text a few words are frequent and most are rare. */
#ifndef PLANLINT_BENCH_LEXICON_H
#define PLANLINT_BENCH_LEXICON_H

#include "base/str.h"

struct pl_arena;
struct pl_lexicon;
struct pl_random;

enum pl_word_class {
    PL_WORD_NOUN,
    PL_WORD_PLURAL,
    PL_WORD_ADJECTIVE,
    PL_WORD_VERB,       /* third person: "promotes" */
    PL_WORD_INFINITIVE, /* "promote" */
    PL_WORD_GERUND,     /* "promoting" */
    PL_WORD_PARTICIPLE, /* "promoted" */
    PL_WORD_ADVERB,
    PL_WORD_CLASS_COUNT
};

struct pl_lexicon *pl_lexicon_new(struct pl_arena *arena);

pl_str pl_lexicon_word(const struct pl_lexicon *lexicon,
                       enum pl_word_class class, struct pl_random *random);

#endif
