#include <string.h>

#include "cli/command.h"
#include "cli/document.h"
#include "cli/session.h"
#include "report/outline.h"

enum pl_exit pl_command_outline(struct pl_session *session)
{
    struct pl_open_document document;
    if (!pl_document_open(session, 0, &document)) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_buf out = pl_buf_in(session->arena);
    const char *form = pl_session_value(session, PL_OPTION_FORMAT);
    if (form && strcmp(form, "json") == 0) {
        pl_outline_json(&out, session->arena, document.plan);
    } else {
        struct pl_page page = pl_session_page(session, &out);
        pl_outline_text(&page, session->arena, document.plan);
    }
    pl_output_write(&session->output, pl_buf_str(&out));
    return PL_EXIT_CLEAN;
}
