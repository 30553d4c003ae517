#include "lsp/word_uri.h"

#include <string.h>

#include "base/arena.h"
#include "lsp/uri.h"

static const pl_str scheme = PL_STR(PL_LSP_WORD_SCHEME ":");

bool pl_lsp_word_uri_is(pl_str uri)
{
    return pl_str_eq_ignore_case(pl_str_slice(uri, 0, scheme.len), scheme);
}

/* Takes what stands before `mark` from the front of `rest`, and the mark. */
static pl_str take_until(pl_str *rest, char mark)
{
    size_t at = pl_str_find_char(*rest, mark, 0);
    size_t end = at == PL_NOWHERE ? rest->len : at;
    pl_str taken = pl_str_slice(*rest, 0, end);
    *rest = pl_str_slice(*rest, at == PL_NOWHERE ? end : end + 1, rest->len);
    return taken;
}

/* "/a%20b.docx" or "///a%20b.docx". */
static bool read_path(struct pl_arena *arena, pl_str written, const char **path,
                      struct pl_error *error)
{
    static const pl_str nul = PL_STR("%00");
    static const pl_str no_host = PL_STR("//");
    pl_str rest = pl_str_starts(written, no_host)
                      ? pl_str_slice(written, no_host.len, written.len)
                      : written;
    if (rest.len == 0 || rest.data[0] != '/' || pl_str_starts(rest, no_host) ||
        pl_str_find(rest, nul, 0) != PL_NOWHERE ||
        memchr(rest.data, '\0', rest.len)) {
        return PL_FAIL(error, "\"%.*s\" is no path of a file on this machine",
                       PL_STR_ARG(written));
    }
    *path = pl_lsp_uri_decode(arena, rest);
    return true;
}

static bool read_view(struct pl_arena *arena, pl_str query,
                      enum pl_word_view_kind *view, struct pl_error *error)
{
    static const pl_str key = PL_STR("view=");
    pl_str text = pl_str_from(pl_lsp_uri_decode(arena, query));
    *view = PL_WORD_VIEW_FINAL;
    if (text.len == 0 ||
        (pl_str_starts(text, key) &&
         pl_word_view_from_name(pl_str_slice(text, key.len, text.len), view))) {
        return true;
    }
    return PL_FAIL(error,
                   "\"%.*s\" must be \"view=final\", \"view=original\" or "
                   "\"view=markup\"",
                   PL_STR_ARG(text));
}

bool pl_lsp_word_uri_read(struct pl_arena *arena, pl_str uri,
                          struct pl_lsp_word_uri *out, struct pl_error *error)
{
    if (!pl_lsp_word_uri_is(uri)) {
        return PL_FAIL(error, "\"%.*s\" does not begin with \"%s:\"",
                       PL_STR_ARG(uri), PL_LSP_WORD_SCHEME);
    }
    pl_str rest = pl_str_slice(uri, scheme.len, uri.len);
    pl_str query = take_until(&rest, '#'); /* a fragment says nothing here */
    pl_str path = take_until(&query, '?');
    return read_path(arena, path, &out->path, error) &&
           read_view(arena, query, &out->view, error);
}

const char *pl_lsp_word_uri_write(struct pl_arena *arena,
                                  struct pl_lsp_word_uri uri)
{
    static const char *const names[] = {
        [PL_WORD_VIEW_FINAL] = "final",
        [PL_WORD_VIEW_ORIGINAL] = "original",
        [PL_WORD_VIEW_MARKUP] = "markup",
    };
    const char *file = pl_lsp_uri_from_path(arena, uri.path);
    return pl_arena_printf(arena, PL_LSP_WORD_SCHEME "%s?view=%s",
                           file + strlen("file"), names[uri.view]);
}
