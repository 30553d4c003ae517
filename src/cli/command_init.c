#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/session.h"
#include "lint/config.h"
#include "report/json_writer.h"

static pl_str content(struct pl_session *session)
{
    const char *profile = pl_session_value(session, PL_OPTION_PROFILE);
    struct pl_buf out = pl_buf_in(session->arena);
    struct pl_json_writer to = pl_json_writer_to(&out);
    pl_write_object(&to, NULL, PL_JSON_LAID_OUT);
    pl_write_text(&to, "profile", profile ? profile : "core");
    pl_write_text(&to, "failLevel", "warning");
    pl_write_array(&to, "exclude", PL_JSON_INLINE);
    pl_write_end(&to);
    pl_write_object(&to, "rules", PL_JSON_LAID_OUT);
    pl_write_end(&to);
    pl_write_end(&to);
    pl_buf_add_char(&out, '\n');
    return pl_buf_str(&out);
}

enum pl_exit pl_command_init(struct pl_session *session)
{
    const struct pl_options *options = &session->options;
    const char *folder =
        options->argument_count > 0 ? options->arguments[0] : ".";
    const char *path = pl_path_join(session->arena, folder, PL_CONFIG_NAME);
    if (pl_file_kind(path) != PL_FILE_MISSING) {
        pl_session_complainf(session, "%s is there already", path);
        return PL_EXIT_TROUBLE;
    }
    struct pl_config config;
    struct pl_error error;
    pl_str text = content(session);
    if (!pl_config_parse(session->arena, path, text, &config, &error) ||
        !pl_file_write(path, text, &error)) {
        pl_session_complain(session, &error);
        return PL_EXIT_TROUBLE;
    }
    pl_output_write(&session->output, pl_str_from(pl_arena_printf(
                                          session->arena, "wrote %s\n", path)));
    return PL_EXIT_CLEAN;
}
