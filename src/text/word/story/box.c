/* Text boxes: a story inside of a paragraph. */
#include <assert.h>

#include "base/arena.h"
#include "text/word/story/reader.h"

/* The pieces of the paragraph around a box wait: those of one paragraph stand
 * together. */
bool pl_word_start_box(struct pl_word_story_reader *reader,
                       struct pl_error *error)
{
    struct pl_word_draft *draft = reader->draft;
    struct pl_word_open_para *open = pl_word_open(reader);
    if (reader->boxes.len >= PL_WORD_MAX_NESTING) {
        return PL_FAIL(error, "%s: text boxes are nested deeper than is read",
                       draft->path);
    }
    if (open) {
        for (size_t i = open->para.first_piece; i < draft->pieces.len; i++) {
            *PL_VEC_PUSH(reader->scratch, &open->waiting) =
                draft->pieces.items[i];
        }
        draft->moved += draft->pieces.len - open->para.first_piece;
        draft->pieces.len = open->para.first_piece;
    }
    struct pl_word_open_box box = {.story = reader->story,
                                   .tables = reader->tables.len,
                                   .fields = reader->fields.len};
    box.row_states = pl_word_states_here(reader, &box.row_change);
    assert(reader->boxes.items || reader->boxes.len == reader->boxes.cap);
    *PL_VEC_PUSH(reader->scratch, &reader->boxes) = box;
    reader->story = pl_word_add_story(reader, PL_WORD_TEXT_BOX, (pl_str){0},
                                      open ? open->id : PL_NONE);
    return true;
}

void pl_word_end_box(struct pl_word_story_reader *reader)
{
    struct pl_word_draft *draft = reader->draft;
    struct pl_word_open_para *open = pl_word_open(reader);
    const struct pl_word_open_box *box =
        &reader->boxes.items[reader->boxes.len - 1];
    reader->story = box->story;
    reader->tables.len = box->tables;
    pl_word_drop_fields(reader, box->fields);
    reader->boxes.len--;
    if (!open) {
        return;
    }
    open->para.first_piece = (uint32_t)draft->pieces.len;
    for (size_t i = 0; i < open->waiting.len; i++) {
        *PL_VEC_PUSH(draft->arena, &draft->pieces) = open->waiting.items[i];
    }
    open->waiting.len = 0;
}
