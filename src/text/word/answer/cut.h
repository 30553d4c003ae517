/* cut.h - where the content of a paragraph can be parted, so that something
 * comes to stand between.
 *
 * Between two runs nothing is to be done; inside of a run it ends before the
 * place and begins again behind it, with the same properties. */
#ifndef PLANLINT_TEXT_WORD_ANSWER_CUT_H
#define PLANLINT_TEXT_WORD_ANSWER_CUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "text/word/model.h"

struct pl_arena;
struct pl_buf;
struct pl_word_ids;
struct pl_word_splice_part;

enum pl_word_cut_kind {
    PL_WORD_CUT_NOTHING, /* between runs */
    PL_WORD_CUT_RUN,     /* between children of a run */
    PL_WORD_CUT_TEXT,    /* inside of a text of a run */
    PL_WORD_CUT_PARA,    /* in a paragraph that is an empty element */
};

struct pl_word_cut {
    enum pl_word_cut_kind kind;
    struct pl_range xml;     /* bytes of the part that go; mostly none */
    uint32_t run;            /* that is cut or is next to the place; PL_NONE */
    struct pl_range element; /* start tag of the text that is cut */
};

/* The cut before (`offset` 0), inside of or behind a piece's text; false when
 * nothing may be put there: in a locked control, a formula, a picture. */
bool pl_word_cut_piece(const struct pl_word_file *word, pl_str bytes,
                       uint32_t piece, uint32_t offset,
                       struct pl_word_cut *cut);

/* The cut after the properties of a paragraph. */
struct pl_word_cut pl_word_cut_para(const struct pl_word_file *word,
                                    pl_str bytes, uint32_t index);

/* What ends before the cut, and what begins again behind it. */
struct pl_word_cutter {
    struct pl_arena *arena;
    const struct pl_word_file *word;
    struct pl_word_splice_part *part;
    struct pl_word_ids *ids; /* for copies of what has one */
};
void pl_word_cut_close(const struct pl_word_cutter *cutter,
                       const struct pl_word_cut *cut, struct pl_buf *out);
void pl_word_cut_open(const struct pl_word_cutter *cutter,
                      const struct pl_word_cut *cut, struct pl_buf *out);

/* A copy of mark-up whose first id from an offset on, if any, is a new one. */
void pl_word_copy_with_id(struct pl_word_ids *ids, pl_str xml, size_t from,
                          struct pl_buf *out);

/* A copy of the properties of a run. */
void pl_word_cut_properties(const struct pl_word_cutter *cutter, uint32_t run,
                            struct pl_buf *out);

/* How an element that has attributes is written at a place. */
struct pl_word_form {
    pl_str prefix;           /* "w:" */
    const char *declaration; /* of that prefix, where it has none; may be "" */
};
struct pl_word_form pl_word_form_at(pl_str bytes, uint32_t element);

/* The prefix of the element that begins at an offset, with its colon: "w:";
 * empty when it has none. */
pl_str pl_word_prefix_at(pl_str bytes, uint32_t offset);

/* Behind the tag that begins at an offset. */
uint32_t pl_word_tag_end(pl_str bytes, uint32_t offset);

#endif
