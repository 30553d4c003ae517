/* Word files that an editor shows as text. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "support/lsp_word.h"

static void the_text_of_each_state_is_given(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_save(it, "a/plan.docx", LSP_WORD_HARBOUR);
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *uri = lsp_word_uri(it, "a/plan.docx");
    assert_string_equal(lsp_word_content(it, uri).data, LSP_WORD_HARBOUR_TEXT);
    pl_str original =
        lsp_word_content(it, lsp_word_uri(it, "a/plan.docx?view=original"));
    assert_non_null(strstr(original.data, "by the old Council"));
    pl_str encoded =
        lsp_word_content(it, lsp_word_uri(it, "a/plan.docx?view%3Doriginal"));
    assert_true(pl_str_eq(original, encoded));
    pl_str markup =
        lsp_word_content(it, lsp_word_uri(it, "a/plan.docx?view=markup"));
    assert_non_null(strstr(markup.data, "{++ new++}{-- old--}"));
}

static void the_scheme_is_promised(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    struct pl_json workspace =
        pl_json_get(pl_json_get(lsp_client_initialize(client, LSP_WORD_SHOWS),
                                "capabilities"),
                    "workspace");
    struct pl_json content_options =
        pl_json_get(workspace, "textDocumentContent");
    pl_str raw = pl_json_raw(pl_json_get(content_options, "schemes"));
    assert_string_equal(pl_arena_strndup(client->arena, raw.data, raw.len),
                        "[\"planlint-word\"]");
    lsp_client_stop(client);
}

/* The file of a folder, with its one finding told. */

static void findings_are_those_of_the_file(void **state)
{
    struct lsp_folder *it = *state;
    (void)lsp_word_show_harbour(it);
    const char *original = lsp_word_show(it, "a/plan.docx?view=original");
    assert_string_equal(lsp_word_findings(it, original, 1), "3 PL246\n");
    const char *markup = lsp_word_show(it, "a/plan.docx?view=markup");
    assert_non_null(
        lsp_word_ask(it, "textDocument/documentSymbol", markup, NULL).item);
    assert_int_equal(
        lsp_client_count(it->client, "textDocument/publishDiagnostics"), 2);
}

static void who_introduced_a_finding_is_told(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_save(
        it, "a/plan.docx",
        "# Piers\nThe port of of the Union is open to{++ to++} all.\n");
    lsp_folder_initialize(it,
                          "{\"textDocument\":{\"publishDiagnostics\":"
                          "{\"relatedInformation\":true}}}",
                          NULL, NULL);
    const char *uri = lsp_word_show(it, "a/plan.docx");
    assert_string_equal(lsp_word_findings(it, uri, 1), "2 PL701\n2 PL701\n");
    struct pl_json old =
        pl_json_first(lsp_client_diagnostics(it->client, uri, 1));
    assert_null(pl_json_get(old, "relatedInformation").item);
    struct pl_json related =
        pl_json_first(pl_json_get(pl_json_next(old), "relatedInformation"));
    pl_str message = lsp_word_string(it, related, "message");
    assert_true(
        pl_str_starts(message, (pl_str)PL_STR("introduced by A. Drafter, 20")));
}

static void an_open_document_text_is_shown_as_well(void **state)
{
#define OPEN_DOCUMENT "urn:oasis:names:tc:opendocument:xmlns:"
    struct lsp_folder *it = *state;
    lsp_folder_write(
        "a/plan.fodt",
        "<?xml version=\"1.0\"?><office:document xmlns:office=\"" OPEN_DOCUMENT
        "office:1.0\" xmlns:text=\"" OPEN_DOCUMENT "text:1.0\" "
        "office:mimetype=\"application/vnd.oasis.opendocument.text\">"
        "<office:body><office:text><text:h text:outline-level=\"1\">Piers"
        "</text:h><text:p>The port of of the Union.</text:p></office:text>"
        "</office:body></office:document>");
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *uri = lsp_word_show(it, "a/plan.fodt");
    assert_string_equal(lsp_word_findings(it, uri, 1), "2 PL701\n");
}

static void findings_can_be_asked_for(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_save(it, "a/plan.docx", LSP_WORD_HARBOUR);
    lsp_folder_initialize(it, "{\"textDocument\":{\"diagnostic\":{}}}", NULL,
                          NULL);
    const char *uri = lsp_word_show(it, "a/plan.docx");
    struct pl_json report =
        lsp_word_ask(it, "textDocument/diagnostic", uri, NULL);
    assert_int_equal(pl_json_count(pl_json_get(report, "items")), 1);
}

static void one_file_is_one_document_however_it_is_written(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_save(it, "a/pl#n ?view=original%.docx", LSP_WORD_HARBOUR);
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *uri = lsp_word_show(it, "a/pl%23n%20%3Fview=original%25.docx");
    assert_string_equal(lsp_word_findings(it, uri, 1), "3 PL246\n");
    const char *other =
        pl_arena_printf(it->client->arena,
                        "PLANLINT-WORD://%s/a/pl%%23n %%3fview%%3Doriginal"
                        "%%25.docx?view%%3dfinal",
                        it->path);
    struct pl_json symbols =
        lsp_word_ask(it, "textDocument/documentSymbol", other, NULL);
    assert_int_equal(pl_json_count(symbols), 1);
    assert_int_equal(
        pl_json_kind(lsp_word_ask(
            it, "textDocument/documentSymbol",
            lsp_word_uri(it, "a/pl%23n%20?view=original%25.docx"), NULL)),
        PL_JSON_NULL);
}

static void line_ends_of_the_editor_do_not_count(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_save(it, "a/plan.docx", LSP_WORD_HARBOUR);
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *uri = lsp_word_uri(it, "a/plan.docx");
    lsp_client_open(it->client, uri,
                    (pl_str)PL_STR("# Piers\r\n\r\n1.\tPiers are kept clean by "
                                   "the new Council.\r\n2.\tAs paragraph 1 "
                                   "says, they are open."));
    assert_string_equal(lsp_word_findings(it, uri, 1), "3 PL246\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scheme_is_promised),
        LSP_WORD_IN_FOLDER(the_text_of_each_state_is_given),
        LSP_WORD_IN_FOLDER(findings_are_those_of_the_file),
        LSP_WORD_IN_FOLDER(who_introduced_a_finding_is_told),
        LSP_WORD_IN_FOLDER(an_open_document_text_is_shown_as_well),
        LSP_WORD_IN_FOLDER(findings_can_be_asked_for),
        LSP_WORD_IN_FOLDER(one_file_is_one_document_however_it_is_written),
        LSP_WORD_IN_FOLDER(line_ends_of_the_editor_do_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
