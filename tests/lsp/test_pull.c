/* Findings for clients that ask for them. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "support/lsp_client.h"

#define URI "file:///plans/harbour.plan"
#define PULLS                                \
    "{\"textDocument\":{\"diagnostic\":{}}," \
    "\"workspace\":{\"diagnostics\":{\"refreshSupport\":true}}}"

/* Paragraph 2 stands twice, which is an error (PL103). */
#define DOUBLED                                              \
    "1\tPiers are kept clean.\n\n2\tPiers are kept dry.\n\n" \
    "2\tQuays are kept clean.\n\n3\tBoats are kept at the pier.\n"

static struct pl_json ask(struct lsp_client *client, const char *previous)
{
    return lsp_client_call(
        client, "textDocument/diagnostic",
        pl_arena_printf(client->arena,
                        "{\"textDocument\":{\"uri\":\"" URI "\"}%s%s}",
                        previous ? ",\"previousResultId\":" : "",
                        previous ? previous : ""));
}

static bool is(struct pl_json report, const char *kind)
{
    return pl_str_eq(pl_json_raw(pl_json_get(report, "kind")),
                     pl_str_from(kind));
}

static const char *id_of(struct lsp_client *client, struct pl_json report)
{
    pl_str raw = pl_json_raw(pl_json_get(report, "resultId"));
    return pl_arena_strndup(client->arena, raw.data, raw.len);
}

static void what_is_the_same_is_not_sent_again(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, PULLS);
    lsp_client_open(client, URI, (pl_str)PL_STR(DOUBLED));
    struct pl_json first = ask(client, NULL);
    assert_true(is(first, "\"full\""));
    assert_int_equal(pl_json_count(pl_json_get(first, "items")), 1);
    struct pl_json second = ask(client, id_of(client, first));
    assert_true(is(second, "\"unchanged\""));
    assert_null(pl_json_get(second, "items").item);

    lsp_client_change(client, URI, 2, /* the finding stays where it is */
                      "[{\"range\":{\"start\":{\"line\":6,\"character\":2},"
                      "\"end\":{\"line\":6,\"character\":3}},\"text\":\"C\"}]");
    assert_true(is(ask(client, id_of(client, first)), "\"unchanged\""));
    lsp_client_change(client, URI, 3,
                      "[{\"range\":{\"start\":{\"line\":0,\"character\":0},"
                      "\"end\":{\"line\":0,\"character\":0}},"
                      "\"text\":\"\\n\"}]");
    struct pl_json third = ask(client, id_of(client, first));
    assert_true(is(third, "\"full\""));
    assert_int_equal(pl_json_count(pl_json_get(third, "items")), 1);
    lsp_client_change(client, URI, 4, "[{\"text\":\"1\\tPiers are dry.\\n\"}]");
    struct pl_json fourth = ask(client, id_of(client, third));
    assert_true(is(fourth, "\"full\""));
    assert_int_equal(pl_json_count(pl_json_get(fourth, "items")), 0);
    lsp_client_stop(client);
}

static void who_asks_is_not_told_besides(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, PULLS);
    lsp_client_open(client, URI, (pl_str)PL_STR(DOUBLED));
    lsp_client_listen(client, 300);
    lsp_client_close(client, URI);
    lsp_client_listen(client, 100);
    assert_int_equal(
        lsp_client_count(client, "textDocument/publishDiagnostics"), 0);
    lsp_client_stop(client);
}

static void a_document_that_is_not_open_has_no_findings(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, PULLS);
    struct pl_json report = ask(client, NULL);
    assert_true(is(report, "\"full\""));
    assert_int_equal(pl_json_count(pl_json_get(report, "items")), 0);
    int id = lsp_client_ask(client, "textDocument/diagnostic", "{}");
    assert_int_equal(lsp_client_code(lsp_client_answer(client, id)), -32602);
    lsp_client_stop(client);
}

static void other_settings_are_a_reason_to_ask_again(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    lsp_client_initialize(client, PULLS);
    lsp_client_open(client, URI, (pl_str)PL_STR(DOUBLED));
    const char *before = id_of(client, ask(client, NULL));
    lsp_client_notify(client, "workspace/didChangeConfiguration",
                      "{\"settings\":{\"rules\":{\"PL103\":\"info\"}}}");
    lsp_client_heard(client, "workspace/diagnostic/refresh", 0);
    assert_true(is(ask(client, before), "\"full\""));
    lsp_client_stop(client);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_the_same_is_not_sent_again),
        cmocka_unit_test(who_asks_is_not_told_besides),
        cmocka_unit_test(a_document_that_is_not_open_has_no_findings),
        cmocka_unit_test(other_settings_are_a_reason_to_ask_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
