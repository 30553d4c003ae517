#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/session.h"
#include "report/map.h"

static const struct {
    const char *name;
    void (*write)(struct pl_buf *out, struct pl_arena *scratch,
                  const struct pl_plan_map *map);
} forms[] = {
    {"json", pl_plan_map_json},
    {"dot", pl_plan_map_dot},
    {"svg", pl_plan_map_svg},
    {"html", pl_plan_map_html},
};

static void write_form(struct pl_session *session, struct pl_arena *arena,
                       const struct pl_plan_map *map, struct pl_buf *out)
{
    const char *form = pl_session_value(session, PL_OPTION_FORMAT);
    for (size_t i = 0; form && i < PL_COUNT(forms); i++) {
        if (strcmp(form, forms[i].name) == 0) {
            forms[i].write(out, arena, map);
            return;
        }
    }
    struct pl_page page = pl_session_page(session, out);
    pl_plan_map_text(&page, arena, map);
}

static void write_map(struct pl_session *session, struct pl_arena *arena,
                      const struct pl_plan *plan)
{
    struct pl_buf out = pl_buf_in(session->arena);
    write_form(session, arena, pl_plan_map_build(arena, plan), &out);
    pl_output_write(&session->output, pl_buf_str(&out));
}

enum pl_exit pl_command_map(struct pl_session *session)
{
    if (session->options.argument_count != 1) {
        pl_session_complainf(session, "map needs one file, or - for standard "
                                      "input");
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
        write_map(session, arena, plan);
    } else {
        pl_session_complain(session, &error);
    }
    pl_arena_free(arena);
    return PL_EXIT_CLEAN;
}
