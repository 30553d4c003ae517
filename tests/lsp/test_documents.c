/* How documents are opened, changed and closed, and what is said of them. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/array.h"
#include "support/lsp_client.h"

#define URI "file:///plans/harbour.txt"
#define DOUBLED "1 The the harbour.\n"
#define CLEAN "1 The harbour.\n"

static int start(void **state)
{
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, NULL);
    *state = client;
    return 0;
}

static int stop(void **state)
{
    lsp_client_stop(*state);
    return 0;
}

static size_t found(struct lsp_client *client, int version)
{
    return pl_json_count(lsp_client_diagnostics(client, URI, version));
}

/* What stands at one place of a text that is opened. */
static void assert_range(struct lsp_client *client, const char *text_json,
                         const char *expected)
{
    lsp_client_sendf(client,
                     "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\","
                     "\"params\":{\"textDocument\":{\"uri\":\"" URI "\","
                     "\"version\":1,\"text\":%s}}}",
                     text_json);
    struct pl_json all = lsp_client_diagnostics(client, URI, 1);
    assert_int_equal(pl_json_count(all), 1);
    pl_str range = pl_json_raw(pl_json_get(pl_json_first(all), "range"));
    assert_string_equal(pl_arena_strndup(client->arena, range.data, range.len),
                        expected);
}

static void diagnostics_say_what_where_and_how_severe(void **state)
{
    struct lsp_client *client = *state;
    struct pl_error error;
    pl_str code;
    pl_str source;
    int64_t severity;
    lsp_client_open(client, URI, (pl_str)PL_STR(DOUBLED));
    struct pl_json first =
        pl_json_first(lsp_client_diagnostics(client, URI, 1));
    assert_true(pl_json_string(client->arena, first, "code", &code, &error));
    assert_true(
        pl_json_string(client->arena, first, "source", &source, &error));
    assert_true(pl_json_integer(pl_json_get(first, "severity"), &severity));
    assert_string_equal(code.data, "PL701");
    assert_string_equal(source.data, "planlint");
    assert_int_equal(severity, 2);
}

static void every_change_is_followed_by_its_findings(void **state)
{
    struct lsp_client *client = *state;
    lsp_client_open(client, URI, (pl_str)PL_STR(CLEAN));
    assert_int_equal(found(client, 1), 0);
    lsp_client_change(client, URI, 2,
                      "[{\"text\":\""
                      "1 The the pier."
                      "\"}]");
    assert_int_equal(found(client, 2), 1);
    lsp_client_change(client, URI, 3, "[]"); /* the text stays as it is */
    assert_int_equal(found(client, 3), 1);
    lsp_client_change(client, URI, 4, "[{\"text\":\"1 The pier.\"}]");
    assert_int_equal(found(client, 4), 0);
}

static void changes_of_one_message_count_one_after_the_other(void **state)
{
    struct lsp_client *client = *state;
    lsp_client_open(client, URI, (pl_str)PL_STR(CLEAN));
    lsp_client_change(
        client, URI, 2,
        "[{\"range\":{\"start\":{\"line\":0,\"character\":0},"
        "\"end\":{\"line\":0,\"character\":0}},\"text\":\"1 Piers\\n\"},"
        "{\"range\":{\"start\":{\"line\":1,\"character\":6},"
        "\"end\":{\"line\":1,\"character\":6}},\"text\":\"the \"}]");
    struct pl_json all = lsp_client_diagnostics(client, URI, 2);
    assert_int_equal(pl_json_count(all), 1);
}

static void versions_need_not_rise(void **state)
{
    struct lsp_client *client = *state;
    lsp_client_open(client, URI, (pl_str)PL_STR(CLEAN));
    assert_int_equal(found(client, 1), 0);
    lsp_client_change(client, URI, 9, "[{\"text\":\"1 Our our pier.\"}]");
    assert_int_equal(found(client, 9), 1);
    lsp_client_change(client, URI, 4, "[{\"text\":\"1 Our pier.\"}]");
    assert_int_equal(found(client, 4), 0);
}

static size_t published(struct lsp_client *client, size_t index)
{
    struct pl_json message =
        lsp_client_heard(client, "textDocument/publishDiagnostics", index);
    struct pl_json params = pl_json_get(message, "params");
    return pl_json_count(pl_json_get(params, "diagnostics"));
}

static void closing_takes_back_what_was_said(void **state)
{
    struct lsp_client *client = *state;
    lsp_client_open(client, URI, (pl_str)PL_STR(DOUBLED));
    assert_int_equal(published(client, 0), 1);
    lsp_client_close(client, URI);
    assert_int_equal(published(client, 1), 0);
    lsp_client_open(client, URI, (pl_str)PL_STR(DOUBLED));
    assert_int_equal(published(client, 2), 1);
}

static void opening_again_begins_anew(void **state)
{
    struct lsp_client *client = *state;
    lsp_client_open(client, URI, (pl_str)PL_STR(DOUBLED));
    assert_int_equal(published(client, 0), 1);
    lsp_client_open(client, URI, (pl_str)PL_STR(CLEAN));
    assert_int_equal(published(client, 1), 0);
}

/* Editors for other systems write colons as "%3A". */
static void a_document_has_one_name_however_it_is_written(void **state)
{
    struct lsp_client *client = *state;
    lsp_client_open(client, "file:///c%3A/har%62our.txt",
                    (pl_str)PL_STR(CLEAN));
    lsp_client_change(client, "file:///c:/harbour.txt", 2,
                      "[{\"text\":\"1 Our our pier.\"}]");
    struct pl_json all =
        lsp_client_diagnostics(client, "file:///c%3A/har%62our.txt", 2);
    assert_int_equal(pl_json_count(all), 1);
}

static void columns_count_in_utf_16_unless_agreed_otherwise(void **state)
{
    assert_range(*state, "\"1 \\ud834\\udd1e the the pier.\"",
                 "{\"start\":{\"line\":0,\"character\":5},"
                 "\"end\":{\"line\":0,\"character\":12}}");
}

/* What they stand for is found, too. */
static void halves_of_pairs_stand_for_one_character(void **state)
{
    struct lsp_client *client = *state;
    lsp_client_open(client, URI, (pl_str)PL_STR(CLEAN));
    lsp_client_change(client, URI, 2,
                      "[{\"text\":\"1 \\ud834 the the \\udd1e pier.\"}]");
    assert_int_equal(found(client, 2), 3);
    lsp_client_change(client, URI, 3,
                      "[{\"range\":{\"start\":{\"line\":0,\"character\":2},"
                      "\"end\":{\"line\":0,\"character\":3}},\"text\":\"\"}]");
    assert_int_equal(found(client, 3), 2);
}

static void lines_end_as_in_editors(void **state)
{
    assert_range(*state, "\"1 A\\r2 B\\r\\n3 C\\n4 D\\u2028 the the pier.\"",
                 "{\"start\":{\"line\":3,\"character\":5},"
                 "\"end\":{\"line\":3,\"character\":12}}");
}

static void a_text_that_cannot_be_read_says_why(void **state)
{
    assert_range(*state, "\"1 The pier.\\n2 A\\u0000B.\\n\"",
                 "{\"start\":{\"line\":1,\"character\":0},"
                 "\"end\":{\"line\":2,\"character\":0}}");
}

static void documents_without_a_file_are_checked(void **state)
{
    struct lsp_client *client = *state;
    lsp_client_open(client, "untitled:Untitled-1", (pl_str)PL_STR(DOUBLED));
    struct pl_json all =
        lsp_client_diagnostics(client, "untitled:Untitled-1", 1);
    assert_int_equal(pl_json_count(all), 1);
}

static void many_documents_are_kept_apart(void **state)
{
    struct lsp_client *client = *state;
    enum { DOCUMENTS = 50 };
    for (int i = 0; i < DOCUMENTS; i++) {
        const char *uri =
            pl_arena_printf(client->arena, "file:///plans/%d.txt", i);
        lsp_client_open(client, uri,
                        i % 2 ? (pl_str)PL_STR(DOUBLED)
                              : (pl_str)PL_STR(CLEAN));
    }
    for (int i = 0; i < DOCUMENTS; i++) {
        const char *uri =
            pl_arena_printf(client->arena, "file:///plans/%d.txt", i);
        assert_int_equal(pl_json_count(lsp_client_diagnostics(client, uri, 1)),
                         i % 2);
    }
}

#define SERVER_TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SERVER_TEST(diagnostics_say_what_where_and_how_severe),
        SERVER_TEST(every_change_is_followed_by_its_findings),
        SERVER_TEST(changes_of_one_message_count_one_after_the_other),
        SERVER_TEST(versions_need_not_rise),
        SERVER_TEST(closing_takes_back_what_was_said),
        SERVER_TEST(opening_again_begins_anew),
        SERVER_TEST(a_document_has_one_name_however_it_is_written),
        SERVER_TEST(columns_count_in_utf_16_unless_agreed_otherwise),
        SERVER_TEST(halves_of_pairs_stand_for_one_character),
        SERVER_TEST(lines_end_as_in_editors),
        SERVER_TEST(a_text_that_cannot_be_read_says_why),
        SERVER_TEST(documents_without_a_file_are_checked),
        SERVER_TEST(many_documents_are_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
