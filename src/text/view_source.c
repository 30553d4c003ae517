#include "text/view_source.h"

#include <assert.h>

#include "base/arena.h"

const struct pl_source *pl_view_source(struct pl_arena *arena,
                                       const struct pl_source *source,
                                       enum pl_word_view_kind kind)
{
    assert(source->view);
    if (source->view->kind == kind) {
        return source;
    }
    struct pl_source *other = pl_arena_alloc(arena, sizeof(*other));
    *other = *source;
    other->view = pl_word_view_make(arena, source->view->word, kind);
    other->text = other->view->text;
    other->lines = pl_lines_build(arena, other->text);
    return other;
}
