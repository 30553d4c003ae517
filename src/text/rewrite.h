/* rewrite.h - from edits of a document's text to edits of its file's bytes.
 *
 * All else stays byte for byte: the encoding, the byte order mark, the line
 * ends, whatever they are, and whether the last line has one. */
#ifndef PLANLINT_TEXT_REWRITE_H
#define PLANLINT_TEXT_REWRITE_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/edit.h"
#include "base/error.h"

struct pl_arena;
struct pl_source;

/* `edits` count in the text, `*in_file` in the bytes; it lives in the arena.
 * A new line ends like the line it is put into. Fails when the encoding cannot
 * write a character of an edit. */
PL_MUST_CHECK bool pl_source_rewrite(struct pl_arena *arena,
                                     const struct pl_source *source,
                                     struct pl_edits edits,
                                     struct pl_edits *in_file,
                                     struct pl_error *error);

#endif
