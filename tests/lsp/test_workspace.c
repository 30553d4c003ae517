/* Folders, settings, configurations: which documents are checked by what. */
#include "cmocka_wrap.h"

#include <unistd.h>

#include "base/arena.h"
#include "support/lsp_folder.h"

/* "error", "warning" or "info" of the only finding; "" for none. */
static const char *severity_in(struct pl_json diagnostics)
{
    static const char *const names[] = {"", "error", "warning", "info"};
    int64_t severity = 0;
    assert_true(pl_json_count(diagnostics) <= 1);
    (void)pl_json_integer(pl_json_get(pl_json_first(diagnostics), "severity"),
                          &severity);
    return names[severity];
}

/* The same of what is published next. */
static const char *next_severity(struct lsp_folder *it, const char *path)
{
    return severity_in(
        lsp_client_diagnostics(it->client, lsp_folder_uri(it, path), 1));
}

static const char *opened_severity(struct lsp_folder *it, const char *path)
{
    lsp_folder_open(it, path, "plaintext");
    return next_severity(it, path);
}

/* What was sent before is worked on. */
static size_t published(struct lsp_folder *it)
{
    lsp_client_listen(it->client, 300);
    return lsp_client_count(it->client, "textDocument/publishDiagnostics");
}

static void changed_on_disk(struct lsp_folder *it, const char *path)
{
    lsp_client_forget(it->client);
    lsp_client_notify(
        it->client, "workspace/didChangeWatchedFiles",
        pl_arena_printf(it->client->arena,
                        "{\"changes\":[{\"uri\":\"%s\",\"type\":2}]}",
                        lsp_folder_uri(it, path)));
}

static size_t count_symbols(struct lsp_folder *it, const char *path)
{
    return pl_json_count(
        lsp_client_call(it->client, "textDocument/documentSymbol",
                        pl_arena_printf(it->client->arena,
                                        "{\"textDocument\":{\"uri\":\"%s\"}}",
                                        lsp_folder_uri(it, path))));
}

static void texts_that_nobody_called_plans_are_left_alone(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_initialize(it, NULL, NULL, NULL);
    lsp_folder_open(it, "readme.md", "markdown");
    lsp_folder_open(it, "letter.txt", "plaintext");
    assert_int_equal(published(it), 0);
    assert_int_equal(count_symbols(it, "readme.md"), 0);
    lsp_folder_open(it, "a/plan.txt", "plan");
    assert_true(count_symbols(it, "a/plan.txt") > 0);
    assert_string_equal(next_severity(it, "a/plan.txt"), "error");
    lsp_folder_open(it, "a/other.plan", "plaintext");
    assert_string_equal(next_severity(it, "a/other.plan"), "error");
}

static void the_setting_documents_names_plans(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_initialize(it, NULL, NULL,
                          "{\"documents\":[\"a/**\",\"*.md\"]}");
    lsp_folder_open(it, "letter.txt", "plaintext");
    assert_int_equal(published(it), 0);
    assert_string_equal(opened_severity(it, "a/letter.txt"), "error");
    lsp_folder_open(it, "b/readme.md", "markdown");
    assert_string_equal(next_severity(it, "b/readme.md"), "error");
}

static void the_nearest_configuration_counts(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write(
        "planlint.json",
        "{\"rules\":{\"PL103\":\"info\"},\"exclude\":[\"out.txt\"]}");
    lsp_folder_write("a/planlint.json", "{\"rules\":{\"PL103\":\"warning\"}}");
    lsp_folder_initialize(it, NULL, NULL, NULL);
    assert_string_equal(opened_severity(it, "b/x.txt"), "info");
    assert_string_equal(opened_severity(it, "a/x.txt"), "warning");
    lsp_client_forget(it->client);
    lsp_folder_open(it, "out.txt", "plan");
    lsp_folder_open(it, "x.py", "python");
    lsp_folder_open(it, "planlint.json", "json");
    assert_int_equal(published(it), 0);
}

static void the_editor_has_the_last_word_on_rules_only(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("a/planlint.json", "{\"rules\":{\"PL103\":\"info\"}}");
    lsp_folder_write("b/planlint.json", "{}");
    lsp_folder_initialize(it, NULL, NULL,
                          "{\"planlint\":{\"rules\":{\"PL103\":\"warning\","
                          "\"HU001\":\"off\"}}}");
    assert_string_equal(opened_severity(it, "a/x.txt"), "warning");
    lsp_client_forget(it->client);
    lsp_client_notify(it->client, "workspace/didChangeConfiguration",
                      "{\"settings\":{\"planlint\":{\"rules\":{}}}}");
    assert_string_equal(next_severity(it, "a/x.txt"), "info");
    lsp_client_forget(it->client);
    lsp_client_notify(it->client, "workspace/didChangeConfiguration",
                      "{\"settings\":{\"planlint\":{\"enable\":false}}}");
    lsp_client_heard(it->client, "textDocument/publishDiagnostics", 0);
    assert_int_equal(published(it), 1); /* taken back */
    assert_true(count_symbols(it, "a/x.txt") > 0);
}

static void wrong_settings_are_told_and_do_no_harm(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{\"rules\":{\"PL103\":\"info\"}}");
    lsp_folder_initialize(it, NULL, NULL,
                          "{\"rules\":{\"PL103\":\"of\"},\"debounce\":0}");
    assert_string_equal(opened_severity(it, "x.txt"), "info");
    struct pl_json shown =
        lsp_client_heard(it->client, "window/showMessage", 0);
    pl_str raw = pl_json_raw(pl_json_get(shown, "params"));
    assert_true(pl_str_find(raw, (pl_str)PL_STR("PL103"), 0) != PL_NOWHERE ||
                pl_str_find(raw, (pl_str)PL_STR("\\\"of\\\""), 0) !=
                    PL_NOWHERE);
    assert_int_equal(lsp_client_count(it->client, "window/showMessage"), 1);
}

static void answer_settings(struct lsp_folder *it, const char *result)
{
    struct pl_json asked =
        lsp_client_heard(it->client, "workspace/configuration", 0);
    pl_str id = pl_json_raw(pl_json_get(asked, "id"));
    lsp_client_sendf(it->client,
                     "{\"jsonrpc\":\"2.0\",\"id\":%.*s,\"result\":%s}",
                     PL_STR_ARG(id), result);
}

static void each_folder_has_settings_of_its_own(void **state)
{
    struct lsp_folder *it = *state;
    const char *folders =
        pl_arena_printf(it->client->arena,
                        "[{\"uri\":\"file://%s/a\",\"name\":\"a\"},"
                        "{\"uri\":\"file://%s/b/\",\"name\":\"b\"}]",
                        it->path, it->path);
    lsp_folder_initialize(it, "{\"workspace\":{\"configuration\":true}}",
                          folders, NULL);
    lsp_folder_open(it, "a/x.txt", "plan"); /* waits for the settings */
    lsp_folder_open(it, "b/x.txt", "plan");
    lsp_folder_open(it, "x.txt", "plan");
    answer_settings(it, "[{\"rules\":{\"PL103\":\"off\"}},"
                        "{\"rules\":{\"PL103\":\"info\"}},null]");
    assert_string_equal(next_severity(it, "a/x.txt"), "info");
    assert_string_equal(next_severity(it, "b/x.txt"), "");
    assert_string_equal(next_severity(it, "x.txt"), "");
    assert_int_equal(published(it), 3);

    lsp_client_forget(it->client);
    lsp_client_notify(it->client, "workspace/didChangeConfiguration",
                      "{\"settings\":null}");
    answer_settings(it, "[{},{\"rules\":{\"PL103\":\"warning\"}},{}]");
    assert_string_equal(next_severity(it, "a/x.txt"), "warning");
    assert_string_equal(next_severity(it, "b/x.txt"), "error");
}

static void folders_come_and_go(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_initialize(it, NULL, "null", "{\"documents\":[\"*.md\"]}");
    lsp_folder_open(it, "a/x.md", "markdown");
    const char *folder =
        pl_arena_printf(it->client->arena,
                        "{\"uri\":\"file://%s/a\",\"name\":\"a\"}", it->path);
    assert_string_equal(next_severity(it, "a/x.md"), "error");
    for (size_t i = 0; i < 3; i++) {
        lsp_client_notify(
            it->client, "workspace/didChangeWorkspaceFolders",
            pl_arena_printf(it->client->arena,
                            "{\"event\":{\"added\":[%s],\"removed\":[%s]}}",
                            i == 1 ? "" : folder, i == 1 ? folder : ""));
    }
    lsp_client_forget(it->client);
    lsp_folder_open(it, "a/y.md", "markdown");
    assert_string_equal(next_severity(it, "a/y.md"), "error");
}

static void a_configuration_that_changes_is_read_again(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{\"rules\":{\"PL103\":\"info\"}}");
    lsp_folder_initialize(it, NULL, NULL, NULL);
    assert_string_equal(opened_severity(it, "a/x.txt"), "info");
    lsp_folder_write("planlint.json", "{\"rules\":{\"PL103\":\"warning\"}}");
    changed_on_disk(it, "planlint.json");
    assert_string_equal(next_severity(it, "a/x.txt"), "warning");
    lsp_folder_write("a/planlint.json", "{}"); /* a nearer one */
    changed_on_disk(it, "a/planlint.json");
    assert_string_equal(next_severity(it, "a/x.txt"), "error");
    assert_int_equal(unlink("a/planlint.json"), 0);
    changed_on_disk(it, "a/planlint.json");
    assert_string_equal(next_severity(it, "a/x.txt"), "warning");
    assert_int_equal(lsp_client_count(it->client, "window/showMessage"), 0);
}

static void without_watches_a_save_is_enough(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{\"rules\":{\"PL103\":\"info\"}}");
    lsp_folder_initialize(it, NULL, NULL, NULL);
    assert_string_equal(opened_severity(it, "a/x.txt"), "info");
    lsp_folder_write("planlint.json", "{\"rules\":{\"PL103\":\"off\"}} ");
    lsp_client_forget(it->client);
    lsp_client_notify(it->client, "textDocument/didSave",
                      pl_arena_printf(it->client->arena,
                                      "{\"textDocument\":{\"uri\":\"%s\"}}",
                                      lsp_folder_uri(it, "a/x.txt")));
    assert_string_equal(next_severity(it, "a/x.txt"), "");
}

#define OWN_RULE(severity)                                                 \
    "{\"id\":\"HU001\",\"name\":\"piers-dry\",\"severity\":\"" severity    \
    "\",\"summary\":\"s\",\"check\":\"pattern\",\"message\":\"{match} is " \
    "there\",\"params\":{\"pattern\":\"kept dry\"}}"

static void own_rules_are_read_again(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{\"rulesFolder\":\"rules\","
                                      "\"rules\":{\"PL103\":\"off\"}}");
    lsp_folder_write("rules/HU001-piers-dry.json", OWN_RULE("info"));
    lsp_folder_initialize(it, NULL, NULL, NULL);
    assert_string_equal(opened_severity(it, "a/x.txt"), "info");
    lsp_folder_write("rules/HU001-piers-dry.json", OWN_RULE("warning"));
    changed_on_disk(it, "rules/HU001-piers-dry.json");
    assert_string_equal(next_severity(it, "a/x.txt"), "warning");
    assert_int_equal(unlink("rules/HU001-piers-dry.json"), 0);
    changed_on_disk(it, "rules/HU001-piers-dry.json");
    assert_string_equal(next_severity(it, "a/x.txt"), "");
}

/* What was published last for a file of ours, which has no version. */
static struct pl_json trouble_in(struct lsp_folder *it, const char *path)
{
    return lsp_client_diagnostics(it->client, lsp_folder_uri(it, path), -1);
}

static int64_t number_at(struct pl_json object, const char *a, const char *b,
                         const char *c)
{
    int64_t number = -1;
    struct pl_json inner = pl_json_get(pl_json_get(object, a), b);
    (void)pl_json_integer(pl_json_get(inner, c), &number);
    return number;
}

static void a_wrong_configuration_is_shown_and_the_last_one_holds(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{\"rules\":{\"PL103\":\"info\"}}");
    lsp_folder_initialize(it, NULL, NULL, NULL);
    assert_string_equal(opened_severity(it, "x.txt"), "info");
    lsp_folder_write("planlint.json",
                     "{\n  \"rules\":\n  {\"\xf0\x9f\x9a\xa2\":1, \"PL103\":"
                     "\"warning\"}}");
    changed_on_disk(it, "planlint.json");
    assert_string_equal(next_severity(it, "x.txt"), "info");
    struct pl_json wrong = pl_json_first(trouble_in(it, "planlint.json"));
    assert_int_equal(number_at(wrong, "range", "start", "line"), 2);
    assert_int_equal(number_at(wrong, "range", "start", "character"), 8);
    assert_int_equal(number_at(wrong, "range", "end", "character"), 9);
    assert_int_equal(lsp_client_count(it->client, "window/showMessage"), 1);

    lsp_folder_write("planlint.json", "{\"rules\":{\"PL103\":\"warning\"}}");
    changed_on_disk(it, "planlint.json");
    assert_string_equal(next_severity(it, "x.txt"), "warning");
    assert_int_equal(pl_json_count(trouble_in(it, "planlint.json")), 0);
    assert_int_equal(lsp_client_count(it->client, "window/showMessage"), 0);
}

static void nothing_is_checked_by_rules_that_never_were_right(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{\"rulesFolder\":\"rules\"}");
    lsp_folder_write("rules/HU001-piers-dry.json", "{");
    lsp_folder_initialize(it, NULL, NULL, NULL);
    lsp_folder_open(it, "a/x.txt", "plan");
    struct pl_json wrong = trouble_in(it, "rules/HU001-piers-dry.json");
    assert_int_equal(pl_json_count(wrong), 1);
    assert_int_equal(published(it), 1);
    lsp_folder_write("rules/HU001-piers-dry.json", OWN_RULE("info"));
    lsp_folder_write("planlint.json", "{\"rulesFolder\":\"rules\","
                                      "\"rules\":{\"PL103\":\"off\"}}");
    changed_on_disk(it, "rules/HU001-piers-dry.json");
    assert_string_equal(next_severity(it, "a/x.txt"), "info");
}

static void the_client_is_asked_to_watch_what_counts(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{\"rulesFolder\":\"rules\"}");
    lsp_folder_initialize(it,
                          "{\"workspace\":{\"didChangeWatchedFiles\":"
                          "{\"dynamicRegistration\":true}}}",
                          NULL, NULL);
    struct pl_json first =
        lsp_client_heard(it->client, "client/registerCapability", 0);
    assert_true(pl_str_find(pl_json_raw(first),
                            (pl_str)PL_STR("**/planlint.json"),
                            0) != PL_NOWHERE);
    lsp_folder_open(it, "a/x.txt", "plan"); /* only now is the folder known */
    struct pl_json second =
        lsp_client_heard(it->client, "client/registerCapability", 1);
    assert_true(pl_str_find(pl_json_raw(second),
                            (pl_str)PL_STR("/rules/*.json"), 0) != PL_NOWHERE);
    assert_int_equal(
        lsp_client_count(it->client, "client/unregisterCapability"), 1);
    lsp_folder_open(it, "b/x.txt", "plan");
    published(it);
    assert_int_equal(lsp_client_count(it->client, "client/registerCapability"),
                     2);
}

int main(void)
{
#define TEST(name)                                           \
    cmocka_unit_test_setup_teardown(name, lsp_folder_set_up, \
                                    lsp_folder_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(texts_that_nobody_called_plans_are_left_alone),
        TEST(the_setting_documents_names_plans),
        TEST(the_nearest_configuration_counts),
        TEST(the_editor_has_the_last_word_on_rules_only),
        TEST(wrong_settings_are_told_and_do_no_harm),
        TEST(each_folder_has_settings_of_its_own),
        TEST(folders_come_and_go),
        TEST(a_configuration_that_changes_is_read_again),
        TEST(without_watches_a_save_is_enough),
        TEST(own_rules_are_read_again),
        TEST(a_wrong_configuration_is_shown_and_the_last_one_holds),
        TEST(nothing_is_checked_by_rules_that_never_were_right),
        TEST(the_client_is_asked_to_watch_what_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
