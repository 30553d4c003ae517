/* random.h - numbers that look random and are the same on every machine. */
#ifndef PLANLINT_BENCH_RANDOM_H
#define PLANLINT_BENCH_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct pl_random {
    uint64_t state; /* any seed */
};

static inline uint64_t pl_random_next(struct pl_random *random)
{
    uint64_t mixed = random->state += 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
}

/* From 0 to `limit` - 1; `limit` > 0. */
static inline uint32_t pl_random_below(struct pl_random *random, uint32_t limit)
{
    return (uint32_t)(((pl_random_next(random) >> 32) * limit) >> 32);
}

static inline uint32_t pl_random_between(struct pl_random *random,
                                         uint32_t least, uint32_t most)
{
    return least + pl_random_below(random, most - least + 1);
}

static inline bool pl_random_one_in(struct pl_random *random, uint32_t count)
{
    return pl_random_below(random, count) == 0;
}

#endif
