#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/session.h"
#include "cli/session_setups.h"
#include "lint/ruleset.h"
#include "lint/setup.h"
#include "report/explain.h"

static bool is_asked_for(const struct pl_rule *rule,
                         const struct pl_options *options)
{
    bool is_it = options->argument_count == 0;
    for (size_t i = 0; i < options->argument_count && !is_it; i++) {
        is_it = pl_rule_matches(rule, pl_str_from(options->arguments[i]));
    }
    return is_it;
}

/* The rules that are asked for, all when none are. */
static bool choose(struct pl_session *session, const struct pl_ruleset *all,
                   struct pl_ruleset *listed)
{
    const struct pl_options *options = &session->options;
    for (size_t i = 0; i < options->argument_count; i++) {
        pl_str given = pl_str_from(options->arguments[i]);
        struct pl_error error;
        if (!pl_ruleset_knows_all(all, &given, 1, &error)) {
            pl_session_complain(session, &error);
            return false;
        }
    }
    listed->rules =
        pl_arena_array(session->arena, all->count, sizeof(*listed->rules));
    for (size_t i = 0; i < all->count; i++) {
        if (is_asked_for(&all->rules[i], options)) {
            listed->rules[listed->count++] = all->rules[i];
        }
    }
    return true;
}

enum pl_exit pl_command_rules(struct pl_session *session)
{
    const struct pl_setup *setup = pl_session_setup(session);
    if (!setup) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_ruleset listed = {0};
    if (!choose(session, setup->ruleset, &listed)) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_buf out = pl_buf_in(session->arena);
    const char *form = pl_session_value(session, PL_OPTION_FORMAT);
    if (form && strcmp(form, "json") == 0) {
        pl_rules_json(&out, &listed);
    } else if (form && strcmp(form, "markdown") == 0) {
        pl_rules_markdown(&out, &listed);
    } else {
        struct pl_page page = pl_session_page(session, &out);
        pl_rules_text(&page, &listed);
    }
    pl_output_write(&session->output, pl_buf_str(&out));
    return PL_EXIT_CLEAN;
}
