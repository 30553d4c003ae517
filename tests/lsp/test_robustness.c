/* What a server meets from real editors and broken ones, row by row; the other
 * columns are what servers of others did with the same input. */
#include "cmocka_wrap.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "support/lsp_client.h"

#define URI "file:///plans/harbour.txt"
#define HOVER                                                           \
    "{\"textDocument\":{\"uri\":\"" URI "\"},\"position\":{\"line\":0," \
    "\"character\":0}}"

static void send_text(struct lsp_client *client, const char *bytes)
{
    lsp_client_send_bytes(client, pl_str_from(bytes));
}

static const char *codes(struct lsp_client *client, int first, int second)
{
    return pl_arena_printf(client->arena, "%" PRId64 ", %" PRId64,
                           lsp_client_code(lsp_client_answer(client, first)),
                           lsp_client_code(lsp_client_answer(client, second)));
}

/* Whether the server still answers. */
static const char *goes_on(struct lsp_client *client)
{
    struct pl_json result =
        lsp_client_call(client, "textDocument/hover", HOVER);
    return result.item ? "goes on" : "error";
}

/* The first message whose id is null. */
static struct pl_json answer_to_nobody(struct lsp_client *client)
{
    for (int64_t until = lsp_client_now() + 10000; lsp_client_now() < until;) {
        for (size_t i = 0; i < client->heard.len; i++) {
            struct pl_json id = pl_json_get(client->heard.items[i], "id");
            if (pl_json_kind(id) == PL_JSON_NULL) {
                return client->heard.items[i];
            }
        }
        lsp_client_listen(client, 10);
    }
    return (struct pl_json){0};
}

static const char *wrong_then_on(struct lsp_client *client)
{
    int64_t code = lsp_client_code(answer_to_nobody(client));
    return pl_arena_printf(client->arena, "%" PRId64 ", %s", code,
                           goes_on(client));
}

static const char *unknown_requests(struct lsp_client *client)
{
    return codes(client, lsp_client_ask(client, "harbour/dredge", "{}"),
                 lsp_client_ask(client, "$/dredge", "{}"));
}

static const char *unknown_notification(struct lsp_client *client)
{
    lsp_client_notify(client, "harbour/dredged", "{}");
    lsp_client_notify(client, "$/dredged", NULL);
    return goes_on(client);
}

static const char *second_initialize(struct lsp_client *client)
{
    int id = lsp_client_ask(client, "initialize", "{\"capabilities\":{}}");
    int64_t code = lsp_client_code(lsp_client_answer(client, id));
    return pl_arena_printf(client->arena, "%" PRId64, code);
}

static const char *request_after_shutdown(struct lsp_client *client)
{
    lsp_client_call(client, "shutdown", NULL);
    int id = lsp_client_ask(client, "textDocument/hover", HOVER);
    int64_t code = lsp_client_code(lsp_client_answer(client, id));
    return pl_arena_printf(client->arena, "%" PRId64, code);
}

static const char *malformed(struct lsp_client *client)
{
    lsp_client_send(client, "{\"jsonrpc\":\"2.0\",\"id\":9,");
    return wrong_then_on(client);
}

static const char *invalid_utf8(struct lsp_client *client)
{
    lsp_client_send(client,
                    "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\","
                    "\"params\":{\"textDocument\":{\"uri\":\"file:///a\","
                    "\"version\":1,\"text\":\"1 A \xff\xc3( b\"}}}");
    lsp_client_diagnostics(client, "file:///a", 1);
    return goes_on(client);
}

/* A request to hover with the id "framed", behind the header of its length. */
static const char *framed(struct lsp_client *client, const char *header,
                          const char *end)
{
    static const char body[] = "{\"jsonrpc\":\"2.0\",\"id\":\"framed\","
                               "\"method\":\"textDocument/hover\","
                               "\"params\":" HOVER "}";
    lsp_client_send_bytes(
        client, pl_str_from(pl_arena_printf(client->arena, "%s%zu%s%s", header,
                                            sizeof(body) - 1, end, body)));
    for (int64_t until = lsp_client_now() + 10000; lsp_client_now() < until;) {
        for (size_t i = 0; i < client->heard.len; i++) {
            pl_str id = pl_json_raw(pl_json_get(client->heard.items[i], "id"));
            if (pl_str_eq(id, (pl_str)PL_STR("\"framed\""))) {
                return goes_on(client);
            }
        }
        lsp_client_listen(client, 10);
    }
    return "no answer";
}

static const char *lower_case_header(struct lsp_client *client)
{
    return framed(client, "content-length:", "\r\n\r\n");
}

static const char *content_type_first(struct lsp_client *client)
{
    return framed(client,
                  "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n"
                  "Content-Length: ",
                  "\r\n\r\n");
}

static const char *line_feeds_alone(struct lsp_client *client)
{
    return framed(client, "Content-Length: ", "\n\n");
}

static const char *garbage(struct lsp_client *client)
{
    send_text(client, "harbour master calling\r\n\r\n");
    send_text(client, "Content-Length: abc\r\n\r\n{\"id\":1}");
    send_text(client, "Content-Length: 0\r\n\r\n");
    return framed(client, "Content-Length: ", "\r\n\r\n");
}

static const char *negative_length(struct lsp_client *client)
{
    send_text(client, "Content-Length: -5\r\n\r\n{}");
    return framed(client, "Content-Length: ", "\r\n\r\n");
}

static long pages_of(pid_t process)
{
    char path[64];
    long total = 0;
    long resident = 0;
    snprintf(path, sizeof(path), "/proc/%d/statm", (int)process);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%ld %ld", &total, &resident), 2);
    fclose(file);
    return resident;
}

static const char *huge_length(struct lsp_client *client)
{
    goes_on(client);
    long before = pages_of(client->process);
    send_text(client, "Content-Length: 99999999999999\r\n\r\n{}");
    const char *answer = framed(client, "Content-Length: ", "\r\n\r\n");
    long grown = pages_of(client->process) - before;
    return grown < 256 ? answer : "grows";
}

static const char *byte_by_byte(struct lsp_client *client)
{
    static const char bytes[] =
        "Content-Length: 44\r\n\r\n"
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"shutdown\"}";
    for (size_t i = 0; i + 1 < sizeof(bytes); i++) {
        lsp_client_send_bytes(client, (pl_str){bytes + i, 1});
        usleep(200);
    }
    struct pl_json answer = lsp_client_answer(client, 0);
    lsp_client_send(client, "{\"jsonrpc\":\"2.0\",\"id\":null,"
                            "\"method\":\"shutdown\"}");
    lsp_client_send(client, "{\"jsonrpc\":\"2.0\",\"id\":9007199254740993,"
                            "\"method\":\"shutdown\"}");
    int64_t nobody = lsp_client_code(answer_to_nobody(client));
    lsp_client_listen(client, 200);
    pl_str last = pl_json_raw(
        pl_json_get(client->heard.items[client->heard.len - 1], "id"));
    return pl_arena_printf(client->arena, "%s, %" PRId64 ", %.*s",
                           pl_json_get(answer, "result").item ? "0" : "?",
                           nobody, PL_STR_ARG(last));
}

static const char *batch(struct lsp_client *client)
{
    lsp_client_send(client, "[{\"jsonrpc\":\"2.0\",\"id\":1,"
                            "\"method\":\"shutdown\"}]");
    return wrong_then_on(client);
}

static const char *scalar(struct lsp_client *client)
{
    lsp_client_send(client, "42");
    return wrong_then_on(client);
}

static const char *no_version(struct lsp_client *client)
{
    lsp_client_send(client, "{\"id\":7,\"method\":\"shutdown\"}");
    return lsp_client_code(lsp_client_answer(client, 7)) == 0 ? "answered"
                                                              : "error";
}

static const char *nested(struct lsp_client *client)
{
    enum { DEPTH = 100000 };
    struct pl_buf body = pl_buf_in(client->arena);
    pl_buf_add_text(&body, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\","
                           "\"params\":");
    pl_buf_add_repeated(&body, '[', DEPTH);
    pl_buf_add_repeated(&body, ']', DEPTH);
    pl_buf_add_text(&body, "}");
    pl_buf_add_char(&body, '\0');
    lsp_client_send(client, body.data);
    return wrong_then_on(client);
}

static const char *wrong_params(struct lsp_client *client)
{
    int missing = lsp_client_ask(client, "textDocument/hover", NULL);
    int number = lsp_client_ask(client, "textDocument/hover", "7");
    const char *first = codes(client, missing, number);
    int document =
        lsp_client_ask(client, "textDocument/hover", "{\"textDocument\":[]}");
    int uri = lsp_client_ask(client, "textDocument/hover",
                             "{\"textDocument\":{\"uri\":3}}");
    const char *second = codes(client, document, uri);
    return pl_arena_printf(client->arena, "%s, %s", first, second);
}

static const char *odd_changes(struct lsp_client *client)
{
    static const char *const changes[] = {
        "[{\"range\":{\"start\":{\"line\":900,\"character\":900},"
        "\"end\":{\"line\":4294967295,\"character\":0}},\"text\":\"x\"}]",
        "[{\"range\":{\"start\":{\"line\":1,\"character\":3},"
        "\"end\":{\"line\":0,\"character\":1}},\"text\":\"y\"}]",
        "[{\"range\":{\"start\":{\"line\":-1,\"character\":-7},"
        "\"end\":{\"line\":0,\"character\":1e99}},\"text\":\"z\"}]",
        "[{\"range\":{\"start\":7},\"text\":\"x\"}]",
        "[{\"range\":null,\"text\":\"1 All new.\\n\"}]",
        "[{}]",
        "[7]",
        "{}",
        "[]",
        "null",
    };
    lsp_client_change(client, "file:///not/open", 1, "[{\"text\":\"\"}]");
    for (size_t i = 0; i < PL_COUNT(changes); i++) {
        lsp_client_change(client, URI, (int)i + 2, changes[i]);
    }
    lsp_client_notify(client, "textDocument/didChange", "[]");
    lsp_client_notify(client, "textDocument/didOpen", "{}");
    lsp_client_notify(client, "textDocument/didClose", "\"\"");
    lsp_client_notify(client, "$/cancelRequest", "{\"id\":12345}");
    lsp_client_notify(client, "$/cancelRequest", NULL);
    return goes_on(client);
}

static const char *within(struct lsp_client *client, int64_t start,
                          int64_t limit)
{
    int64_t taken = lsp_client_now() - start;
    return taken <= limit * LSP_CLIENT_SLOWNESS
               ? "in time"
               : pl_arena_printf(client->arena, "%" PRId64 " ms", taken);
}

static const char *large_document(struct lsp_client *client)
{
    pl_str text = lsp_client_plan(client, 15000000);
    int64_t start = lsp_client_now();
    lsp_client_open(client, URI, text);
    if (strcmp(goes_on(client), "goes on") != 0) {
        return "error";
    }
    return within(client, start, 10000);
}

static const char *burst(struct lsp_client *client)
{
    enum { CHANGES = 500 };
    static const char published[] = "textDocument/publishDiagnostics";
    lsp_client_open(client, URI, lsp_client_plan(client, 40000));
    lsp_client_diagnostics(client, URI, 1);
    size_t before = lsp_client_count(client, published);
    int64_t start = lsp_client_now();
    for (int i = 2; i < CHANGES + 2; i++) {
        lsp_client_change(client, URI, i,
                          "[{\"range\":{\"start\":{\"line\":3,\"character\":9},"
                          "\"end\":{\"line\":3,\"character\":9}},"
                          "\"text\":\"x\"}]");
    }
    goes_on(client);
    const char *time = within(client, start, 1000);
    lsp_client_diagnostics(client, URI, CHANGES + 1);
    printf("    500 changes and an answer: %" PRId64 " ms, %zu published\n",
           lsp_client_now() - start,
           lsp_client_count(client, published) - before);
    return time;
}

struct row {
    const char *input;
    const char *expected;
    const char *(*observe)(struct lsp_client *client);
    const char *others[4]; /* clangd 14 and 22; servers built on
                              vscode-languageserver-node; pylsp; efm */
};

static const struct row rows[] = {
    {"unknown requests",
     "-32601, -32601",
     unknown_requests,
     {"ok", "ok", "ok", "ok"}},
    {"unknown notification",
     "goes on",
     unknown_notification,
     {"ok", "ok", "ok", "ok"}},
    {"second initialize",
     "-32600",
     second_initialize,
     {"ok", "answers again", "answers again", "answers again"}},
    {"request after shutdown",
     "-32600",
     request_after_shutdown,
     {"-32602", "answers", "-32601", "dies"}},
    {"malformed JSON",
     "-32700, goes on",
     malformed,
     {"no reply", "no reply", "no reply", "dies"}},
    {"invalid UTF-8", "goes on", invalid_utf8, {"ok", "ok", "ok", "ok"}},
    {"lower-case header, no space",
     "goes on",
     lower_case_header,
     {"hangs", "ok", "hangs", "dies"}},
    {"Content-Type first",
     "goes on",
     content_type_first,
     {"ok", "ok", "hangs", "ok"}},
    {"header ends in LF",
     "goes on",
     line_feeds_alone,
     {"ok", "hangs", "ok", "hangs"}},
    {"garbage, length abc, length 0",
     "goes on",
     garbage,
     {"ok", "ok", "hangs", "dies"}},
    {"length -5", "goes on", negative_length, {"ok", "hangs", "ok", "dies"}},
    {"length 99999999999999",
     "goes on",
     huge_length,
     {"ok, 73-82 MB", "waits", "stuck", "dies"}},
    {"byte by byte; ids 0, null, 2^53+1",
     "0, -32600, 9007199254740993",
     byte_by_byte,
     {"ok", "ok", "ok", "ok"}},
    {"batch", "-32600, goes on", batch, {"ends", "ok", "ok", "dies"}},
    {"a number as message",
     "-32600, goes on",
     scalar,
     {"ends", "ok", "stuck", "dies"}},
    {"no \"jsonrpc\"", "answered", no_version, {"ends", "ok", "ok", "ok"}},
    {"100,000 nested arrays",
     "-32700, goes on",
     nested,
     {"SIGSEGV", "ok", "ok", "dies"}},
    {"missing or wrong params",
     "-32602, -32602, -32602, -32602",
     wrong_params,
     {"ok", "result", "ok", "code 0"}},
    {"odd changes, unknown ids",
     "goes on",
     odd_changes,
     {"ok", "ok", "ok", "ok"}},
    {"15 MB, then a request",
     "in time",
     large_document,
     {"0.9-1.1 s", "0.2-0.7 s", "0.4 s", "1.5 s"}},
    {"500 changes, then a request",
     "in time",
     burst,
     {"0.4 s", "0.1-0.8 s", "0.5 s", "0.5 s"}},
};

static void print_row(const char *input, const char *expected,
                      const char *observed, const char *const others[4])
{
    printf("%-34s %-30s %-30s %-14s %-14s %-14s %s\n", input, expected,
           observed, others[0], others[1], others[2], others[3]);
}

static void the_server_stands_what_others_fall_over(void **state)
{
    (void)state;
    static const char *const others[] = {"clangd", "vscode-*", "pylsp", "efm"};
    bool all_right = true;
    print_row("input", "expected", "planlint", others);
    for (size_t i = 0; i < PL_COUNT(rows); i++) {
        struct lsp_client *client = lsp_client_start();
        lsp_client_initialize(client, NULL);
        lsp_client_open(client, URI, lsp_client_plan(client, 200));
        client->is_deaf = true;
        const char *observed = rows[i].observe(client);
        print_row(rows[i].input, rows[i].expected, observed, rows[i].others);
        all_right &= strcmp(observed, rows[i].expected) == 0;
        lsp_client_end(client);
    }
    assert_true(all_right);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_server_stands_what_others_fall_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
