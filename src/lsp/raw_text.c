#include "lsp/raw_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "text/source.h"

enum { FIRST_ROOM = 4096, FIRST_LINES = 256 };

void pl_lsp_raw_text_init(struct pl_lsp_raw_text *text)
{
    *text = (struct pl_lsp_raw_text){.arena = pl_arena_new()};
    pl_lsp_raw_text_set(text, (pl_str){0});
}

void pl_lsp_raw_text_clear(struct pl_lsp_raw_text *text)
{
    pl_arena_free(text->arena);
    *text = (struct pl_lsp_raw_text){0};
}

pl_str pl_lsp_raw_text_str(const struct pl_lsp_raw_text *text)
{
    return (pl_str){text->data, text->len};
}

static void need_bytes(struct pl_lsp_raw_text *text, size_t size)
{
    size_t cap = text->cap ? text->cap : FIRST_ROOM;
    while (cap < size) {
        cap *= 2;
    }
    if (cap > text->cap) {
        text->data = pl_arena_grow(text->arena, text->data, text->cap, cap);
        text->cap = cap;
    }
}

static void need_lines(struct pl_lsp_raw_text *text, size_t count)
{
    size_t cap = text->line_cap ? text->line_cap : FIRST_LINES;
    while (cap < count) {
        cap *= 2;
    }
    if (cap > text->line_cap) {
        text->starts = pl_arena_grow(text->arena, text->starts,
                                     text->line_cap * sizeof(*text->starts),
                                     cap * sizeof(*text->starts));
        text->line_cap = cap;
    }
}

/* The start of the line after the one that `at` is in, of those that start at
 * or before `until`; PL_NOWHERE: there is none. */
static size_t next_start(const struct pl_lsp_raw_text *text, size_t at,
                         size_t until)
{
    for (; at < until; at++) {
        char c = text->data[at];
        bool is_pair =
            c == '\r' && at + 1 < text->len && text->data[at + 1] == '\n';
        if (c == '\n' || (c == '\r' && !is_pair)) {
            return at + 1;
        }
    }
    return PL_NOWHERE;
}

static size_t count_starts(const struct pl_lsp_raw_text *text, size_t from,
                           size_t until)
{
    size_t count = 0;
    size_t at = next_start(text, from, until);
    while (at != PL_NOWHERE) {
        count++;
        at = next_start(text, at, until);
    }
    return count;
}

/* Lines `first` to `last` (not included) are found anew: those that start
 * behind `from`, at or before `until`. Those after them have moved. */
struct rescan {
    size_t first;
    size_t last;
    size_t from;
    size_t until;
    size_t moved; /* modulo 2^32 */
};

static void rescan_lines(struct pl_lsp_raw_text *text, struct rescan scan)
{
    size_t count = count_starts(text, scan.from, scan.until);
    size_t kept = text->line_count - scan.last;
    need_lines(text, scan.first + count + kept);
    uint32_t *after = text->starts + scan.first + count;
    memmove(after, text->starts + scan.last, kept * sizeof(*after));
    for (size_t i = 0; i < kept; i++) {
        after[i] += (uint32_t)scan.moved;
    }
    size_t at = scan.from;
    for (size_t i = 0; i < count; i++) {
        at = next_start(text, at, scan.until);
        text->starts[scan.first + i] = (uint32_t)at;
    }
    text->line_count = scan.first + count + kept;
}

void pl_lsp_raw_text_set(struct pl_lsp_raw_text *text, pl_str bytes)
{
    need_bytes(text, bytes.len);
    if (bytes.len) {
        memcpy(text->data, bytes.data, bytes.len);
    }
    text->len = bytes.len;
    need_lines(text, 1);
    text->starts[0] = 0;
    text->line_count = 1;
    rescan_lines(text,
                 (struct rescan){.first = 1, .last = 1, .until = bytes.len});
}

/* The last line that starts at or before `at`. */
static size_t line_of(const struct pl_lsp_raw_text *text, size_t at)
{
    size_t low = 0;
    size_t high = text->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->starts[middle] <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The line before is scanned, too: it may end in a CR that an LF comes after,
 * now or until now. Where a line starts behind the change, and so what ends the
 * line before it, stays as it is. */
static void find_lines(struct pl_lsp_raw_text *text, struct pl_range old,
                       size_t new_end)
{
    size_t line = line_of(text, old.start);
    size_t from = line > 0 ? line - 1 : 0;
    rescan_lines(text, (struct rescan){.first = from + 1,
                                       .last = line_of(text, old.end) + 1,
                                       .from = text->starts[from],
                                       .until = new_end,
                                       .moved = new_end - old.end});
}

static bool splice(struct pl_lsp_raw_text *text, struct pl_range old,
                   pl_str instead)
{
    size_t new_end = old.start + instead.len;
    size_t new_len = text->len - old.end + new_end;
    if (new_len > PL_SOURCE_MAX) {
        return false;
    }
    need_bytes(text, new_len);
    memmove(text->data + new_end, text->data + old.end, text->len - old.end);
    if (instead.len) {
        memcpy(text->data + old.start, instead.data, instead.len);
    }
    text->len = new_len;
    find_lines(text, old, new_end);
    return true;
}

static size_t units_of(pl_str text, size_t at, enum pl_column_unit unit,
                       size_t *len)
{
    if (!pl_is_wide(text.data[at])) {
        *len = 1;
        return 1;
    }
    uint32_t code_point = pl_utf8_decode(text, at, len);
    switch (unit) {
    case PL_COLUMN_UTF8:
        return *len;
    case PL_COLUMN_UTF16:
        return code_point > 0xFFFF ? 2 : 1;
    case PL_COLUMN_UTF32:
    default:
        return 1;
    }
}

/* The end of a line without what ends it. */
static size_t line_end(const struct pl_lsp_raw_text *text, size_t line)
{
    bool is_last = line + 1 == text->line_count;
    size_t end = is_last ? text->len : text->starts[line + 1];
    size_t start = text->starts[line];
    if (!is_last && end > start && text->data[end - 1] == '\n') {
        end--;
        if (end > start && text->data[end - 1] == '\r') {
            end--;
        }
    } else if (!is_last && end > start) {
        end--;
    }
    return end;
}

size_t pl_lsp_raw_text_offset(const struct pl_lsp_raw_text *text,
                              struct pl_lsp_position position,
                              enum pl_column_unit unit)
{
    if (position.line >= text->line_count) {
        return text->len;
    }
    size_t at = text->starts[position.line];
    pl_str until_end = {text->data, line_end(text, position.line)};
    size_t left = position.character;
    while (at < until_end.len && left > 0) {
        size_t len;
        size_t units = units_of(until_end, at, unit, &len);
        if (units > left) {
            break;
        }
        left -= units;
        at += len;
    }
    return at;
}

bool pl_lsp_raw_text_change(struct pl_lsp_raw_text *text,
                            const struct pl_lsp_change *change)
{
    size_t start = pl_lsp_raw_text_offset(text, change->start, change->unit);
    size_t end = pl_lsp_raw_text_offset(text, change->end, change->unit);
    struct pl_range old = {(uint32_t)(start < end ? start : end),
                           (uint32_t)(start < end ? end : start)};
    return splice(text, old, change->text);
}
