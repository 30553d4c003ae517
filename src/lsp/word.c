#include "lsp/word.h"

#include "lsp/configuration.h"
#include "lsp/server.h"
#include "lsp/stamp.h"

static void ask_to_refresh(struct pl_lsp_server *server,
                           struct pl_lsp_document *document)
{
    bool is_there = document->stamp != 0;
    if (!server->client.shows_contents || !is_there ||
        document->refreshed == document->stamp) {
        return;
    }
    document->refreshed = document->stamp;
    struct pl_lsp_letter *letter = pl_lsp_question(
        server, "workspace/textDocumentContent/refresh", NULL, NULL);
    pl_write_object(&letter->out, "params", PL_JSON_INLINE);
    pl_write_text(&letter->out, "uri", document->uri);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
}

static bool has_changed(struct pl_lsp_server *server,
                        struct pl_lsp_document *document)
{
    if (!document->is_word) {
        return false;
    }
    uint64_t stamp = pl_lsp_stamp_of_file(document->path);
    if (stamp == document->stamp) {
        return false;
    }
    document->stamp = stamp;
    document->is_dirty = true;
    pl_lsp_server_make_due(server, document, true);
    ask_to_refresh(server, document);
    return true;
}

void pl_lsp_word_look(struct pl_lsp_server *server,
                      struct pl_lsp_document *document)
{
    (void)has_changed(server, document);
}

void pl_lsp_word_look_at_all(struct pl_lsp_server *server)
{
    bool any = false;
    for (struct pl_lsp_document *it = server->documents.first; it;
         it = it->next) {
        any |= has_changed(server, it);
    }
    if (any) {
        pl_lsp_configuration_refresh(server);
    }
}

void pl_lsp_word_check(struct pl_lsp_server *server,
                       struct pl_lsp_document *document)
{
    if (document->revision && pl_lsp_revision_is_outdated(document->revision)) {
        ask_to_refresh(server, document);
    }
}
