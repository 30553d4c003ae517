/* Whatever is edited, and in whatever unit, the server knows the text as it is
 * and says of it what it says of a text that it sees for the first time. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "support/lsp_client.h"
#include "support/random_edits.h"

#define EDITED "file:///plans/edited.txt"
#define FRESH "file:///plans/fresher.txt"

enum { ROUNDS = 60, MOST_CHANGES = 5 };

static const pl_str first_text =
    PL_STR("1 The Harbour Union\r\n"
           "\r\n"
           "1 The Harbour Union (HU) has the the piers, see paragraph 7.\r\n"
           "2 The HU dredges, as Pier 2 and section 3 say.\r\n"
           "2 Twice \xF0\x9D\x84\x9E the the number.\r\n");

struct editing {
    struct lsp_client *client;
    struct pl_arena *arena;
    struct random_edits random;
    enum pl_column_unit unit;
    pl_str text;
    int version;
};

static void add_position(struct pl_buf *out, const char *key,
                         struct pl_lsp_position position)
{
    pl_buf_addf(out, "\"%s\":{\"line\":%u,\"character\":%u}", key,
                position.line, position.character);
}

static void add_edit(struct editing *it, struct pl_buf *out,
                     const struct random_edit *edit)
{
    pl_buf_add_text(out, out->len > 1 ? ",{" : "{");
    if (!edit->is_whole) {
        pl_buf_add_text(out, "\"range\":{");
        add_position(out, "start", edit->start);
        pl_buf_add_text(out, ",");
        add_position(out, "end", edit->end);
        pl_buf_add_text(out, "},");
    }
    pl_buf_addf(out, "\"text\":%s}", lsp_client_quoted(it->client, edit->text));
}

/* Several changes in one notification, each of what the one before made. */
static void edit_some(struct editing *it)
{
    struct pl_buf changes = pl_buf_in(it->arena);
    pl_buf_add_char(&changes, '[');
    for (uint32_t left = 1 + random_below(&it->random, MOST_CHANGES); left > 0;
         left--) {
        struct random_edit edit =
            random_edit_of(it->arena, &it->random, it->text);
        add_edit(it, &changes, &edit);
        it->text = random_edit_apply(it->arena, it->text, &edit, it->unit);
    }
    pl_buf_add_text(&changes, "]");
    pl_buf_add_char(&changes, '\0');
    lsp_client_change(it->client, EDITED, ++it->version, changes.data);
}

/* What is said about one URI, as if it were said about the other. */
static const char *as_fresh(struct editing *it, struct pl_json said)
{
    pl_str rest = pl_json_raw(said);
    struct pl_buf out = pl_buf_in(it->arena);
    static const pl_str uri = PL_STR(EDITED);
    size_t at = pl_str_find(rest, uri, 0);
    while (at != PL_NOWHERE) {
        pl_buf_add(&out, pl_str_slice(rest, 0, at));
        pl_buf_add_text(&out, FRESH);
        rest = pl_str_slice(rest, at + uri.len, rest.len);
        at = pl_str_find(rest, uri, 0);
    }
    pl_buf_add(&out, rest);
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static const char *ask_about(struct editing *it, const char *method,
                             const char *uri)
{
    return as_fresh(
        it, lsp_client_call(
                it->client, method,
                pl_arena_printf(it->arena,
                                "{\"textDocument\":{\"uri\":\"%s\"}}", uri)));
}

static void compare(struct editing *it)
{
    static const char *const methods[] = {"textDocument/documentSymbol",
                                          "textDocument/foldingRange",
                                          "textDocument/documentLink"};
    struct pl_json edited =
        lsp_client_diagnostics(it->client, EDITED, it->version);
    lsp_client_open(it->client, FRESH, it->text);
    struct pl_json fresh = lsp_client_diagnostics(it->client, FRESH, 1);
    assert_string_equal(as_fresh(it, edited), as_fresh(it, fresh));
    for (size_t i = 0; i < PL_COUNT(methods); i++) {
        assert_string_equal(ask_about(it, methods[i], EDITED),
                            ask_about(it, methods[i], FRESH));
    }
    lsp_client_close(it->client, FRESH);
}

static void run(struct editing *it)
{
    it->text = first_text;
    lsp_client_open(it->client, EDITED, it->text);
    for (it->version = 1; it->version < ROUNDS;) {
        edit_some(it);
        if (it->version % 4 == 0) {
            compare(it);
            lsp_client_forget(it->client);
        }
    }
}

static void edit_in(enum pl_column_unit unit, const char *name, uint64_t seed)
{
    struct editing it = {.client = lsp_client_start(),
                         .arena = pl_arena_new(),
                         .random = {.state = seed, .has_nul = seed % 4 == 0},
                         .unit = unit};
    struct pl_json result = lsp_client_initialize(
        it.client,
        pl_arena_printf(it.arena,
                        "{\"general\":{\"positionEncodings\":[\"%s\"]},"
                        "\"textDocument\":{\"publishDiagnostics\":{"
                        "\"relatedInformation\":true,\"dataSupport\":true}}}",
                        name));
    pl_str chosen = pl_json_raw(
        pl_json_get(pl_json_get(result, "capabilities"), "positionEncoding"));
    assert_true(pl_str_eq(
        chosen, pl_str_from(pl_arena_printf(it.arena, "\"%s\"", name))));
    run(&it);
    lsp_client_stop(it.client);
    pl_arena_free(it.arena);
}

static void edits_are_followed_in_every_unit(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        edit_in(PL_COLUMN_UTF8, "utf-8", seed);
        edit_in(PL_COLUMN_UTF16, "utf-16", seed);
        edit_in(PL_COLUMN_UTF32, "utf-32", seed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_are_followed_in_every_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
