#include "report/visible.h"

#include <stdbool.h>

#include "base/array.h"
#include "base/chars.h"
#include "base/utf8.h"

enum {
    TAB_COLUMNS = 4,
    NAME_COLUMNS = 8, /* <U+202E> */
    NOT_A_CHARACTER = 0xfffd,
};

struct span {
    uint32_t first;
    uint32_t last;
};

/* Ascending. Joiners (U+200C, U+200D) are left: scripts need them. */
static const struct span hidden[] = {
    {0x00, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},
    {0x180e, 0x180e}, {0x200b, 0x200b}, {0x200e, 0x200f}, {0x2028, 0x202e},
    {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb},
};

static bool is_hidden(uint32_t code_point)
{
    for (size_t i = 0; i < PL_COUNT(hidden); i++) {
        if (code_point <= hidden[i].last) {
            return code_point >= hidden[i].first;
        }
    }
    return code_point >= 0xe0000 && code_point <= 0xe0fff; /* tags */
}

static size_t name_columns(uint32_t code_point)
{
    return code_point > 0xffff ? NAME_COLUMNS + 1 : NAME_COLUMNS;
}

size_t pl_visible_width(uint32_t code_point)
{
    if (code_point >= ' ' && code_point < 0x7f) {
        return 1;
    }
    if (code_point == '\t') {
        return TAB_COLUMNS;
    }
    if (code_point == '\n') {
        return 1;
    }
    if (is_hidden(code_point)) {
        return name_columns(code_point);
    }
    char bytes[PL_UTF8_MAX];
    size_t len = pl_utf8_encode(code_point, bytes);
    return pl_utf8_width((pl_str){bytes, len});
}

static void add(struct pl_buf *out, uint32_t code_point)
{
    if (code_point == '\t') {
        pl_buf_add_repeated(out, ' ', TAB_COLUMNS);
    } else if (code_point == '\n') {
        pl_buf_add_char(out, ' ');
    } else if (is_hidden(code_point)) {
        pl_buf_addf(out, "<U+%04X>", (unsigned)code_point);
    } else {
        pl_buf_add_code_point(out, code_point);
    }
}

/* Adds to `out` unless it is NULL. */
static size_t show(struct pl_buf *out, uint32_t code_point)
{
    if (out) {
        add(out, code_point);
    }
    return pl_visible_width(code_point);
}

/* The end of the printable ASCII from `at` on: most of most texts. */
static size_t end_of_plain(pl_str text, size_t at)
{
    while (at < text.len && text.data[at] >= ' ' && text.data[at] < 0x7f) {
        at++;
    }
    return at;
}

static size_t show_plain(struct pl_buf *out, pl_str plain)
{
    if (out) {
        pl_buf_add(out, plain);
    }
    return plain.len;
}

static size_t valid_until(pl_str text, size_t from)
{
    return from + pl_utf8_validate(pl_str_slice(text, from, text.len));
}

static size_t show_text(struct pl_buf *out, pl_str text)
{
    size_t columns = 0;
    size_t valid_end = valid_until(text, 0);
    for (size_t at = 0;;) {
        size_t plain_end = end_of_plain(text, at);
        columns += show_plain(out, pl_str_slice(text, at, plain_end));
        at = plain_end;
        if (at == text.len) {
            return columns;
        }
        size_t len = 1;
        uint32_t code_point = NOT_A_CHARACTER;
        if (at < valid_end) {
            code_point = pl_utf8_decode(text, at, &len);
        } else {
            valid_end = valid_until(text, at + 1);
        }
        columns += show(out, code_point);
        at += len;
    }
}

size_t pl_visible_add_text(struct pl_buf *out, pl_str text)
{
    return show_text(out, text);
}

size_t pl_visible_text_width(pl_str text)
{
    return show_text(NULL, text);
}

size_t pl_visible_fitting(pl_str text, size_t columns)
{
    size_t at = 0;
    size_t used = 0;
    while (at < text.len) {
        size_t len;
        used += pl_visible_width(pl_utf8_decode(text, at, &len));
        if (used > columns) {
            break;
        }
        at += len;
    }
    return at;
}

pl_str pl_visible_one_line(struct pl_arena *arena, pl_str text)
{
    struct pl_buf out = pl_buf_in(arena);
    text = pl_str_trim(text);
    bool is_one_line = true;
    for (size_t i = 0; i < text.len && is_one_line; i++) {
        is_one_line = !pl_is_space(text.data[i]) ||
                      (text.data[i] == ' ' && text.data[i - 1] != ' ');
    }
    if (is_one_line) {
        return text;
    }
    for (size_t i = 0; i < text.len; i++) {
        if (!pl_is_space(text.data[i])) {
            pl_buf_add_char(&out, text.data[i]);
        } else if (!pl_is_space(text.data[i - 1])) {
            pl_buf_add_char(&out, ' ');
        }
    }
    return pl_buf_str(&out);
}
