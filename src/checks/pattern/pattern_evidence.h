/* pattern_evidence.h - whether a document itself shows that two words belong
 * together, for matches of a pattern that only then are wrong. */
#ifndef PLANLINT_CHECKS_PATTERN_EVIDENCE_H
#define PLANLINT_CHECKS_PATTERN_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct pl_arena;
struct pl_map;
struct pl_run;
struct pl_words;
struct pl_words_param;

struct pl_evidence {
    struct pl_arena *arena;
    const struct pl_words *words;
    pl_str joint; /* what should stand between the two words: "/", "-" */
    const struct pl_words_param *known; /* pairs that need no evidence */
    bool word_is_enough; /* the second word after some other word is evidence */
};

/* For word `after` > 0 of the document and the word before it. */
bool pl_evidence_has(const struct pl_evidence *evidence, uint32_t after);

/* The words that pieces of code in the text begin with, in the arena of the
 * run: names of programs, most often. */
struct pl_map *pl_evidence_code_words(const struct pl_run *run);

#endif
