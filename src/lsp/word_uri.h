/* word_uri.h - the URIs under which editors are shown the text of Word files.
 *
 *     planlint-word:///plans/a%20b.docx
 *     planlint-word:/plans/a%20b.docx?view=original
 *
 * The path is that of the file, which lies on this machine; the view is a state
 * of its tracked changes, the final one when none is named. */
#ifndef PLANLINT_LSP_WORD_URI_H
#define PLANLINT_LSP_WORD_URI_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "text/word/view/view.h"

struct pl_arena;

#define PL_LSP_WORD_SCHEME "planlint-word"

struct pl_lsp_word_uri {
    const char *path; /* absolute, decoded */
    enum pl_word_view_kind view;
};

/* Whether it is one, right or wrong, by its scheme. */
bool pl_lsp_word_uri_is(pl_str uri);

/* Everything is in the arena. */
PL_MUST_CHECK bool pl_lsp_word_uri_read(struct pl_arena *arena, pl_str uri,
                                        struct pl_lsp_word_uri *out,
                                        struct pl_error *error);

/* The one way in which planlint writes it, in the arena: with the view, so that
 * no editor takes it for that of the file by its end. */
const char *pl_lsp_word_uri_write(struct pl_arena *arena,
                                  struct pl_lsp_word_uri uri);

#endif
