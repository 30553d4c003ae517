#include "lsp/uri.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"

static char hex_value(char c)
{
    return (char)(pl_is_digit(c) ? c - '0' : pl_to_lower(c) - 'a' + 10);
}

/* Of "%41" at `at`; 0 when nothing is encoded there. */
static char encoded_at(pl_str uri, size_t at)
{
    if (uri.data[at] != '%' || uri.len - at < 3 ||
        !pl_is_hex(uri.data[at + 1]) || !pl_is_hex(uri.data[at + 2])) {
        return 0;
    }
    return (char)(hex_value(uri.data[at + 1]) * 16 +
                  hex_value(uri.data[at + 2]));
}

const char *pl_lsp_uri_decode(struct pl_arena *arena, pl_str uri)
{
    struct pl_buf out = pl_buf_in(arena);
    for (size_t at = 0; at < uri.len; at++) {
        char encoded = encoded_at(uri, at);
        pl_buf_add_char(&out, encoded ? encoded : uri.data[at]);
        at += encoded ? 2 : 0;
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

const char *pl_lsp_uri_path(struct pl_arena *arena, pl_str uri)
{
    static const pl_str scheme = PL_STR("file:");
    static const pl_str host = PL_STR("//");
    if (!pl_str_eq_ignore_case(pl_str_slice(uri, 0, scheme.len), scheme)) {
        return NULL;
    }
    pl_str rest = pl_str_slice(uri, scheme.len, uri.len);
    if (pl_str_starts(rest, host)) {
        size_t path = pl_str_find_char(rest, '/', host.len);
        rest = pl_str_slice(rest, path, rest.len);
    }
    return rest.len > 0 && rest.data[0] == '/' ? pl_lsp_uri_decode(arena, rest)
                                               : NULL;
}

static bool stands_for_itself(char c)
{
    return pl_is_alnum(c) || strchr("/-._~", c);
}

const char *pl_lsp_uri_from_path(struct pl_arena *arena, const char *path)
{
    struct pl_buf out = pl_buf_in(arena);
    pl_buf_add_text(&out, "file://");
    for (; *path; path++) {
        if (stands_for_itself(*path)) {
            pl_buf_add_char(&out, *path);
        } else {
            pl_buf_addf(&out, "%%%02X", (unsigned)(unsigned char)*path);
        }
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}
