/* block.h - the blocks of a document: the lines and paragraphs it is made of.
 *
 * Every byte that is not white space belongs to one block. A block of a
 * wrapped text covers all its lines. */
#ifndef PLANLINT_PLAN_BLOCK_H
#define PLANLINT_PLAN_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "plan/label.h"

enum pl_block_kind {
    PL_BLOCK_HEADING,   /* of a section: numbered, annex, or title alone */
    PL_BLOCK_PARAGRAPH, /* numbered or not */
    PL_BLOCK_ITEM,      /* of a list, with its marker */
    PL_BLOCK_CELL,      /* of a table */
    PL_BLOCK_QUOTE,
    PL_BLOCK_NOTE, /* a footnote's text in a place of its own */
    PL_BLOCK_TOC,  /* a line of a table of contents */
    PL_BLOCK_CODE,
    PL_BLOCK_MARKUP,    /* rules, front matter, HTML comments, delimiters */
    PL_BLOCK_DIRECTIVE, /* <!-- planlint-... --> */
};

struct pl_block {
    enum pl_block_kind kind;
    struct pl_range range;   /* from marker to end, without the line end */
    struct pl_range marker;  /* the number or marker as typed; may be empty */
    struct pl_range content; /* the rest; may be empty */
    uint32_t section;        /* in which it stands; the heading's own section
                                for a heading; PL_NONE before the first */
    uint32_t detail;         /* index of the numbered paragraph, list item or
                                cell it is; else PL_NONE */
    uint32_t first_span;     /* its inline spans: [first_span, span_end) */
    uint32_t span_end;
    uint32_t first_word; /* its words: [first_word, word_end) */
    uint32_t word_end;
};

enum pl_span_kind {
    PL_SPAN_TAB,
    PL_SPAN_FOOTNOTE_MARK,
    PL_SPAN_FOOTNOTE,   /* a note's text inside the line, with its label */
    PL_SPAN_COMMENT,    /* a margin comment, from its author to its end */
    PL_SPAN_ENUMERATOR, /* b) inside a line */
    PL_SPAN_CODE,
    PL_SPAN_URL, /* an address or the destination of a link */
};

/* Something in a block that is not plain prose. */
struct pl_span {
    enum pl_span_kind kind;
    struct pl_range range;
    uint32_t block;
};

#endif
