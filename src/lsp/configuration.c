/* workspace/didChangeConfiguration, didChangeWorkspaceFolders,
 * didChangeWatchedFiles. */
#include "lsp/configuration.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/array.h"
#include "lsp/index.h"
#include "lsp/job.h"
#include "lsp/message.h"
#include "lsp/method.h"
#include "lsp/server.h"
#include "lsp/trouble.h"
#include "lsp/uri.h"
#include "lsp/watch.h"
#include "lsp/word.h"
#include "lsp/workspace.h"

enum { LONGEST_WAIT = 250 }; /* milliseconds, for the settings */

/* What the client is asked to ask for again. */
static const struct {
    size_t flag; /* offset in struct pl_lsp_client */
    const char *method;
} refreshed[] = {
    {offsetof(struct pl_lsp_client, refreshes_diagnostics),
     "workspace/diagnostic/refresh"},
    {offsetof(struct pl_lsp_client, refreshes_lenses),
     "workspace/codeLens/refresh"},
    {offsetof(struct pl_lsp_client, refreshes_tokens),
     "workspace/semanticTokens/refresh"},
    {offsetof(struct pl_lsp_client, refreshes_hints),
     "workspace/inlayHint/refresh"},
};

void pl_lsp_configuration_refresh(struct pl_lsp_server *server)
{
    const char *client = (const char *)&server->client;
    for (size_t i = 0; i < PL_COUNT(refreshed) && server->is_ready; i++) {
        if (*(const bool *)(client + refreshed[i].flag)) {
            pl_lsp_send(server, pl_lsp_question(server, refreshed[i].method,
                                                NULL, NULL));
        }
    }
}

/* Rules and settings are made anew, and everything that came of the old. */
static void reload(struct pl_lsp_server *server)
{
    pl_lsp_workspace_reload(server->workspace);
    pl_lsp_server_make_all_due(server);
    pl_lsp_workspace_forget(server->workspace);
    pl_lsp_index_read_again(server->index);
    pl_lsp_jobs_wake(server);
    pl_lsp_troubles_tell(server);
    pl_lsp_watch(server);
    pl_lsp_configuration_refresh(server);
}

/* Null says nothing: what was told before holds. */
static void take_settings(struct pl_lsp_server *server, const char *folder,
                          struct pl_json value)
{
    struct pl_error error;
    struct pl_json section = pl_lsp_settings_section(value);
    enum pl_json_kind kind = pl_json_kind(section);
    if (kind != PL_JSON_NOTHING && kind != PL_JSON_NULL &&
        !pl_lsp_workspace_set(server->workspace, folder, section, &error)) {
        pl_lsp_show_error(server, &error);
    }
}

/* In the order in which they are asked for: everywhere, then the folders. */
static void on_settings(struct pl_lsp_server *server, void *context,
                        struct pl_json result)
{
    (void)context;
    server->settings_due = 0;
    struct pl_json it = pl_json_first(result);
    take_settings(server, NULL, it);
    size_t count = pl_lsp_workspace_count(server->workspace);
    for (size_t i = 0; i < count && it.item; i++) {
        it = pl_json_next(it);
        take_settings(server, pl_lsp_workspace_at(server->workspace, i), it);
    }
    reload(server);
}

/* `folder` NULL: what holds everywhere. */
static void write_item(struct pl_lsp_letter *letter, const char *folder)
{
    pl_write_object(&letter->out, NULL, PL_JSON_INLINE);
    if (folder) {
        pl_write_text(&letter->out, "scopeUri",
                      pl_lsp_uri_from_path(letter->arena, folder));
    }
    pl_write_text(&letter->out, "section", PL_LSP_SETTINGS_NAME);
    pl_write_end(&letter->out);
}

static void ask_for_settings(struct pl_lsp_server *server)
{
    if (!server->client.pulls_configuration) {
        return;
    }
    struct pl_lsp_letter *letter =
        pl_lsp_question(server, "workspace/configuration", on_settings, NULL);
    pl_write_object(&letter->out, "params", PL_JSON_INLINE);
    pl_write_array(&letter->out, "items", PL_JSON_INLINE);
    write_item(letter, NULL);
    for (size_t i = 0; i < pl_lsp_workspace_count(server->workspace); i++) {
        write_item(letter, pl_lsp_workspace_at(server->workspace, i));
    }
    pl_write_end(&letter->out);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
    server->settings_due = pl_lsp_now() + LONGEST_WAIT;
}

/* Opens or closes the folder of a URI. */
static void take_folder(struct pl_lsp_server *server, struct pl_json uri,
                        void (*take)(struct pl_lsp_workspace *workspace,
                                     const char *folder))
{
    struct pl_arena *scratch = pl_arena_new();
    struct pl_error error;
    pl_str text;
    const char *path = NULL;
    if (pl_json_kind(uri) == PL_JSON_STRING &&
        pl_json_as_string(scratch, uri, &text, &error)) {
        path = pl_lsp_uri_path(scratch, text);
    }
    if (path) {
        take(server->workspace, path);
    }
    pl_arena_free(scratch);
}

static void take_folders(struct pl_lsp_server *server, struct pl_json folders,
                         void (*take)(struct pl_lsp_workspace *workspace,
                                      const char *folder))
{
    for (struct pl_json it = pl_json_first(folders); it.item;
         it = pl_json_next(it)) {
        take_folder(server, pl_json_get(it, "uri"), take);
    }
}

void pl_lsp_configuration_begin(struct pl_lsp_server *server,
                                struct pl_json params)
{
    struct pl_json folders = pl_json_get(params, "workspaceFolders");
    take_folders(server, folders, pl_lsp_workspace_open);
    if (pl_json_kind(folders) != PL_JSON_ARRAY) {
        take_folder(server, pl_json_get(params, "rootUri"),
                    pl_lsp_workspace_open);
    }
    take_settings(server, NULL, pl_json_get(params, "initializationOptions"));
}

void pl_lsp_configuration_ask(struct pl_lsp_server *server)
{
    pl_lsp_watch_settings(server);
    pl_lsp_watch(server);
    ask_for_settings(server);
}

void pl_lsp_configuration_check(struct pl_lsp_server *server)
{
    bool tells = server->client.registers_watches; /* what lies in folders */
    if (pl_lsp_workspace_is_stale(server->workspace) ||
        (!tells && pl_lsp_workspace_has_moved(server->workspace))) {
        reload(server);
    }
}

void pl_lsp_configuration_visit(struct pl_lsp_server *server,
                                const struct pl_lsp_document *document)
{
    pl_lsp_configuration_check(server);
    (void)pl_lsp_server_scope(server, document); /* makes its rules */
    pl_lsp_troubles_tell(server);
    pl_lsp_watch(server);
}

void pl_lsp_did_change_configuration(struct pl_lsp_server *server,
                                     struct pl_lsp_message *message)
{
    take_settings(server, NULL, pl_json_get(message->params, "settings"));
    if (server->client.pulls_configuration) {
        ask_for_settings(server);
    } else {
        reload(server);
    }
}

void pl_lsp_did_change_workspace_folders(struct pl_lsp_server *server,
                                         struct pl_lsp_message *message)
{
    struct pl_json event = pl_json_get(message->params, "event");
    take_folders(server, pl_json_get(event, "removed"), pl_lsp_workspace_close);
    take_folders(server, pl_json_get(event, "added"), pl_lsp_workspace_open);
    reload(server);
    ask_for_settings(server);
}

enum { CHANGED = 2 }; /* FileChangeType; others have come or gone */

void pl_lsp_did_change_watched_files(struct pl_lsp_server *server,
                                     struct pl_lsp_message *message)
{
    struct pl_json changes = pl_json_get(message->params, "changes");
    bool are_rules = false;
    for (struct pl_json it = pl_json_first(changes); it.item;
         it = pl_json_next(it)) {
        struct pl_error error;
        pl_str uri;
        int64_t type = 0;
        if (!pl_json_string(message->arena, it, "uri", &uri, &error)) {
            continue;
        }
        const char *path = pl_lsp_uri_path(message->arena, uri);
        are_rules |= path && pl_lsp_workspace_reads(server->workspace, path);
        (void)pl_json_integer(pl_json_get(it, "type"), &type);
        if (type != CHANGED) {
            pl_lsp_index_list_again(server->index);
        }
    }
    if (are_rules) {
        reload(server);
    }
    pl_lsp_word_look_at_all(server);
    pl_lsp_jobs_wake(server);
}
