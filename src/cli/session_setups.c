#include "cli/session_setups.h"

#include "checks/checks.h"
#include "cli/session.h"
#include "lint/ruleset.h"
#include "lint/setup.h"

static void complain(void *context, const struct pl_error *error)
{
    pl_session_complain(context, error);
}

static struct pl_setup_rules rules_of(const struct pl_session *session,
                                      enum pl_option_id id)
{
    return (struct pl_setup_rules){session->options.list[id].parts.items,
                                   session->options.list[id].parts.len};
}

static struct pl_setup_options options_of(struct pl_session *session)
{
    return (struct pl_setup_options){
        .checks = pl_checks,
        .profile = pl_str_from(pl_session_value(session, PL_OPTION_PROFILE)),
        .config_path = pl_session_value(session, PL_OPTION_CONFIG),
        .no_config = pl_options_has(&session->options, PL_OPTION_NO_CONFIG),
        .select = rules_of(session, PL_OPTION_SELECT),
        .ignore = rules_of(session, PL_OPTION_IGNORE),
        .language = pl_session_value(session, PL_OPTION_LANGUAGE),
        .language_name = "--language",
        .complain = complain,
        .context = session,
    };
}

struct pl_setups *pl_session_setups(struct pl_session *session)
{
    struct pl_setup_options options = options_of(session);
    return pl_setups_new(session->arena, &options);
}

const struct pl_setup *pl_session_setup(struct pl_session *session)
{
    return pl_setups_for(pl_session_setups(session), ".");
}

const struct pl_setup *pl_session_setup_with_rules(struct pl_session *session,
                                                   const char *rules_folder)
{
    struct pl_setup_options options = options_of(session);
    options.rules_folder = rules_folder;
    const struct pl_setup *setup =
        pl_setups_for(pl_setups_new(session->arena, &options), ".");
    struct pl_error error;
    if (setup && !pl_ruleset_complete_all(setup->ruleset, &error)) {
        pl_session_complain(session, &error);
        return NULL;
    }
    return setup;
}
