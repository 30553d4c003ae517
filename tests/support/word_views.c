#include "word_views.h"

#include "cmocka_wrap.h"

const struct pl_word_view *word_view_of(struct pl_arena *arena,
                                        struct word_file_parts parts,
                                        enum pl_word_view_kind kind)
{
    if (!parts.styles) {
        parts.styles = WORD_STYLES;
    }
    if (!parts.numbering) {
        parts.numbering = WORD_NUMBERING;
    }
    return pl_word_view_make(arena, word_file_read(arena, parts), kind);
}

void assert_word_view(const struct pl_word_view *view, const char *expected)
{
    pl_str text = view->text;
    if (!pl_str_eq(text, pl_str_from(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", PL_STR_ARG(text), expected);
    }
}
