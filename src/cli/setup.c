#include "cli/setup.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "checks/checks.h"
#include "cli/session.h"
#include "lint/ruleset.h"
#include "lint/settings.h"
#include "plan/language.h"

struct pl_setups {
    struct pl_session *session;
    struct pl_map *by_folder;       /* indexes in `made` */
    struct pl_map *by_config_path;  /* "": without a configuration */
    PL_VEC(struct pl_setup *) made; /* NULL: one that is wrong */
};

struct pl_setups *pl_setups_new(struct pl_session *session)
{
    struct pl_setups *setups =
        pl_arena_alloc(session->arena, sizeof(struct pl_setups));
    setups->session = session;
    setups->by_folder = pl_map_new(session->arena, 8);
    setups->by_config_path = pl_map_new(session->arena, 8);
    return setups;
}

static const char *config_path_for(struct pl_session *session,
                                   const char *folder)
{
    if (pl_options_has(&session->options, PL_OPTION_NO_CONFIG)) {
        return NULL;
    }
    const char *given = pl_session_value(session, PL_OPTION_CONFIG);
    return given ? given : pl_config_find(session->arena, folder);
}

static bool narrow(const struct pl_session *session, struct pl_ruleset *ruleset,
                   struct pl_error *error)
{
    const struct pl_options *options = &session->options;
    size_t selected = options->list[PL_OPTION_SELECT].parts.len;
    size_t ignored = options->list[PL_OPTION_IGNORE].parts.len;
    return (selected == 0 ||
            pl_ruleset_select(ruleset,
                              options->list[PL_OPTION_SELECT].parts.items,
                              selected, error)) &&
           (ignored == 0 ||
            pl_ruleset_ignore(ruleset,
                              options->list[PL_OPTION_IGNORE].parts.items,
                              ignored, error));
}

/* The option goes before the configuration. */
static bool take_language(const struct pl_session *session,
                          struct pl_settings *settings, struct pl_error *error)
{
    const char *given = pl_session_value(session, PL_OPTION_LANGUAGE);
    if (!given) {
        return true;
    }
    settings->language = pl_str_from(given);
    return pl_language_is_tag(settings->language) ||
           PL_FAIL(error,
                   "--language must be a code of two letters such as \"en\", "
                   "found \"%s\"",
                   given);
}

/* `rules_folder` NULL: that of the configuration. */
static bool make(struct pl_session *session, const char *config_path,
                 const char *rules_folder, struct pl_setup *setup,
                 struct pl_error *error)
{
    setup->config = pl_config_default();
    if (config_path &&
        !pl_config_read(session->arena, config_path, &setup->config, error)) {
        return false;
    }
    if (rules_folder) {
        setup->config.rules_folder = rules_folder;
    }
    struct pl_rule_files files =
        pl_rule_files_builtin(setup->config.rules_folder);
    files.heads_only = true;
    pl_str profile = pl_str_from(pl_session_value(session, PL_OPTION_PROFILE));
    return take_language(session, &setup->config.settings, error) &&
           pl_ruleset_load(session->arena, files, pl_checks, &setup->ruleset,
                           error) &&
           pl_config_apply(&setup->config, profile, setup->ruleset, error) &&
           narrow(session, setup->ruleset, error) &&
           pl_ruleset_complete(setup->ruleset, error);
}

static struct pl_setup *make_or_complain(struct pl_session *session,
                                         const char *config_path,
                                         const char *rules_folder)
{
    struct pl_setup *setup = pl_arena_alloc(session->arena, sizeof(*setup));
    struct pl_error error;
    if (!make(session, config_path, rules_folder, setup, &error)) {
        pl_session_complain(session, &error);
        return NULL;
    }
    return setup;
}

static uint32_t index_for(struct pl_setups *setups, const char *folder)
{
    struct pl_session *session = setups->session;
    const char *path = config_path_for(session, folder);
    pl_str key = pl_str_from(path);
    uint32_t next = (uint32_t)setups->made.len;
    uint32_t index = pl_map_get_or_add(setups->by_config_path, key, next);
    if (index == next) {
        *PL_VEC_PUSH(session->arena, &setups->made) =
            make_or_complain(session, path, NULL);
    }
    return index;
}

const struct pl_setup *pl_setups_for(struct pl_setups *setups,
                                     const char *folder)
{
    uint32_t index = pl_map_get(setups->by_folder, pl_str_from(folder));
    if (index == PL_NONE) {
        index = index_for(setups, folder);
        pl_str key = pl_str_from(
            pl_arena_strndup(setups->session->arena, folder, strlen(folder)));
        pl_map_put(setups->by_folder, key, index);
    }
    return setups->made.items[index];
}

const struct pl_setup *pl_setup_here(struct pl_session *session)
{
    return pl_setups_for(pl_setups_new(session), ".");
}

const struct pl_setup *pl_setup_with_rules(struct pl_session *session,
                                           const char *rules_folder)
{
    struct pl_setup *setup =
        make_or_complain(session, config_path_for(session, "."), rules_folder);
    struct pl_error error;
    if (setup && !pl_ruleset_complete_all(setup->ruleset, &error)) {
        pl_session_complain(session, &error);
        return NULL;
    }
    return setup;
}
