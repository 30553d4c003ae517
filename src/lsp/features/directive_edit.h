/* directive_edit.h - directives that silence a finding, written for people. */
#ifndef PLANLINT_LSP_FEATURES_DIRECTIVE_EDIT_H
#define PLANLINT_LSP_FEATURES_DIRECTIVE_EDIT_H

#include "base/edit.h"

struct pl_arena;
struct pl_finding;
struct pl_plan;

/* Silences the rule of a finding where it begins: by a line above it, or, where
 * a line above would part what belongs together (in a table, in a wrapped
 * paragraph), by one above and one below all of that. In the arena. */
struct pl_edits pl_lsp_disable_here(struct pl_arena *arena,
                                    const struct pl_plan *plan,
                                    const struct pl_finding *finding);

/* Silences it in the whole document: a line at its top, below front matter. */
struct pl_edits pl_lsp_disable_in_file(struct pl_arena *arena,
                                       const struct pl_plan *plan,
                                       const struct pl_finding *finding);

#endif
