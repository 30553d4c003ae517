/* prose.h - sentences of made-up plans, written to a buffer.
 *
 * A sentence follows a pattern in which "$" and a letter stand for a word:
 * n noun, N plural, a adjective, v verb, i infinitive, g gerund, p participle,
 * r adverb, A acronym that was defined before, q quantity, y year. */
#ifndef PLANLINT_BENCH_PROSE_H
#define PLANLINT_BENCH_PROSE_H

#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"
#include "random.h"

struct pl_lexicon;
struct pl_map;

struct pl_prose_writer {
    struct pl_arena *arena;
    struct pl_buf text;
    struct pl_random random;
    const struct pl_lexicon *lexicon;
    PL_VEC(pl_str) acronyms; /* defined so far */
    struct pl_map *known_acronyms;
};

/* A clause without capital and full stop: "the council promotes ...". */
void pl_prose_clause(struct pl_prose_writer *prose);

/* One to three clauses, capital and full stop. */
void pl_prose_sentence(struct pl_prose_writer *prose);

/* Sentences, parted by spaces, until `bytes` are written. */
void pl_prose_sentences(struct pl_prose_writer *prose, uint32_t bytes);

/* "Regional velation", or with every word capital; `words` >= 2. */
pl_str pl_prose_title(struct pl_prose_writer *prose, uint32_t words,
                      bool all_capital);

/* A sentence that defines a new acronym, and one that uses it. */
void pl_prose_define_acronym(struct pl_prose_writer *prose);

#endif
