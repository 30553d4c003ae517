#include "lsp/features/preview.h"

#include "base/buf.h"
#include "base/chars.h"
#include "base/utf8.h"

/* The last place up to `most` where a word ends; within a long word, where a
 * character does. */
static size_t cut(pl_str text, size_t most)
{
    size_t end = most;
    while (end > 0 && !pl_is_space(text.data[end])) {
        end--;
    }
    return end > 0 ? end : pl_utf8_start(text, most);
}

pl_str pl_lsp_preview(struct pl_arena *arena, pl_str text, size_t most)
{
    pl_str whole = pl_str_trim(text);
    bool is_long = whole.len > most;
    pl_str shown = is_long ? pl_str_slice(whole, 0, cut(whole, most)) : whole;
    struct pl_buf out = pl_buf_in(arena);
    bool after_space = false;
    for (size_t i = 0; i < shown.len; i++) {
        bool is_space = pl_is_space(shown.data[i]);
        if (!is_space || !after_space) {
            pl_buf_add_char(&out, is_space ? ' ' : shown.data[i]);
        }
        after_space = is_space;
    }
    if (is_long) {
        pl_buf_add_text(&out, " …");
    }
    return pl_buf_str(&out);
}
