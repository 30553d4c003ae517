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

/* What a column is counted in. */
enum pl_column_unit {
    PL_COLUMN_UTF8, /* bytes */
    PL_COLUMN_UTF16,
    PL_COLUMN_UTF32, /* code points */
};

/* Lines end in "\n". */
struct pl_lines pl_lines_build(struct pl_arena *arena, pl_str text);

/* Lines end as in editors: in LF, CR LF or CR. */
struct pl_lines pl_lines_build_as_edited(struct pl_arena *arena, pl_str text);

/* `offset` is clamped to the text. */
struct pl_position pl_lines_position(const struct pl_lines *lines,
                                     size_t offset);

/* The line of `number` (1-based, clamped) without its line end. */
struct pl_range pl_lines_range(const struct pl_lines *lines, size_t number);

/* A place as the protocol of language servers has it: both 0-based. */
struct pl_lines_place {
    size_t line;
    size_t column;
};

/* `offset` is clamped to the text. */
struct pl_lines_place pl_lines_place_of(const struct pl_lines *lines,
                                        size_t offset,
                                        enum pl_column_unit unit);

/* The offset of a place: the end of the text for a line behind the last, the
 * end of the line for a column behind it, the beginning of the character for a
 * column inside of one. Costs no more in a line of megabytes. */
size_t pl_lines_offset_of(const struct pl_lines *lines,
                          struct pl_lines_place place,
                          enum pl_column_unit unit);

#endif
