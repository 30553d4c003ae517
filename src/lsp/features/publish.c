#include "lsp/features/publish.h"

#include "base/arena.h"
#include "lsp/diagnostic.h"
#include "lsp/server.h"

/* With the params begun. */
static struct pl_lsp_letter *new_letter(const struct pl_lsp_document *document)
{
    struct pl_lsp_letter *letter =
        pl_lsp_notification("textDocument/publishDiagnostics");
    letter->topic = pl_arena_copy(letter->arena, pl_str_from(document->uri));
    pl_write_object(&letter->out, "params", PL_JSON_INLINE);
    pl_write_text(&letter->out, "uri", document->uri);
    return letter;
}

static void write_version(const struct pl_lsp_document *document,
                          struct pl_lsp_letter *letter)
{
    const char *version =
        pl_arena_printf(letter->arena, "%lld", (long long)document->version);
    pl_write_raw(&letter->out, "version", pl_str_from(version));
}

static void publish(struct pl_lsp_server *server,
                    const struct pl_lsp_document *document,
                    const struct pl_lint_result *result)
{
    struct pl_lsp_letter *letter = new_letter(document);
    write_version(document, letter);
    struct pl_lsp_diagnostics to = {letter->arena, &server->client,
                                    &letter->out};
    pl_lsp_write_diagnostics(&to, "diagnostics", document->revision, result);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
}

void pl_lsp_publish(struct pl_lsp_server *server,
                    struct pl_lsp_document *document)
{
    int64_t start = pl_lsp_now();
    if (server->client.pulls_diagnostics ||
        !pl_lsp_server_scope(server, document).is_checked) {
        pl_lsp_publish_nothing(server, document);
        document->is_due = false;
        return;
    }
    pl_str uri = pl_str_from(document->uri);
    if (!pl_lsp_inbox_begin_analysis(&server->inbox, uri)) {
        return;
    }
    struct pl_lsp_revision *revision = pl_lsp_server_revision(server, document);
    const struct pl_lint_result *result = pl_lsp_revision_findings(
        revision, &server->inbox.analysis_is_cancelled);
    pl_lsp_inbox_end_work(&server->inbox);
    if (result || pl_lsp_revision_error(revision)) {
        publish(server, document, result);
        document->is_told = true;
        document->is_due = false;
        document->told = pl_lsp_now();
        document->cost = document->told - start;
    }
}

void pl_lsp_publish_nothing(struct pl_lsp_server *server,
                            struct pl_lsp_document *document)
{
    if (!document->is_told) {
        return;
    }
    document->is_told = false;
    struct pl_lsp_letter *letter = new_letter(document);
    pl_write_array(&letter->out, "diagnostics", PL_JSON_INLINE);
    pl_write_end(&letter->out);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
}
