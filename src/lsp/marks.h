/* marks.h - the parts of a document, for those who look for one by its name in
 * all documents. */
#ifndef PLANLINT_LSP_MARKS_H
#define PLANLINT_LSP_MARKS_H

#include <stddef.h>

#include "base/str.h"
#include "lsp/features/outline.h"

struct pl_arena;
struct pl_lsp_revision;

struct pl_lsp_mark {
    enum pl_lsp_symbol_kind kind;
    pl_str name;      /* "2.1 Overall framework" */
    pl_str container; /* the name of the part that it stands in; or empty */
    pl_str range;     /* Range, as JSON */
};
struct pl_lsp_marks {
    const struct pl_lsp_mark *items; /* in document order */
    size_t count;
};

/* All is copied to the arena. */
struct pl_lsp_marks pl_lsp_marks_of(struct pl_arena *arena,
                                    struct pl_lsp_revision *revision);

#endif
