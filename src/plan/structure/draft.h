/* draft.h - a plan being built: the parts that grow, in a scratch arena.
 *
 * Internal to the plan layer. Each builder below reads what those before it
 * made and adds its own; pl_plan_build() then copies everything into the
 * plan. Blocks may only be merged or change their kind before the outline. */
#ifndef PLANLINT_PLAN_DRAFT_H
#define PLANLINT_PLAN_DRAFT_H

#include "base/vec.h"
#include "plan/plan.h"
#include "text/source.h"

struct pl_tree;

/* A run of prose and the block it belongs to. */
struct pl_prose {
    struct pl_range range;
    uint32_t block;
};

struct pl_draft {
    struct pl_arena *scratch;
    const struct pl_source *source;
    pl_str text;
    size_t wrap_width; /* bytes; 0: lines of plain text are paragraphs */
    PL_VEC(struct pl_block) blocks;
    PL_VEC(struct pl_span) spans;
    PL_VEC(struct pl_prose) prose;
    PL_VEC(struct pl_section) sections;
    PL_VEC(struct pl_paragraph) paragraphs;
    PL_VEC(struct pl_list) lists;
    PL_VEC(struct pl_item) items;
    PL_VEC(struct pl_table) tables;
    PL_VEC(struct pl_cell) cells;
    PL_VEC(struct pl_footnote_mark) footnote_marks;
    PL_VEC(struct pl_footnote) footnotes;
    PL_VEC(struct pl_comment) comments;
};

/* Blocks, spans, prose, tables, footnotes and comments, from the tree. */
void pl_draft_read(struct pl_draft *draft, const struct pl_tree *tree);

bool pl_draft_is_markdown(const struct pl_draft *draft);
bool pl_block_has_marker(const struct pl_block *block);

/* Whether it is a paragraph with a number. */
bool pl_block_is_numbered(const struct pl_block *block);

/* What looked like the number of a block is part of its text. */
void pl_block_drop_marker(struct pl_block *block);

/* The "#" of Markdown, the "=" of AsciiDoc. */
bool pl_is_heading_sign(char c);

/* Whether the block's marker begins with Markdown's "#" or AsciiDoc's "=". */
bool pl_draft_has_atx(const struct pl_draft *draft,
                      const struct pl_block *block);

/* What the word of "ANNEX 1" makes it; nothing without a number after it. */
enum pl_part_kind pl_part_kind_of(pl_str number);

/* Whether one line end and nothing else but blanks is between two blocks. */
bool pl_draft_are_adjacent(const struct pl_draft *draft,
                           const struct pl_block *a, const struct pl_block *b);

/* Joins the lines of wrapped paragraphs into one block. */
void pl_draft_flow(struct pl_draft *draft);

/* Gives blocks the kind that single lines could not tell: list items and
 * captions that look like headings, page numbers, Markdown's headings. */
void pl_draft_settle(struct pl_draft *draft);

/* The part of it that judges lines without a number; not for Markdown. */
void pl_draft_settle_titles(struct pl_draft *draft);

/* The same for a text in AsciiDoc; false when it is none. */
bool pl_draft_settle_asciidoc(struct pl_draft *draft);

/* Turns the headings of a table of contents into PL_BLOCK_TOC. */
void pl_draft_find_toc(struct pl_draft *draft);

/* Sections, with damaged numbers understood, and every block's section. */
void pl_draft_outline(struct pl_draft *draft);

/* Numbered paragraphs, "1. ..." through a document among them. */
void pl_draft_number(struct pl_draft *draft);

/* Lists and their items, at the beginning of lines and inside them. */
void pl_draft_list(struct pl_draft *draft);

/* Pairs footnote marks and notes. */
void pl_draft_pair_footnotes(struct pl_draft *draft);

/* Fills plan->series from everything else in the plan, which is complete. */
void pl_series_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
