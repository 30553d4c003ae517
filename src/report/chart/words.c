#include "report/chart/words.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "report/visible.h"

enum {
    MOST_BYTES = 600,
    DOTS = 12, /* pixels of "…" */
};

pl_str pl_chart_words_visible(struct pl_arena *arena, pl_str text)
{
    struct pl_buf out = pl_buf_in(arena);
    if (text.len > MOST_BYTES) {
        text = pl_str_slice(text, 0, pl_utf8_start(text, MOST_BYTES));
        pl_visible_add_text(&out, text);
        pl_buf_add_text(&out, "…");
    } else {
        pl_visible_add_text(&out, text);
    }
    return pl_buf_str(&out);
}

/* ----- widths ----- */

enum { TENTHS = 10, OTHER = 72, WIDE = 125 /* tenths of a pixel */ };

static const struct {
    const char *characters;
    size_t tenths;
} widths[] = {
    {"ijl'|,.:;!I", 33},
    {" frt()[]-/\\`\"*", 42},
    {"csvxyzJk^", 62},
    {"abdeghnopqu0123456789$?_#L", 68},
    {"ABEFKPSTVXYZ&<>=+~", 82},
    {"CDGHNOQRUw", 90},
    {"mM%", 104},
    {"W@", 122},
};

static size_t tenths_of(uint32_t code_point)
{
    if (code_point >= 0x80 || code_point == 0) {
        return pl_visible_width(code_point) > 1 ? WIDE : OTHER;
    }
    for (size_t i = 0; i < PL_COUNT(widths); i++) {
        pl_str characters = pl_str_from(widths[i].characters);
        if (pl_str_find_char(characters, (char)code_point, 0) != PL_NOWHERE) {
            return widths[i].tenths;
        }
    }
    return OTHER;
}

static size_t width_of(uint32_t code_point, enum pl_chart_unit unit)
{
    return unit == PL_CHART_UNIT_PIXEL ? tenths_of(code_point)
                                       : TENTHS * pl_visible_width(code_point);
}

/* Bytes that fit in the width; one character at least. */
static size_t fitting(pl_str text, enum pl_chart_unit unit, size_t width)
{
    size_t at = 0;
    size_t used = 0;
    while (at < text.len) {
        size_t len;
        used += width_of(pl_utf8_decode(text, at, &len), unit);
        if (used > width * TENTHS && at > 0) {
            break;
        }
        at += len;
    }
    return at;
}

static size_t at_space(pl_str text, size_t end)
{
    size_t at = end;
    while (at > 0 && text.data[at] != ' ') {
        at--;
    }
    return at > 0 ? at : end;
}

struct pl_chart_line pl_chart_words_line(pl_str *rest, enum pl_chart_unit unit,
                                         size_t width, bool is_last)
{
    size_t end = fitting(*rest, unit, width);
    bool is_cut = end < rest->len && is_last;
    if (is_cut) {
        size_t dots = unit == PL_CHART_UNIT_PIXEL ? DOTS : 1;
        end = fitting(*rest, unit, width - dots);
    }
    if (end < rest->len) {
        end = at_space(*rest, end);
    }
    pl_str line = pl_str_trim(pl_str_slice(*rest, 0, end));
    *rest = pl_str_trim(pl_str_slice(*rest, end, rest->len));
    return (struct pl_chart_line){line, is_cut};
}
