/* Footnotes and endnotes of a view, with the numbers that Word displays. */
#include "text/word/view/viewer.h"

/* What has no number has a mark, which is its own or unknown. */
static pl_str name_of_mark(struct pl_word_viewer *viewer, uint32_t story)
{
    uint32_t unknown = 0;
    uint32_t *mark = story == PL_NONE ? &unknown : &viewer->own_marks[story];
    struct pl_buf out = pl_buf_in(viewer->arena);
    *mark = *mark == 0 ? ++viewer->own_mark_count : *mark;
    pl_buf_addf(&out, "mark-%u", *mark);
    return pl_buf_str(&out);
}

/* Numbers that began anew in a section are told apart by it. */
static pl_str name_of_number(struct pl_word_viewer *viewer,
                             const struct pl_word_note_number *number,
                             bool is_endnote)
{
    struct pl_buf out = pl_buf_in(viewer->arena);
    pl_buf_add_text(&out, is_endnote && viewer->notes_are_alike ? "e" : "");
    pl_buf_add(&out, number->text);
    if (number->section > 0) {
        pl_buf_addf(&out, "-s%u", number->section);
    }
    return pl_buf_str(&out);
}

static bool has_number(const struct pl_word_note_number *number)
{
    return number->is_shown && !number->has_mark;
}

void pl_word_write_note_mark(struct pl_word_viewer *viewer, uint32_t para,
                             uint32_t piece)
{
    const struct pl_word_piece *mark = &viewer->word->pieces[piece];
    const struct pl_word_note_number *number =
        pl_word_mark_number(viewer->note_numbers, piece);
    uint32_t story = mark->target;
    if (story != PL_NONE && !viewer->is_noted[story]) {
        viewer->is_noted[story] = true;
        *PL_VEC_PUSH(viewer->arena, &viewer->notes) = story;
    }
    pl_word_write_made(viewer, para, "[^");
    pl_word_write_label(viewer, para, piece,
                        has_number(number)
                            ? name_of_number(viewer, number, mark->is_endnote)
                            : name_of_mark(viewer, story));
    pl_word_write_made(viewer, para, "]");
    viewer->skips_blanks = false;
}

static pl_str name_of_note(struct pl_word_viewer *viewer, uint32_t index)
{
    const struct pl_word_note_number *number =
        pl_word_note_number(viewer->note_numbers, index);
    bool is_endnote = viewer->word->stories[index].kind == PL_WORD_ENDNOTE;
    return has_number(number) ? name_of_number(viewer, number, is_endnote)
                              : name_of_mark(viewer, index);
}

static void write_note(struct pl_word_viewer *viewer, uint32_t index)
{
    const struct pl_word_story *story = &viewer->word->stories[index];
    uint32_t para = story->first_para;
    if (para == story->para_end) {
        return;
    }
    pl_word_write_blank_line(viewer, para);
    pl_word_write_made(viewer, para, "[^");
    pl_word_write_label(viewer, para, PL_NONE, name_of_note(viewer, index));
    pl_word_write_made(viewer, para, "]: ");
    pl_word_begin_content(viewer, PL_WORD_LINE_NOTE);
    pl_word_write_joined(viewer, para, story->para_end, " ");
    pl_word_write_comments(viewer, para, true);
    pl_word_write_line_end(viewer, para);
    for (uint32_t i = para; i < story->para_end; i++) {
        pl_word_write_boxes(viewer, i);
    }
}

/* Footnotes first; notes of notes come at their turn. */
void pl_word_write_notes(struct pl_word_viewer *viewer)
{
    for (int kind = PL_WORD_FOOTNOTE; kind <= PL_WORD_ENDNOTE; kind++) {
        for (size_t i = 0; i < viewer->notes.len; i++) {
            uint32_t story = viewer->notes.items[i];
            if ((int)viewer->word->stories[story].kind == kind) {
                write_note(viewer, story);
            }
        }
    }
}
