/* viewer.h - a view of a Word document while it is being written; for the
 * files of this folder alone. */
#ifndef PLANLINT_TEXT_WORD_VIEW_VIEWER_H
#define PLANLINT_TEXT_WORD_VIEW_VIEWER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/word/model.h"
#include "text/word/number/note_numbers.h"
#include "text/word/number/numbers.h"
#include "text/word/view/view.h"

/* What a line is, for what its breaks and tabs become. */
enum pl_word_line {
    PL_WORD_LINE_TEXT,
    PL_WORD_LINE_HEADING,
    PL_WORD_LINE_CELL,
    PL_WORD_LINE_NOTE,
    PL_WORD_LINE_MARGIN, /* laid out with blanks: any number of them is one */
};

struct pl_word_viewer {
    struct pl_arena *arena;
    const struct pl_word_file *word;
    enum pl_word_view_kind kind;
    uint8_t states; /* a piece is shown when it has one of them */
    const struct pl_word_label *labels;
    struct pl_buf text;
    PL_VEC(struct pl_word_segment) segments;

    enum pl_word_line line;
    size_t content;    /* where the text of the line begins, after its label */
    bool skips_blanks; /* what comes next is at a beginning */
    size_t break_end;  /* behind the last break that became a blank */
    uint8_t marked;    /* states of the mark-up that is open; ALWAYS: none */

    bool has_title;      /* a paragraph of the style "Title" is above all */
    uint32_t *first_box; /* by paragraph: the box anchored in it; PL_NONE */
    uint32_t *next_box;  /* by story: a further box of the same paragraph */
    const struct pl_word_note_numbers *note_numbers;
    bool notes_are_alike; /* footnotes and endnotes, by their form */
    uint32_t *own_marks;  /* by story, of notes with a mark of their own: from
                             1, in their order; 0: not yet shown */
    bool *is_noted;       /* by story: in `notes` */
    bool *is_quoted;      /* by paragraph: set as a quotation */
    uint32_t own_mark_count;
    PL_VEC(uint32_t) notes;  /* stories that were referred to, in order */
    PL_VEC(uint32_t) boxes;  /* that wait for the end of a table */
    PL_VEC(uint32_t) images; /* pieces that wait for the end of their line */
    PL_VEC(uint32_t)
    comments; /* their marks, which wait for the end of their
                 line */
};

/* Paragraphs that are one in the view: all but the last have lost their
 * marks. */
struct pl_word_group {
    uint32_t first;
    uint32_t end;  /* index after the last one */
    uint32_t para; /* the one whose properties count */
};

bool pl_word_viewer_shows(const struct pl_word_viewer *viewer, uint8_t states);

/* write.c: text with its origin. */
void pl_word_write_made(struct pl_word_viewer *viewer, uint32_t para,
                        const char *text);
/* `piece` shows it; PL_NONE: it is the paragraph's own. */
void pl_word_write_label(struct pl_word_viewer *viewer, uint32_t para,
                         uint32_t piece, pl_str label);
void pl_word_write_piece(struct pl_word_viewer *viewer, uint32_t para,
                         uint32_t index);
void pl_word_begin_content(struct pl_word_viewer *viewer,
                           enum pl_word_line line);
/* Without blanks at its end, and the mark-up closed. */
void pl_word_end_content(struct pl_word_viewer *viewer, uint32_t para);
/* Takes back what was written from there on. */
void pl_word_write_undo(struct pl_word_viewer *viewer, size_t from);
/* Ends the line, if one is begun, and leaves one blank, if anything is above.
 */
void pl_word_write_blank_line(struct pl_word_viewer *viewer, uint32_t para);
void pl_word_write_line_end(struct pl_word_viewer *viewer, uint32_t para);

/* Pictures of a line that has ended, on lines of their own. */
void pl_word_write_images(struct pl_word_viewer *viewer, uint32_t para);

/* paragraph.c: a paragraph of its own, or in a cell or a note. */
struct pl_word_group pl_word_group_at(const struct pl_word_viewer *viewer,
                                      uint32_t first, uint32_t end);
void pl_word_write_pieces(struct pl_word_viewer *viewer,
                          struct pl_word_group group);
void pl_word_write_paragraph(struct pl_word_viewer *viewer,
                             struct pl_word_group group);
/* Of all paragraphs of a story, in one line, with `between` between them. */
void pl_word_write_joined(struct pl_word_viewer *viewer, uint32_t first,
                          uint32_t end, const char *between);
/* 0: no heading; else 1 to 6. */
uint32_t pl_word_heading_level(const struct pl_word_viewer *viewer,
                               uint32_t para);
/* Its style in the state that the view shows. */
pl_str pl_word_para_style(const struct pl_word_viewer *viewer, uint32_t para);
bool pl_word_is_title(const struct pl_word_viewer *viewer, uint32_t para);

/* quotes.c: finds paragraphs of the body that are set as quotations. */
void pl_word_find_quotes(struct pl_word_viewer *viewer);

/* notes.c */
void pl_word_write_note_mark(struct pl_word_viewer *viewer, uint32_t para,
                             uint32_t piece);
void pl_word_write_notes(struct pl_word_viewer *viewer);

/* margins.c: headers and footers. */
bool pl_word_is_left_out(const struct pl_word_viewer *viewer,
                         const struct pl_word_piece *piece);
void pl_word_write_margins(struct pl_word_viewer *viewer);

/* comments.c */
void pl_word_take_comment(struct pl_word_viewer *viewer, uint32_t piece);
void pl_word_write_directives(struct pl_word_viewer *viewer,
                              struct pl_word_group group);
/* After the text of a line that has just been written, or on lines of their
 * own. */
void pl_word_write_comments(struct pl_word_viewer *viewer, uint32_t para,
                            bool is_in_line);

/* blocks.c: paragraphs and tables of a story. */
void pl_word_write_story(struct pl_word_viewer *viewer, uint32_t story);
void pl_word_write_boxes(struct pl_word_viewer *viewer, uint32_t para);

/* table.c: from `first` on; returns the index after the table. */
uint32_t pl_word_write_table(struct pl_word_viewer *viewer, uint32_t first,
                             uint32_t end);

#endif
