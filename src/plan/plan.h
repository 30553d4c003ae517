/* plan.h - what a document says as a plan: its parts, numbers and links.
 *
 * Built once per revision of a document and never changed after; every check
 * reads it. All arrays are in document order and live in the arena that the
 * plan was built in; ranges are byte offsets into `text`; an index that does
 * not exist is PL_NONE. Damaged documents have plans, too: what could not be
 * understood is left out, never guessed at silently (see `is_damaged`). */
#ifndef PLANLINT_PLAN_PLAN_H
#define PLANLINT_PLAN_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "plan/acronyms.h"
#include "plan/acts.h"
#include "plan/block.h"
#include "plan/entities.h"
#include "plan/label.h"
#include "plan/references.h"
#include "plan/words.h"

struct pl_arena;
struct pl_source;
struct pl_tree;
struct pl_vocabulary;

enum pl_section_kind {
    PL_SECTION_NUMBERED, /* 2.1 Overall framework */
    PL_SECTION_TITLE,    /* a heading without a number */
    PL_SECTION_ANNEX,    /* Annex 1, Appendix B, Part II, Resolution 71 */
};

/* What the word before the number of a heading makes it, in any language. */
enum pl_part_kind {
    PL_PART_NONE, /* no such word */
    PL_PART_SECTION,
    PL_PART_CHAPTER,
    PL_PART_PART,
    PL_PART_ANNEX,
    PL_PART_APPENDIX,
    PL_PART_ATTACHMENT,
    PL_PART_SCHEDULE,
    PL_PART_RESOLUTION,
    PL_PART_DECISION,
    PL_PART_KIND_COUNT
};

/* A heading and what follows it. Sections nest by `parent` and `level`; the
 * blocks of a section are those before the next heading of any level. */
struct pl_section {
    enum pl_section_kind kind;
    enum pl_part_kind part_kind;
    uint32_t level;         /* 1: outermost */
    uint32_t parent;        /* section, or PL_NONE */
    uint32_t subtree_end;   /* index after its last descendant */
    struct pl_label label;  /* as understood; no parts for a title */
    bool is_damaged;        /* the typed number is not that label: 22 for 2.2 */
    struct pl_range number; /* as typed; the keyword too for an annex */
    struct pl_range title;  /* without number and comments; may be empty */
    struct pl_range subtitle; /* of an annex: the title line below it */
    uint32_t heading;         /* block */
    uint32_t first_block;     /* its body: [first_block, block_end) */
    uint32_t block_end;
};

/* A numbered paragraph. */
struct pl_paragraph {
    struct pl_label label;
    struct pl_range number; /* as typed */
    uint32_t block;
    bool is_empty; /* a number with nothing after it */
};

/* One item of a list, at a line's start or inside a line. */
struct pl_item {
    struct pl_label label;   /* no parts for a bullet */
    struct pl_range marker;  /* as typed: "b)" */
    struct pl_range content; /* up to the next item of the same line */
    uint32_t list;
    uint32_t next; /* the next item of the same list, or PL_NONE */
    uint32_t block;
};

/* Items of one depth and one style of marker that belong together. */
struct pl_list {
    uint32_t first_item;
    uint32_t item_count;
    uint32_t intro;  /* block with the sentence before it, or PL_NONE */
    uint32_t parent; /* item that this list is nested in, or PL_NONE */
    bool is_inline;  /* a) ...; b) ... within one block */
    bool is_bullet;
};

struct pl_cell {
    uint32_t table;
    uint32_t row;          /* 0-based in its table */
    uint32_t column;       /* 0-based in its row */
    struct pl_range label; /* "1.1:" at its beginning; may be empty */
    uint32_t block;
};

struct pl_table {
    uint32_t first_cell; /* cells [first_cell, cell_end) */
    uint32_t cell_end;
    uint32_t row_count;
};

struct pl_footnote_mark {
    struct pl_range range; /* [footnoteRef:1], [^x] */
    pl_str id;
    uint32_t block;
    uint32_t note; /* that it pairs with, or PL_NONE */
};

struct pl_footnote {
    struct pl_range range; /* with its label */
    struct pl_range label; /* "[1:" or "[^x]:" */
    struct pl_range body;  /* may be empty */
    pl_str id;
    uint32_t block;
    uint32_t mark; /* the first that pairs with it, or PL_NONE */
};

struct pl_comment {
    struct pl_range range;
    struct pl_range author; /* the name alone */
    struct pl_range body;
    uint32_t block;
};

enum pl_caption_kind { PL_CAPTION_FIGURE, PL_CAPTION_TABLE, PL_CAPTION_BOX };

/* "Figure 2 - Structure of the plan" on a line of its own; or an image, which
 * is a figure without a number. */
struct pl_caption {
    enum pl_caption_kind kind;
    bool is_image;
    struct pl_label label; /* no parts for an image */
    struct pl_range range; /* "Figure 2"; of an image its mark-up */
    struct pl_range title; /* may be empty */
    uint32_t block;
};

/* "Article 5 - Name" in a heading or a line of its own; or "Section 3.4.
 * Notice." at the beginning of a paragraph, which is no heading. */
struct pl_article {
    bool is_section;
    bool is_doubtful; /* "Article 5. Members are ...": begins a paragraph, maybe
                         one about another document; in no series */
    struct pl_label label; /* one part, of a section at least two */
    struct pl_range number;
    uint32_t block;
};

/* A span of years: "2028-2031". */
struct pl_years {
    uint32_t from;
    uint32_t to; /* equals `from` for a single year */
    struct pl_range range;
    uint32_t block;
};

/* What is numbered in one run: the unit in which gaps and doubles are sought.
 */
enum pl_series_kind {
    PL_SERIES_SECTION,
    PL_SERIES_PARAGRAPH,
    PL_SERIES_ITEM,
    PL_SERIES_ANNEX,
    PL_SERIES_FIGURE,
    PL_SERIES_TABLE,
    PL_SERIES_GOAL,
    PL_SERIES_TARGET,
    PL_SERIES_FOOTNOTE,
    PL_SERIES_ARTICLE,
};

struct pl_series_entry {
    struct pl_label label;
    struct pl_range range; /* the number as typed */
    uint32_t block;
    bool is_damaged;
};

struct pl_series {
    enum pl_series_kind kind;
    uint32_t first_entry; /* entries [first_entry, entry_end) */
    uint32_t entry_end;
};

#define PL_ARRAY(type, name) \
    const type *name;        \
    uint32_t name##_count

struct pl_plan {
    const struct pl_source *source;
    pl_str text;

    PL_ARRAY(struct pl_block, blocks);
    const uint32_t *block_pages; /* of pl_plan_block_at() */
    PL_ARRAY(struct pl_span, spans);
    PL_ARRAY(struct pl_section, sections);
    PL_ARRAY(struct pl_paragraph, paragraphs);
    PL_ARRAY(struct pl_list, lists);
    PL_ARRAY(struct pl_item, items);
    PL_ARRAY(struct pl_table, tables);
    PL_ARRAY(struct pl_cell, cells);
    PL_ARRAY(struct pl_footnote_mark, footnote_marks);
    PL_ARRAY(struct pl_footnote, footnotes);
    PL_ARRAY(struct pl_comment, comments);
    PL_ARRAY(struct pl_caption, captions);
    PL_ARRAY(struct pl_article, articles);
    PL_ARRAY(struct pl_years, years);
    PL_ARRAY(struct pl_series, series);
    PL_ARRAY(struct pl_series_entry, series_entries);
    PL_ARRAY(struct pl_reference, references);
    PL_ARRAY(struct pl_citation, citations);
    PL_ARRAY(struct pl_acronym, acronyms);
    PL_ARRAY(struct pl_entity, entities);
    PL_ARRAY(struct pl_mention, mentions);
    PL_ARRAY(struct pl_act, acts);
    PL_ARRAY(struct pl_clause, clauses);
    PL_ARRAY(struct pl_clause_item, clause_items);
    PL_ARRAY(struct pl_pinpoint, pinpoints);

    const struct pl_words *words;

    /* Of each section the first section of the part that is read alone: an
     * annex, a foreword, one of many decisions; PL_NONE for the body. */
    const uint32_t *reading_parts;
    const uint8_t *section_roles; /* of each section; see entities/roles.h */
    bool is_collection; /* of many decisions, each of which is read alone */

    /* There is a list of abbreviations, or a glossary: with a heading that says
     * so, or some lines that are nothing else. */
    bool has_abbreviations;

    /* Of the document, as a tag: "en"; "und" when it is unsure. */
    pl_str language;

    /* Of each block, enum pl_language; NULL: all as the document's. */
    const uint8_t *block_languages;

    const struct pl_vocabulary *vocabulary; /* the user's own; may be NULL */

    /* The annex that most of the document is, such as "Annex 1 to Resolution
     * 71" in a file of its own; PL_NONE when that is the main body. Addresses
     * do not name it. */
    uint32_t main_part;

    /* The period the plan says it is for, from its title; 0 when it does not
     * or when the title is damaged. */
    struct pl_years period;
};

/* Parses a source and builds its plan; the source must outlive it. */
const struct pl_plan *pl_plan_read(struct pl_arena *arena,
                                   const struct pl_source *source);

/* The same with a user's words for entities (may be NULL), which must outlive
 * the plan, too. */
const struct pl_plan *pl_plan_read_with(struct pl_arena *arena,
                                        const struct pl_source *source,
                                        const struct pl_vocabulary *vocabulary);

/* The same from a tree that is there already, for editors. The tree is not
 * needed afterwards. */
const struct pl_plan *pl_plan_build(struct pl_arena *arena,
                                    const struct pl_source *source,
                                    const struct pl_vocabulary *vocabulary,
                                    const struct pl_tree *tree);

/* The block that holds an offset, or the last one before it; PL_NONE before
 * the first. Logarithmic. */
uint32_t pl_plan_block_at(const struct pl_plan *plan, uint32_t offset);

/* The language at an offset, as a tag: that of its block. Logarithmic. */
pl_str pl_plan_language_at(const struct pl_plan *plan, uint32_t offset);
pl_str pl_plan_language_of_block(const struct pl_plan *plan, uint32_t block);

/* The first of a block's spans that begins at or after an offset, or the end
 * of its spans. Logarithmic. */
uint32_t pl_plan_span_from(const struct pl_plan *plan,
                           const struct pl_block *block, uint32_t offset);

/* The first of a block's words that begins at or after an offset in it, or the
 * end of its words. Logarithmic. */
uint32_t pl_plan_word_from(const struct pl_plan *plan,
                           const struct pl_block *block, uint32_t offset);

/* The annex that a section stands in (itself when it is one); PL_NONE in the
 * main body. `section` may be PL_NONE. */
uint32_t pl_plan_part_of(const struct pl_plan *plan, uint32_t section);

/* The last numbered paragraph at or before a block; PL_NONE. Logarithmic. */
uint32_t pl_plan_paragraph_at(const struct pl_plan *plan, uint32_t block);

/* The list item that holds an offset; PL_NONE. Logarithmic. */
uint32_t pl_plan_item_at(const struct pl_plan *plan, uint32_t offset);

/* Whether a block is the header or footer of pages, which says what all the
 * document is about. Logarithmic. */
bool pl_plan_is_margin(const struct pl_plan *plan, uint32_t block);

/* Where a place is, as a person would say it: "2.6, para 27, outcome 3)";
 * in `arena`. Empty for a document without any structure. */
pl_str pl_plan_address(struct pl_arena *arena, const struct pl_plan *plan,
                       uint32_t offset);

#endif
