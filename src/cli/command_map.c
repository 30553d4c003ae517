#include <string.h>

#include "base/array.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/session.h"
#include "report/chart.h"

static const struct {
    const char *name;
    void (*write)(struct pl_buf *out, struct pl_arena *scratch,
                  const struct pl_chart *chart);
} forms[] = {
    {"json", pl_chart_json},
    {"dot", pl_chart_dot},
    {"svg", pl_chart_svg},
    {"html", pl_chart_html},
};

static void write_form(struct pl_session *session, const struct pl_chart *chart,
                       struct pl_buf *out)
{
    const char *form = pl_session_value(session, PL_OPTION_FORMAT);
    for (size_t i = 0; form && i < PL_COUNT(forms); i++) {
        if (strcmp(form, forms[i].name) == 0) {
            forms[i].write(out, session->arena, chart);
            return;
        }
    }
    struct pl_page page = pl_session_page(session, out);
    pl_chart_text(&page, session->arena, chart);
}

enum pl_exit pl_command_map(struct pl_session *session)
{
    struct pl_open_document document;
    if (!pl_document_open(session, 0, &document)) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_buf out = pl_buf_in(session->arena);
    write_form(session, pl_chart_build(session->arena, document.plan), &out);
    pl_output_write(&session->output, pl_buf_str(&out));
    return PL_EXIT_CLEAN;
}
