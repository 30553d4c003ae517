#include "text/word/answer/answer.h"

#include "base/arena.h"
#include "base/chars.h"
#include "text/package/zip.h"
#include "text/word/read/read.h"
#include "text/word/view/view.h"

/* What the view makes of the shape of a document. */
static bool is_layout(char c)
{
    return pl_is_space(c) || c == '#' || c == '\\';
}

static size_t skip_layout(pl_str text, size_t at)
{
    while (at < text.len && is_layout(text.data[at])) {
        at++;
    }
    return at;
}

bool pl_word_is_same_text(pl_str a, pl_str b)
{
    size_t at = skip_layout(a, 0);
    size_t other = skip_layout(b, 0);
    while (at < a.len && other < b.len && a.data[at] == b.data[other]) {
        at = skip_layout(a, at + 1);
        other = skip_layout(b, other + 1);
    }
    return at == a.len && other == b.len;
}

static bool is_as_expected(struct pl_arena *arena,
                           const struct pl_word_file *word,
                           enum pl_word_view_kind kind, pl_str expected)
{
    return !expected.data ||
           pl_str_eq(pl_word_view_make(arena, word, kind)->text, expected);
}

static bool prove(struct pl_arena *arena, struct pl_zip *zip, pl_str bytes,
                  const struct pl_word_expected *expected,
                  struct pl_error *error)
{
    const struct pl_word_file *word;
    if (!pl_word_read(arena, pl_zip_path(zip), bytes, &word, error)) {
        return false;
    }
    pl_str final = pl_word_view_make(arena, word, PL_WORD_VIEW_FINAL)->text;
    bool is_final = expected->is_final_changed
                        ? pl_word_is_same_text(final, expected->final)
                        : pl_str_eq(final, expected->final);
    return (is_final &&
            is_as_expected(arena, word, PL_WORD_VIEW_ORIGINAL,
                           expected->original) &&
            is_as_expected(arena, word, PL_WORD_VIEW_MARKUP,
                           expected->markup)) ||
           PL_FAIL(error,
                   "%s: cannot be written to without changing how it is read",
                   pl_zip_path(zip));
}

bool pl_word_answer_prove(struct pl_zip *zip, pl_str bytes,
                          const struct pl_word_expected *expected,
                          struct pl_error *error)
{
    struct pl_arena *arena = pl_arena_new();
    bool ok = prove(arena, zip, bytes, expected, error);
    pl_arena_free(arena);
    return ok;
}
