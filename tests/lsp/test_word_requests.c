/* What an editor can ask about a Word file that it shows. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "support/lsp_word.h"

#define IN_REFERENCE "\"position\":{\"line\":3,\"character\":17}"
#define IN_PIERS "\"position\":{\"line\":2,\"character\":4}"

static void assert_leads_to_line(struct pl_json location, const char *uri,
                                 int64_t line)
{
    struct pl_json start = pl_json_get(pl_json_get(location, "range"), "start");
    int64_t found = -1;
    (void)pl_json_integer(pl_json_get(start, "line"), &found);
    assert_int_equal(found, line);
    pl_str raw = pl_json_raw(pl_json_get(location, "uri"));
    assert_int_equal(raw.len, strlen(uri) + 2);
    assert_memory_equal(raw.data + 1, uri, strlen(uri));
}

static void what_is_read_can_be_walked_through(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_save(it, "a/plan.docx",
                  LSP_WORD_HARBOUR "%1 See https://piers.example/all.\n");
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *uri = lsp_word_show(it, "a/plan.docx");

    struct pl_json symbols =
        lsp_word_ask(it, "textDocument/documentSymbol", uri, NULL);
    assert_true(pl_str_eq(lsp_word_string(it, pl_json_first(symbols), "name"),
                          (pl_str)PL_STR("Piers")));
    assert_leads_to_line(pl_json_first(lsp_word_ask(
                             it, "textDocument/definition", uri, IN_REFERENCE)),
                         uri, 2);
    struct pl_json uses =
        lsp_word_ask(it, "textDocument/references", uri,
                     "\"position\":{\"line\":2,\"character\":0},"
                     "\"context\":{\"includeDeclaration\":false}");
    assert_int_equal(pl_json_count(uses), 1);
    assert_leads_to_line(pl_json_first(uses), uri, 3);
    assert_non_null(
        lsp_word_ask(it, "textDocument/hover", uri, IN_REFERENCE).item);
    assert_int_not_equal(
        pl_json_count(lsp_word_ask(it, "textDocument/foldingRange", uri, NULL)),
        0);
    assert_int_equal(
        pl_json_count(lsp_word_ask(it, "textDocument/documentLink", uri, NULL)),
        1);
    assert_int_equal(pl_json_count(lsp_word_ask(
                         it, "textDocument/selectionRange", uri,
                         "\"positions\":[{\"line\":1,\"character\":4}]")),
                     1);
    struct pl_json tokens =
        lsp_word_ask(it, "textDocument/semanticTokens/full", uri, NULL);
    assert_int_not_equal(pl_json_count(pl_json_get(tokens, "data")), 0);
    assert_int_equal(
        pl_json_kind(lsp_word_ask(it, "textDocument/codeLens", uri, NULL)),
        PL_JSON_ARRAY);
    struct pl_json found =
        lsp_client_call(it->client, "workspace/symbol", "{\"query\":\"pie\"}");
    assert_leads_to_line(pl_json_get(pl_json_first(found), "location"), uri, 0);
}

static void nothing_is_offered_that_edits(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_save(it, "a/plan.docx", LSP_WORD_HARBOUR "%1 The the port.\n");
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *uri = lsp_word_show(it, "a/plan.docx");
    assert_non_null(strstr(lsp_word_findings(it, uri, 1), "4 PL701\n"));
    assert_int_equal(pl_json_count(lsp_word_ask(
                         it, "textDocument/codeAction", uri,
                         "\"range\":{\"start\":{\"line\":4,\"character\":4},"
                         "\"end\":{\"line\":4,\"character\":5}},"
                         "\"context\":{\"diagnostics\":[]}")),
                     0);
    struct pl_json completed =
        lsp_word_ask(it, "textDocument/completion", uri, IN_REFERENCE);
    assert_int_not_equal(pl_json_kind(completed), PL_JSON_OBJECT);
    struct pl_arena *arena = it->client->arena;
    const char *document =
        pl_arena_printf(arena, "{\"textDocument\":{\"uri\":\"%s\"},", uri);
    enum { FAILED = -32803 };
    assert_int_equal(
        lsp_word_refusal(it, "textDocument/formatting",
                         pl_arena_printf(arena, "%s\"options\":{}}", document)),
        FAILED);
    assert_int_equal(
        lsp_word_refusal(it, "textDocument/rename",
                         pl_arena_printf(arena,
                                         "%s" IN_PIERS ",\"newName\":\"4\"}",
                                         document)),
        FAILED);
    assert_int_equal(
        lsp_word_refusal(it, "textDocument/prepareRename",
                         pl_arena_printf(arena, "%s" IN_PIERS "}", document)),
        FAILED);
}

/* Edits of the configuration are. */
static void an_acronym_can_be_made_known(void **state)
{
#define SENTENCE                                                          \
    "Each of the members takes part in the work of the study groups and " \
    "sends its views to the chair in good time before the meeting begins. "
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{}");
    lsp_word_save(
        it, "a/plan.docx",
        "# Piers\n1 " SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE
        "\n2 The Regional Ocean Monitoring Board (ROMB) decides. It works "
        "with GTSN. Others take part in GTSN, and GTSN pays.\n");
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *uri = lsp_word_show(it, "a/plan.docx");
    assert_non_null(strstr(lsp_word_findings(it, uri, 1), "3 PL401\n"));
    struct pl_json actions =
        lsp_word_ask(it, "textDocument/codeAction", uri,
                     "\"range\":{\"start\":{\"line\":3,\"character\":0},"
                     "\"end\":{\"line\":3,\"character\":100}},"
                     "\"context\":{\"diagnostics\":[]}");
    pl_str raw = pl_json_raw(actions);
    assert_int_equal(pl_json_count(actions), 1);
    assert_int_not_equal(pl_str_find(raw, pl_str_from("planlint.json\""), 0),
                         PL_NOWHERE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LSP_WORD_IN_FOLDER(what_is_read_can_be_walked_through),
        LSP_WORD_IN_FOLDER(nothing_is_offered_that_edits),
        LSP_WORD_IN_FOLDER(an_acronym_can_be_made_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
