/* range.h - a piece of a document's text: byte offsets, 0-based, half-open. */
#ifndef PLANLINT_BASE_RANGE_H
#define PLANLINT_BASE_RANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/chars.h"
#include "base/str.h"

#define PL_NONE UINT32_MAX /* an index that does not exist */

struct pl_range {
    uint32_t start;
    uint32_t end;
};

static inline bool pl_range_is_empty(struct pl_range range)
{
    return range.start >= range.end;
}

static inline bool pl_range_has(struct pl_range range, uint32_t offset)
{
    return range.start <= offset && offset < range.end;
}

/* `text` is the whole text that the range counts in. */
static inline pl_str pl_range_text(pl_str text, struct pl_range range)
{
    return pl_str_slice(text, range.start, range.end);
}

/* The same without blanks and line ends at both ends. */
static inline struct pl_range pl_range_trim(pl_str text, struct pl_range range)
{
    while (range.start < range.end && pl_is_space(text.data[range.start])) {
        range.start++;
    }
    while (range.end > range.start && pl_is_space(text.data[range.end - 1])) {
        range.end--;
    }
    return range;
}

#endif
