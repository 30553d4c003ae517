/* Findings and symbols of all documents in a folder. */
#include "cmocka_wrap.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "support/lsp_folder.h"

/* Without a finding. */
#define CLEAN "1\tPiers are kept clean.\n\n2\tBoats are kept at the pier.\n"

static const char *text_at(struct lsp_folder *it, struct pl_json object,
                           const char *key)
{
    pl_str text = PL_STR("");
    struct pl_error error;
    if (!pl_json_string_or(it->client->arena, object, key, &text, &error)) {
        fail_msg("%s", error.message);
    }
    return pl_arena_strndup(it->client->arena, text.data, text.len);
}

/* "PATH KIND COUNT" lines. */
static const char *told(struct lsp_folder *it, struct pl_json items)
{
    struct pl_buf out = pl_buf_in(it->client->arena);
    size_t base = strlen(lsp_folder_uri(it, ""));
    for (struct pl_json report = pl_json_first(items); report.item;
         report = pl_json_next(report)) {
        pl_buf_addf(&out, "%s %s %zu\n", text_at(it, report, "uri") + base,
                    text_at(it, report, "kind"),
                    pl_json_count(pl_json_get(report, "items")));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

/* What a client gives back of reports that it got: "previousResultIds". */
static const char *previous(struct lsp_folder *it, struct pl_json items)
{
    struct pl_buf out = pl_buf_in(it->client->arena);
    for (struct pl_json report = pl_json_first(items); report.item;
         report = pl_json_next(report)) {
        pl_buf_addf(&out, "%s{\"uri\":\"%s\",\"value\":\"%s\"}",
                    out.len > 0 ? "," : "", text_at(it, report, "uri"),
                    text_at(it, report, "resultId"));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static struct pl_json ask(struct lsp_folder *it, const char *previous_ids)
{
    struct pl_json result = lsp_client_call(
        it->client, "workspace/diagnostic",
        pl_arena_printf(it->client->arena, "{\"previousResultIds\":[%s]}",
                        previous_ids));
    return pl_json_get(result, "items");
}

static void write_plans(void)
{
    lsp_folder_write("planlint.json", "{\"exclude\":[\"b/out.txt\"]}");
    lsp_folder_write("a/doubled.txt", DOUBLED);
    lsp_folder_write("b/clean.md", CLEAN);
    lsp_folder_write("b/out.txt", DOUBLED);
    lsp_folder_write("b/other.py", DOUBLED);
    lsp_folder_write("b/ignored.txt", DOUBLED);
    lsp_folder_write(".gitignore", "ignored.txt\n");
}

static void all_plans_are_reported_and_then_only_what_has_changed(void **state)
{
    struct lsp_folder *it = *state;
    write_plans();
    lsp_folder_initialize(it, NULL, NULL, NULL);
    struct pl_json first = ask(it, "");
    assert_string_equal(told(it, first),
                        "a/doubled.txt full 1\nb/clean.md full 0\n");
    const char *ids = previous(it, first);
    assert_string_equal(told(it, ask(it, ids)),
                        "a/doubled.txt unchanged 0\nb/clean.md unchanged 0\n");
    lsp_folder_write("b/clean.md", DOUBLED);
    assert_int_equal(unlink("a/doubled.txt"), 0);
    struct pl_json changed = ask(it, ids);
    assert_string_equal(told(it, changed),
                        "a/doubled.txt full 0\nb/clean.md full 1\n");
}

static void nothing_is_reported_where_nobody_called_for_it(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("a/readme.md", DOUBLED);
    lsp_folder_write("b/x.plan", DOUBLED);
    lsp_folder_initialize(it, NULL, NULL, NULL);
    assert_string_equal(told(it, ask(it, "")), "b/x.plan full 1\n");
}

static void documents_that_are_open_are_asked_for_one_by_one(void **state)
{
    struct lsp_folder *it = *state;
    write_plans();
    lsp_folder_initialize(it, NULL, NULL, NULL);
    lsp_folder_open(it, "b/clean.md", "markdown");
    assert_string_equal(told(it, ask(it, "")), "a/doubled.txt full 1\n");
    lsp_client_close(it->client, lsp_folder_uri(it, "b/clean.md"));
    assert_string_equal(told(it, ask(it, "")),
                        "a/doubled.txt full 1\nb/clean.md full 0\n");
}

static void other_rules_give_other_reports(void **state)
{
    struct lsp_folder *it = *state;
    write_plans();
    lsp_folder_initialize(it, NULL, NULL, NULL);
    const char *ids = previous(it, ask(it, ""));
    lsp_client_notify(it->client, "workspace/didChangeConfiguration",
                      "{\"settings\":{\"rules\":{\"PL103\":\"off\"}}}");
    assert_string_equal(told(it, ask(it, ids)),
                        "a/doubled.txt full 0\nb/clean.md unchanged 0\n");
}

static void positions_are_those_of_an_editor(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{}");
    lsp_folder_write("a/x.txt", "\xEF\xBB\xBF" DOUBLED);
    lsp_folder_initialize(it, NULL, NULL, NULL);
    struct pl_json report = pl_json_first(ask(it, ""));
    struct pl_json range =
        pl_json_get(pl_json_first(pl_json_get(report, "items")), "range");
    int64_t line = -1;
    assert_true(pl_json_integer(
        pl_json_get(pl_json_get(range, "start"), "line"), &line));
    assert_int_equal(line, 4);
}

static struct pl_json part(struct lsp_folder *it, size_t index)
{
    struct pl_json progress = lsp_client_heard(it->client, "$/progress", index);
    struct pl_json params = pl_json_get(progress, "params");
    assert_string_equal(text_at(it, params, "token"), "part");
    return pl_json_get(pl_json_get(params, "value"), "items");
}

static int ask_in_parts(struct lsp_folder *it, const char *previous_ids)
{
    return lsp_client_ask(it->client, "workspace/diagnostic",
                          pl_arena_printf(it->client->arena,
                                          "{\"partialResultToken\":\"part\","
                                          "\"previousResultIds\":[%s]}",
                                          previous_ids));
}

static void
a_client_that_takes_parts_waits_until_there_is_something_new(void **state)
{
    struct lsp_folder *it = *state;
    write_plans();
    lsp_folder_initialize(it, NULL, NULL, NULL);
    struct pl_json answer = lsp_client_answer(it->client, ask_in_parts(it, ""));
    assert_int_equal(
        pl_json_count(pl_json_get(pl_json_get(answer, "result"), "items")), 0);
    assert_string_equal(told(it, part(it, 0)), "a/doubled.txt full 1\n");
    assert_string_equal(told(it, part(it, 1)), "b/clean.md full 0\n");
    const char *ids =
        pl_arena_printf(it->client->arena, "%s,%s", previous(it, part(it, 0)),
                        previous(it, part(it, 1)));

    int id = ask_in_parts(it, ids);
    lsp_client_listen(it->client, 200);
    assert_int_equal(lsp_client_count(it->client, "$/progress"), 2);
    lsp_folder_write("b/clean.md", DOUBLED);
    lsp_client_notify(
        it->client, "workspace/didChangeWatchedFiles",
        pl_arena_printf(it->client->arena,
                        "{\"changes\":[{\"uri\":\"%s\",\"type\":2}]}",
                        lsp_folder_uri(it, "b/clean.md")));
    lsp_client_answer(it->client, id);
    assert_string_equal(told(it, part(it, 2)), "b/clean.md full 1\n");
    assert_int_equal(lsp_client_count(it->client, "$/progress"), 3);

    ids = pl_arena_printf(it->client->arena, "%s,%s", previous(it, part(it, 0)),
                          previous(it, part(it, 2)));
    id = ask_in_parts(it, ids);
    lsp_client_listen(it->client, 100);
    lsp_client_notify(it->client, "$/cancelRequest",
                      pl_arena_printf(it->client->arena, "{\"id\":%d}", id));
    assert_int_equal(lsp_client_code(lsp_client_answer(it->client, id)),
                     -32800);
}

static void what_waits_is_answered_at_shutdown(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_initialize(it, NULL, NULL, NULL);
    int id = ask_in_parts(it, "");
    lsp_client_listen(it->client, 100);
    lsp_client_ask(it->client, "shutdown", NULL);
    assert_int_equal(lsp_client_code(lsp_client_answer(it->client, id)),
                     -32800);
    lsp_client_notify(it->client, "exit", NULL);
    lsp_client_end(it->client);
    it->client = lsp_client_start(); /* for the end of the test */
    lsp_folder_initialize(it, NULL, NULL, NULL);
}

/* A long run between two keys. */
static void an_edit_does_not_wait_for_the_workspace(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{}");
    pl_str plan = lsp_client_plan(it->client, 400000);
    for (size_t i = 0; i < 40; i++) {
        lsp_folder_write(
            pl_arena_printf(it->client->arena, "a/%zu.txt", i),
            pl_arena_strndup(it->client->arena, plan.data, plan.len));
    }
    lsp_folder_initialize(it, "{\"window\":{\"workDoneProgress\":true}}", NULL,
                          NULL);
    int id = lsp_client_ask(it->client, "workspace/diagnostic",
                            "{\"previousResultIds\":[],"
                            "\"workDoneToken\":\"bar\"}");
    int64_t start = lsp_client_now();
    lsp_folder_open(it, "b/x.txt", "plaintext");
    lsp_client_diagnostics(it->client, lsp_folder_uri(it, "b/x.txt"), 1);
    int64_t edit = lsp_client_now() - start;
    struct pl_json answer = lsp_client_answer(it->client, id);
    int64_t all = lsp_client_now() - start;
    assert_int_equal(
        pl_json_count(pl_json_get(pl_json_get(answer, "result"), "items")), 40);
    assert_true(edit < all / 4);

    size_t bars = lsp_client_count(it->client, "$/progress");
    assert_true(bars >= 3);
    struct pl_json first = lsp_client_heard(it->client, "$/progress", 0);
    struct pl_json last = lsp_client_heard(it->client, "$/progress", bars - 1);
    assert_string_equal(
        text_at(it, pl_json_get(pl_json_get(first, "params"), "value"), "kind"),
        "begin");
    assert_string_equal(
        text_at(it, pl_json_get(pl_json_get(last, "params"), "value"), "kind"),
        "end");
}

#define HEADED                                                \
    "2 Framework of the Harbour Union\n\n2.1 Clean piers\n\n" \
    "1\tPiers are kept clean.\n\n2.2 Dry quays\n\n"           \
    "2\tQuays are kept dry by the harbour.\n"

static const char *symbols(struct lsp_folder *it, const char *query)
{
    struct pl_json result = lsp_client_call(
        it->client, "workspace/symbol",
        pl_arena_printf(it->client->arena, "{\"query\":\"%s\"}", query));
    struct pl_buf out = pl_buf_in(it->client->arena);
    size_t base = strlen(lsp_folder_uri(it, ""));
    for (struct pl_json symbol = pl_json_first(result); symbol.item;
         symbol = pl_json_next(symbol)) {
        struct pl_json location = pl_json_get(symbol, "location");
        pl_buf_addf(&out, "%s: %s\n", text_at(it, location, "uri") + base,
                    text_at(it, symbol, "name"));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static void symbols_are_found_in_all_plans(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{}");
    lsp_folder_write("a/x.txt", HEADED);
    lsp_folder_initialize(it, NULL, NULL, NULL);
    assert_string_equal(symbols(it, "dryquay"), "a/x.txt: 2.2 Dry quays\n");
    assert_string_equal(symbols(it, "zzz"), "");
    lsp_folder_open(it, "b/open.plan", "plan"); /* and nowhere else */
    const char *found = symbols(it, "boats");
    assert_non_null(strstr(found, "b/open.plan: 3 Boats"));
    lsp_folder_write("a/x.txt", "1 Tidy sheds\n\n1.1 Sheds\n\nText.\n");
    assert_string_equal(symbols(it, "dryquay"), "");
    assert_non_null(strstr(symbols(it, "tidy"), "a/x.txt: 1 Tidy sheds"));
}

int main(void)
{
#define TEST(name)                                           \
    cmocka_unit_test_setup_teardown(name, lsp_folder_set_up, \
                                    lsp_folder_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(all_plans_are_reported_and_then_only_what_has_changed),
        TEST(nothing_is_reported_where_nobody_called_for_it),
        TEST(documents_that_are_open_are_asked_for_one_by_one),
        TEST(other_rules_give_other_reports),
        TEST(positions_are_those_of_an_editor),
        TEST(a_client_that_takes_parts_waits_until_there_is_something_new),
        TEST(what_waits_is_answered_at_shutdown),
        TEST(an_edit_does_not_wait_for_the_workspace),
        TEST(symbols_are_found_in_all_plans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
