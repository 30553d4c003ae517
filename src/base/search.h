/* search.h - binary search in arrays that ascend by a number. */
#ifndef PLANLINT_BASE_SEARCH_H
#define PLANLINT_BASE_SEARCH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Index of the first of `count` items whose `field` (an uint32_t, by which
 * they ascend) is at least `key`; `count` when there is none:
 *
 *     uint32_t at = PL_FIRST_FROM(plan->blocks, plan->blocks_count,
 *                                 range.start, offset); */
#define PL_FIRST_FROM(items, count, field, key)                                \
    pl_first_from((items) ? &(items)->field : NULL, (count), sizeof(*(items)), \
                  (key))

/* `first` is the field of the first item, the others are `stride` bytes apart;
 * NULL when there are none. */
static inline uint32_t pl_first_from(const void *first, uint32_t count,
                                     size_t stride, uint32_t key)
{
    uint32_t low = 0;
    uint32_t high = first ? count : 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        uint32_t value;
        memcpy(&value, (const char *)first + middle * stride, sizeof(value));
        if (value < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

#endif
