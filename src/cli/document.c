#include "cli/document.h"

#include <string.h>

#include "base/file.h"
#include "cli/command.h"
#include "cli/session.h"
#include "cli/session_setups.h"
#include "lint/setup.h"
#include "plan/plan.h"
#include "text/source.h"

static bool is_standard_input(const char *path)
{
    return strcmp(path, "-") == 0;
}

const char *pl_document_name(const struct pl_session *session, const char *path)
{
    const char *name = pl_session_value(session, PL_OPTION_STDIN_FILENAME);
    if (!is_standard_input(path)) {
        return path;
    }
    return name ? name : "<stdin>";
}

bool pl_document_plan(struct pl_arena *arena, struct pl_document_bytes document,
                      const struct pl_plan **plan, struct pl_error *error)
{
    struct pl_source *source;
    if (!pl_source_read_as(arena, document.name, document.bytes,
                           document.choice, &source, error)) {
        return false;
    }
    *plan = pl_plan_read_with(arena, source, document.vocabulary);
    return true;
}

/* What the options say of how to read; the format is put in `format`. */
static struct pl_source_choice choice_of(const struct pl_session *session,
                                         enum pl_format *format)
{
    const char *forced = pl_session_value(session, PL_OPTION_INPUT_FORMAT);
    const char *view = pl_session_value(session, PL_OPTION_VIEW);
    struct pl_source_choice choice = {.view = PL_WORD_VIEW_FINAL};
    if (forced && pl_format_from_name(pl_str_from(forced), format)) {
        choice.format = format;
    }
    if (view && !pl_word_view_from_name(pl_str_from(view), &choice.view)) {
        choice.view = PL_WORD_VIEW_FINAL; /* options are checked before */
    }
    return choice;
}

bool pl_document_text(struct pl_arena *arena, struct pl_document document,
                      struct pl_source **source, struct pl_error *error)
{
    enum pl_format format;
    struct pl_source_choice choice = choice_of(document.session, &format);
    const char *name = pl_document_name(document.session, document.path);
    pl_str bytes;
    return pl_file_read(arena, document.path, PL_SOURCE_MAX, &bytes, error) &&
           pl_source_read_as(arena, name, bytes, choice, source, error);
}

bool pl_document_read(struct pl_arena *arena, struct pl_document document,
                      const struct pl_plan **plan, struct pl_error *error)
{
    struct pl_source *source;
    if (!pl_document_text(arena, document, &source, error)) {
        return false;
    }
    const struct pl_vocabulary *vocabulary =
        document.setup ? &document.setup->config.settings.vocabulary : NULL;
    *plan = pl_plan_read_with(arena, source, vocabulary);
    return true;
}

bool pl_document_open(struct pl_session *session, size_t index,
                      struct pl_open_document *document)
{
    const struct pl_options *options = &session->options;
    if (options->argument_count != index + 1) {
        pl_session_complainf(session,
                             "%s needs one file, or - for standard input",
                             pl_command_at(options->command)->name);
        return false;
    }
    const char *path = options->arguments[index];
    const char *folder =
        pl_path_folder(session->arena, pl_document_name(session, path));
    document->setup = pl_setups_for(pl_session_setups(session), folder);
    if (!document->setup) {
        return false;
    }
    struct pl_error error;
    struct pl_document source = {session, document->setup, path};
    bool ok = pl_document_read(session->arena, source, &document->plan, &error);
    if (!ok) {
        pl_session_complain(session, &error);
    }
    return ok;
}
