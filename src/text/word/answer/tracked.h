/* tracked.h - changes of the text of a Word file, written as tracked changes
 * of planlint.
 *
 * Only plain text is changed. What Word computes (numbers, fields), what is
 * locked, the text of links to elsewhere, formulas, and everything that the
 * view has made itself is left alone. */
#ifndef PLANLINT_TEXT_WORD_ANSWER_TRACKED_H
#define PLANLINT_TEXT_WORD_ANSWER_TRACKED_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/edit.h"
#include "base/error.h"
#include "base/str.h"
#include "text/word/answer/answer.h"

struct pl_arena;
struct pl_word_tracker;

/* `answer` has the final view and is borrowed. */
struct pl_word_tracker *
pl_word_tracker_new(struct pl_arena *arena,
                    const struct pl_word_answer *answer);

/* Whether an edit of the view's text can be a tracked change. */
bool pl_word_tracker_takes(struct pl_word_tracker *tracker,
                           const struct pl_edit *edit);

/* The file with the edits, all of which it takes; once. Its original view is
 * what it was and its final one has the edits, or it fails. */
PL_MUST_CHECK bool pl_word_tracker_write(struct pl_word_tracker *tracker,
                                         struct pl_edits edits, pl_str *bytes,
                                         struct pl_error *error);

#endif
