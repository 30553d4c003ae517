#include "lsp/folder.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "lint/config.h"

struct pl_lsp_folder *pl_lsp_folder_new(pl_str path)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_folder *folder = pl_arena_alloc(arena, sizeof(*folder));
    folder->arena = arena;
    folder->path =
        path.len > 0 ? pl_arena_strndup(arena, path.data, path.len) : NULL;
    folder->settings = pl_lsp_settings_default();
    return folder;
}

static void forget_gone(struct pl_lsp_folder *folder)
{
    for (size_t i = 0; i < folder->gone.len; i++) {
        pl_lsp_rules_clear(folder->gone.items[i]);
    }
    folder->gone.len = 0;
}

void pl_lsp_folder_free(struct pl_lsp_folder *folder)
{
    forget_gone(folder);
    for (size_t i = 0; i < folder->rules.len; i++) {
        pl_lsp_rules_clear(folder->rules.items[i]);
    }
    pl_arena_free(folder->settings_arena);
    pl_arena_free(folder->arena);
}

/* Whether there can be rules with these settings; else which error stands in
 * the way. */
static bool are_possible(const struct pl_lsp_settings *settings,
                         struct pl_error *error)
{
    struct pl_lsp_rules trial = {0};
    pl_lsp_rules_read(&trial, settings);
    bool is_right = trial.is_right;
    if (!is_right) {
        *error = trial.error;
    }
    pl_lsp_rules_clear(&trial);
    return is_right;
}

bool pl_lsp_folder_set(struct pl_lsp_folder *folder, struct pl_json section,
                       struct pl_error *error)
{
    if (!folder->settings_arena) {
        folder->settings_arena = pl_arena_new();
    }
    pl_arena_reset(folder->settings_arena);
    struct pl_lsp_settings *settings = &folder->settings;
    struct pl_error impossible;
    bool ok =
        pl_lsp_settings_read(folder->settings_arena, section, settings, error);
    if (are_possible(settings, &impossible)) {
        return ok;
    }
    settings->profile = (pl_str){0};
    settings->rules = (pl_str){0};
    return ok && PL_FAIL(error, "settings of %s: %s", PL_LSP_SETTINGS_NAME,
                         impossible.message + impossible.text_at);
}

bool pl_lsp_folder_holds(const struct pl_lsp_folder *folder, const char *path)
{
    size_t len = strlen(folder->path);
    bool is_root = len == 1;
    return strncmp(path, folder->path, len) == 0 &&
           (is_root || path[len] == '/' || path[len] == '\0');
}

const char *pl_lsp_folder_config(const struct pl_lsp_folder *folder,
                                 struct pl_arena *arena,
                                 const struct pl_lsp_settings *settings,
                                 const char *place)
{
    pl_str given = settings->config;
    if (given.len == 0) {
        return pl_config_find(arena, place);
    }
    const char *path = pl_arena_strndup(arena, given.data, given.len);
    return path[0] == '/' || !folder->path
               ? path
               : pl_path_join(arena, folder->path, path);
}

static bool same_path(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

const struct pl_lsp_rules *
pl_lsp_folder_rules(struct pl_lsp_folder *folder,
                    const struct pl_lsp_settings *settings,
                    const char *config_path)
{
    for (size_t i = 0; i < folder->rules.len; i++) {
        if (same_path(folder->rules.items[i]->config_path, config_path)) {
            return folder->rules.items[i];
        }
    }
    struct pl_lsp_rules *made = pl_arena_alloc(folder->arena, sizeof(*made));
    if (config_path) {
        made->config_path =
            pl_arena_strndup(folder->arena, config_path, strlen(config_path));
    }
    pl_lsp_rules_read(made, settings);
    *PL_VEC_PUSH(folder->arena, &folder->rules) = made;
    return made;
}

static bool is_there(const struct pl_lsp_rules *rules)
{
    return !rules->config_path ||
           pl_file_kind(rules->config_path) == PL_FILE_REGULAR;
}

void pl_lsp_folder_reload(struct pl_lsp_folder *folder,
                          const struct pl_lsp_settings *settings)
{
    size_t kept = 0;
    for (size_t i = 0; i < folder->rules.len; i++) {
        struct pl_lsp_rules *rules = folder->rules.items[i];
        if (is_there(rules)) {
            pl_lsp_rules_read(rules, settings);
            folder->rules.items[kept++] = rules;
        } else {
            *PL_VEC_PUSH(folder->arena, &folder->gone) = rules;
        }
    }
    folder->rules.len = kept;
}

void pl_lsp_folder_forget(struct pl_lsp_folder *folder)
{
    forget_gone(folder);
    for (size_t i = 0; i < folder->rules.len; i++) {
        pl_lsp_rules_forget(folder->rules.items[i]);
    }
}
