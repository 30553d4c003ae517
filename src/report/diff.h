/* diff.h - what fixes change in a file, as a unified diff.
 *
 * The changes are known, so nothing is searched for: linear in the file. Lines
 * are the file's bytes up to a "\n", whatever the encoding, so that patch and
 * git apply find them. */
#ifndef PLANLINT_REPORT_DIFF_H
#define PLANLINT_REPORT_DIFF_H

#include "base/edit.h"
#include "base/str.h"

struct pl_buf;

/* Adds the diff of `path` with three lines of context; nothing when the edits
 * change nothing. `edits` count in `before`, the bytes of the file. */
void pl_diff_add(struct pl_buf *out, const char *path, pl_str before,
                 struct pl_edits edits);

#endif
