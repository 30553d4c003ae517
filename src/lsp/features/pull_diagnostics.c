/* textDocument/diagnostic: the findings of one document, for clients that ask
 * for them. */
#include "base/arena.h"
#include "lsp/features/features.h"
#include "lsp/report.h"
#include "lsp/request.h"

void pl_lsp_diagnostic(struct pl_lsp_request *request)
{
    struct pl_lsp_report report = pl_lsp_report_empty();
    struct pl_error error;
    pl_str uri;
    pl_str previous = {0};
    if (!pl_json_string(request->arena,
                        pl_json_get(request->params, "textDocument"), "uri",
                        &uri, &error) ||
        !pl_json_string_or(request->arena, request->params, "previousResultId",
                           &previous, &error)) {
        pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "%s", error.message);
        return;
    }
    struct pl_lsp_revision *revision = request->find(request->server, uri);
    if (revision && !pl_lsp_report_make(request->arena, request->client,
                                        revision, request->cancel, &report)) {
        return; /* cancelled */
    }
    pl_write_object(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    pl_lsp_report_write(request->out, &report, previous);
    pl_write_end(request->out);
}
