/* word_text.h - the text of a Word file, as an editor is given it. */
#ifndef PLANLINT_LSP_WORD_TEXT_H
#define PLANLINT_LSP_WORD_TEXT_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "text/word/view/view.h"

struct pl_arena;
struct pl_source;

/* Reads the file at `path` in a state of its tracked changes; fails for what
 * is no Word file, and for what is no regular file. All is in the arena. */
PL_MUST_CHECK bool pl_lsp_word_text_read(struct pl_arena *arena,
                                         const char *path,
                                         enum pl_word_view_kind view,
                                         struct pl_source **source,
                                         struct pl_error *error);

/* Whether an editor that has been given `text` shows `shown`: it may end lines
 * in its own way, and end the last one or not. */
bool pl_lsp_word_text_is_shown(pl_str text, pl_str shown);

#endif
