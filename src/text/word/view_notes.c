/* Footnotes and endnotes of a view, with the numbers that Word displays. */
#include "text/word/numbering.h"
#include "text/word/viewer.h"

/* Their forms of number are alike: the letter keeps their names apart. */
static bool are_alike(const struct pl_word_viewer *viewer)
{
    return viewer->word->footnotes.format == viewer->word->endnotes.format;
}

static const struct pl_word_note_rule *
rule_of(const struct pl_word_viewer *viewer, bool is_endnote)
{
    return is_endnote ? &viewer->word->endnotes : &viewer->word->footnotes;
}

/* Where a number is written; `piece` is its mark, or PL_NONE. */
struct place {
    uint32_t para;
    uint32_t piece;
};

static void write_id(struct pl_word_viewer *viewer, struct place at,
                     bool is_endnote, uint32_t number)
{
    const struct pl_word_note_rule *rule = rule_of(viewer, is_endnote);
    struct pl_buf out = pl_buf_in(viewer->arena);
    if (is_endnote && are_alike(viewer)) {
        pl_buf_add_char(&out, 'e');
    }
    if (number > 0) {
        pl_word_write_number(&out, (enum pl_word_format)rule->format,
                             number - 1 + rule->start, 0);
    }
    pl_word_write_label(viewer, at.para, at.piece, pl_buf_str(&out));
}

/* A note with a mark of its own has no number. */
static void write_own_id(struct pl_word_viewer *viewer, struct place at,
                         uint32_t number)
{
    struct pl_buf out = pl_buf_in(viewer->arena);
    pl_buf_addf(&out, "mark-%u", number);
    pl_word_write_label(viewer, at.para, at.piece, pl_buf_str(&out));
}

enum { OWN = 1 << 30 }; /* in note_ids: of a mark of its own */

static uint32_t next_id(struct pl_word_viewer *viewer,
                        const struct pl_word_piece *mark)
{
    return mark->has_own_mark ? (uint32_t)OWN | ++viewer->own_marks
                              : ++viewer->note_counts[mark->is_endnote];
}

static uint32_t id_of(struct pl_word_viewer *viewer,
                      const struct pl_word_piece *mark)
{
    if (mark->target == PL_NONE) {
        return next_id(viewer, mark);
    }
    uint32_t *id = &viewer->note_ids[mark->target];
    if (*id == 0) {
        *id = next_id(viewer, mark);
        *PL_VEC_PUSH(viewer->arena, &viewer->notes) = mark->target;
    }
    return *id;
}

static void write_any_id(struct pl_word_viewer *viewer, struct place at,
                         bool is_endnote, uint32_t id)
{
    if (id & (uint32_t)OWN) {
        write_own_id(viewer, at, id & ~(uint32_t)OWN);
    } else {
        write_id(viewer, at, is_endnote, id);
    }
}

void pl_word_write_note_mark(struct pl_word_viewer *viewer, uint32_t para,
                             uint32_t piece)
{
    const struct pl_word_piece *mark = &viewer->word->pieces[piece];
    pl_word_write_made(viewer, para, "[^");
    write_any_id(viewer, (struct place){para, piece}, mark->is_endnote,
                 id_of(viewer, mark));
    pl_word_write_made(viewer, para, "]");
    viewer->skips_blanks = false;
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
    write_any_id(viewer, (struct place){para, PL_NONE},
                 story->kind == PL_WORD_ENDNOTE, viewer->note_ids[index]);
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
