/* vec.h - growable arrays of any type, in an arena.
 *
 *     PL_VEC(struct pl_section) sections;
 *     struct pl_section *added = PL_VEC_PUSH(arena, &sections);
 *
 * All zero is an empty vector. A push may move the items: pointers to items
 * do not outlive it. */
#ifndef PLANLINT_BASE_VEC_H
#define PLANLINT_BASE_VEC_H

#include <stddef.h>
#include <string.h>

#include "base/arena.h"

#define PL_VEC(type) \
    struct {         \
        type *items; \
        size_t len;  \
        size_t cap;  \
    }

/* The address of a new, zeroed item at the end. */
#define PL_VEC_PUSH(arena, vec)                                                \
    ((vec)->len == (vec)->cap ? (void)((vec)->items = pl_vec_grow(             \
                                           (arena), (vec)->items, &(vec)->cap, \
                                           sizeof(*(vec)->items)))             \
                              : (void)0,                                       \
     &(vec)->items[(vec)->len++])

/* The address of `count` new items at the end, which are not zeroed. */
#define PL_VEC_EXTEND(arena, vec, count)                             \
    ((vec)->items =                                                  \
         pl_vec_extend((arena), (vec)->items, &(vec)->cap,           \
                       (vec)->len + (count), sizeof(*(vec)->items)), \
     (vec)->len += (count), (vec)->items + (vec)->len - (count))

/* The items alone, in `arena`; NULL when there are none. */
#define PL_VEC_COPY(arena, vec) \
    pl_vec_copy((arena), (vec)->items, (vec)->len * sizeof(*(vec)->items))

static inline void *pl_vec_grow(struct pl_arena *arena, void *items,
                                size_t *cap, size_t item_size)
{
    size_t old_cap = *cap;
    *cap = old_cap ? old_cap * 2 : 8;
    return pl_arena_grow(arena, items, old_cap * item_size, *cap * item_size);
}

static inline void *pl_vec_extend(struct pl_arena *arena, void *items,
                                  size_t *cap, size_t needed, size_t item_size)
{
    size_t old_cap = *cap;
    if (needed <= old_cap) {
        return items;
    }
    *cap = needed > 2 * old_cap ? needed : 2 * old_cap;
    return pl_arena_grow(arena, items, old_cap * item_size, *cap * item_size);
}

static inline void *pl_vec_copy(struct pl_arena *arena, const void *items,
                                size_t size)
{
    return size ? memcpy(pl_arena_alloc(arena, size), items, size) : NULL;
}

#endif
