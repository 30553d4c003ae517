/* rewriter.h - the edits that change numbers, and what was left alone.
 *
 * Internal to the plan layer. */
#ifndef PLANLINT_PLAN_REWRITER_H
#define PLANLINT_PLAN_REWRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/edit.h"
#include "base/vec.h"
#include "plan/label.h"
#include "plan/renumber.h"

struct pl_arena;
struct pl_numbering;
struct pl_runs;

struct pl_rewriter {
    struct pl_arena *arena;               /* of the edits */
    const struct pl_numbering *numbering; /* settled */
    const struct pl_runs *runs;
    PL_VEC(struct pl_edit) edits;
    PL_VEC(struct pl_renumber_left) left;
    const struct pl_renumber_keeper *keeper; /* may be NULL */
    enum pl_renumber_reason failure;         /* why the last change was none */
    uint32_t numbers;
    uint32_t references;
};

/* A label as it stands in a range (its last parts may be all that is there) and
 * what it becomes. False when it is not there or cannot be written: then
 * nothing is changed. */
bool pl_rewriter_change(struct pl_rewriter *rewriter, struct pl_range range,
                        struct pl_label old, struct pl_label new);

void pl_rewriter_leave(struct pl_rewriter *rewriter, struct pl_range range,
                       enum pl_renumber_reason reason);

/* What pl_rewriter_change() could not change. */
void pl_rewriter_leave_failed(struct pl_rewriter *rewriter,
                              struct pl_range range);

/* The numbers themselves. */
void pl_rewriter_numbers(struct pl_rewriter *rewriter);

/* References, with their lists and ranges, and pin-points. */
void pl_rewriter_references(struct pl_rewriter *rewriter);

/* Entities that are named by their number, and marks of footnotes. */
void pl_rewriter_mentions(struct pl_rewriter *rewriter);

/* Lines of a table of contents, and links to headings in Markdown. */
void pl_rewriter_contents(struct pl_rewriter *rewriter);

/* Says of numbers that were not read as references but are written like three
 * parts of one that changes that they stay. After all others. */
void pl_rewriter_unread(struct pl_rewriter *rewriter);

/* Sorts the edits; of two for one place the first stays. */
struct pl_edits pl_rewriter_end(struct pl_rewriter *rewriter);

#endif
