/* pairs.h - pairs of numbers, each once: two words, a value and a word.
 *
 * An index in the order of adding stands for a pair. Lives in an arena. */
#ifndef PLANLINT_CHECKS_PAIRS_H
#define PLANLINT_CHECKS_PAIRS_H

#include <stdint.h>

#include "base/vec.h"

struct pl_arena;

struct pl_pair {
    uint32_t first;
    uint32_t second;
};

struct pl_pairs {
    struct pl_arena *arena;
    PL_VEC(struct pl_pair) items;
    uint32_t *slots; /* index + 1; 0: free */
    uint32_t mask;
    uint64_t seed;
};

/* The index of the pair, which is added when it was not there. */
uint32_t pl_pairs_add(struct pl_pairs *pairs, struct pl_pair pair);

/* The index of the pair, or PL_NONE. */
uint32_t pl_pairs_find(const struct pl_pairs *pairs, struct pl_pair pair);

#endif
