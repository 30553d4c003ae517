/* The life of the server: initialize, initialized, shutdown, exit. */
#include "base/arena.h"
#include "base/array.h"
#include "lsp/configuration.h"
#include "lsp/features/features.h"
#include "lsp/job.h"
#include "lsp/message.h"
#include "lsp/method.h"
#include "lsp/server.h"
#include "lsp/transport/reader.h"
#include "lsp/word_uri.h"

enum { INCREMENTAL = 2 }; /* TextDocumentSyncKind */

/* What is promised besides the sync of texts. */
static const struct {
    const char *capability; /* NULL: another line promises it */
    const char *value;      /* JSON */
} features[] = {
#define PL_LSP_FEATURE(method, name, capability, value) {capability, value},
#include "lsp/features/feature.def"
#undef PL_LSP_FEATURE
};

/* Options for renaming are only for clients that ask beforehand. */
static pl_str value_for(const struct pl_lsp_client *client, size_t feature)
{
    pl_str capability = pl_str_from(features[feature].capability);
    bool is_rename = pl_str_eq(capability, (pl_str)PL_STR("renameProvider"));
    return is_rename && !client->prepares_renames
               ? (pl_str)PL_STR("true")
               : pl_str_from(features[feature].value);
}

static void write_workspace(struct pl_json_writer *out)
{
    pl_write_object(out, "workspace", PL_JSON_INLINE);
    pl_write_object(out, "workspaceFolders", PL_JSON_INLINE);
    pl_write_bool(out, "supported", true);
    pl_write_bool(out, "changeNotifications", true);
    pl_write_end(out);
    pl_write_object(out, "textDocumentContent", PL_JSON_INLINE);
    pl_write_array(out, "schemes", PL_JSON_INLINE);
    pl_write_text(out, NULL, PL_LSP_WORD_SCHEME);
    pl_write_end(out);
    pl_write_end(out);
    pl_write_end(out);
}

static void write_capabilities(struct pl_json_writer *out,
                               const struct pl_lsp_client *client)
{
    pl_write_object(out, "capabilities", PL_JSON_INLINE);
    pl_write_text(out, "positionEncoding", pl_lsp_unit_name(client->unit));
    pl_write_object(out, "textDocumentSync", PL_JSON_INLINE);
    pl_write_bool(out, "openClose", true);
    pl_write_size(out, "change", INCREMENTAL);
    pl_write_bool(out, "save", true);
    pl_write_end(out);
    write_workspace(out);
    for (size_t i = 0; i < PL_COUNT(features); i++) {
        if (features[i].capability) {
            pl_write_raw(out, features[i].capability, value_for(client, i));
        }
    }
    pl_write_end(out);
}

static void take_trace(struct pl_lsp_server *server, struct pl_json value)
{
    pl_str raw = pl_json_raw(value);
    server->is_traced = pl_str_eq(raw, (pl_str)PL_STR("\"messages\"")) ||
                        pl_str_eq(raw, (pl_str)PL_STR("\"verbose\""));
}

void pl_lsp_initialize(struct pl_lsp_request *request)
{
    struct pl_lsp_server *server = request->server;
    struct pl_json_writer *out = request->out;
    if (pl_json_kind(request->params) != PL_JSON_OBJECT) {
        pl_lsp_fail(request, PL_LSP_INVALID_PARAMS,
                    "\"params\" must be an object");
        return;
    }
    server->client = pl_lsp_client_read(request->params);
    pl_lsp_configuration_begin(server, request->params);
    take_trace(server, pl_json_get(request->params, "trace"));
    if (pl_lsp_process_is_there(server->client.process)) {
        atomic_store(&server->parent, server->client.process);
    }
    pl_lsp_server_alarm(server);
    server->state = PL_LSP_RUNNING;
    pl_write_object(out, PL_LSP_RESULT, PL_JSON_INLINE);
    write_capabilities(out, &server->client);
    pl_write_object(out, "serverInfo", PL_JSON_INLINE);
    pl_write_text(out, "name", "planlint");
    pl_write_text(out, "version", PLANLINT_VERSION);
    pl_write_end(out);
    pl_write_end(out);
}

void pl_lsp_initialized(struct pl_lsp_server *server,
                        struct pl_lsp_message *message)
{
    (void)message;
    server->is_ready = true;
    pl_lsp_configuration_ask(server);
}

void pl_lsp_shutdown(struct pl_lsp_request *request)
{
    pl_lsp_jobs_cancel(request->server);
    request->server->state = PL_LSP_SHUT_DOWN;
}

/* Kate asks for no answer. */
void pl_lsp_shutdown_unasked(struct pl_lsp_server *server,
                             struct pl_lsp_message *message)
{
    (void)message;
    pl_lsp_jobs_cancel(server);
    server->state = PL_LSP_SHUT_DOWN;
}

void pl_lsp_exit(struct pl_lsp_server *server, struct pl_lsp_message *message)
{
    (void)message;
    server->ended_well = server->state == PL_LSP_SHUT_DOWN;
    server->state = PL_LSP_ENDED;
}

void pl_lsp_set_trace(struct pl_lsp_server *server,
                      struct pl_lsp_message *message)
{
    take_trace(server, pl_json_get(message->params, "value"));
}
