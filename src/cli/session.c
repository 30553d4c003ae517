#include "cli/session.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "report/visible.h"

/* A message may quote a file or its name, which may be hostile. */
static void complain(struct pl_session *session, const char *message)
{
    session->had_trouble = true;
    struct pl_buf shown = pl_buf_in(session->arena);
    pl_visible_add_text(&shown, pl_str_from(message));
    fflush(stdout); /* in order; a failure is noticed at the next write */
    fprintf(stderr, "planlint: %.*s\n", PL_STR_ARG(pl_buf_str(&shown)));
}

void pl_session_complain(struct pl_session *session,
                         const struct pl_error *error)
{
    complain(session, error->message);
}

void pl_session_complainf(struct pl_session *session, const char *format, ...)
{
    char message[PL_ERROR_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof(message), format, args);
    va_end(args);
    complain(session, message);
}

const char *pl_session_value(const struct pl_session *session,
                             enum pl_option_id id)
{
    return session->options.value[id];
}

static bool is_terminal(const struct pl_session *session)
{
    return !session->output.path && pl_terminal_is_output();
}

bool pl_session_has_colour(const struct pl_session *session)
{
    return pl_terminal_has_colour(pl_session_value(session, PL_OPTION_COLOR),
                                  is_terminal(session));
}

size_t pl_session_width(const struct pl_session *session)
{
    return pl_terminal_width(is_terminal(session));
}

struct pl_page pl_session_page(const struct pl_session *session,
                               struct pl_buf *buf)
{
    return (struct pl_page){.out = buf,
                            .has_colour = pl_session_has_colour(session),
                            .width = pl_session_width(session)};
}

/* --help and --version go before everything else. */
static enum pl_exit run_command(struct pl_session *session)
{
    if (pl_options_has(&session->options, PL_OPTION_HELP)) {
        return pl_command_help(session);
    }
    if (pl_options_has(&session->options, PL_OPTION_VERSION)) {
        return pl_command_version(session);
    }
    return pl_command_at(session->options.command)->run(session);
}

/* A file is not replaced by nothing because something went wrong. */
static bool has_to_end(const struct pl_session *session, enum pl_exit status)
{
    return status != PL_EXIT_TROUBLE || !session->output.path ||
           session->output.held.len > 0;
}

static enum pl_exit run(struct pl_session *session, int argc, char **argv)
{
    struct pl_error error;
    if (!pl_options_parse(session->arena, argc, argv, &session->options,
                          &error)) {
        pl_session_complain(session, &error);
        return PL_EXIT_TROUBLE;
    }
    session->output = pl_output_to(session->arena,
                                   pl_session_value(session, PL_OPTION_OUTPUT));
    enum pl_exit status = run_command(session);
    if (has_to_end(session, status) &&
        !pl_output_end(&session->output, &error)) {
        if (error.message[0] != '\0') {
            pl_session_complain(session, &error);
        }
        return PL_EXIT_TROUBLE;
    }
    return session->had_trouble ? PL_EXIT_TROUBLE : status;
}

int pl_session_main(int argc, char **argv)
{
    struct pl_session session = {.arena = pl_arena_new()};
    enum pl_exit status = run(&session, argc, argv);
    pl_arena_free(session.arena);
    return (int)status;
}
