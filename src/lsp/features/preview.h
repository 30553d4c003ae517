/* preview.h - the beginning of a text in one line, to be shown beside what
 * refers to it. */
#ifndef PLANLINT_LSP_FEATURES_PREVIEW_H
#define PLANLINT_LSP_FEATURES_PREVIEW_H

#include <stddef.h>

#include "base/str.h"

struct pl_arena;

/* Valid UTF-8 with single spaces, of about
 * `most` bytes; ends at a word and in "…" when that is not all. In the arena;
 * costs no more for a text of megabytes. */
pl_str pl_lsp_preview(struct pl_arena *arena, pl_str text, size_t most);

#endif
