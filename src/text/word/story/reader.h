/* reader.h - the state in which a part with text is read; for the files
 * that read it. */
#ifndef PLANLINT_TEXT_WORD_STORY_READER_H
#define PLANLINT_TEXT_WORD_STORY_READER_H

#include "base/buf.h"
#include "base/map.h"
#include "text/package/xml.h"
#include "text/word/read/draft.h"
#include "text/word/read/read.h"

enum pl_word_name {
#define PL_WORD_NAME(constant, space, local) PL_WN_##constant,
#include "text/word/read/name.def"
#undef PL_WORD_NAME
    PL_WN_COUNT
};

/* What holds inside an element, from its start to its end. */
struct pl_word_frame {
    uint16_t name;
    uint8_t states;
    uint32_t change;
    uint32_t run;
    uint32_t link;
    uint32_t first_run;  /* when the element began */
    bool is_skipped;     /* nothing inside counts */
    bool is_hidden;      /* w:vanish */
    bool is_placeholder; /* in the content of an empty control */
    bool is_locked;
    bool is_toc;
    bool has_chosen;     /* of AlternateContent: one was taken */
    struct pl_range tag; /* the start tag */
};

/* A paragraph that is open; those outside of a text box wait. */
struct pl_word_open_para {
    struct pl_word_para para;
    uint32_t id;                          /* its index in the draft */
    PL_VEC(struct pl_word_piece) waiting; /* pieces, while a box is read */
};

struct pl_word_open_table {
    uint32_t table;
    uint32_t row;
    uint32_t column;
    uint32_t span;
    uint8_t outer_states; /* of the cell that the table is in */
    uint32_t outer_change;
    uint8_t row_states;
    uint32_t row_change;
    uint8_t cell_states;
    uint32_t cell_change;
};

/* A field whose end has not come. */
struct pl_word_open_field {
    uint32_t field;
    bool is_in_result; /* else in its code */
    bool is_toc;       /* in the result of a table of contents */
    bool is_in_code;   /* in its code, or in that of one around it */
    struct pl_buf code;
};

/* A text box that is open: what goes on after it. */
struct pl_word_open_box {
    uint32_t story;
    size_t tables; /* open ones around it */
    size_t fields;
    uint8_t row_states; /* of the cell that it is in */
    uint32_t row_change;
};

enum { PL_WORD_FRAMES = 260 /* more than elements nest */ };

struct pl_word_story_reader {
    struct pl_word_draft *draft;
    const struct pl_opc_relations *relations;
    enum pl_word_story_kind kind;
    uint32_t part;
    struct pl_arena *scratch;

    struct pl_word_frame frames[PL_WORD_FRAMES];
    uint32_t depth; /* frames[depth] is that of the innermost element */

    char *text;     /* of the last piece of text, which may grow */
    uint32_t story; /* PL_NONE: between notes */
    PL_VEC(struct pl_word_open_para) paras;
    PL_VEC(struct pl_word_open_table) tables;
    PL_VEC(struct pl_word_open_field) fields;
    uint32_t last_field; /* that has ended; PL_NONE */
    PL_VEC(struct pl_word_open_box) boxes;
    struct pl_map *bookmarks; /* the last one of an id */
};

static inline struct pl_word_frame *
pl_word_top(struct pl_word_story_reader *reader)
{
    return &reader->frames[reader->depth];
}

/* The frame around the innermost; that of the part itself is its own. */
static inline struct pl_word_frame *
pl_word_outer(struct pl_word_story_reader *reader)
{
    return &reader->frames[reader->depth > 0 ? reader->depth - 1 : 0];
}

static inline struct pl_word_open_para *
pl_word_open(struct pl_word_story_reader *reader)
{
    return reader->paras.len > 0 ? &reader->paras.items[reader->paras.len - 1]
                                 : NULL;
}

static inline const struct pl_word_open_box *
pl_word_open_box(const struct pl_word_story_reader *reader)
{
    return reader->boxes.len > 0 ? &reader->boxes.items[reader->boxes.len - 1]
                                 : NULL;
}

/* The innermost table, of those in the innermost text box. */
static inline struct pl_word_open_table *
pl_word_open_table(struct pl_word_story_reader *reader)
{
    const struct pl_word_open_box *box = pl_word_open_box(reader);
    size_t around = box ? box->tables : 0;
    return reader->tables.len > around
               ? &reader->tables.items[reader->tables.len - 1]
               : NULL;
}

/* A copy in the draft's arena. */
pl_str pl_word_keep(struct pl_word_story_reader *reader, pl_str text);

/* The change that an element such as w:ins tells of. */
uint32_t pl_word_add_change(struct pl_word_story_reader *reader,
                            enum pl_word_change_kind kind,
                            const struct pl_xml_element *element);

/* Whether an element is such a change, and of which kind. */
bool pl_word_is_change(uint16_t name);
enum pl_word_change_kind pl_word_change_kind_of(uint16_t name);

/* The states that are left of a change of that kind. */
uint8_t pl_word_states_of(enum pl_word_change_kind kind);

/* Begins a story; `anchor` is that of a text box, or PL_NONE. */
uint32_t pl_word_add_story(struct pl_word_story_reader *reader,
                           enum pl_word_story_kind kind, pl_str id,
                           uint32_t anchor);

/* Where the next piece will be. */
struct pl_word_spot pl_word_here(struct pl_word_story_reader *reader);

/* text.c: what text is made of. */
void pl_word_add_piece(struct pl_word_story_reader *reader,
                       enum pl_word_piece_kind kind, pl_str text,
                       struct pl_range xml);
void pl_word_start_text(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element);
bool pl_word_is_text(enum pl_word_name name);
void pl_word_take_text(struct pl_word_story_reader *reader, pl_str text,
                       struct pl_range place, bool is_verbatim);

/* margin.c: references to headers and footers. */
void pl_word_start_margin(struct pl_word_story_reader *reader,
                          const struct pl_xml_element *element);

/* fields.c: fields, bookmarks, comments' ranges, links. */
bool pl_word_start_field(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element,
                         struct pl_error *error);
void pl_word_end_simple_field(struct pl_word_story_reader *reader,
                              struct pl_range tag);
bool pl_word_is_in_code(const struct pl_word_story_reader *reader);
uint32_t pl_word_field_now(const struct pl_word_story_reader *reader);
bool pl_word_is_in_toc(const struct pl_word_story_reader *reader);
/* Forgets fields that have no end where a story ends. */
void pl_word_drop_fields(struct pl_word_story_reader *reader, size_t kept);
void pl_word_take_code(struct pl_word_story_reader *reader, pl_str text);
void pl_word_start_mark(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element);
void pl_word_start_link(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element);

/* paragraph.c */
bool pl_word_start_para(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element,
                        struct pl_error *error);
/* Of the innermost paragraph; passes over what is none. */
void pl_word_start_para_property(struct pl_word_story_reader *reader,
                                 const struct pl_xml_element *element);
void pl_word_end_para_properties(struct pl_word_story_reader *reader,
                                 struct pl_range properties);
void pl_word_end_para(struct pl_word_story_reader *reader, struct pl_range tag);

/* table.c */
bool pl_word_start_table(struct pl_word_story_reader *reader,
                         struct pl_error *error);
void pl_word_start_row(struct pl_word_story_reader *reader);
void pl_word_start_cell(struct pl_word_story_reader *reader);
/* Of a row or a cell; false: it is none. */
bool pl_word_start_table_property(struct pl_word_story_reader *reader,
                                  const struct pl_xml_element *element);
void pl_word_end_table(struct pl_word_story_reader *reader);
/* In which states the cell exists that we are in, and what changed it. */
uint8_t pl_word_states_here(struct pl_word_story_reader *reader,
                            uint32_t *change);

/* section.c; passes over what is none. */
void pl_word_start_section_property(struct pl_word_story_reader *reader,
                                    const struct pl_xml_element *element);

/* note.c, box.c: what is a story of its own. */
void pl_word_start_note(struct pl_word_story_reader *reader,
                        const struct pl_xml_element *element);
void pl_word_start_comment(struct pl_word_story_reader *reader,
                           const struct pl_xml_element *element);
void pl_word_end_note(struct pl_word_story_reader *reader);
bool pl_word_start_box(struct pl_word_story_reader *reader,
                       struct pl_error *error);
void pl_word_end_box(struct pl_word_story_reader *reader);

/* blocks.c: all of those. Each takes what is its own and passes over the
 * rest. */
bool pl_word_start_block(struct pl_word_story_reader *reader,
                         const struct pl_xml_element *element,
                         struct pl_error *error);
void pl_word_end_block(struct pl_word_story_reader *reader,
                       const struct pl_word_frame *frame, struct pl_range tag);

#endif
