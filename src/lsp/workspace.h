/* workspace.h - the folders that an editor has open, and what counts in them:
 * settings, configurations, rules.
 *
 * Paths are absolute. For the worker alone. */
#ifndef PLANLINT_LSP_WORKSPACE_H
#define PLANLINT_LSP_WORKSPACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"
#include "lsp/rules.h"
#include "lsp/settings.h"

struct pl_arena;
struct pl_lsp_workspace;
struct pl_setup;

struct pl_lsp_workspace *pl_lsp_workspace_new(void);
void pl_lsp_workspace_free(struct pl_lsp_workspace *workspace);

/* Each folder once. */
void pl_lsp_workspace_open(struct pl_lsp_workspace *workspace,
                           const char *folder);
void pl_lsp_workspace_close(struct pl_lsp_workspace *workspace,
                            const char *folder);
size_t pl_lsp_workspace_count(const struct pl_lsp_workspace *workspace);
const char *pl_lsp_workspace_at(const struct pl_lsp_workspace *workspace,
                                size_t index);

/* Takes the settings of a folder, or (NULL) those that hold in all that have
 * none of their own. False when something is wrong in them, which then counts
 * as not set. They count from the next reload on. */
PL_MUST_CHECK bool pl_lsp_workspace_set(struct pl_lsp_workspace *workspace,
                                        const char *folder,
                                        struct pl_json section,
                                        struct pl_error *error);

/* What counts in a place. */
struct pl_lsp_ground {
    const char *folder; /* that is open and holds it; NULL: none does */
    const struct pl_lsp_settings *settings;
    const struct pl_lsp_rules *rules;
    const struct pl_setup *setup; /* the rules in force; those of no
                                     configuration where none were right */
};
/* Of a document by its path; NULL for one that has no file: it lies in the
 * first folder. Valid until the next reload. */
struct pl_lsp_ground pl_lsp_workspace_ground(struct pl_lsp_workspace *workspace,
                                             const char *path);

/* Reads everything again. Grounds must be asked for anew; setups of before
 * live until pl_lsp_workspace_forget(), which must come before the next one. */
void pl_lsp_workspace_reload(struct pl_lsp_workspace *workspace);
void pl_lsp_workspace_forget(struct pl_lsp_workspace *workspace);

/* Whether files that rules were made from have changed. */
bool pl_lsp_workspace_is_stale(const struct pl_lsp_workspace *workspace);

/* Whether another configuration counts than before in any place that was asked
 * for. Takes some time when these are many. */
bool pl_lsp_workspace_has_moved(const struct pl_lsp_workspace *workspace);

/* Whether rules may come from this file, there or not. */
bool pl_lsp_workspace_reads(const struct pl_lsp_workspace *workspace,
                            const char *path);

/* All rules that were made so far, in the arena. */
struct pl_lsp_rules_list {
    const struct pl_lsp_rules **items;
    size_t count;
};
struct pl_lsp_rules_list
pl_lsp_workspace_rules(const struct pl_lsp_workspace *workspace,
                       struct pl_arena *arena);

#endif
