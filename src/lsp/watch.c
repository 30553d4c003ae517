#include "lsp/watch.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/vec.h"
#include "lint/config.h"
#include "lsp/server.h"
#include "lsp/workspace.h"

/* What there is to watch in every folder that is open. */
static const char *const everywhere[] = {
    "**/" PL_CONFIG_NAME,
    "**/*.{plan,txt,text,md,markdown}",
};

/* The same for a client that shows Word files. */
static const char word_files[] = "**/*.{docx,docm,dotx,dotm,odt,ott,fodt}";

static const char files_id[] = "planlint-files";

/* With the registration begun, its options left to be written. */
static struct pl_lsp_letter *new_registration(struct pl_lsp_server *server,
                                              const char *id,
                                              const char *method)
{
    struct pl_lsp_letter *letter =
        pl_lsp_question(server, "client/registerCapability", NULL, NULL);
    pl_write_object(&letter->out, "params", PL_JSON_INLINE);
    pl_write_array(&letter->out, "registrations", PL_JSON_INLINE);
    pl_write_object(&letter->out, NULL, PL_JSON_INLINE);
    pl_write_text(&letter->out, "id", id);
    pl_write_text(&letter->out, "method", method);
    return letter;
}

static void send_registration(struct pl_lsp_server *server,
                              struct pl_lsp_letter *letter)
{
    pl_write_end(&letter->out);
    pl_write_end(&letter->out);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
}

void pl_lsp_watch_settings(struct pl_lsp_server *server)
{
    if (server->client.registers_configuration) {
        struct pl_lsp_letter *letter = new_registration(
            server, "planlint-settings", "workspace/didChangeConfiguration");
        pl_write_object(&letter->out, "registerOptions", PL_JSON_INLINE);
        pl_write_text(&letter->out, "section", PL_LSP_SETTINGS_NAME);
        pl_write_end(&letter->out);
        send_registration(server, letter);
    }
}

static void unregister_files(struct pl_lsp_server *server)
{
    struct pl_lsp_letter *letter =
        pl_lsp_question(server, "client/unregisterCapability", NULL, NULL);
    pl_write_object(&letter->out, "params", PL_JSON_INLINE);
    pl_write_array(&letter->out, "unregisterations", PL_JSON_INLINE);
    pl_write_object(&letter->out, NULL, PL_JSON_INLINE);
    pl_write_text(&letter->out, "id", files_id);
    pl_write_text(&letter->out, "method", "workspace/didChangeWatchedFiles");
    pl_write_end(&letter->out);
    pl_write_end(&letter->out);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
}

static void add_glob(struct pl_json_writer *out, const char *glob)
{
    pl_write_object(out, NULL, PL_JSON_INLINE);
    pl_write_text(out, "globPattern", glob);
    pl_write_end(out);
}

/* FileSystemWatcher[], in the arena. */
static pl_str watchers(struct pl_lsp_server *server, struct pl_arena *arena)
{
    struct pl_buf text = pl_buf_in(arena);
    struct pl_json_writer out = pl_json_writer_to(&text);
    struct pl_lsp_rules_list rules =
        pl_lsp_workspace_rules(server->workspace, arena);
    pl_write_array(&out, NULL, PL_JSON_COMPACT);
    for (size_t i = 0; i < PL_COUNT(everywhere); i++) {
        add_glob(&out, everywhere[i]);
    }
    if (server->client.shows_contents) {
        add_glob(&out, word_files);
    }
    for (size_t i = 0; i < rules.count; i++) {
        if (rules.items[i]->rules_folder) {
            add_glob(&out, pl_arena_printf(arena, "%s/*.json",
                                           rules.items[i]->rules_folder));
        }
    }
    pl_write_end(&out);
    return pl_buf_str(&text);
}

void pl_lsp_watch(struct pl_lsp_server *server)
{
    if (!server->client.registers_watches || !server->is_ready) {
        return;
    }
    struct pl_arena *arena = pl_arena_new();
    pl_str wanted = watchers(server, arena);
    pl_str *watched = &server->watched;
    if (!pl_str_eq(wanted, *watched)) {
        if (watched->len > 0) {
            unregister_files(server);
        }
        struct pl_lsp_letter *letter = new_registration(
            server, files_id, "workspace/didChangeWatchedFiles");
        pl_write_object(&letter->out, "registerOptions", PL_JSON_INLINE);
        pl_write_raw(&letter->out, "watchers", wanted);
        pl_write_end(&letter->out);
        send_registration(server, letter);
        *watched = pl_arena_copy(server->arena, wanted);
    }
    pl_arena_free(arena);
}
