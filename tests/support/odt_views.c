#include "odt_views.h"

#include "cmocka_wrap.h"

void assert_odt_view(struct pl_arena *arena, struct odt_file_parts parts,
                     const char *expected)
{
    if (!parts.styles) {
        parts.styles = ODT_LIST_STYLES ODT_OUTLINE;
    }
    pl_str text = pl_word_view_make(arena, odt_file_read(arena, parts),
                                    PL_WORD_VIEW_FINAL)
                      ->text;
    if (!pl_str_eq(text, pl_str_from(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", PL_STR_ARG(text), expected);
    }
}
