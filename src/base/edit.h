/* edit.h - changes of a text: a range of it, and what stands there instead.
 *
 * Edits of one text are sorted, do not overlap (they may touch), and all
 * count in the text before the changes. */
#ifndef PLANLINT_BASE_EDIT_H
#define PLANLINT_BASE_EDIT_H

#include <stddef.h>

#include "base/range.h"
#include "base/str.h"

struct pl_arena;

struct pl_edit {
    struct pl_range range; /* replaced by `text`; empty: inserted before */
    pl_str text;
};

struct pl_edits {
    const struct pl_edit *items;
    size_t count;
};

/* Puts edits that do not overlap in their order. */
void pl_edits_sort(struct pl_edit *edits, size_t count);

/* The text after the changes, in the arena, with a NUL that is not counted. */
pl_str pl_edits_apply(struct pl_arena *arena, pl_str text,
                      struct pl_edits edits);

/* The edits that do at once what `first` and then `second` do, which counts
 * in the text that `first` makes. In the arena; linear. */
struct pl_edits pl_edits_join(struct pl_arena *arena, struct pl_edits first,
                              struct pl_edits second);

/* The edits that undo `edits`: they count in the text that those make, and give
 * `text` again, byte for byte. In the arena; what they put back borrows from
 * `text`. */
struct pl_edits pl_edits_invert(struct pl_arena *arena, pl_str text,
                                struct pl_edits edits);

#endif
