/* tracking.h - the numbers of a Word file that can become others by tracked
 * changes, and those that are left to Word. */
#ifndef PLANLINT_CLI_TRACKING_H
#define PLANLINT_CLI_TRACKING_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/edit.h"
#include "base/error.h"
#include "base/str.h"
#include "plan/renumber.h"
#include "text/word/answer/answer.h"

struct pl_arena;
struct pl_source;
struct pl_word_tracker;

struct pl_tracking {
    struct pl_renumber_keeper keeper; /* of what no tracked change can change */
    struct pl_word_answer answer;
    struct pl_word_tracker *tracker;
};

/* Of a source that has a view; it stays where it is. */
PL_MUST_CHECK bool pl_tracking_begin(struct pl_tracking *tracking,
                                     struct pl_arena *arena,
                                     const struct pl_source *source,
                                     struct pl_error *error);

/* The first edit that cannot be a tracked change, or NULL. */
const struct pl_edit *pl_tracking_hindrance(const struct pl_tracking *tracking,
                                            struct pl_edits edits);

/* The file with the edits, of which there are some, as tracked changes of
 * `date`; once. */
PL_MUST_CHECK bool pl_tracking_write(struct pl_tracking *tracking, pl_str date,
                                     struct pl_edits edits, pl_str *bytes,
                                     struct pl_error *error);

#endif
