#include "cli/document.h"

#include <string.h>

#include "base/file.h"
#include "cli/session.h"
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
    if (!pl_source_read(arena, document.name, document.bytes, document.format,
                        &source, error)) {
        return false;
    }
    *plan = pl_plan_read(arena, source);
    return true;
}

bool pl_document_read(const struct pl_session *session, struct pl_arena *arena,
                      const char *path, const struct pl_plan **plan,
                      struct pl_error *error)
{
    enum pl_format format;
    const char *forced = pl_session_value(session, PL_OPTION_INPUT_FORMAT);
    bool is_forced =
        forced && pl_format_from_name(pl_str_from(forced), &format);
    struct pl_document_bytes document = {
        .name = pl_document_name(session, path),
        .format = is_forced ? &format : NULL,
    };
    return pl_file_read(arena, path, PL_SOURCE_MAX, &document.bytes, error) &&
           pl_document_plan(arena, document, plan, error);
}
