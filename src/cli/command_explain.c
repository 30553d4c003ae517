#include <string.h>

#include "base/nearest.h"
#include "cli/command.h"
#include "cli/session.h"
#include "cli/session_setups.h"
#include "lint/ruleset.h"
#include "lint/setup.h"
#include "report/explain.h"

static void complain_unknown(struct pl_session *session,
                             const struct pl_ruleset *ruleset, pl_str given)
{
    pl_str near = pl_ruleset_nearest(ruleset, given);
    pl_session_complainf(session, "there is no rule \"%.*s\"" PL_NEAREST "%s",
                         PL_STR_ARG(given), PL_NEAREST_ARG(near),
                         near.len > 0 ? "" : " (planlint rules lists them)");
}

static void explain(struct pl_session *session, struct pl_rule *rule,
                    struct pl_buf *out)
{
    struct pl_error error;
    if (!pl_rule_load_examples(session->arena, rule, &error)) {
        pl_session_complain(session, &error);
        return;
    }
    const char *form = pl_session_value(session, PL_OPTION_FORMAT);
    if (out->len > 0) {
        pl_buf_add_char(out, '\n');
    }
    if (form && strcmp(form, "markdown") == 0) {
        pl_explain_markdown(out, rule);
    } else {
        struct pl_page page = pl_session_page(session, out);
        pl_explain_text(&page, rule);
    }
}

enum pl_exit pl_command_explain(struct pl_session *session)
{
    const struct pl_options *options = &session->options;
    if (options->argument_count == 0) {
        pl_session_complainf(session, "explain needs the id or name of a rule "
                                      "(planlint rules lists them)");
        return PL_EXIT_TROUBLE;
    }
    const struct pl_setup *setup = pl_session_setup(session);
    if (!setup) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_buf out = pl_buf_in(session->arena);
    for (size_t i = 0; i < options->argument_count; i++) {
        pl_str given = pl_str_from(options->arguments[i]);
        struct pl_rule *rule = pl_ruleset_find(setup->ruleset, given);
        if (rule) {
            explain(session, rule, &out);
        } else {
            complain_unknown(session, setup->ruleset, given);
        }
    }
    pl_output_write(&session->output, pl_buf_str(&out));
    return PL_EXIT_CLEAN;
}
