#include "lsp/rules.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "checks/checks.h"
#include "lint/setup.h"
#include "lsp/settings.h"
#include "lsp/stamp.h"

static uint64_t stamp_of(const char *config_path, const char *rules_folder)
{
    uint64_t config = config_path ? pl_lsp_stamp_of_file(config_path) : 0;
    uint64_t own = rules_folder ? pl_lsp_stamp_of_folder(rules_folder) : 0;
    return pl_hash_mix(config ^ PL_HASH_ODD_1, own + 1);
}

static void keep_error(void *context, const struct pl_error *error)
{
    struct pl_error *kept = context;
    *kept = *error;
}

static struct pl_setups *new_setups(struct pl_lsp_rules *rules,
                                    struct pl_arena *arena,
                                    const struct pl_lsp_settings *settings)
{
    struct pl_setup_options options = {
        .checks = pl_checks,
        .config_path = rules->config_path,
        .no_config = rules->config_path == NULL,
        .overrides = {PL_LSP_SETTINGS_NAME ".rules",
                      pl_arena_copy(arena, settings->rules)},
        .otherwise = {pl_arena_copy(arena, settings->profile),
                      pl_arena_copy(arena, settings->language)},
        .complain = keep_error,
        .context = &rules->error,
    };
    return pl_setups_new(arena, &options);
}

static void note_files(struct pl_lsp_rules *rules,
                       const struct pl_config *config)
{
    const char *folder = config->rules_folder;
    if (!rules->notes) {
        rules->notes = pl_arena_new();
    }
    pl_arena_reset(rules->notes);
    rules->rules_folder =
        folder ? pl_arena_strndup(rules->notes, folder, strlen(folder)) : NULL;
    rules->stamp = stamp_of(rules->config_path, rules->rules_folder);
}

void pl_lsp_rules_read(struct pl_lsp_rules *rules,
                       const struct pl_lsp_settings *settings)
{
    assert(!rules->before);
    struct pl_arena *arena = pl_arena_new();
    struct pl_setups *setups = new_setups(rules, arena, settings);
    const struct pl_setup *setup = pl_setups_for(setups, ".");
    note_files(rules, pl_setups_config(setups, "."));
    rules->is_right = setup != NULL;
    if (!setup) {
        pl_arena_free(arena);
        return;
    }
    rules->before = rules->arena;
    rules->arena = arena;
    rules->in_force = setup;
}

void pl_lsp_rules_forget(struct pl_lsp_rules *rules)
{
    pl_arena_free(rules->before);
    rules->before = NULL;
}

void pl_lsp_rules_clear(struct pl_lsp_rules *rules)
{
    pl_arena_free(rules->before);
    pl_arena_free(rules->arena);
    pl_arena_free(rules->notes);
}

bool pl_lsp_rules_are_stale(const struct pl_lsp_rules *rules)
{
    return rules->stamp != stamp_of(rules->config_path, rules->rules_folder);
}
