#include "report/map/words.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "report/visible.h"

enum { MOST_BYTES = 600 };

pl_str pl_map_words_visible(struct pl_arena *arena, pl_str text)
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

/* Bytes that fit in the columns; one character at least. */
static size_t fitting(pl_str text, size_t columns)
{
    size_t at = 0;
    size_t used = 0;
    while (at < text.len) {
        size_t len;
        used += pl_visible_width(pl_utf8_decode(text, at, &len));
        if (used > columns && at > 0) {
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

struct pl_map_line pl_map_words_line(pl_str *rest, size_t columns, bool is_last)
{
    size_t end = fitting(*rest, columns);
    bool is_cut = end < rest->len && is_last;
    if (is_cut) {
        end = fitting(*rest, columns - 1);
    }
    if (end < rest->len) {
        end = at_space(*rest, end);
    }
    pl_str line = pl_str_trim(pl_str_slice(*rest, 0, end));
    *rest = pl_str_trim(pl_str_slice(*rest, end, rest->len));
    return (struct pl_map_line){line, is_cut};
}
