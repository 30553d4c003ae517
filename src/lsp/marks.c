#include "lsp/marks.h"

#include "base/arena.h"
#include "lsp/request.h"
#include "lsp/revision.h"

static pl_str range_of(struct pl_arena *arena,
                       const struct pl_lsp_revision *revision,
                       struct pl_range range)
{
    struct pl_buf text = pl_buf_in(arena);
    struct pl_json_writer out = pl_json_writer_to(&text);
    pl_lsp_write_range(&out, NULL, revision, range);
    return pl_buf_str(&text);
}

struct pl_lsp_marks pl_lsp_marks_of(struct pl_arena *arena,
                                    struct pl_lsp_revision *revision)
{
    const struct pl_symbols *symbols = pl_lsp_revision_symbols(revision);
    if (!symbols) {
        return (struct pl_lsp_marks){0};
    }
    struct pl_arena *scratch = pl_arena_new();
    struct pl_lsp_outline outline = pl_lsp_outline_of(scratch, symbols);
    struct pl_lsp_mark *marks =
        pl_arena_array(arena, outline.count, sizeof(*marks));
    for (uint32_t i = 0; i < outline.count; i++) {
        const struct pl_lsp_outline_item *item = &outline.items[i];
        marks[i] = (struct pl_lsp_mark){
            .kind = item->kind,
            .name = pl_arena_copy(arena, item->name),
            .range = range_of(arena, revision, item->selection),
        };
        if (item->parent != PL_NONE) {
            marks[i].container = marks[item->parent].name;
        }
    }
    pl_arena_free(scratch);
    return (struct pl_lsp_marks){marks, outline.count};
}
