#include "base/buf.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/session.h"
#include "report/text_map.h"
#include "text/source.h"

enum pl_exit pl_command_text(struct pl_session *session)
{
    if (session->options.argument_count != 1) {
        pl_session_complainf(session,
                             "text needs one file, or - for standard input");
        return PL_EXIT_TROUBLE;
    }
    struct pl_source *source;
    struct pl_error error;
    struct pl_document document = {.session = session,
                                   .path = session->options.arguments[0]};
    if (!pl_document_text(session->arena, document, &source, &error)) {
        pl_session_complain(session, &error);
        return PL_EXIT_TROUBLE;
    }
    struct pl_buf out = pl_buf_in(session->arena);
    if (pl_options_has(&session->options, PL_OPTION_MAP)) {
        pl_text_map_json(&out, source);
        pl_output_write(&session->output, pl_buf_str(&out));
    } else {
        pl_output_write(&session->output, source->text);
    }
    return PL_EXIT_CLEAN;
}
