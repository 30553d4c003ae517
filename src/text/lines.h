/* lines.h - lines and columns of a text: found in logarithmic time.
 *
 * Inside planlint everything is a byte offset; lines and columns are made at
 * the edges, when something is shown. */
#ifndef PLANLINT_TEXT_LINES_H
#define PLANLINT_TEXT_LINES_H

#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_arena;

/* Code points and UTF-16 units before every PL_LINES_STEP-th byte, so that a
 * column in a line of megabytes costs no more than one in a short line. */
struct pl_lines_mark {
    uint32_t code_points;
    uint32_t utf16_units;
};
enum { PL_LINES_STEP = 1024 };

struct pl_lines {
    pl_str text;
    const uint32_t *starts; /* byte offset of each line; the first is 0 */
    size_t count;           /* at least 1 */
    const struct pl_lines_mark *marks; /* NULL: the text is all ASCII */
};

struct pl_position {
    size_t line;         /* 1-based */
    size_t column;       /* 1-based, code points */
    size_t utf16_column; /* 0-based, UTF-16 units, as editors count */
};

struct pl_lines pl_lines_build(struct pl_arena *arena, pl_str text);

/* `offset` is clamped to the text. */
struct pl_position pl_lines_position(const struct pl_lines *lines,
                                     size_t offset);

/* The line of `number` (1-based, clamped) without its line end. */
struct pl_range pl_lines_range(const struct pl_lines *lines, size_t number);

#endif
