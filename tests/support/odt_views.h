/* odt_views.h - what the view of a small OpenDocument text says, for tests. */
#ifndef PLANLINT_TESTS_SUPPORT_ODT_VIEWS_H
#define PLANLINT_TESTS_SUPPORT_ODT_VIEWS_H

#include "odt_file.h"
#include "text/word/view/view.h"

/* Of its final state. Parts without styles have ODT_LIST_STYLES and
 * ODT_OUTLINE. */
void assert_odt_view(struct pl_arena *arena, struct odt_file_parts parts,
                     const char *expected);

/* Of a text that is only a body, in the arena `*state`. */
#define ASSERT_ODT_VIEW(state, body, expected) \
    assert_odt_view(*(state), (struct odt_file_parts){.text = (body)}, expected)

#endif
