/* workspace/executeCommand: what code actions do by way of the server. */
#include "base/arena.h"
#include "lsp/features/action.h"
#include "lsp/features/features.h"
#include "lsp/server.h"

static struct pl_json argument(struct pl_lsp_request *request, size_t index)
{
    struct pl_json it =
        pl_json_first(pl_json_get(request->params, "arguments"));
    for (size_t i = 0; i < index; i++) {
        it = pl_json_next(it);
    }
    return it;
}

static bool text_argument(struct pl_lsp_request *request, size_t index,
                          pl_str *out)
{
    struct pl_error error;
    return pl_json_as_string(request->arena, argument(request, index), out,
                             &error) ||
           pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "%s", error.message);
}

/* Asks the client to change a document, with the params begun. */
static struct pl_lsp_letter *begin_apply(struct pl_lsp_request *request,
                                         pl_str label)
{
    struct pl_lsp_letter *letter =
        pl_lsp_question(request->server, "workspace/applyEdit", NULL, NULL);
    pl_write_object(&letter->out, "params", PL_JSON_COMPACT);
    pl_write_str(&letter->out, "label", label);
    return letter;
}

static void end_apply(struct pl_lsp_request *request,
                      struct pl_lsp_letter *letter)
{
    pl_write_end(&letter->out);
    pl_lsp_send(request->server, letter);
}

static bool may_apply(struct pl_lsp_request *request)
{
    return request->client->applies_edits ||
           pl_lsp_fail(request, PL_LSP_REQUEST_FAILED,
                       "the editor does not take edits from the server "
                       "(workspace.applyEdit)");
}

static void fix_all(struct pl_lsp_request *request)
{
    pl_str uri;
    if (!text_argument(request, 0, &uri) || !may_apply(request)) {
        return;
    }
    struct pl_lsp_revision *revision = request->find(request->server, uri);
    struct pl_edits edits;
    struct pl_error error;
    if (!revision || !pl_lsp_revision_plan(revision)) {
        pl_lsp_fail(request, PL_LSP_REQUEST_FAILED, "%.*s is not open",
                    PL_STR_ARG(uri));
        return;
    }
    if (!pl_lsp_request_may_edit(request, revision)) {
        return;
    }
    if (!pl_lsp_fix_all(request->arena, revision, &edits, &error)) {
        pl_lsp_fail(request, PL_LSP_REQUEST_FAILED, "%s", error.message);
        return;
    }
    struct pl_lsp_letter *letter =
        begin_apply(request, (pl_str)PL_STR("fix all that is safe to fix"));
    struct pl_lsp_request to_client = *request;
    to_client.out = &letter->out;
    pl_lsp_write_workspace_edit(&to_client, "edit", revision, edits);
    end_apply(request, letter);
}

/* The edit comes from a code action of ours and goes back to the client. */
static void apply_edit(struct pl_lsp_request *request)
{
    pl_str label;
    struct pl_json edit = argument(request, 1);
    if (!text_argument(request, 0, &label) || !may_apply(request)) {
        return;
    }
    if (pl_json_kind(edit) != PL_JSON_OBJECT) {
        pl_lsp_fail(request, PL_LSP_INVALID_PARAMS,
                    "the second argument must be a WorkspaceEdit");
        return;
    }
    struct pl_lsp_letter *letter = begin_apply(request, label);
    pl_write_raw(&letter->out, "edit", pl_json_raw(edit));
    end_apply(request, letter);
}

/* Editors without a command of their own for code lenses ask the server: the
 * places that the lens came with are the answer. */
static void show_references(struct pl_lsp_request *request)
{
    struct pl_json places = argument(request, 2);
    if (pl_json_kind(places) == PL_JSON_ARRAY) {
        pl_write_raw(request->out, PL_LSP_RESULT, pl_json_raw(places));
    }
}

void pl_lsp_execute_command(struct pl_lsp_request *request)
{
    static const struct {
        pl_str name;
        pl_lsp_handler *run;
    } commands[] = {
        {PL_STR(PL_LSP_FIX_ALL), fix_all},
        {PL_STR(PL_LSP_APPLY_EDIT), apply_edit},
        {PL_STR(PL_LSP_SHOW_REFERENCES), show_references},
    };
    pl_str name;
    struct pl_error error;
    if (!pl_json_string(request->arena, request->params, "command", &name,
                        &error)) {
        pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "%s", error.message);
        return;
    }
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
        if (pl_str_eq(name, commands[i].name)) {
            commands[i].run(request);
            return;
        }
    }
    pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "no command \"%.*s\"",
                PL_STR_ARG(name));
}
