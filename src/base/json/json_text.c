/* Texts that JSON has as an array of lines. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"

bool pl_json_as_text(struct pl_arena *arena, struct pl_json value, pl_str *out,
                     struct pl_error *error)
{
    if (pl_json_kind(value) != PL_JSON_ARRAY) {
        return pl_json_as_string(arena, value, out, error);
    }
    struct pl_buf lines = pl_buf_in(arena);
    for (struct pl_json it = pl_json_first(value); it.item;
         it = pl_json_next(it)) {
        pl_str line;
        if (!pl_json_as_string(arena, it, &line, error)) {
            return false;
        }
        pl_buf_add(&lines, line);
        pl_buf_add_char(&lines, '\n');
    }
    *out = pl_buf_str(&lines);
    return true;
}

static uint32_t hex_unit(pl_str raw, size_t at)
{
    char digits[] = {raw.data[at], raw.data[at + 1], raw.data[at + 2],
                     raw.data[at + 3], '\0'};
    return (uint32_t)strtoul(digits, NULL, 16);
}

/* How long the character at `at` of a raw string is there, and in what it
 * stands for. */
static size_t raw_len(pl_str raw, size_t at, size_t *decoded)
{
    *decoded = 1;
    if (raw.data[at] != '\\') {
        return 1;
    }
    if (raw.data[at + 1] != 'u') {
        return 2;
    }
    uint32_t unit = hex_unit(raw, at + 2);
    bool is_half = unit >= 0xD800 && unit <= 0xDFFF;
    *decoded = is_half ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    return is_half ? 12 : 6;
}

/* The byte of a raw string, quotes included, that byte `offset` of what it
 * stands for is written as. */
static size_t raw_offset(pl_str raw, size_t offset)
{
    size_t at = 1;
    while (at + 1 < raw.len && offset > 0) {
        size_t decoded;
        at += raw_len(raw, at, &decoded);
        offset -= decoded < offset ? decoded : offset;
    }
    return at;
}

static size_t decoded_size(pl_str raw)
{
    size_t size = 0;
    for (size_t at = 1; at + 1 < raw.len;) {
        size_t decoded;
        at += raw_len(raw, at, &decoded);
        size += decoded;
    }
    return size;
}

/* The line of a text that holds a byte, which then counts in that line. */
static struct pl_json line_with(struct pl_json text, size_t *offset)
{
    struct pl_json line = pl_json_first(text);
    for (struct pl_json it = line; it.item; it = pl_json_next(it)) {
        size_t size = decoded_size(pl_json_raw(it)) + 1;
        line = it;
        if (*offset < size) {
            break;
        }
        *offset -= size;
    }
    return line;
}

struct pl_place pl_json_place_in(struct pl_json text, size_t offset)
{
    if (pl_json_kind(text) == PL_JSON_ARRAY && pl_json_count(text) > 0) {
        text = line_with(text, &offset);
    }
    struct pl_place place = pl_json_place(text);
    if (pl_json_kind(text) == PL_JSON_STRING) {
        pl_str raw = pl_json_raw(text);
        pl_str before = pl_str_slice(raw, 0, raw_offset(raw, offset));
        place.column += pl_utf8_count(before);
    }
    return place;
}
