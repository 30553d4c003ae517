#include "lsp/request.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lsp/uri.h"
#include "plan/plan.h"

enum { LONGEST_MESSAGE = 1024 };

bool pl_lsp_fail(struct pl_lsp_request *request, enum pl_lsp_code code,
                 const char *format, ...)
{
    if (request->code != 0) {
        return false;
    }
    char message[LONGEST_MESSAGE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof(message), format, arguments);
    va_end(arguments);
    request->code = code;
    request->message = pl_arena_printf(request->arena, "%s", message);
    return false;
}

static bool fail_with(struct pl_lsp_request *request,
                      const struct pl_error *error)
{
    return pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "%s", error->message);
}

struct pl_lsp_revision *pl_lsp_request_document(struct pl_lsp_request *request)
{
    struct pl_json document = pl_json_get(request->params, "textDocument");
    struct pl_error error;
    pl_str uri;
    if (!pl_json_string(request->arena, document, "uri", &uri, &error)) {
        fail_with(request, &error);
        return NULL;
    }
    struct pl_lsp_revision *revision = request->find(request->server, uri);
    return revision && pl_lsp_revision_plan(revision) ? revision : NULL;
}

bool pl_lsp_request_may_edit(struct pl_lsp_request *request,
                             const struct pl_lsp_revision *revision)
{
    return !pl_lsp_revision_text(revision)->is_word ||
           pl_lsp_fail(request, PL_LSP_REQUEST_FAILED,
                       "this shows the text of a Word or OpenDocument file, "
                       "which cannot be edited here");
}

bool pl_lsp_request_position(struct pl_lsp_request *request,
                             const struct pl_lsp_revision *revision,
                             struct pl_json position, uint32_t *out)
{
    size_t line = SIZE_MAX;
    size_t character = SIZE_MAX;
    struct pl_error error;
    if (!pl_json_size_or(position, "line", &line, &error) ||
        !pl_json_size_or(position, "character", &character, &error)) {
        return fail_with(request, &error);
    }
    if (line == SIZE_MAX || character == SIZE_MAX) {
        return pl_lsp_fail(request, PL_LSP_INVALID_PARAMS,
                           "a position has a \"line\" and a \"character\"");
    }
    *out = pl_lsp_revision_offset(
        revision,
        (struct pl_lsp_position){(uint32_t)line, (uint32_t)character});
    return true;
}

bool pl_lsp_request_range(struct pl_lsp_request *request,
                          const struct pl_lsp_revision *revision,
                          struct pl_json range, struct pl_range *out)
{
    uint32_t start = 0;
    uint32_t end = 0;
    if (!pl_lsp_request_position(request, revision, pl_json_get(range, "start"),
                                 &start) ||
        !pl_lsp_request_position(request, revision, pl_json_get(range, "end"),
                                 &end)) {
        return false;
    }
    *out = start < end ? (struct pl_range){start, end}
                       : (struct pl_range){end, start};
    return true;
}

struct pl_lsp_place pl_lsp_request_place(struct pl_lsp_request *request)
{
    struct pl_lsp_place place = {.revision = pl_lsp_request_document(request)};
    struct pl_json position = pl_json_get(request->params, "position");
    if (place.revision && !pl_lsp_request_position(request, place.revision,
                                                   position, &place.offset)) {
        place.revision = NULL;
    }
    return place;
}

void pl_lsp_write_position(struct pl_json_writer *out, const char *key,
                           const struct pl_lsp_revision *revision,
                           uint32_t offset)
{
    struct pl_lsp_position position =
        pl_lsp_revision_position(revision, offset);
    pl_write_object(out, key, PL_JSON_COMPACT);
    pl_write_size(out, "line", position.line);
    pl_write_size(out, "character", position.character);
    pl_write_end(out);
}

void pl_lsp_write_range(struct pl_json_writer *out, const char *key,
                        const struct pl_lsp_revision *revision,
                        struct pl_range range)
{
    pl_write_object(out, key, PL_JSON_COMPACT);
    pl_lsp_write_position(out, "start", revision, range.start);
    pl_lsp_write_position(out, "end", revision, range.end);
    pl_write_end(out);
}

void pl_lsp_write_location(struct pl_json_writer *out, const char *key,
                           const struct pl_lsp_revision *revision,
                           struct pl_range range)
{
    pl_write_object(out, key, PL_JSON_COMPACT);
    pl_write_text(out, "uri", pl_lsp_revision_text(revision)->uri);
    pl_lsp_write_range(out, "range", revision, range);
    pl_write_end(out);
}

/* Line ends of new text are those of the document. */
static pl_str as_edited(struct pl_arena *arena,
                        const struct pl_lsp_revision *revision, pl_str text)
{
    pl_str bytes = pl_lsp_revision_text(revision)->bytes;
    size_t at = pl_str_find_char(bytes, '\n', 0);
    bool has_returns = at != PL_NOWHERE && at > 0 && bytes.data[at - 1] == '\r';
    if (!has_returns || pl_str_find_char(text, '\n', 0) == PL_NOWHERE) {
        return text;
    }
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n' && (i == 0 || text.data[i - 1] != '\r')) {
            pl_buf_add_char(&out, '\r');
        }
        pl_buf_add_char(&out, text.data[i]);
    }
    return pl_buf_str(&out);
}

void pl_lsp_write_text_edits(struct pl_lsp_request *request, const char *key,
                             const struct pl_lsp_revision *revision,
                             struct pl_edits edits)
{
    struct pl_json_writer *out = request->out;
    pl_write_array(out, key, PL_JSON_COMPACT);
    for (size_t i = 0; i < edits.count; i++) {
        const struct pl_edit *edit = &edits.items[i];
        pl_write_object(out, NULL, PL_JSON_COMPACT);
        pl_lsp_write_range(out, "range", revision, edit->range);
        pl_write_str(out, "newText",
                     as_edited(request->arena, revision, edit->text));
        pl_write_end(out);
    }
    pl_write_end(out);
}

static void write_document_changes(struct pl_lsp_request *request,
                                   const struct pl_lsp_revision *revision,
                                   struct pl_edits edits)
{
    struct pl_json_writer *out = request->out;
    const struct pl_lsp_text *text = pl_lsp_revision_text(revision);
    pl_write_array(out, "documentChanges", PL_JSON_COMPACT);
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_write_object(out, "textDocument", PL_JSON_COMPACT);
    pl_write_text(out, "uri", text->uri);
    pl_write_raw(out, "version",
                 pl_str_from(pl_arena_printf(request->arena, "%lld",
                                             (long long)text->version)));
    pl_write_end(out);
    pl_lsp_write_text_edits(request, "edits", revision, edits);
    pl_write_end(out);
    pl_write_end(out);
}

void pl_lsp_write_workspace_edit(struct pl_lsp_request *request,
                                 const char *key,
                                 const struct pl_lsp_revision *revision,
                                 struct pl_edits edits)
{
    struct pl_json_writer *out = request->out;
    pl_write_object(out, key, PL_JSON_COMPACT);
    if (request->client->has_document_changes) {
        write_document_changes(request, revision, edits);
    } else {
        pl_write_object(out, "changes", PL_JSON_COMPACT);
        pl_lsp_write_text_edits(request, pl_lsp_revision_text(revision)->uri,
                                revision, edits);
        pl_write_end(out);
    }
    pl_write_end(out);
}

static void write_place(struct pl_lsp_request *request, const char *key,
                        const struct pl_lines *lines, uint32_t offset)
{
    struct pl_lines_place place =
        pl_lines_place_of(lines, offset, request->client->unit);
    pl_write_object(request->out, key, PL_JSON_COMPACT);
    pl_write_size(request->out, "line", place.line);
    pl_write_size(request->out, "character", place.column);
    pl_write_end(request->out);
}

void pl_lsp_write_file_edit(struct pl_lsp_request *request, const char *key,
                            struct pl_lsp_file file, struct pl_edits edits)
{
    struct pl_json_writer *out = request->out;
    struct pl_lines lines = pl_lines_build_as_edited(request->arena, file.text);
    pl_write_object(out, key, PL_JSON_COMPACT);
    pl_write_object(out, "changes", PL_JSON_COMPACT);
    pl_write_array(out, pl_lsp_uri_from_path(request->arena, file.path),
                   PL_JSON_COMPACT);
    for (size_t i = 0; i < edits.count; i++) {
        struct pl_range range = edits.items[i].range;
        pl_write_object(out, NULL, PL_JSON_COMPACT);
        pl_write_object(out, "range", PL_JSON_COMPACT);
        write_place(request, "start", &lines, range.start);
        write_place(request, "end", &lines, range.end);
        pl_write_end(out);
        pl_write_str(out, "newText", edits.items[i].text);
        pl_write_end(out);
    }
    pl_write_end(out);
    pl_write_end(out);
    pl_write_end(out);
}

/* "[text](address)" is its text; asterisks and backquotes are left out. */
static pl_str as_plain_text(struct pl_arena *arena, pl_str markdown)
{
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < markdown.len; i++) {
        char c = markdown.data[i];
        if (c == '\\' && i + 1 < markdown.len) {
            pl_buf_add_char(&out, markdown.data[++i]);
        } else if (c == ']' && i + 1 < markdown.len &&
                   markdown.data[i + 1] == '(') {
            size_t end = pl_str_find_char(markdown, ')', i);
            i = end == PL_NOWHERE ? i : end;
        } else if (c != '*' && c != '`' && c != '[') {
            pl_buf_add_char(&out, c);
        }
    }
    return pl_buf_str(&out);
}

void pl_lsp_write_markup(struct pl_lsp_request *request, const char *key,
                         pl_str markdown)
{
    struct pl_json_writer *out = request->out;
    bool is_markdown = request->client->hovers_markdown;
    pl_write_object(out, key, PL_JSON_COMPACT);
    pl_write_text(out, "kind", is_markdown ? "markdown" : "plaintext");
    pl_write_str(out, "value",
                 is_markdown ? markdown
                             : as_plain_text(request->arena, markdown));
    pl_write_end(out);
}

pl_str pl_lsp_escape_markdown(struct pl_arena *arena, pl_str text)
{
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '\\' || c == '*' || c == '`' || c == '[' || c == ']' ||
            c == '_' || c == '<' || c == '#') {
            pl_buf_add_char(&out, '\\');
        }
        pl_buf_add_char(&out, c);
    }
    return pl_buf_str(&out);
}
