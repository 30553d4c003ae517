/* arena.h - memory that is released all at once.
 *
 * Everything planlint builds belongs to an arena: of the run, of a document's
 * revision, or a scratch one. Memory is zeroed and aligned for any type. When
 * memory runs out the process ends with status 2; nobody checks for NULL. */
#ifndef PLANLINT_BASE_ARENA_H
#define PLANLINT_BASE_ARENA_H

#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"

struct pl_arena;

PL_NEVER_NULL struct pl_arena *pl_arena_new(void);
void pl_arena_free(struct pl_arena *arena); /* takes NULL */

/* Forgets all that was allocated and keeps one block for what comes next. */
void pl_arena_reset(struct pl_arena *arena);

/* Has `release(thing)` called when the arena is freed or reset, the last thing
 * first: for what another library allocated. */
void pl_arena_adopt(struct pl_arena *arena, void *thing,
                    void (*release)(void *thing));

PL_NEVER_NULL void *pl_arena_alloc(struct pl_arena *arena, size_t size);

/* When about `size` bytes are to come, and that is much: has as many of them
 * lie together as fill whole large pages, in which the system fetches them. */
void pl_arena_reserve(struct pl_arena *arena, size_t size);

/* `count` items of `size` bytes; ends the process when the product overflows.
 */
PL_NEVER_NULL void *pl_arena_array(struct pl_arena *arena, size_t count,
                                   size_t size);

/* Moves `memory` (may be NULL) of `old_size` bytes to `new_size` bytes, in
 * place when it was the last allocation; the added part is zeroed. */
PL_NEVER_NULL void *pl_arena_grow(struct pl_arena *arena, void *memory,
                                  size_t old_size, size_t new_size);

/* Gives back what is not needed of `memory`, where the arena can use it; what
 * was shrunk must not grow again. */
void pl_arena_shrink(struct pl_arena *arena, void *memory, size_t old_size,
                     size_t new_size);

/* A copy, with a NUL after it that is not counted. */
pl_str pl_arena_copy(struct pl_arena *arena, pl_str s);
const char *pl_arena_strndup(struct pl_arena *arena, const char *s, size_t n);
const char *pl_arena_printf(struct pl_arena *arena, const char *format, ...)
    PL_PRINTF(2, 3);
pl_str pl_arena_number(struct pl_arena *arena, size_t number); /* "12" */

size_t pl_arena_used(const struct pl_arena *arena); /* bytes handed out */

#endif
