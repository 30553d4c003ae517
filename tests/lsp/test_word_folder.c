/* Word files of a folder, and what its configuration says of them. */
#include "cmocka_wrap.h"

#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "support/lsp_word.h"
#include "text/word/sample/sample.h"

static void what_is_no_word_file_is_refused(void **state)
{
    enum { WRONG = -32602, FAILED = -32803 };
    struct lsp_folder *it = *state;
    struct pl_arena *arena = it->client->arena;
    pl_str whole = pl_word_sample(arena, pl_str_from(LSP_WORD_HARBOUR));
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    lsp_folder_write("a/text.docx", "1 Piers are kept clean.\n");
    lsp_folder_write("a/old.docx",
                     "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on");
    lsp_word_write("a/cut.docx", pl_str_slice(whole, 0, whole.len / 2));
    lsp_folder_write("a/empty.docx", "");
    assert_int_equal(mkfifo("a/pipe.docx", 0600), 0);
    const struct {
        const char *uri;
        int code;
    } cases[] = {
        {lsp_word_uri(it, "a/text.docx"), FAILED},
        {lsp_word_uri(it, "a/old.docx"), FAILED},
        {lsp_word_uri(it, "a/cut.docx"), FAILED},
        {lsp_word_uri(it, "a/empty.docx"), FAILED},
        {lsp_word_uri(it, "a/pipe.docx"), FAILED},
        {lsp_word_uri(it, "a/none.docx"), FAILED},
        {lsp_word_uri(it, "a"), FAILED},
        {lsp_word_uri(it, "a/%FF.docx"), FAILED},
        {lsp_word_uri(it, "a/cut.docx%00.txt"), WRONG},
        {lsp_word_uri(it, "a/cut.docx?view=draft"), WRONG},
        {lsp_word_uri(it, "a/cut.docx?state=final"), WRONG},
        {"planlint-word:a/cut.docx", WRONG},
        {"planlint-word:", WRONG},
        {"planlint-word://host/a/cut.docx", WRONG},
        {"planlint-word:////a/cut.docx", WRONG},
        {lsp_folder_uri(it, "a/cut.docx"), WRONG},
        {"planlint-words:/a/cut.docx", WRONG},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *params = lsp_word_params(it, cases[i].uri);
        assert_int_equal(
            lsp_word_refusal(it, "workspace/textDocumentContent", params),
            cases[i].code);
        lsp_client_open(it->client, cases[i].uri, pl_str_from("1\tA a.\n"));
        lsp_client_close(it->client, cases[i].uri);
    }
    assert_int_equal(
        lsp_word_refusal(it, "workspace/textDocumentContent", "{}"), WRONG);
    assert_int_equal(
        lsp_word_refusal(it, "workspace/textDocumentContent", NULL), WRONG);
}

static void configurations_count_as_for_other_files(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{\"exclude\":[\"a/out.docx\"]}");
    lsp_word_save(it, "a/out.docx", LSP_WORD_HARBOUR);
    lsp_word_save(it, "a/plan.docx", LSP_WORD_HARBOUR);
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *out = lsp_word_show(it, "a/out.docx");
    assert_int_equal(pl_json_count(lsp_word_ask(
                         it, "textDocument/documentSymbol", out, NULL)),
                     1);
    const char *uri = lsp_word_show(it, "a/plan.docx");
    assert_string_equal(lsp_word_findings(it, uri, 1), "3 PL246\n");
    assert_int_equal(
        lsp_client_count(it->client, "textDocument/publishDiagnostics"), 1);
    lsp_client_forget(it->client);
    uri = lsp_word_uri(it, "a/plan.docx");
    lsp_folder_write("planlint.json", "{\"rules\":{\"PL246\":\"off\"}}");
    lsp_word_tell(it, "planlint.json", 2);
    assert_string_equal(lsp_word_findings(it, uri, 1), "");
    assert_string_equal(
        lsp_word_findings(it, lsp_word_uri(it, "a/out.docx"), 1), "");
}

/* Rules change while the editor still shows what there was. */
static void new_rules_meet_an_old_text(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{}");
    lsp_word_show_harbour(it);
    lsp_word_save(it, "a/plan.docx", LSP_WORD_LONGER);
    for (int i = 0; i < 3; i++) {
        lsp_folder_write("planlint.json", i % 2 ? "{}" : "{\"rules\":{}}");
        lsp_word_tell(it, "planlint.json", 2);
    }
    lsp_client_forget(it->client);
    const char *uri = lsp_word_uri(it, "a/plan.docx");
    lsp_word_change(it, uri, 2, lsp_word_content(it, uri));
    assert_string_equal(lsp_word_findings(it, uri, 2), "4 PL246\n");
}

/* "PATH COUNT" lines. */
static const char *reported(struct lsp_folder *it)
{
    struct pl_buf out = pl_buf_in(it->client->arena);
    struct pl_json result = lsp_client_call(it->client, "workspace/diagnostic",
                                            "{\"previousResultIds\":[]}");
    for (struct pl_json report = pl_json_first(pl_json_get(result, "items"));
         report.item; report = pl_json_next(report)) {
        const char *uri = lsp_word_string(it, report, "uri").data;
        pl_buf_addf(&out, "%.5s %s %zu\n", uri, strrchr(uri, '/') + 1,
                    pl_json_count(pl_json_get(report, "items")));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static void write_folder(struct lsp_folder *it)
{
    lsp_folder_write("planlint.json", "{}");
    lsp_folder_write("a/notes.txt", DOUBLED);
    lsp_word_save(it, "a/plan b.docx", LSP_WORD_HARBOUR);
    lsp_folder_write("a/~$plan b.docx", "A. Drafter");
}

static void word_files_of_the_folder_are_reported(void **state)
{
    struct lsp_folder *it = *state;
    write_folder(it);
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    assert_string_equal(
        reported(it), "file: notes.txt 1\nplanl plan%20b.docx?view=final 1\n");
    const char *uri = lsp_word_uri(it, "a/plan%20b.docx");
    lsp_client_open(it->client, uri, lsp_word_content(it, uri));
    assert_string_equal(reported(it), "file: notes.txt 1\n");
    lsp_client_close(it->client, uri);
    lsp_word_save(it, "a/plan b.docx", "# Piers\n%1 Piers are kept clean.\n");
    assert_string_equal(
        reported(it), "file: notes.txt 1\nplanl plan%20b.docx?view=final 0\n");
}

static void who_cannot_show_word_files_hears_nothing_of_them(void **state)
{
    struct lsp_folder *it = *state;
    write_folder(it);
    lsp_folder_write("planlint.json", "{\"include\":[\"a/**\"]}");
    lsp_folder_initialize(it, NULL, NULL, NULL);
    const char *told = reported(it);
    assert_null(strstr(told, "planl plan%20b.docx"));
    assert_null(strstr(told, "file: plan%20b.docx"));
    assert_non_null(strstr(told, "file: notes.txt 1\n"));
}

static bool watches_word_files(struct lsp_client *client)
{
    lsp_client_listen(client, 200);
    size_t count = lsp_client_count(client, "client/registerCapability");
    for (size_t i = 0; i < count; i++) {
        pl_str raw = pl_json_raw(
            lsp_client_heard(client, "client/registerCapability", i));
        if (pl_str_find(raw, (pl_str)PL_STR("docx"), 0) != PL_NOWHERE) {
            return true;
        }
    }
    return false;
}

static void word_files_are_watched_for_who_shows_them(void **state)
{
    static const char *const watches[] = {
        "{\"workspace\":{\"didChangeWatchedFiles\":"
        "{\"dynamicRegistration\":true}}}",
        "{\"workspace\":{\"textDocumentContent\":{},"
        "\"didChangeWatchedFiles\":{\"dynamicRegistration\":true}}}",
    };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct lsp_client *client = lsp_client_start();
        lsp_client_initialize(client, watches[i]);
        assert_int_equal(watches_word_files(client), i);
        lsp_client_stop(client);
    }
}

/* Saved again and again while it is read. */

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(word_files_are_watched_for_who_shows_them),
        LSP_WORD_IN_FOLDER(what_is_no_word_file_is_refused),
        LSP_WORD_IN_FOLDER(configurations_count_as_for_other_files),
        LSP_WORD_IN_FOLDER(new_rules_meet_an_old_text),
        LSP_WORD_IN_FOLDER(word_files_of_the_folder_are_reported),
        LSP_WORD_IN_FOLDER(who_cannot_show_word_files_hears_nothing_of_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
