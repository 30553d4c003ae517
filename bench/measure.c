#include "measure.h"

#include <stdlib.h>
#include <time.h>

double pl_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

double pl_times_add(struct pl_arena *arena, struct pl_times *times,
                    double start)
{
    double now = pl_now();
    *PL_VEC_PUSH(arena, &times->list) = now - start;
    return now;
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

double pl_times_quantile(struct pl_times *times, double share)
{
    if (times->list.len == 0) {
        return 0;
    }
    qsort(times->list.items, times->list.len, sizeof(*times->list.items),
          by_size);
    return times->list.items[(size_t)(share * (double)(times->list.len - 1))];
}
