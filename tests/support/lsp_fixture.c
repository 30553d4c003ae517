#include "lsp_fixture.h"

#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "checks/checks.h"
#include "lint/setup.h"
#include "lsp/features/semantic_tokens.h"
#include "plan/plan.h"

static void complain(void *context, const struct pl_error *error)
{
    (void)context;
    fail_msg("%s", error->message);
}

static void open_file(struct lsp_fixture *fixture, struct pl_arena *arena,
                      const struct marked_file *file, const char *profile)
{
    struct pl_setup_options *options = pl_arena_alloc(arena, sizeof(*options));
    *options = (struct pl_setup_options){.checks = pl_checks,
                                         .profile = pl_str_from(profile),
                                         .no_config = true,
                                         .complain = complain};
    struct pl_lsp_text document = {
        .uri = pl_arena_printf(arena, "file:///plans/%s", file->name),
        .path = pl_arena_printf(arena, "/plans/%s", file->name),
        .bytes = file->text,
        .version = 1,
        .unit = PL_COLUMN_UTF8,
    };
    const struct pl_setup *setup =
        pl_setups_for(pl_setups_new(arena, options), ".");
    *fixture = (struct lsp_fixture){
        .arena = arena,
        .file = file,
        .client = {.unit = PL_COLUMN_UTF8,
                   .has_action_literals = true,
                   .hovers_markdown = true,
                   .nests_symbols = true},
        .revision = pl_lsp_revision_new(&document, setup, NULL),
        .tokens = pl_lsp_token_memory_new(),
    };
}

void lsp_fixture_open(struct lsp_fixture *fixture, struct pl_arena *arena,
                      const char *marked, const char *profile)
{
    struct marked_text text = marked_text_read(arena, marked);
    open_file(fixture, arena, &text.files[0], profile);
}

void lsp_fixture_open_text(struct lsp_fixture *fixture, struct pl_arena *arena,
                           const char *name, pl_str text)
{
    struct marked_file *file = pl_arena_alloc(arena, sizeof(*file));
    *file = (struct marked_file){.name = name, .text = text};
    open_file(fixture, arena, file, "core");
}

void lsp_fixture_configure(struct lsp_fixture *fixture,
                           const struct pl_setup *setup)
{
    struct pl_lsp_revision *before = fixture->revision;
    fixture->revision =
        pl_lsp_revision_new(pl_lsp_revision_text(before), setup, before);
    pl_lsp_revision_free(before);
}

void lsp_fixture_close(struct lsp_fixture *fixture)
{
    pl_lsp_revision_free(fixture->revision);
    pl_lsp_token_memory_free(fixture->tokens);
}

/* The server of a fixture is the fixture. */
static struct pl_lsp_revision *find(struct pl_lsp_server *server, pl_str uri)
{
    struct lsp_fixture *fixture = (struct lsp_fixture *)server;
    const char *own = pl_lsp_revision_text(fixture->revision)->uri;
    return pl_str_eq(uri, pl_str_from(own)) ? fixture->revision : NULL;
}

static struct pl_json read_json(struct pl_arena *arena, const char *name,
                                const char *text)
{
    struct pl_json_file *file;
    struct pl_json root;
    struct pl_error error;
    if (!pl_json_open(name, pl_str_from(text), &file, &root, &error)) {
        fail_msg("%s: %s", error.message, text);
    }
    pl_arena_adopt(arena, file, (void (*)(void *))pl_json_close);
    return root;
}

static const char *params_of(const struct lsp_fixture *fixture,
                             const char *more)
{
    const char *uri = pl_lsp_revision_text(fixture->revision)->uri;
    struct pl_buf position = pl_buf_in(fixture->arena);
    if (fixture->file->cursor_count > 0) {
        struct pl_lsp_position at = pl_lsp_revision_position(
            fixture->revision, fixture->file->cursors[0]);
        pl_buf_addf(&position, ",\"position\":{\"line\":%u,\"character\":%u}",
                    at.line, at.character);
    }
    return pl_arena_printf(
        fixture->arena, "{\"textDocument\":{\"uri\":\"%s\"}%.*s%s%s}", uri,
        PL_STR_ARG(pl_buf_str(&position)), more ? "," : "", more ? more : "");
}

struct pl_json lsp_ask(struct lsp_fixture *fixture, pl_lsp_handler *handler,
                       const char *more)
{
    struct pl_buf out = pl_buf_in(fixture->arena);
    struct pl_json_writer writer = pl_json_writer_to(&out);
    struct pl_lsp_request request = {
        .server = (struct pl_lsp_server *)fixture,
        .find = find,
        .client = &fixture->client,
        .tokens = fixture->tokens,
        .arena = fixture->arena,
        .params = read_json(fixture->arena, "params", params_of(fixture, more)),
        .out = &writer,
    };
    pl_write_object(&writer, NULL, PL_JSON_COMPACT);
    handler(&request);
    pl_write_end(&writer);
    fixture->code = request.code;
    fixture->message = request.message;
    pl_buf_add_char(&out, '\0');
    return request.code != 0
               ? (struct pl_json){0}
               : pl_json_get(read_json(fixture->arena, "answer", out.data),
                             PL_LSP_RESULT);
}

static uint32_t offset_at(const struct lsp_fixture *fixture,
                          struct pl_json position)
{
    size_t line = SIZE_MAX;
    size_t character = SIZE_MAX;
    struct pl_error error;
    if (!pl_json_size_or(position, "line", &line, &error) ||
        !pl_json_size_or(position, "character", &character, &error) ||
        line == SIZE_MAX || character == SIZE_MAX) {
        fail_msg("no position");
    }
    return pl_lsp_revision_offset(
        fixture->revision,
        (struct pl_lsp_position){(uint32_t)line, (uint32_t)character});
}

static struct pl_range range_at(const struct lsp_fixture *fixture,
                                struct pl_json range)
{
    return (struct pl_range){offset_at(fixture, pl_json_get(range, "start")),
                             offset_at(fixture, pl_json_get(range, "end"))};
}

void assert_ranges_at(struct lsp_fixture *fixture, struct pl_json array,
                      const char *key)
{
    size_t count = pl_json_count(array);
    struct pl_range *ranges =
        pl_arena_array(fixture->arena, count + 1, sizeof(*ranges));
    struct pl_json it = pl_json_first(array);
    for (size_t i = 0; i < count; i++, it = pl_json_next(it)) {
        ranges[i] = range_at(fixture, pl_json_get(it, key));
    }
    assert_marked_ranges(fixture->file, ranges, count);
}

pl_str lsp_text_at(const struct lsp_fixture *fixture, struct pl_json range)
{
    return pl_range_text(fixture->file->text, range_at(fixture, range));
}

/* The TextEdit[] of a WorkspaceEdit in either form. */
static struct pl_json text_edits(struct pl_json edit)
{
    struct pl_json changes = pl_json_get(edit, "documentChanges");
    if (pl_json_kind(changes) == PL_JSON_ARRAY) {
        return pl_json_get(pl_json_first(changes), "edits");
    }
    changes = pl_json_get(edit, "changes");
    return pl_json_kind(changes) == PL_JSON_OBJECT ? pl_json_first(changes)
                                                   : edit;
}

pl_str lsp_edited(struct lsp_fixture *fixture, struct pl_json edit)
{
    struct pl_json list = text_edits(edit);
    size_t count = pl_json_count(list);
    struct pl_edit *edits =
        pl_arena_array(fixture->arena, count + 1, sizeof(*edits));
    struct pl_json it = pl_json_first(list);
    for (size_t i = 0; i < count; i++, it = pl_json_next(it)) {
        edits[i] = (struct pl_edit){
            range_at(fixture, pl_json_get(it, "range")),
            pl_str_from(json_text(fixture->arena, it, "newText"))};
    }
    pl_edits_sort(edits, count);
    return pl_edits_apply(fixture->arena, fixture->file->text,
                          (struct pl_edits){edits, count});
}

const char *json_text(struct pl_arena *arena, struct pl_json object,
                      const char *key)
{
    pl_str text = {0};
    struct pl_error error;
    return pl_json_string_or(arena, object, key, &text, &error) && text.data
               ? pl_arena_strndup(arena, text.data, text.len)
               : "";
}

struct pl_json json_at(struct pl_json array, size_t index)
{
    struct pl_json it = pl_json_first(array);
    for (size_t i = 0; i < index; i++) {
        it = pl_json_next(it);
    }
    return it;
}
