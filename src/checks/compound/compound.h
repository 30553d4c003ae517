/* compound.h - compounds of two words as they stand in a plan: with a hyphen,
 * a space, or as one word. */
#ifndef PLANLINT_CHECKS_COMPOUND_H
#define PLANLINT_CHECKS_COMPOUND_H

#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "checks/shared/pairs.h"
#include "checks/shared/params.h"

struct pl_arena;
struct pl_run;

/* Places are indexes of the first word. */
struct pl_compound {
    uint32_t first_word; /* a place with a hyphen, for its spelling */
    PL_VEC(uint32_t) hyphened;
    PL_VEC(uint32_t) spaced;
};

struct pl_compounds {
    struct pl_arena *arena;
    struct pl_pairs pairs; /* the same indexes as `items` */
    PL_VEC(struct pl_compound) items;
};

/* Compounds that have a hyphen somewhere, and where the same two words stand
 * with a space between them. What begins with one of `never` is none, nor what
 * is part of a longer chain. Two passes over the words. */
void pl_compounds_find(const struct pl_run *run,
                       const struct pl_words_param *never,
                       struct pl_compounds *found);

#endif
