#include <string.h>

#include "cli/command.h"
#include "cli/session.h"
#include "cli/setup.h"
#include "report/explain.h"

enum pl_exit pl_command_rules(struct pl_session *session)
{
    const struct pl_setup *setup = pl_setup_here(session);
    if (!setup) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_buf out = pl_buf_in(session->arena);
    const char *form = pl_session_value(session, PL_OPTION_FORMAT);
    if (form && strcmp(form, "json") == 0) {
        pl_rules_json(&out, setup->ruleset);
    } else if (form && strcmp(form, "markdown") == 0) {
        pl_rules_markdown(&out, setup->ruleset);
    } else {
        struct pl_page page = pl_session_page(session, &out);
        pl_rules_text(&page, setup->ruleset);
    }
    pl_output_write(&session->output, pl_buf_str(&out));
    return PL_EXIT_CLEAN;
}
