/* view_source.h - a Word file that was read, in another state of its tracked
 * changes. */
#ifndef PLANLINT_TEXT_VIEW_SOURCE_H
#define PLANLINT_TEXT_VIEW_SOURCE_H

#include "text/source.h"

struct pl_arena;

/* `source` must be of a Word file; the result borrows from it. */
const struct pl_source *pl_view_source(struct pl_arena *arena,
                                       const struct pl_source *source,
                                       enum pl_word_view_kind kind);

#endif
