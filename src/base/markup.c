#include "base/markup.h"

#include <stdbool.h>

#include "base/buf.h"

static const char *escape_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

static bool is_noncharacter(pl_str text, size_t at)
{
    static const pl_str first = PL_STR("\xEF\xBF\xBE");
    static const pl_str second = PL_STR("\xEF\xBF\xBF");
    pl_str rest = pl_str_slice(text, at, text.len);
    return pl_str_starts(rest, first) || pl_str_starts(rest, second);
}

void pl_markup_add_escaped(struct pl_buf *out, pl_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        const char *escape = escape_of(c);
        bool is_control =
            (unsigned char)c < ' ' && c != '\t' && c != '\n' && c != '\r';
        if (escape) {
            pl_buf_add_text(out, escape);
        } else if (is_noncharacter(text, i)) {
            i += 2;
        } else if (!is_control) {
            pl_buf_add_char(out, c);
        }
    }
}
