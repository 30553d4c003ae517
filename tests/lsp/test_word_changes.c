/* Word files that change while an editor shows them. */
#include "cmocka_wrap.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "support/lsp_word.h"

static void a_saved_file_is_shown_anew(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_show_harbour(it);
    lsp_client_forget(it->client);
    const char *uri = lsp_word_uri(it, "a/plan.docx");

    lsp_word_save(it, "a/plan.docx", LSP_WORD_LONGER);
    lsp_word_tell(it, "a/plan.docx", 2);
    pl_str told = lsp_word_string(
        it,
        pl_json_get(lsp_client_heard(
                        it->client, "workspace/textDocumentContent/refresh", 0),
                    "params"),
        "uri");
    assert_string_equal(told.data, uri);
    /* The editor still shows what there was. */
    assert_string_equal(lsp_word_findings(it, uri, 1), "3 PL246\n");
    lsp_word_change(it, uri, 2, lsp_word_content(it, uri));
    assert_string_equal(lsp_word_findings(it, uri, 2), "4 PL246\n");
    lsp_word_tell(it, "a/plan.docx", 2);
    lsp_client_listen(it->client, 100);
    assert_int_equal(
        lsp_client_count(it->client, "workspace/textDocumentContent/refresh"),
        1);
}

static void
a_change_that_nobody_told_of_is_seen_with_the_next_request(void **state)
{
    struct lsp_folder *it = *state;
    const char *uri = lsp_word_show_harbour(it);
    lsp_word_save(it, "a/plan.docx", LSP_WORD_LONGER);
    struct pl_json symbols =
        lsp_word_ask(it, "textDocument/documentSymbol", uri, NULL);
    assert_int_equal(pl_json_count(symbols), 1); /* of what is shown */
    lsp_client_heard(it->client, "workspace/textDocumentContent/refresh", 0);
}

/* What the text does not show may have changed, too. */
static void other_findings_of_the_same_text_are_told(void **state)
{
    static const char mended[] =
        "# Piers\n"
        "%1 Piers are kept clean by the{++ new++}{-- old--} Council.{@_Ref9}\n"
        "%1 As paragraph {=REF _Ref9 \\r \\h|1=} says, they are open.\n";
    struct lsp_folder *it = *state;
    lsp_word_show_harbour(it);
    lsp_client_forget(it->client);
    const char *uri = lsp_word_uri(it, "a/plan.docx");
    lsp_word_save(it, "a/plan.docx", mended);
    lsp_word_tell(it, "a/plan.docx", 2);
    assert_string_equal(lsp_word_findings(it, uri, 1), "");
}

static void another_text_than_that_of_the_file_has_no_findings(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_save(it, "a/plan.docx", LSP_WORD_HARBOUR);
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *uri = lsp_word_uri(it, "a/plan.docx");
    lsp_client_open(it->client, uri, pl_str_from("# Piers\n"));
    assert_string_equal(lsp_word_findings(it, uri, 1), "0 \n");
    lsp_client_heard(it->client, "workspace/textDocumentContent/refresh", 0);
    assert_int_not_equal(pl_json_kind(lsp_word_ask(
                             it, "textDocument/documentSymbol", uri, NULL)),
                         PL_JSON_ARRAY);
    lsp_client_change(it->client, uri, 2,
                      "[{\"range\":{\"start\":{\"line\":7,\"character\":9},"
                      "\"end\":{\"line\":0,\"character\":2}},"
                      "\"text\":\"the the\"}]");
    assert_string_equal(lsp_word_findings(it, uri, 2), "0 \n");
    lsp_word_change(it, uri, 3, pl_str_from(LSP_WORD_HARBOUR_TEXT));
    assert_string_equal(lsp_word_findings(it, uri, 3), "3 PL246\n");
    assert_int_equal(
        lsp_client_count(it->client, "workspace/textDocumentContent/refresh"),
        1);
}

static void a_file_that_goes_and_comes_again(void **state)
{
    struct lsp_folder *it = *state;
    const char *uri = lsp_word_show_harbour(it);
    assert_int_equal(unlink("a/plan.docx"), 0);
    lsp_word_tell(it, "a/plan.docx", 3);
    while (strcmp(lsp_word_findings(it, uri, 1), "0 \n") != 0) {
        assert_true(lsp_client_listen(it->client, 20));
    }
    lsp_folder_write("a/plan.docx", "no Word file at all");
    assert_int_equal(lsp_word_refusal(it, "workspace/textDocumentContent",
                                      lsp_word_params(it, uri)),
                     -32803);
    lsp_word_tell(it, "a/plan.docx", 1);
    lsp_word_save(it, "a/plan.docx", LSP_WORD_HARBOUR);
    lsp_word_tell(it, "a/plan.docx", 2);
    while (strcmp(lsp_word_findings(it, uri, 1), "3 PL246\n") != 0) {
        assert_true(lsp_client_listen(it->client, 20));
    }
}

static void a_file_in_motion_is_no_danger(void **state)
{
    struct lsp_folder *it = *state;
    lsp_word_save(it, "a/plan.docx", LSP_WORD_HARBOUR);
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    lsp_word_show(it, "a/plan.docx");
    const char *uri = lsp_word_uri(it, "a/plan.docx");
    int version = 2;
    for (int round = 0; round < 20; round++) {
        lsp_word_save(it, "a/plan.docx",
                      round % 2 ? LSP_WORD_HARBOUR : LSP_WORD_LONGER);
        int id = lsp_client_ask(it->client, "workspace/textDocumentContent",
                                lsp_word_params(it, uri));
        lsp_client_notify(
            it->client, "$/cancelRequest",
            pl_arena_printf(it->client->arena, "{\"id\":%d}", id));
        lsp_word_tell(it, "a/plan.docx", 2);
        (void)lsp_client_answer(it->client, id);
        lsp_word_change(
            it, uri, version++,
            pl_str_from(round % 3 ? LSP_WORD_HARBOUR_TEXT : "1 Other.\n"));
    }
    lsp_word_save(it, "a/plan.docx", LSP_WORD_LONGER);
    lsp_word_change(it, uri, version, lsp_word_content(it, uri));
    assert_string_equal(lsp_word_findings(it, uri, version), "4 PL246\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        LSP_WORD_IN_FOLDER(a_saved_file_is_shown_anew),
        LSP_WORD_IN_FOLDER(
            a_change_that_nobody_told_of_is_seen_with_the_next_request),
        LSP_WORD_IN_FOLDER(other_findings_of_the_same_text_are_told),
        LSP_WORD_IN_FOLDER(another_text_than_that_of_the_file_has_no_findings),
        LSP_WORD_IN_FOLDER(a_file_that_goes_and_comes_again),
        LSP_WORD_IN_FOLDER(a_file_in_motion_is_no_danger),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
