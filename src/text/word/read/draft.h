/* draft.h - a model of a Word document while its parts are read.
 *
 * Places are pairs of a paragraph and a piece counted in it, since text boxes,
 * which stand in the middle of paragraphs, move pieces; pl_word_draft_end()
 * turns them into indexes. */
#ifndef PLANLINT_TEXT_WORD_READ_DRAFT_H
#define PLANLINT_TEXT_WORD_READ_DRAFT_H

#include "base/attr.h"
#include "base/error.h"
#include "base/vec.h"
#include "text/word/model.h"

struct pl_arena;
struct pl_map;
struct pl_opc_relations;
struct pl_zip;

struct pl_word_spot {
    uint32_t para;  /* in the draft; PL_NONE: nowhere */
    uint32_t piece; /* counted in the paragraph */
};

struct pl_word_draft_field {
    struct pl_word_field field;
    struct pl_word_spot start; /* of the result */
    struct pl_word_spot end;
};

struct pl_word_draft_bookmark {
    struct pl_word_bookmark bookmark;
    pl_str id;
    struct pl_word_spot start;
    struct pl_word_spot end;
};

struct pl_word_draft_comment {
    struct pl_word_comment comment;
    struct pl_word_spot start;
    struct pl_word_spot end;
};

enum pl_word_margin_kind {
    PL_WORD_MARGIN_DEFAULT,
    PL_WORD_MARGIN_FIRST, /* of sections whose first page is another */
    PL_WORD_MARGIN_EVEN,  /* when a setting wants them */
};

/* A section's reference to a header or a footer. */
struct pl_word_margin {
    enum pl_word_margin_kind kind;
    pl_str relation;
};

struct pl_word_draft {
    struct pl_arena *arena;
    struct pl_arena *text; /* of pieces alone, so that they can grow */
    const char *path;
    PL_VEC(struct pl_word_part) parts;
    PL_VEC(struct pl_word_story) stories;
    PL_VEC(struct pl_word_para) paras;
    PL_VEC(struct pl_word_piece) pieces;
    PL_VEC(struct pl_word_run) runs;
    PL_VEC(struct pl_word_change) changes;
    PL_VEC(struct pl_word_table) tables;
    PL_VEC(struct pl_word_draft_field) fields;
    PL_VEC(struct pl_word_draft_bookmark) bookmarks;
    PL_VEC(struct pl_word_section) sections; /* `last_para` in the draft */
    PL_VEC(struct pl_word_link) links;
    PL_VEC(struct pl_word_draft_comment) comments;
    PL_VEC(struct pl_word_margin) margins;
    bool has_first_pages; /* w:titlePg of any section */
    struct pl_map *comments_by_id;
    size_t moved; /* pieces, to make room for text boxes */
    bool has_unread;
};

/* Empty. */
struct pl_word_draft *pl_word_draft_new(struct pl_arena *arena,
                                        const char *path);

/* The comment of an id, added when it is not there yet. */
struct pl_word_draft_comment *pl_word_draft_comment(struct pl_word_draft *draft,
                                                    pl_str id);

/* False, with an error, when so much was read that no document has it: memory
 * stays bounded. */
PL_MUST_CHECK bool pl_word_draft_has_room(const struct pl_word_draft *draft,
                                          struct pl_error *error);

/* Reads a part that holds text: the document, a header, the notes, the
 * comments. Notes and comments become a story each, anything else is one story
 * of `kind`. `relations` are those of the part, for its links. */
PL_MUST_CHECK bool pl_word_read_part(struct pl_word_draft *draft,
                                     struct pl_zip *zip, size_t entry,
                                     enum pl_word_story_kind kind,
                                     const struct pl_opc_relations *relations,
                                     struct pl_error *error);

/* The model of what was read, in the arena of the draft. */
struct pl_word_file *pl_word_draft_end(struct pl_word_draft *draft);

#endif
