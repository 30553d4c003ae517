#include "base/nearest.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/session.h"

static enum pl_exit help_about(struct pl_session *session, struct pl_buf *out)
{
    struct pl_page page = pl_session_page(session, out);
    const struct pl_options *options = &session->options;
    bool is_help = options->command == PL_COMMAND_HELP;
    if (is_help && options->argument_count > 0) {
        pl_str name = pl_str_from(options->arguments[0]);
        const struct pl_command *command = pl_command_find(name);
        if (!command) {
            pl_str near = pl_command_nearest(name);
            pl_session_complainf(session,
                                 "there is no command \"%.*s\"" PL_NEAREST,
                                 PL_STR_ARG(name), PL_NEAREST_ARG(near));
            return PL_EXIT_TROUBLE;
        }
        pl_help_command(&page, command->id);
    } else if (is_help || !options->is_command_named) {
        pl_help_program(&page);
    } else {
        pl_help_command(&page, options->command);
    }
    return PL_EXIT_CLEAN;
}

enum pl_exit pl_command_help(struct pl_session *session)
{
    struct pl_buf out = pl_buf_in(session->arena);
    const char *shell = pl_session_value(session, PL_OPTION_COMPLETION);
    enum pl_exit status = PL_EXIT_CLEAN;
    if (pl_options_has(&session->options, PL_OPTION_MAN)) {
        pl_help_man(&out);
    } else if (shell) {
        pl_help_completion(&out, shell);
    } else {
        status = help_about(session, &out);
    }
    pl_output_write(&session->output, pl_buf_str(&out));
    return status;
}
