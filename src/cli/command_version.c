#include "cli/command.h"
#include "cli/session.h"

enum pl_exit pl_command_version(struct pl_session *session)
{
    static const pl_str text = PL_STR("planlint " PLANLINT_VERSION "\n");
    pl_output_write(&session->output, text);
    return PL_EXIT_CLEAN;
}
