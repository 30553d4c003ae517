/* word_views.h - what a view of a small Word document says, for tests. */
#ifndef PLANLINT_TESTS_SUPPORT_WORD_VIEWS_H
#define PLANLINT_TESTS_SUPPORT_WORD_VIEWS_H

#include "text/word/view/view.h"
#include "word_file.h"

/* Parts without styles or numbering have WORD_STYLES and WORD_NUMBERING. */
const struct pl_word_view *word_view_of(struct pl_arena *arena,
                                        struct word_file_parts parts,
                                        enum pl_word_view_kind kind);

void assert_word_view(const struct pl_word_view *view, const char *expected);

/* Of a document that is only a body, in the arena `*state`. */
#define ASSERT_WORD_VIEW(state, kind, body, expected)                        \
    assert_word_view(                                                        \
        word_view_of(*(state), (struct word_file_parts){.document = (body)}, \
                     PL_WORD_VIEW_##kind),                                   \
        expected)

#endif
