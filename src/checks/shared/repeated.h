/* repeated.h - numbers that stand in a list more than once.
 *
 * For fingerprints of many things, nearly all of which differ: those are set
 * aside by two bits each, and a table is made of the rest alone. */
#ifndef PLANLINT_CHECKS_REPEATED_H
#define PLANLINT_CHECKS_REPEATED_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "checks/shared/pairs.h"

struct pl_arena;
struct pl_words;

/* The fingerprint of the words [first, end), by their forms. */
uint32_t pl_repeated_hash(const struct pl_words *words, uint32_t first,
                          uint32_t end);

/* The indexes, ascending, of all numbers that equal another one, and of a few
 * that do not; in `arena`. `count` is below 2^28. */
struct pl_repeated {
    uint32_t *indexes;
    size_t count;
};

struct pl_repeated pl_repeated_find(struct pl_arena *arena,
                                    const uint32_t *numbers, size_t count);

/* A value for each number; all zero but the arena. */
struct pl_last_seen {
    struct pl_arena *arena;
    struct pl_pairs numbers;
    PL_VEC(uint32_t) values; /* of each of them */
};

/* Gives `value` to a number; returns the one it had before, or PL_NONE. */
uint32_t pl_last_seen_put(struct pl_last_seen *seen, uint32_t number,
                          uint32_t value);

#endif
