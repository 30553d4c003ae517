#include "text/lines.h"

#include <assert.h>

#include "base/arena.h"
#include "base/utf8.h"

/* In strides whose count fits into a byte, so that they become a few vector
 * instructions. */
static size_t count_line_ends(pl_str text)
{
    enum { STRIDE = 128 };
    size_t count = 0;
    size_t at = 0;
    for (; text.len - at >= STRIDE; at += STRIDE) {
        uint8_t hits = 0;
        for (size_t i = at; i < at + STRIDE; i++) {
            hits = (uint8_t)(hits + (text.data[i] == '\n'));
        }
        count += hits;
    }
    for (; at < text.len; at++) {
        count += text.data[at] == '\n';
    }
    return count;
}

static bool is_lone_return(pl_str text, size_t at)
{
    return text.data[at] == '\r' &&
           (at + 1 == text.len || text.data[at + 1] != '\n');
}

static bool is_ascii(pl_str text)
{
    unsigned char bits = 0;
    for (size_t i = 0; i < text.len; i++) {
        bits |= (unsigned char)text.data[i];
    }
    return bits < 0x80;
}

static const struct pl_lines_mark *build_marks(struct pl_arena *arena,
                                               pl_str text)
{
    size_t count = text.len / PL_LINES_STEP + 1;
    struct pl_lines_mark *marks = pl_arena_array(arena, count, sizeof(*marks));
    for (size_t i = 1; i < count; i++) {
        size_t at = i * PL_LINES_STEP;
        pl_str step = pl_str_slice(text, at - PL_LINES_STEP, at);
        marks[i].code_points =
            marks[i - 1].code_points + (uint32_t)pl_utf8_count(step);
        marks[i].utf16_units =
            marks[i - 1].utf16_units + (uint32_t)pl_utf8_utf16_count(step);
    }
    return marks;
}

static struct pl_lines from_starts(struct pl_arena *arena, pl_str text,
                                   const uint32_t *starts, size_t count)
{
    return (struct pl_lines){
        .text = text,
        .starts = starts,
        .count = count,
        .marks = is_ascii(text) ? NULL : build_marks(arena, text),
    };
}

struct pl_lines pl_lines_build(struct pl_arena *arena, pl_str text)
{
    assert(text.len < UINT32_MAX);
    size_t count = count_line_ends(text) + 1;
    uint32_t *starts = pl_arena_array(arena, count, sizeof(*starts));
    size_t at = 0;
    for (size_t line = 1; line < count; line++) {
        at = pl_str_find_char(text, '\n', at) + 1;
        starts[line] = (uint32_t)at;
    }
    return from_starts(arena, text, starts, count);
}

struct pl_lines pl_lines_build_as_edited(struct pl_arena *arena, pl_str text)
{
    if (pl_str_find_char(text, '\r', 0) == PL_NOWHERE) {
        return pl_lines_build(arena, text);
    }
    assert(text.len < UINT32_MAX);
    size_t count = count_line_ends(text) + 1;
    for (size_t i = 0; i < text.len; i++) {
        count += is_lone_return(text, i);
    }
    uint32_t *starts = pl_arena_array(arena, count, sizeof(*starts));
    size_t line = 1;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n' || is_lone_return(text, i)) {
            starts[line++] = (uint32_t)i + 1;
        }
    }
    return from_starts(arena, text, starts, count);
}

/* Index of the last line that starts at or before `offset`. */
static size_t line_at(const struct pl_lines *lines, size_t offset)
{
    size_t low = 0;
    size_t high = lines->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (lines->starts[middle] <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct pl_lines_mark mark_at(const struct pl_lines *lines, size_t offset)
{
    size_t step = offset / PL_LINES_STEP;
    pl_str rest = pl_str_slice(lines->text, step * PL_LINES_STEP, offset);
    struct pl_lines_mark mark = lines->marks[step];
    mark.code_points += (uint32_t)pl_utf8_count(rest);
    mark.utf16_units += (uint32_t)pl_utf8_utf16_count(rest);
    return mark;
}

/* From the line's start: counted where that is near, else by the marks. */
static struct pl_lines_mark columns_between(const struct pl_lines *lines,
                                            size_t start, size_t offset)
{
    if (!lines->marks) {
        uint32_t bytes = (uint32_t)(offset - start);
        return (struct pl_lines_mark){bytes, bytes};
    }
    if (offset - start <= PL_LINES_STEP) {
        pl_str piece = pl_str_slice(lines->text, start, offset);
        return (struct pl_lines_mark){(uint32_t)pl_utf8_count(piece),
                                      (uint32_t)pl_utf8_utf16_count(piece)};
    }
    struct pl_lines_mark from = mark_at(lines, start);
    struct pl_lines_mark to = mark_at(lines, offset);
    return (struct pl_lines_mark){to.code_points - from.code_points,
                                  to.utf16_units - from.utf16_units};
}

struct pl_position pl_lines_position(const struct pl_lines *lines,
                                     size_t offset)
{
    size_t at = offset < lines->text.len ? offset : lines->text.len;
    at = pl_utf8_start(lines->text, at);
    size_t line = line_at(lines, at);
    struct pl_lines_mark columns =
        columns_between(lines, lines->starts[line], at);
    return (struct pl_position){
        .line = line + 1,
        .column = (size_t)columns.code_points + 1,
        .utf16_column = columns.utf16_units,
    };
}

struct pl_range pl_lines_range(const struct pl_lines *lines, size_t number)
{
    size_t line = number > lines->count ? lines->count : number;
    line = line > 0 ? line - 1 : 0;
    bool last = line + 1 == lines->count;
    size_t start = lines->starts[line];
    size_t end = last ? lines->text.len : (size_t)lines->starts[line + 1] - 1;
    bool has_return = !last && end > start && lines->text.data[end] == '\n' &&
                      lines->text.data[end - 1] == '\r';
    return (struct pl_range){(uint32_t)start, (uint32_t)(end - has_return)};
}

static size_t in_unit(struct pl_lines_mark mark, enum pl_column_unit unit)
{
    return unit == PL_COLUMN_UTF16 ? mark.utf16_units : mark.code_points;
}

struct pl_lines_place pl_lines_place_of(const struct pl_lines *lines,
                                        size_t offset, enum pl_column_unit unit)
{
    size_t at = offset < lines->text.len ? offset : lines->text.len;
    at = pl_utf8_start(lines->text, at);
    size_t line = line_at(lines, at);
    size_t start = lines->starts[line];
    size_t column = unit == PL_COLUMN_UTF8
                        ? at - start
                        : in_unit(columns_between(lines, start, at), unit);
    return (struct pl_lines_place){line, column};
}

/* The last mark of the line that is not behind the column: where to count on
 * from, and what is left to count. Before a mark inside of a character that
 * character is counted. */
static size_t skip_to_mark(const struct pl_lines *lines, struct pl_range line,
                           enum pl_column_unit unit, size_t *column)
{
    size_t low = line.start / PL_LINES_STEP;
    size_t high = line.end / PL_LINES_STEP + 1;
    size_t before = in_unit(mark_at(lines, line.start), unit);
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (in_unit(lines->marks[middle], unit) - before <= *column) {
            low = middle;
        } else {
            high = middle;
        }
    }
    size_t at = low * PL_LINES_STEP;
    if (at <= line.start) {
        return line.start;
    }
    *column -= in_unit(lines->marks[low], unit) - before;
    size_t start = pl_utf8_start(lines->text, at);
    if (start < at) {
        size_t len;
        pl_utf8_decode(lines->text, start, &len);
        return start + len;
    }
    return at;
}

static size_t count_on(pl_str text, struct pl_range rest,
                       enum pl_column_unit unit, size_t column)
{
    size_t at = rest.start;
    while (at < rest.end) {
        size_t len;
        bool is_wide = pl_utf8_decode(text, at, &len) > 0xFFFF;
        size_t units = unit == PL_COLUMN_UTF16 && is_wide ? 2 : 1;
        if (units > column) {
            break;
        }
        column -= units;
        at += len;
    }
    return at;
}

size_t pl_lines_offset_of(const struct pl_lines *lines,
                          struct pl_lines_place place, enum pl_column_unit unit)
{
    if (place.line >= lines->count) {
        return lines->text.len;
    }
    struct pl_range line = pl_lines_range(lines, place.line + 1);
    size_t column = place.column;
    if (unit == PL_COLUMN_UTF8 || !lines->marks) {
        size_t len = line.end - line.start;
        size_t at = line.start + (column < len ? column : len);
        return pl_utf8_start(lines->text, at);
    }
    line.start = (uint32_t)skip_to_mark(lines, line, unit, &column);
    return count_on(lines->text, line, unit, column);
}
