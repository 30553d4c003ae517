#include "lsp/transport/letter.h"

#include "base/arena.h"

struct pl_lsp_letter *pl_lsp_letter_new(void)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_letter *letter = pl_arena_alloc(arena, sizeof(*letter));
    letter->arena = arena;
    letter->text = pl_buf_in(arena);
    letter->out = pl_json_writer_to(&letter->text);
    pl_write_object(&letter->out, NULL, PL_JSON_COMPACT);
    pl_write_text(&letter->out, "jsonrpc", "2.0");
    return letter;
}

void pl_lsp_letter_free(struct pl_lsp_letter *letter)
{
    if (letter) {
        pl_arena_free(letter->arena);
    }
}
