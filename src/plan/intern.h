/* intern.h - numbers for spellings, as fast as words come by.
 *
 * A table made for the words of prose: those of up to eight bytes, nearly all,
 * are compared without looking at the text again. Internal to the plan layer.
 */
#ifndef PLANLINT_PLAN_INTERN_H
#define PLANLINT_PLAN_INTERN_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct pl_arena;
struct pl_intern;

struct pl_intern *pl_intern_new(struct pl_arena *arena);

/* What a spelling is looked up by; all of a spelling of up to 16 bytes. */
struct pl_intern_key {
    uint64_t head; /* its first eight bytes */
    uint64_t tail; /* its last eight bytes */
    uint64_t hash;
};

/* The key of a spelling that is not empty; `readable_end` is the end of the
 * memory around it. Fetches what pl_intern_add() will read, so that many keys
 * should be made before the first is added. */
struct pl_intern_key pl_intern_key(const struct pl_intern *table,
                                   pl_str spelling, const char *readable_end);

/* The number of a spelling: its own, or the next free one when it is new. The
 * spelling is borrowed. */
uint32_t pl_intern_add(struct pl_intern *table, pl_str spelling,
                       struct pl_intern_key key);

/* The number of a spelling, or UINT32_MAX. */
uint32_t pl_intern_find(const struct pl_intern *table, pl_str spelling);

#endif
