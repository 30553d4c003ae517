/* textDocument/didOpen, didChange, didSave, didClose: the editor's texts. */
#include "base/arena.h"
#include "lsp/configuration.h"
#include "lsp/features/publish.h"
#include "lsp/features/semantic_tokens.h"
#include "lsp/job.h"
#include "lsp/message.h"
#include "lsp/method.h"
#include "lsp/server.h"
#include "lsp/word.h"
#include "lsp/word_uri.h"

static struct pl_json document_of(const struct pl_lsp_message *message)
{
    return pl_json_get(message->params, "textDocument");
}

static void take_version(struct pl_lsp_document *document,
                         const struct pl_lsp_message *message)
{
    struct pl_json version = pl_json_get(document_of(message), "version");
    (void)pl_json_integer(version, &document->version);
}

static void take_language(struct pl_lsp_document *document,
                          const struct pl_lsp_message *message)
{
    struct pl_error error;
    pl_str language;
    if (pl_json_string(document->arena, document_of(message), "languageId",
                       &language, &error)) {
        document->language_id = language;
    }
}

/* What is to show a Word file must name one. */
static bool is_right(struct pl_arena *arena, pl_str uri, struct pl_error *error)
{
    struct pl_lsp_word_uri word;
    return !pl_lsp_word_uri_is(uri) ||
           pl_lsp_word_uri_read(arena, uri, &word, error);
}

void pl_lsp_did_open(struct pl_lsp_server *server,
                     struct pl_lsp_message *message)
{
    struct pl_error error;
    pl_str uri;
    pl_str text;
    struct pl_json opened = document_of(message);
    if (!pl_json_string(message->arena, opened, "uri", &uri, &error) ||
        !pl_json_string(message->arena, opened, "text", &text, &error) ||
        !is_right(message->arena, uri, &error)) {
        pl_lsp_log(server, "a document was not opened: %s",
                   error.message + error.text_at);
        return;
    }
    struct pl_lsp_document *document =
        pl_lsp_documents_open(&server->documents, uri);
    take_version(document, message);
    take_language(document, message);
    pl_lsp_raw_text_set(&document->text, text);
    pl_lsp_configuration_visit(server, document);
    pl_lsp_jobs_wake(server);
    pl_lsp_server_make_due(server, document, true);
}

static bool read_number(struct pl_json object, const char *key, uint32_t *out)
{
    int64_t number;
    if (!pl_json_integer(pl_json_get(object, key), &number)) {
        return false;
    }
    *out = number < 0 ? 0 : number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
    return true;
}

static bool read_position(struct pl_json range, const char *key,
                          struct pl_lsp_position *out)
{
    struct pl_json position = pl_json_get(range, key);
    return read_number(position, "line", &out->line) &&
           read_number(position, "character", &out->character);
}

static bool change_text(struct pl_lsp_server *server,
                        struct pl_lsp_document *document,
                        struct pl_json changed, pl_str text)
{
    struct pl_lsp_change change = {.unit = server->client.unit, .text = text};
    struct pl_json range = pl_json_get(changed, "range");
    if (pl_json_kind(range) != PL_JSON_OBJECT) {
        pl_lsp_raw_text_set(&document->text, text);
        return true;
    }
    return read_position(range, "start", &change.start) &&
           read_position(range, "end", &change.end) &&
           pl_lsp_raw_text_change(&document->text, &change);
}

/* One after the other; each counts in the text that the one before made. */
static bool take_changes(struct pl_lsp_server *server,
                         struct pl_lsp_document *document,
                         const struct pl_lsp_message *message)
{
    struct pl_json changes = pl_json_get(message->params, "contentChanges");
    for (struct pl_json it = pl_json_first(changes); it.item;
         it = pl_json_next(it)) {
        struct pl_error error;
        pl_str text;
        if (!pl_json_string(message->arena, it, "text", &text, &error) ||
            !change_text(server, document, it, text)) {
            return false;
        }
    }
    return true;
}

void pl_lsp_did_change(struct pl_lsp_server *server,
                       struct pl_lsp_message *message)
{
    pl_str uri = pl_lsp_message_uri(message);
    struct pl_lsp_document *document =
        pl_lsp_documents_find(&server->documents, uri);
    if (!document) {
        pl_lsp_log(server, "a document that is not open was changed: \"%.*s\"",
                   PL_STR_ARG(uri));
        return;
    }
    if (!take_changes(server, document, message)) {
        pl_lsp_log(server, "a change of \"%s\" could not be read",
                   document->uri);
    }
    take_version(document, message);
    pl_lsp_document_changed(document);
    pl_lsp_server_make_due(server, document, false);
}

void pl_lsp_did_save(struct pl_lsp_server *server,
                     struct pl_lsp_message *message)
{
    pl_str uri = pl_lsp_message_uri(message);
    struct pl_lsp_document *document =
        pl_lsp_documents_find(&server->documents, uri);
    pl_lsp_configuration_check(server);
    pl_lsp_word_look_at_all(server);
    pl_lsp_jobs_wake(server);
    if (document) {
        pl_lsp_server_make_due(server, document, true);
    }
}

/* What was said about the document is taken back. */
void pl_lsp_did_close(struct pl_lsp_server *server,
                      struct pl_lsp_message *message)
{
    pl_str uri = pl_lsp_message_uri(message);
    struct pl_lsp_document *document =
        pl_lsp_documents_find(&server->documents, uri);
    if (document) {
        pl_lsp_publish_nothing(server, document);
        pl_lsp_token_memory_forget(server->tokens, pl_str_from(document->uri));
        pl_lsp_documents_close(&server->documents, document);
        pl_lsp_jobs_wake(server); /* its file counts again */
    }
}
