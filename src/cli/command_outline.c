#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/session.h"
#include "report/outline.h"

static void write_outline(struct pl_session *session, struct pl_arena *arena,
                          const struct pl_plan *plan)
{
    struct pl_buf out = pl_buf_in(session->arena);
    const char *form = pl_session_value(session, PL_OPTION_FORMAT);
    if (form && strcmp(form, "json") == 0) {
        pl_outline_json(&out, arena, plan);
    } else {
        struct pl_page page = pl_session_page(session, &out);
        pl_outline_text(&page, arena, plan);
    }
    pl_output_write(&session->output, pl_buf_str(&out));
}

enum pl_exit pl_command_outline(struct pl_session *session)
{
    if (session->options.argument_count != 1) {
        pl_session_complainf(session, "outline needs one file, or - for "
                                      "standard input");
        return PL_EXIT_TROUBLE;
    }
    const char *path = session->options.arguments[0];
    const struct pl_setup *setup = pl_document_setup(session, path);
    if (!setup) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_arena *arena = pl_arena_new();
    const struct pl_plan *plan;
    struct pl_error error;
    struct pl_document document = {session, setup, path};
    if (pl_document_read(arena, document, &plan, &error)) {
        write_outline(session, arena, plan);
    } else {
        pl_session_complain(session, &error);
    }
    pl_arena_free(arena);
    return PL_EXIT_CLEAN;
}
