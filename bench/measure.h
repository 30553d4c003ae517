/* measure.h - times of many runs, and their median. */
#ifndef PLANLINT_BENCH_MEASURE_H
#define PLANLINT_BENCH_MEASURE_H

#include <stddef.h>

#include "base/vec.h"

struct pl_arena;

struct pl_times {
    PL_VEC(double) list; /* milliseconds */
};

/* Milliseconds of processor time that this thread has used: other work on
 * the machine does not count. */
double pl_now(void);

/* Adds the time since `start`, a result of pl_now(), and returns now. */
double pl_times_add(struct pl_arena *arena, struct pl_times *times,
                    double start);

/* `share` from 0 to 1: 0.5 is the median. Sorts the list. */
double pl_times_quantile(struct pl_times *times, double share);

#endif
