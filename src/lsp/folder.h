/* folder.h - a folder that an editor has open: its settings, and the rules
 * that were made for what lies in it. Part of workspace.c. */
#ifndef PLANLINT_LSP_FOLDER_H
#define PLANLINT_LSP_FOLDER_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"
#include "base/vec.h"
#include "lsp/rules.h"
#include "lsp/settings.h"

struct pl_arena;

struct pl_lsp_folder {
    struct pl_arena *arena;
    const char *path;                /* NULL: for what lies in no folder */
    struct pl_arena *settings_arena; /* NULL: it has none of its own */
    struct pl_lsp_settings settings;
    PL_VEC(struct pl_lsp_rules *) rules; /* one for each configuration */
    PL_VEC(struct pl_lsp_rules *) gone;  /* their file is no more */
};

/* An empty path: it is for what lies in no folder. */
struct pl_lsp_folder *pl_lsp_folder_new(pl_str path);
void pl_lsp_folder_free(struct pl_lsp_folder *folder);

/* Takes settings; false when something is wrong, which counts as not set. */
PL_MUST_CHECK bool pl_lsp_folder_set(struct pl_lsp_folder *folder,
                                     struct pl_json section,
                                     struct pl_error *error);

/* Whether a path lies in a folder that has one, or is it. */
bool pl_lsp_folder_holds(const struct pl_lsp_folder *folder, const char *path);

/* What follows is given the settings that count in the folder. */

/* The path of the configuration for what lies in `place`, in the arena; NULL:
 * there is none. */
const char *pl_lsp_folder_config(const struct pl_lsp_folder *folder,
                                 struct pl_arena *arena,
                                 const struct pl_lsp_settings *settings,
                                 const char *place);

/* Those of a configuration (NULL: of none). */
const struct pl_lsp_rules *
pl_lsp_folder_rules(struct pl_lsp_folder *folder,
                    const struct pl_lsp_settings *settings,
                    const char *config_path);

/* As in workspace.h. */
void pl_lsp_folder_reload(struct pl_lsp_folder *folder,
                          const struct pl_lsp_settings *settings);
void pl_lsp_folder_forget(struct pl_lsp_folder *folder);

#endif
