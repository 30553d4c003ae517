#include "lint/setup.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "lint/profile.h"
#include "lint/ruleset.h"
#include "lint/settings.h"
#include "plan/language.h"

struct made {
    const struct pl_setup *setup;
    bool is_right;
};

struct pl_setups {
    struct pl_arena *arena;
    struct pl_setup_options options;
    struct pl_map *by_folder;      /* indexes in `made` */
    struct pl_map *by_config_path; /* "": without a configuration */
    PL_VEC(struct made) made;
};

struct pl_setups *pl_setups_new(struct pl_arena *arena,
                                const struct pl_setup_options *options)
{
    struct pl_setups *setups = pl_arena_alloc(arena, sizeof(*setups));
    setups->arena = arena;
    setups->options = *options;
    setups->by_folder = pl_map_new(arena, 8);
    setups->by_config_path = pl_map_new(arena, 8);
    return setups;
}

static const char *find_config(const struct pl_setups *setups,
                               const char *folder)
{
    const struct pl_setup_options *options = &setups->options;
    if (options->no_config) {
        return NULL;
    }
    return options->config_path ? options->config_path
                                : pl_config_find(setups->arena, folder);
}

static bool override(const struct pl_setup_options *options,
                     struct pl_ruleset *ruleset, struct pl_error *error)
{
    const struct pl_setup_overrides *given = &options->overrides;
    struct pl_json_file *file;
    struct pl_json rules;
    if (given->text.len == 0) {
        return true;
    }
    if (!pl_json_open(given->path, given->text, &file, &rules, error)) {
        return false;
    }
    bool ok = pl_overrides_apply_known(ruleset, rules, error);
    pl_json_close(file);
    return ok;
}

static bool narrow(const struct pl_setup_options *options,
                   struct pl_ruleset *ruleset, struct pl_error *error)
{
    return (options->select.count == 0 ||
            pl_ruleset_select(ruleset, options->select.items,
                              options->select.count, error)) &&
           (options->ignore.count == 0 ||
            pl_ruleset_ignore(ruleset, options->ignore.items,
                              options->ignore.count, error));
}

static bool take_language(const struct pl_setup_options *options,
                          struct pl_settings *settings, struct pl_error *error)
{
    if (settings->language.len == 0) {
        settings->language = options->otherwise.language;
    }
    if (!options->language) {
        return true;
    }
    settings->language = pl_str_from(options->language);
    return pl_language_is_tag(settings->language) ||
           PL_FAIL(error,
                   "%s must be a code of two letters such as \"en\", found "
                   "\"%s\"",
                   options->language_name, options->language);
}

/* Empty: that of the configuration. */
static pl_str profile_of(const struct pl_setup_options *options,
                         const struct pl_config *config)
{
    return options->profile.len > 0 || config->names_profile
               ? options->profile
               : options->otherwise.profile;
}

static bool load_rules(const struct pl_setups *setups, struct pl_setup *setup,
                       struct pl_error *error)
{
    const struct pl_setup_options *options = &setups->options;
    struct pl_rule_files files =
        pl_rule_files_builtin(setup->config.rules_folder);
    files.heads_only = true;
    return pl_ruleset_load(setups->arena, files, options->checks,
                           &setup->ruleset, error) &&
           pl_config_apply(&setup->config, profile_of(options, &setup->config),
                           setup->ruleset, error) &&
           override(options, setup->ruleset, error) &&
           narrow(options, setup->ruleset, error) &&
           pl_ruleset_complete(setup->ruleset, error);
}

static bool make(const struct pl_setups *setups, const char *config_path,
                 struct pl_setup *setup, struct pl_error *error)
{
    const struct pl_setup_options *options = &setups->options;
    setup->config = pl_config_default();
    if (config_path &&
        !pl_config_read(setups->arena, config_path, &setup->config, error)) {
        setup->config.path = config_path;
        return false;
    }
    if (options->rules_folder) {
        setup->config.rules_folder = options->rules_folder;
    }
    return take_language(options, &setup->config.settings, error) &&
           load_rules(setups, setup, error);
}

static struct made make_or_complain(struct pl_setups *setups,
                                    const char *config_path)
{
    struct pl_setup *setup = pl_arena_alloc(setups->arena, sizeof(*setup));
    struct pl_error error;
    bool is_right = make(setups, config_path, setup, &error);
    if (!is_right) {
        setups->options.complain(setups->options.context, &error);
    }
    return (struct made){setup, is_right};
}

static uint32_t make_for(struct pl_setups *setups, const char *folder)
{
    const char *path = find_config(setups, folder);
    uint32_t next = (uint32_t)setups->made.len;
    uint32_t index =
        pl_map_get_or_add(setups->by_config_path, pl_str_from(path), next);
    if (index == next) {
        *PL_VEC_PUSH(setups->arena, &setups->made) =
            make_or_complain(setups, path);
    }
    return index;
}

static const struct made *made_for(struct pl_setups *setups, const char *folder)
{
    uint32_t index = pl_map_get(setups->by_folder, pl_str_from(folder));
    if (index == PL_NONE) {
        index = make_for(setups, folder);
        pl_str key = pl_str_from(
            pl_arena_strndup(setups->arena, folder, strlen(folder)));
        pl_map_put(setups->by_folder, key, index);
    }
    return &setups->made.items[index];
}

const struct pl_setup *pl_setups_for(struct pl_setups *setups,
                                     const char *folder)
{
    const struct made *made = made_for(setups, folder);
    return made->is_right ? made->setup : NULL;
}

const struct pl_config *pl_setups_config(struct pl_setups *setups,
                                         const char *folder)
{
    return &made_for(setups, folder)->setup->config;
}
