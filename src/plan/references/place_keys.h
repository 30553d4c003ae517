/* place_keys.h - from the numbers of places to indexes from 0 on.
 *
 * Numbers that are written alike are the same, whatever they were read as: i)
 * as a letter and as a Roman number. */
#ifndef PLANLINT_PLAN_PLACE_KEYS_H
#define PLANLINT_PLAN_PLACE_KEYS_H

#include <stdint.h>

#include "plan/label.h"
#include "plan/references/places.h"

struct pl_arena;
struct pl_place_keys;

#define PL_PLACE_KEY_NONE UINT32_MAX

/* What a key is of: a number is none of its own parent. */
enum pl_place_space {
    PL_SPACE_NUMBER,
    PL_SPACE_PARENT_OF_FIGURES,
    PL_SPACE_PARENT_OF_LETTERS,
    PL_SPACE_COUNT
};

struct pl_place_number {
    enum pl_place_kind kind;
    enum pl_place_space space;
    const struct pl_label *label;
    uint8_t count; /* of the label's parts that are meant */
};

struct pl_place_keys *pl_place_keys_new(struct pl_arena *arena);

/* The index of a number, or PL_PLACE_KEY_NONE. */
uint32_t pl_place_keys_find(struct pl_place_keys *keys,
                            struct pl_place_number number);

/* The same; a new number gets the index `next`. */
uint32_t pl_place_keys_find_or_add(struct pl_place_keys *keys,
                                   struct pl_place_number number,
                                   uint32_t next);

#endif
