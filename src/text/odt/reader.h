/* reader.h - the state in which the content of an OpenDocument text is read;
 * for the files that read it. */
#ifndef PLANLINT_TEXT_ODT_READER_H
#define PLANLINT_TEXT_ODT_READER_H

#include "base/map.h"
#include "base/vec.h"
#include "text/odt/lists.h"
#include "text/odt/styles.h"
#include "text/odt/tree.h"
#include "text/word/read/draft.h"

/* A change of text:tracked-changes. */
struct pl_odt_region {
    uint32_t deletion;  /* the node that has what is deleted; PL_NONE */
    uint32_t insertion; /* its change; PL_NONE */
    uint32_t removal;   /* the change of the deletion; PL_NONE */
    bool is_open;       /* its beginning was read, its end not */
    bool is_read;       /* what is deleted has been */
};

/* Where we are in lists. */
struct pl_odt_list_place {
    uint32_t list; /* PL_NONE: in none */
    pl_str style;  /* NULL data: none is named */
    uint32_t level;
    uint32_t start;   /* of the next number; PL_NONE */
    bool is_unmarked; /* the item's number has not been shown yet */
};

struct pl_odt_table_place {
    uint32_t table; /* PL_NONE: in none */
    uint32_t depth;
    uint32_t row;
    uint32_t column;
    uint8_t states; /* of the row, or of the box around */
    uint32_t change;
};

/* Deleted paragraphs that are read inside of another one: the first goes on in
 * it, and what comes after them goes on in the last. */
struct pl_odt_splice {
    bool is_first; /* the first is still to come */
    uint32_t last; /* node; PL_NONE */
};

/* Text that is read when the story that it stands in is at its end. */
struct pl_odt_waiting {
    uint32_t node;
    uint32_t story;
    uint8_t states; /* where it is anchored */
    uint32_t change;
    bool is_hidden;
    bool is_margin; /* it is in the tree of the styles */
};

struct pl_odt_reader {
    struct pl_arena *arena;
    struct pl_odt_tree *tree;     /* that is read now, one of these */
    struct pl_odt_tree *trees[2]; /* of the content, of headers and footers */
    const struct pl_odt_styles *styles;
    struct pl_word_draft *draft;
    bool is_margin; /* a header or footer, or what stands in it */

    PL_VEC(struct pl_odt_region) regions;
    struct pl_map *regions_by_id;
    PL_VEC(uint32_t) open_regions; /* or that were open: the last one counts */
    uint32_t open_count;
    uint32_t deletions;     /* that we are in */
    uint32_t deletion;      /* change of the innermost; PL_NONE */
    bool is_deleted_insert; /* it deletes what was inserted */

    uint32_t story;
    uint32_t para; /* that is open, in the draft; PL_NONE */
    uint32_t link;
    uint32_t field;    /* the innermost; PL_NONE */
    bool skips_blanks; /* white space that comes next is none */
    bool is_hidden;
    bool is_toc;
    struct pl_odt_list_place list;
    struct pl_odt_table_place table;
    struct pl_odt_splice splice;
    PL_VEC(struct pl_odt_waiting) waiting;
    struct pl_map *bookmarks; /* the last one of a name */
    struct pl_map *comments;  /* by the name that their end has */

    /* By paragraph: what numbers it when all is accepted, and rejected. */
    PL_VEC(struct pl_odt_numbered) numbered;
    PL_VEC(struct pl_odt_numbered) old_numbered;
};

/* In which states what is read now exists, and the innermost change. */
uint8_t pl_odt_states(const struct pl_odt_reader *reader);
uint32_t pl_odt_change(struct pl_odt_reader *reader);

struct pl_word_spot pl_odt_here(const struct pl_odt_reader *reader);

/* The index of the part that headers and footers, or all else, are in. */
static inline uint32_t pl_odt_part(const struct pl_odt_reader *reader,
                                   bool is_margin)
{
    return is_margin && reader->trees[1] != reader->trees[0];
}

static inline const struct pl_odt_node *
pl_odt_at(const struct pl_odt_reader *reader, uint32_t node)
{
    return &reader->tree->nodes.items[node];
}

static inline bool pl_odt_is_para(const struct pl_odt_reader *reader,
                                  uint32_t node)
{
    uint16_t name = pl_odt_at(reader, node)->name;
    return name == PL_ON_P || name == PL_ON_H;
}

/* changes.c: tracked changes. Takes all regions; then their marks. */
void pl_odt_regions_take(struct pl_odt_reader *reader);
bool pl_odt_is_change_mark(uint16_t name);
PL_MUST_CHECK bool pl_odt_change_mark(struct pl_odt_reader *reader,
                                      uint32_t node, struct pl_error *error);

/* blocks.c: paragraphs, lists, tables. */
PL_MUST_CHECK bool pl_odt_read_blocks(struct pl_odt_reader *reader,
                                      uint32_t node, struct pl_error *error);
void pl_odt_close_para(struct pl_odt_reader *reader);
/* A paragraph that goes on where one was cut by what stands in it. */
PL_MUST_CHECK bool pl_odt_go_on(struct pl_odt_reader *reader, uint32_t like,
                                struct pl_error *error);

/* inline.c: what is in a paragraph. */
PL_MUST_CHECK bool pl_odt_read_inline(struct pl_odt_reader *reader,
                                      uint32_t node, struct pl_error *error);
/* A frame or a shape; `anchor` is the paragraph that it is shown at. */
PL_MUST_CHECK bool pl_odt_read_shape(struct pl_odt_reader *reader,
                                     uint32_t node, uint32_t anchor,
                                     struct pl_error *error);

/* fields.c: the text of an element that somebody computes, and its place as a
 * field of the model where it has one. */
PL_MUST_CHECK bool pl_odt_read_field(struct pl_odt_reader *reader,
                                     uint32_t node, struct pl_error *error);
/* What "#name" leads to inside of the document; empty: to something that is no
 * bookmark. */
pl_str pl_odt_bookmark_of(struct pl_arena *arena, pl_str target);

/* margins.c: headers and footers of the pages that the text is on, which is the
 * node `text`, wait to be read. */
void pl_odt_margins_wait(struct pl_odt_reader *reader, uint32_t text);

/* joins.c: paragraphs that are one in a state, whose marks are not there. The
 * last of them gets the properties that count. After all is read. */
void pl_odt_join(struct pl_odt_reader *reader, enum pl_word_state state,
                 struct pl_odt_numbered *numbered);

#endif
