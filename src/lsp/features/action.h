/* action.h - one entry of a menu of code actions. */
#ifndef PLANLINT_LSP_FEATURES_ACTION_H
#define PLANLINT_LSP_FEATURES_ACTION_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/edit.h"
#include "base/error.h"
#include "lsp/request.h"

struct pl_finding;

/* Commands of the server, see execute_command.c. */
#define PL_LSP_FIX_ALL "planlint.fixAll"       /* URI */
#define PL_LSP_APPLY_EDIT "planlint.applyEdit" /* title, WorkspaceEdit */

#define PL_LSP_REFACTOR_RENUMBER "refactor.rewrite.renumber" /* a kind */

/* The answer that is being written: an open array of CodeAction. */
struct pl_lsp_actions {
    struct pl_lsp_request *request;
    struct pl_lsp_revision *revision;
    bool is_asked; /* the client named the kind that was last wanted */
};

struct pl_lsp_action {
    const char *title;
    const char *kind;
    const struct pl_finding *finding; /* that it is about; NULL: none */
    bool is_preferred;
    struct pl_edits edits;
    const struct pl_lsp_file *other; /* in which the edits are; NULL: in the
                                         document itself */
    const char *command; /* of the server, with the URI as its argument, in
                            place of edits; NULL: none */
};

/* Whether the client wants actions of that kind: it asks for them, for kinds
 * that they are of ("source" for "source.fixAll"), or for no kind at all. */
bool pl_lsp_actions_want(struct pl_lsp_actions *actions, const char *kind);

/* The diagnostics that the client asks about: how many, and whether one of
 * them is that finding. */
size_t pl_lsp_actions_count_named(const struct pl_lsp_actions *actions);
bool pl_lsp_actions_name(struct pl_lsp_actions *actions,
                         const struct pl_finding *finding);

/* For a client that knows commands only, as one. */
void pl_lsp_action_write(struct pl_lsp_actions *actions,
                         const struct pl_lsp_action *action);

/* All safe fixes of a document, until nothing is left to do, in the arena;
 * edits of its text. Fails when a fix cannot be written. */
PL_MUST_CHECK bool pl_lsp_fix_all(struct pl_arena *arena,
                                  struct pl_lsp_revision *revision,
                                  struct pl_edits *edits,
                                  struct pl_error *error);

#endif
