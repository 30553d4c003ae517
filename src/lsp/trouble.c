#include "lsp/trouble.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "lsp/server.h"
#include "lsp/uri.h"
#include "lsp/workspace.h"
#include "text/lines.h"

/* DiagnosticSeverity and MessageType. */
enum { SEVERITY_ERROR = 1, MESSAGE_ERROR = 1 };
enum { FILE_MAX = 1024 * 1024 }; /* bytes of a file that is shown */

struct trouble {
    const char *path; /* of the file that is wrong */
    struct pl_error error;
};

struct pl_lsp_troubles {
    struct pl_arena *arena;
    PL_VEC(struct trouble) told;
};

struct pl_lsp_troubles *pl_lsp_troubles_new(void)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_lsp_troubles *troubles = pl_arena_alloc(arena, sizeof(*troubles));
    troubles->arena = arena;
    return troubles;
}

void pl_lsp_troubles_free(struct pl_lsp_troubles *troubles)
{
    if (troubles) {
        pl_arena_free(troubles->arena);
    }
}

void pl_lsp_show_error(struct pl_lsp_server *server,
                       const struct pl_error *error)
{
    struct pl_lsp_letter *letter = pl_lsp_notification("window/showMessage");
    pl_write_object(&letter->out, "params", PL_JSON_INLINE);
    pl_write_size(&letter->out, "type", MESSAGE_ERROR);
    pl_write_text(
        &letter->out, "message",
        pl_arena_printf(letter->arena, "planlint: %s", error->message));
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
}

/* To the end of the string or word that begins at a place; at least one
 * character of a line that has any. */
static size_t end_of_token(pl_str text, size_t start)
{
    size_t end = start;
    bool is_string = end < text.len && text.data[end] == '"';
    end += is_string;
    while (end < text.len && text.data[end] != '\n' &&
           !memchr(is_string ? "\"" : " \t\r,:[]{}\"", text.data[end],
                   is_string ? 1 : 10)) {
        end += text.data[end] == '\\' && end + 1 < text.len ? 2 : 1;
    }
    bool is_closed = is_string && end < text.len && text.data[end] == '"';
    return end + is_closed;
}

static void write_place(struct pl_json_writer *out, const char *key,
                        struct pl_lines_place place)
{
    pl_write_object(out, key, PL_JSON_INLINE);
    pl_write_size(out, "line", place.line);
    pl_write_size(out, "character", place.column);
    pl_write_end(out);
}

/* Where the error says; at the beginning of the file when it does not, or when
 * the file cannot be read. */
static void write_range(struct pl_lsp_letter *letter,
                        const struct trouble *trouble, enum pl_column_unit unit)
{
    const struct pl_error *error = &trouble->error;
    pl_str text = {0};
    struct pl_error unreadable;
    if (!pl_file_read(letter->arena, trouble->path, FILE_MAX, &text,
                      &unreadable) ||
        pl_utf8_validate(text) < text.len) {
        text = (pl_str){0};
    }
    struct pl_lines lines = pl_lines_build_as_edited(letter->arena, text);
    struct pl_lines_place place = {
        .line = error->line > 0 ? error->line - 1 : 0,
        .column = error->column > 0 ? error->column - 1 : 0,
    };
    size_t start = pl_lines_offset_of(&lines, place, PL_COLUMN_UTF32);
    size_t end = end_of_token(text, start);
    pl_write_object(&letter->out, "range", PL_JSON_INLINE);
    write_place(&letter->out, "start", pl_lines_place_of(&lines, start, unit));
    write_place(&letter->out, "end", pl_lines_place_of(&lines, end, unit));
    pl_write_end(&letter->out);
}

static void write_diagnostic(struct pl_lsp_letter *letter,
                             const struct trouble *trouble,
                             enum pl_column_unit unit)
{
    const struct pl_error *error = &trouble->error;
    pl_write_object(&letter->out, NULL, PL_JSON_INLINE);
    write_range(letter, trouble, unit);
    pl_write_size(&letter->out, "severity", SEVERITY_ERROR);
    pl_write_text(&letter->out, "source", "planlint");
    pl_write_text(&letter->out, "message", error->message + error->text_at);
    pl_write_end(&letter->out);
}

/* `trouble` NULL: nothing is wrong any more. */
static void publish(struct pl_lsp_server *server, const char *path,
                    const struct trouble *trouble)
{
    struct pl_lsp_letter *letter =
        pl_lsp_notification("textDocument/publishDiagnostics");
    const char *uri = pl_lsp_uri_from_path(letter->arena, path);
    letter->topic = pl_str_from(uri);
    pl_write_object(&letter->out, "params", PL_JSON_INLINE);
    pl_write_text(&letter->out, "uri", uri);
    pl_write_array(&letter->out, "diagnostics", PL_JSON_INLINE);
    if (trouble) {
        write_diagnostic(letter, trouble, server->client.unit);
    }
    pl_write_end(&letter->out);
    pl_write_end(&letter->out);
    pl_lsp_send(server, letter);
}

static const struct trouble *find(const struct pl_lsp_troubles *troubles,
                                  const char *path)
{
    for (size_t i = 0; i < troubles->told.len; i++) {
        if (strcmp(troubles->told.items[i].path, path) == 0) {
            return &troubles->told.items[i];
        }
    }
    return NULL;
}

/* The file that the message names, else the configuration. */
static const char *path_of(struct pl_arena *arena,
                           const struct pl_lsp_rules *rules)
{
    const struct pl_error *error = &rules->error;
    return error->path_len > 0
               ? pl_arena_strndup(arena, error->message, error->path_len)
               : rules->config_path;
}

static struct pl_lsp_troubles *find_now(struct pl_lsp_server *server)
{
    struct pl_lsp_troubles *now = pl_lsp_troubles_new();
    struct pl_lsp_rules_list all =
        pl_lsp_workspace_rules(server->workspace, now->arena);
    for (size_t i = 0; i < all.count; i++) {
        const struct pl_lsp_rules *rules = all.items[i];
        const char *path = rules->is_right ? NULL : path_of(now->arena, rules);
        if (path && path[0] == '/' && !find(now, path)) {
            *PL_VEC_PUSH(now->arena, &now->told) =
                (struct trouble){path, rules->error};
        }
    }
    return now;
}

void pl_lsp_troubles_tell(struct pl_lsp_server *server)
{
    struct pl_lsp_troubles *before = server->troubles;
    struct pl_lsp_troubles *now = find_now(server);
    for (size_t i = 0; i < before->told.len; i++) {
        if (!find(now, before->told.items[i].path)) {
            publish(server, before->told.items[i].path, NULL);
        }
    }
    for (size_t i = 0; i < now->told.len; i++) {
        const struct trouble *it = &now->told.items[i];
        const struct trouble *old = find(before, it->path);
        if (!old || strcmp(old->error.message, it->error.message) != 0) {
            publish(server, it->path, it);
            pl_lsp_show_error(server, &it->error);
        }
    }
    server->troubles = now;
    pl_lsp_troubles_free(before);
}
