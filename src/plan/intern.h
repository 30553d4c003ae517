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

/* The number of a spelling: its own, or the next free one when it is new. The
 * spelling is borrowed. `readable_end` is the end of the memory around it. */
uint32_t pl_intern_add(struct pl_intern *table, pl_str spelling,
                       const char *readable_end);

/* The number of a spelling, or UINT32_MAX. */
uint32_t pl_intern_find(const struct pl_intern *table, pl_str spelling);

uint32_t pl_intern_count(const struct pl_intern *table);

#endif
