/* scope.h - which documents are plans, and by which rules they are checked.
 *
 * An editor hands over whatever it has open in a language that somebody has
 * connected with planlint. Where nobody said that plans are written, planlint
 * keeps still (docs/decisions/0011-silent-without-configuration.md). */
#ifndef PLANLINT_LSP_SCOPE_H
#define PLANLINT_LSP_SCOPE_H

#include <stdbool.h>

#include "base/str.h"

struct pl_lsp_settings;
struct pl_lsp_workspace;
struct pl_setup;

/* A document as the editor names it. */
struct pl_lsp_subject {
    const char *path;   /* absolute; NULL: it has no file */
    pl_str language_id; /* "plan", "markdown" ...; empty: not told, as by
                           clients that send nothing but plans */
    bool is_shown_word; /* somebody wants to see a Word file as a plan */
};

struct pl_lsp_scope {
    const struct pl_setup *setup; /* never NULL */
    const struct pl_lsp_settings *settings;
    bool is_plan;    /* else nothing is said about it, even if asked */
    bool is_checked; /* it is one, and findings are wanted */
};
/* Valid until the workspace is read again. */
struct pl_lsp_scope pl_lsp_scope_of(struct pl_lsp_workspace *workspace,
                                    const struct pl_lsp_subject *subject);

#endif
