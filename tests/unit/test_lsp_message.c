/* Messages of JSON-RPC, right ones and those that clients send. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "lsp/message.h"
#include "lsp/uri.h"

static struct pl_lsp_message *read_text(const char *text)
{
    return pl_lsp_message_read(pl_str_from(text));
}

static void assert_wrong(const char *text, int code, const char *id)
{
    struct pl_lsp_message *message = read_text(text);
    assert_int_equal(message->kind, PL_LSP_MESSAGE_WRONG);
    assert_int_equal(message->code, code);
    assert_true(pl_str_eq(message->id, pl_str_from(id)));
    assert_true(message->what[0] != '\0');
    pl_lsp_message_free(message);
}

static void assert_id(const char *text, const char *id)
{
    struct pl_lsp_message *message = read_text(text);
    assert_int_equal(message->kind, PL_LSP_MESSAGE_REQUEST);
    assert_true(pl_str_eq(message->id, pl_str_from(id)));
    pl_lsp_message_free(message);
}

/* The string at params. */
static void assert_params(const char *text, const char *expected, size_t len)
{
    struct pl_lsp_message *message = read_text(text);
    struct pl_error error;
    pl_str found;
    assert_int_equal(message->kind, PL_LSP_MESSAGE_NOTIFICATION);
    assert_true(
        pl_json_as_string(message->arena, message->params, &found, &error));
    assert_int_equal(found.len, len);
    assert_memory_equal(found.data, expected, len);
    pl_lsp_message_free(message);
}

static void no_digit_of_an_id_is_lost(void **state)
{
    (void)state;
    assert_id("{\"id\":9007199254740993,\"method\":\"x\"}", "9007199254740993");
    assert_id("{\"id\": \"a\\u0020b\" ,\"method\":\"x\"}", "\"a\\u0020b\"");
    assert_id("{\"method\":\"x\",\"id\":0}", "0");
    assert_id("{\"method\":\"x\",\"id\":null}", "null");
}

static void what_is_no_request_is_told_so(void **state)
{
    (void)state;
    assert_wrong("", -32700, "");
    assert_wrong("{\"id\":1", -32700, "");
    assert_wrong("{} {}", -32700, "");
    assert_wrong("[]", -32600, "");
    assert_wrong("7", -32600, "");
    assert_wrong("{}", -32600, "");
    assert_wrong("{\"id\":1}", -32600, "1");
    assert_wrong("{\"id\":1,\"method\":7}", -32600, "1");
    assert_wrong("{\"id\":[1],\"method\":\"x\"}", -32600, "");
    assert_wrong("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"x\"}", -32600,
                 "1");
}

static void answers_are_known_by_what_they_have(void **state)
{
    (void)state;
    struct pl_lsp_message *message = read_text("{\"id\":3,\"result\":null}");
    assert_int_equal(message->kind, PL_LSP_MESSAGE_RESPONSE);
    assert_int_equal(pl_json_kind(message->result), PL_JSON_NULL);
    pl_lsp_message_free(message);
    message = read_text("{\"id\":3,\"error\":{\"code\":1,\"message\":\"\"}}");
    assert_int_equal(message->kind, PL_LSP_MESSAGE_RESPONSE);
    assert_int_equal(pl_json_kind(message->result), PL_JSON_NOTHING);
    pl_lsp_message_free(message);
}

static void texts_are_repaired_before_they_are_read(void **state)
{
    (void)state;
    assert_params("{\"method\":\"x\",\"params\":\"a\\ud800b\"}",
                  "a\xEF\xBF\xBD"
                  "b",
                  5);
    assert_params("{\"method\":\"x\",\"params\":\"\\udc00\\ud800\"}",
                  "\xEF\xBF\xBD\xEF\xBF\xBD", 6);
    assert_params("{\"method\":\"x\",\"params\":\"\\ud834\\udd1e\"}",
                  "\xF0\x9D\x84\x9E", 4);
    assert_params("{\"method\":\"x\",\"params\":\"\\\\ud800\"}", "\\ud800", 6);
    assert_params("{\"method\":\"x\",\"params\":\"a\xFF\xC3\"}",
                  "a\xEF\xBF\xBD\xEF\xBF\xBD", 7);
    assert_params("{\"method\":\"x\",\"params\":\"a\\u0000b\"}", "a\0b", 3);
    assert_params("\xEF\xBB\xBF{\"method\":\"x\",\"params\":\"\"}", "", 0);
    assert_params("{\"method\":\"x\",\"params\":\"1\",\"params\":\"2\"}", "1",
                  1);
}

static void assert_path(const char *uri, const char *expected)
{
    struct pl_arena *arena = pl_arena_new();
    const char *path = pl_lsp_uri_path(arena, pl_str_from(uri));
    if (expected) {
        assert_non_null(path);
        assert_string_equal(path, expected);
    } else {
        assert_null(path);
    }
    pl_arena_free(arena);
}

static void uris_of_files_are_paths(void **state)
{
    (void)state;
    assert_path("file:///a/b.txt", "/a/b.txt");
    assert_path("file:///a%20b%C3%A9", "/a b\xC3\xA9");
    assert_path("FILE://localhost/a", "/a");
    assert_path("file:/a", "/a");
    assert_path("file:///100%", "/100%");
    assert_path("file:///a%00b", "/a%00b");
    assert_path("untitled:Untitled-1", NULL);
    assert_path("file://", NULL);
    assert_path("", NULL);
    struct pl_arena *arena = pl_arena_new();
    const char *uri = pl_lsp_uri_from_path(arena, "/a b/c:\xC3\xA9.txt");
    assert_string_equal(uri, "file:///a%20b/c%3A%C3%A9.txt");
    assert_path(uri, "/a b/c:\xC3\xA9.txt");
    pl_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_digit_of_an_id_is_lost),
        cmocka_unit_test(what_is_no_request_is_told_so),
        cmocka_unit_test(answers_are_known_by_what_they_have),
        cmocka_unit_test(texts_are_repaired_before_they_are_read),
        cmocka_unit_test(uris_of_files_are_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
