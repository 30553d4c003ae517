/* word_answers.h - what holds of every answer in a Word file, for tests. */
#ifndef PLANLINT_TESTS_WORD_ANSWERS_H
#define PLANLINT_TESTS_WORD_ANSWERS_H

#include "base/arena.h"
#include "base/edit.h"
#include "base/str.h"
#include "text/word/answer/annotate.h"
#include "text/word/model.h"
#include "text/word/view/view.h"

struct pl_zip;

#define ANSWER_DATE "2026-05-04T09:30:00Z"

/* A Word file that was opened. */
struct word_opened {
    pl_str bytes;
    struct pl_zip *zip;
    const struct pl_word_file *word;
    const struct pl_word_view *view; /* the final one */
};

/* False when it cannot be read. */
bool word_open(struct pl_arena *arena, const char *path, pl_str bytes,
               struct word_opened *opened);

/* The text of a part of a file; NULL data: there is none. */
pl_str word_part(struct pl_arena *arena, pl_str bytes, const char *name);

/* Annotates a file and looks at the result: it reads, its views are what they
 * were, what has no comments is untouched, there is a comment for each note,
 * and doing it again gives the same bytes. NULL, or what is wrong; `bytes`, of
 * the result, may be NULL. */
const char *word_annotation_fault(struct pl_arena *arena,
                                  const struct word_opened *file,
                                  struct pl_word_notes notes, pl_str *bytes);

/* Writes those of the edits that can be tracked changes: the original view
 * stays, the final one has the edits. NULL, or what is wrong. */
const char *word_tracking_fault(struct pl_arena *arena,
                                const struct word_opened *file,
                                struct pl_edits edits, size_t *taken,
                                pl_str *bytes);

#endif
