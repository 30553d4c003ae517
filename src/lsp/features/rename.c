/* textDocument/rename and prepareRename: a new name or number, everywhere. */
#include "plan/rename.h"

#include "base/error.h"
#include "lsp/features/features.h"
#include "lsp/request.h"
#include "plan/symbols.h"

void pl_lsp_prepare_rename(struct pl_lsp_request *request)
{
    struct pl_lsp_place place = pl_lsp_request_place(request);
    if (!place.revision || !pl_lsp_request_may_edit(request, place.revision)) {
        return;
    }
    struct pl_rename_target target;
    struct pl_error error;
    if (!pl_rename_prepare(request->arena,
                           pl_lsp_revision_symbols(place.revision),
                           place.offset, &target, &error)) {
        pl_lsp_fail(request, PL_LSP_REQUEST_FAILED, "%s", error.message);
        return;
    }
    pl_write_object(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    pl_lsp_write_range(request->out, "range", place.revision, target.range);
    pl_write_str(request->out, "placeholder", target.placeholder);
    pl_write_end(request->out);
}

void pl_lsp_rename(struct pl_lsp_request *request)
{
    struct pl_lsp_place place = pl_lsp_request_place(request);
    if (!place.revision || !pl_lsp_request_may_edit(request, place.revision)) {
        return;
    }
    pl_str new_name;
    struct pl_error error;
    if (!pl_json_string(request->arena, request->params, "newName", &new_name,
                        &error)) {
        pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "%s", error.message);
        return;
    }
    struct pl_edits edits;
    if (!pl_rename(request->arena, pl_lsp_revision_symbols(place.revision),
                   place.offset, new_name, &edits, &error)) {
        pl_lsp_fail(request, PL_LSP_REQUEST_FAILED, "%s", error.message);
        return;
    }
    pl_lsp_write_workspace_edit(request, PL_LSP_RESULT, place.revision, edits);
}
