/* view.h - a Word document as the text of a plan, in one state of its tracked
 * changes.
 *
 * The text is what the grammar reads in a text file: a paragraph a line, its
 * number before it, headings as Markdown has them, cells parted by tabs,
 * "[^1]" where a footnote is referred to and its text in a line of its own,
 * comments as "Comment by NAME: ...". Each byte of it knows where it came from,
 * or that it was made here. */
#ifndef PLANLINT_TEXT_WORD_VIEW_VIEW_H
#define PLANLINT_TEXT_WORD_VIEW_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "text/word/model.h"

struct pl_arena;

enum pl_word_view_kind {
    PL_WORD_VIEW_FINAL,    /* as it is when all changes are accepted */
    PL_WORD_VIEW_ORIGINAL, /* when all are rejected */
    PL_WORD_VIEW_MARKUP,   /* both, as {++inserted++} and {--deleted--} */
};

bool pl_word_view_from_name(pl_str name, enum pl_word_view_kind *kind);

enum pl_word_segment_kind {
    PL_WORD_FROM_PIECE, /* text of a piece */
    PL_WORD_LABEL,      /* a number that Word computes: no text in the file */
    PL_WORD_MADE,       /* line ends, separators, mark-up of ours */
};

/* From `start` on to the next segment. */
struct pl_word_segment {
    uint32_t start; /* in the view's text */
    enum pl_word_segment_kind kind;
    uint32_t para;
    uint32_t piece;  /* of a label: the mark or field that shows it; PL_NONE for
                        a paragraph's own and for what is made */
    uint32_t offset; /* in the piece's text */
};

struct pl_word_view {
    const struct pl_word_file *word;
    enum pl_word_view_kind kind;
    pl_str text; /* valid UTF-8, lines end in "\n" */
    const struct pl_word_segment *segments;
    uint32_t segment_count;
    const struct pl_word_label *labels; /* of the paragraphs; see numbers.h */
};

const struct pl_word_view *pl_word_view_make(struct pl_arena *arena,
                                             const struct pl_word_file *word,
                                             enum pl_word_view_kind kind);

/* Where a place of the text is in the file. */
struct pl_word_place {
    const struct pl_word_segment *segment;
    uint32_t part; /* PL_NONE for what is made */
    uint32_t xml;  /* byte offset in the part */
};
struct pl_word_place pl_word_view_place(const struct pl_word_view *view,
                                        uint32_t offset);

/* What kind of story that place is in; the body in an empty view. */
enum pl_word_story_kind pl_word_view_story(const struct pl_word_view *view,
                                           uint32_t offset);

/* "body", "footnote". */
const char *pl_word_story_name(enum pl_word_story_kind kind);

/* The innermost change that made a range what it is, of text or of a paragraph
 * mark in it; PL_NONE. */
uint32_t pl_word_view_change(const struct pl_word_view *view,
                             struct pl_range range);

#endif
