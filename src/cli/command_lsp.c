#include <unistd.h>

#include "cli/command.h"
#include "cli/session.h"
#include "lsp/server.h"

enum pl_exit pl_command_lsp(struct pl_session *session)
{
    if (session->options.argument_count > 0) {
        pl_session_complainf(session, "lsp takes no arguments");
        return PL_EXIT_TROUBLE;
    }
    return pl_lsp_serve(STDIN_FILENO, STDOUT_FILENO) == 0 ? PL_EXIT_CLEAN
                                                          : PL_EXIT_FINDINGS;
}
