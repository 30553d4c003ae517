#include "text/word/answer.h"

#include "base/arena.h"
#include "text/package/zip.h"
#include "text/word/read.h"
#include "text/word/view.h"

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
    return (is_as_expected(arena, word, PL_WORD_VIEW_FINAL, expected->final) &&
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
