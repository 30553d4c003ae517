/* model.h - a Word document as it is written: its paragraphs, the pieces of
 * their text, what is numbered, and what a revision has changed.
 *
 * All states of the tracked changes are in it at once: each piece, each
 * paragraph mark and each row says in which of them it exists. All is in one
 * arena; arrays are in document order; an index that does not exist is
 * PL_NONE. Source of what is read: ECMA-376 part 1, [MS-OI29500]. */
#ifndef PLANLINT_TEXT_WORD_MODEL_H
#define PLANLINT_TEXT_WORD_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

/* The states in which something exists; both bits: in any. Neither: inserted
 * and deleted again, which only the view of all mark-up shows. */
enum pl_word_state {
    PL_WORD_FINAL = 1 << 0,
    PL_WORD_ORIGINAL = 1 << 1,
    PL_WORD_ALWAYS = PL_WORD_FINAL | PL_WORD_ORIGINAL,
};

enum pl_word_story_kind {
    PL_WORD_BODY,
    PL_WORD_HEADER,
    PL_WORD_FOOTER,
    PL_WORD_FOOTNOTE,
    PL_WORD_ENDNOTE,
    PL_WORD_COMMENT,
    PL_WORD_TEXT_BOX,
};

/* A run of paragraphs with counters of its own. */
struct pl_word_story {
    enum pl_word_story_kind kind;
    uint32_t part;       /* that it is in */
    pl_str id;           /* w:id of a note or a comment; may be empty */
    uint32_t first_para; /* paras [first_para, para_end) */
    uint32_t para_end;
    uint32_t anchor; /* of a text box: the paragraph it is anchored in */
    bool is_shown;   /* of a header or a footer: some page has it */
};

struct pl_word_part {
    pl_str name; /* "word/document.xml" */
    uint32_t size;
};

enum pl_word_change_kind {
    PL_WORD_INSERTED,
    PL_WORD_DELETED,
    PL_WORD_MOVED_FROM,
    PL_WORD_MOVED_TO,
    PL_WORD_RENUMBERED, /* numbering or style of a paragraph changed */
};

struct pl_word_change {
    enum pl_word_change_kind kind;
    pl_str id;     /* w:id */
    pl_str author; /* may be empty */
    pl_str date;   /* as written; may be empty */
};

enum pl_word_piece_kind {
    PL_WORD_TEXT,
    PL_WORD_TAB,
    PL_WORD_BREAK,        /* of a line, a page or a column */
    PL_WORD_NOTE_MARK,    /* `target`: the story of the note */
    PL_WORD_COMMENT_MARK, /* `target`: the comment */
    PL_WORD_ALT_TEXT,     /* of a picture; not displayed */
    PL_WORD_LIST_NUMBER,  /* LISTNUM; `target`: the field whose number it is */
    PL_WORD_PLACEHOLDER,  /* of a content control that nobody has filled in */
};

struct pl_word_piece {
    enum pl_word_piece_kind kind;
    uint8_t states;    /* enum pl_word_state */
    bool is_hidden;    /* w:vanish, its own or that of a style */
    bool is_verbatim;  /* `text` is byte for byte what stands at `xml` */
    bool has_own_mark; /* of a note mark: customMarkFollows */
    bool is_endnote;   /* of a note mark */
    uint32_t change;   /* innermost; PL_NONE */
    uint32_t run;      /* PL_NONE: none (a picture's text) */
    uint32_t field;    /* whose result it is; PL_NONE */
    uint32_t link;     /* that it is in; PL_NONE */
    uint32_t target;
    pl_str text;
    struct pl_range xml;     /* bytes of the part */
    struct pl_range element; /* start tag of the child of the run that it is,
                                or that has it; empty: it is deeper inside */
};

/* Whether something says that text is hidden. */
enum pl_word_hiding {
    PL_WORD_HIDING_UNSAID,
    PL_WORD_HIDDEN,
    PL_WORD_NOT_HIDDEN,
};

/* How far a paragraph is set in, in twentieths of a point; what nobody says is
 * 0. */
struct pl_word_indent {
    int16_t left;
    int16_t right;
    int16_t first;     /* of the first line, from the left; negative: hanging */
    bool has_left : 1; /* whether it is said */
    bool has_right : 1;
    bool has_first : 1;
};

enum pl_word_slant {
    PL_WORD_SLANT_UNSAID,
    PL_WORD_ITALIC,
    PL_WORD_UPRIGHT,
};

/* How letters are set. */
struct pl_word_face {
    uint16_t size; /* half points; 0: not said */
    uint8_t slant; /* enum pl_word_slant */
};

/* w:r, for those who put something into it. */
struct pl_word_run {
    struct pl_range xml;        /* the whole element */
    struct pl_range properties; /* w:rPr with its tags; may be empty */
    struct pl_range holder;    /* the child of w:p that it is in, itself when it
                                  is that child */
    struct pl_range insertion; /* start tag of the w:ins that it is a child of;
                                  empty: of none */
    pl_str style;              /* w:rStyle; may be empty */
    struct pl_word_face face;  /* what the run itself says */
    uint8_t hiding;            /* enum pl_word_hiding: the same */
    bool is_locked; /* in a field's code, a locked control, math, or another
                       run */
};

/* What numbers a paragraph, as written in its own properties. */
struct pl_word_numbering {
    bool is_given; /* there is a w:numPr */
    uint32_t list; /* w:numId; PL_NONE when absent, 0: not numbered */
    uint8_t level; /* w:ilvl; 0 when absent */
    bool has_level;
};

struct pl_word_para {
    uint32_t story;
    pl_str style;              /* w:pStyle; empty: the default one */
    uint8_t outline_level;     /* its own w:outlineLvl, 0 to 8; 9: no
                                  heading; 10: not said */
    uint8_t old_outline_level; /* as the original has it */
    struct pl_word_numbering numbering;
    struct pl_word_indent indent; /* its own */
    pl_str old_style;             /* as the original has it; the same as `style`
                                     where nothing changed */
    struct pl_word_numbering old_numbering;
    pl_str old_number; /* what the original displays; empty: not said */
    uint32_t properties_change; /* that changed these; PL_NONE */
    uint8_t numbering_states;   /* in which `numbering` is there: w:numPr/ins */
    uint8_t mark_states; /* of the paragraph mark: without it the paragraph
                            goes on in the next one */
    uint8_t mark_hiding; /* enum pl_word_hiding: what the mark itself says */
    uint32_t mark_change;
    uint8_t row_states; /* of the row and cell it is in; none: the cell is
                           part of a merged one, which hides it */
    uint32_t row_change;
    uint32_t table;       /* innermost; PL_NONE */
    uint32_t row;         /* 0-based in the table */
    uint32_t column;      /* 0-based in the row, spans counted */
    bool ends_section;    /* has a w:sectPr */
    bool is_toc;          /* in a table of contents */
    pl_str id;            /* w14:paraId; may be empty */
    uint32_t first_piece; /* pieces [first_piece, piece_end) */
    uint32_t piece_end;
    struct pl_range xml;        /* the whole element */
    struct pl_range properties; /* w:pPr with its tags; may be empty */
};

struct pl_word_table {
    uint32_t parent; /* table that it is nested in; PL_NONE */
    uint32_t story;
};

/* Instruction and result of a field: { REF _Ref5 \r \h }. */
struct pl_word_field {
    pl_str instruction; /* without nested results, trimmed */
    pl_str old_number;  /* of a LISTNUM, in the original; empty: not said */
    uint8_t states;
    bool is_locked;
    uint32_t parent;     /* field that it is nested in; PL_NONE */
    uint32_t first_para; /* where its result begins and ends */
    uint32_t first_piece;
    uint32_t last_para;
    uint32_t piece_end;
    struct pl_range xml; /* from its first mark to its last */
};

struct pl_word_bookmark {
    pl_str name;
    uint8_t states;
    uint32_t first_para;
    uint32_t first_piece; /* pieces [first_piece, piece_end) */
    uint32_t last_para;
    uint32_t piece_end;
};

struct pl_word_link {
    pl_str target;   /* an address or a file; empty: inside the document */
    pl_str bookmark; /* w:anchor; may be empty */
};

struct pl_word_comment {
    pl_str id;
    pl_str author;
    pl_str date;
    bool is_resolved;
    uint32_t parent;      /* that it replies to; PL_NONE */
    uint32_t story;       /* its text */
    uint32_t para;        /* where it is anchored; PL_NONE: nowhere */
    uint32_t first_piece; /* its range; empty when it has only a place */
    uint32_t piece_end;
};

enum pl_word_restart {
    PL_WORD_COUNTED_ON,
    PL_WORD_EACH_SECTION,
    PL_WORD_EACH_PAGE, /* pages are not known */
};

/* How notes are numbered. */
struct pl_word_note_rule {
    uint8_t format; /* enum pl_word_format, see numbering.h */
    uint8_t restart;
    uint32_t start;
};

enum { PL_WORD_NOTE_KINDS = 2 /* footnotes, endnotes */ };

/* A section of the body, up to the paragraph that ends it. */
struct pl_word_section {
    uint32_t last_para; /* PL_NONE: the body's end */
    struct pl_word_note_rule notes[PL_WORD_NOTE_KINDS];
};

#define PL_WORD_ARRAY(type, name) \
    const type *name;             \
    uint32_t name##_count

struct pl_word_styles;  /* see styles.h */
struct pl_word_numbers; /* see numbers.h */
struct pl_word_label;   /* the same */

struct pl_word_file {
    const char *path;
    PL_WORD_ARRAY(struct pl_word_part, parts);
    PL_WORD_ARRAY(struct pl_word_story, stories); /* the body first */
    PL_WORD_ARRAY(struct pl_word_para, paras);
    PL_WORD_ARRAY(struct pl_word_piece, pieces);
    PL_WORD_ARRAY(struct pl_word_run, runs);
    PL_WORD_ARRAY(struct pl_word_change, changes);
    PL_WORD_ARRAY(struct pl_word_table, tables);
    PL_WORD_ARRAY(struct pl_word_field, fields);
    PL_WORD_ARRAY(struct pl_word_bookmark, bookmarks);
    PL_WORD_ARRAY(struct pl_word_link, links);
    PL_WORD_ARRAY(struct pl_word_comment, comments);
    const struct pl_word_styles *styles;
    const struct pl_word_numbers *numbers;
    const struct pl_word_label *labels[PL_WORD_ALWAYS]; /* by state, where the
                                      reader has counted; NULL: count as Word */
    PL_WORD_ARRAY(struct pl_word_section, sections);
    bool tracks_changes; /* settings: trackRevisions */
    bool is_protected;
    bool has_even_pages; /* settings: evenAndOddHeaders */
    bool is_signed;
    bool is_open_document; /* an .odt: nothing can be written into it */
    bool has_unread; /* w:altChunk or w:subDoc: content that is elsewhere */
    pl_str language; /* of the document's default text: "en-GB"; may be empty */
};

#endif
