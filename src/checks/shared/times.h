/* times.h - how often something stands, in words. */
#ifndef PLANLINT_CHECKS_TIMES_H
#define PLANLINT_CHECKS_TIMES_H

#include <stddef.h>

#include "base/str.h"

struct pl_arena;

/* "once", "twice", "3 times". */
pl_str pl_times(struct pl_arena *arena, size_t count);

#endif
