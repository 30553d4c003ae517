/* Word files that an editor shows as text. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "support/lsp_folder.h"
#include "text/word/sample/sample.h"

#define SHOWS                                       \
    "{\"workspace\":{\"textDocumentContent\":{}},"  \
    "\"textDocument\":{\"documentSymbol\":"         \
    "{\"hierarchicalDocumentSymbolSupport\":true}," \
    "\"codeAction\":{\"codeActionLiteralSupport\":{}}}}"

/* The field refers to what is not there (PL246): only the file says so. */
#define HARBOUR                                                     \
    "# Piers\n"                                                     \
    "%1 Piers are kept clean by the{++ new++}{-- old--} Council.\n" \
    "%1 As paragraph {=REF _Ref9 \\r \\h|1=} says, they are open.\n"
#define HARBOUR_TEXT                                            \
    "# Piers\n\n1.\tPiers are kept clean by the new Council.\n" \
    "2.\tAs paragraph 1 says, they are open.\n"

/* One paragraph more before the field. */
#define LONGER                   \
    "# Piers\n"                  \
    "%1 Piers are kept clean.\n" \
    "%1 So are quays.\n"         \
    "%1 As paragraph {=REF _Ref9 \\r \\h|1=} says, they are.\n"

static void write_bytes(const char *path, pl_str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

/* As Word saves: a new file takes the name. */
static void save(struct lsp_folder *it, const char *path, const char *sample)
{
    const char *beside = pl_arena_printf(it->client->arena, "%s.new", path);
    write_bytes(beside, pl_word_sample(it->client->arena, pl_str_from(sample)));
    assert_int_equal(rename(beside, path), 0);
}

/* Of a path that is written as it stands in the URI. */
static const char *word_uri(struct lsp_folder *it, const char *path)
{
    return pl_arena_printf(it->client->arena, "planlint-word:%s/%s", it->path,
                           path);
}

static pl_str string_at(struct lsp_folder *it, struct pl_json object,
                        const char *key)
{
    pl_str text = PL_STR("");
    struct pl_error error;
    if (!pl_json_string_or(it->client->arena, object, key, &text, &error)) {
        fail_msg("%s", error.message);
    }
    return text;
}

static struct pl_json ask(struct lsp_folder *it, const char *method,
                          const char *uri, const char *more)
{
    return lsp_client_call(
        it->client, method,
        pl_arena_printf(it->client->arena,
                        "{\"textDocument\":{\"uri\":\"%s\"}%s%s}", uri,
                        more ? "," : "", more ? more : ""));
}

static int64_t refusal(struct lsp_folder *it, const char *method,
                       const char *params)
{
    int id = lsp_client_ask(it->client, method, params);
    return lsp_client_code(lsp_client_answer(it->client, id));
}

static const char *uri_params(struct lsp_folder *it, const char *uri)
{
    return pl_arena_printf(it->client->arena, "{\"uri\":\"%s\"}", uri);
}

static pl_str content(struct lsp_folder *it, const char *uri)
{
    return string_at(it,
                     lsp_client_call(it->client,
                                     "workspace/textDocumentContent",
                                     uri_params(it, uri)),
                     "text");
}

/* "LINE CODE" lines of what was published last. */
static const char *findings(struct lsp_folder *it, const char *uri, int version)
{
    struct pl_buf out = pl_buf_in(it->client->arena);
    for (struct pl_json at =
             pl_json_first(lsp_client_diagnostics(it->client, uri, version));
         at.item; at = pl_json_next(at)) {
        int64_t line = -1;
        struct pl_json start = pl_json_get(pl_json_get(at, "range"), "start");
        (void)pl_json_integer(pl_json_get(start, "line"), &line);
        pl_buf_addf(&out, "%lld %.*s\n", (long long)line,
                    PL_STR_ARG(string_at(it, at, "code")));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

/* What an editor does that shows a file. */
static const char *show(struct lsp_folder *it, const char *path)
{
    const char *uri = word_uri(it, path);
    lsp_client_open(it->client, uri, content(it, uri));
    return uri;
}

static void files_changed(struct lsp_folder *it, const char *path, int type)
{
    lsp_client_notify(
        it->client, "workspace/didChangeWatchedFiles",
        pl_arena_printf(it->client->arena,
                        "{\"changes\":[{\"uri\":\"%s\",\"type\":%d}]}",
                        lsp_folder_uri(it, path), type));
}

static void change_whole(struct lsp_folder *it, const char *uri, int version,
                         pl_str text)
{
    lsp_client_change(it->client, uri, version,
                      pl_arena_printf(it->client->arena, "[{\"text\":%s}]",
                                      lsp_client_quoted(it->client, text)));
}

static void the_text_of_each_state_is_given(void **state)
{
    struct lsp_folder *it = *state;
    save(it, "a/plan.docx", HARBOUR);
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *uri = word_uri(it, "a/plan.docx");
    assert_string_equal(content(it, uri).data, HARBOUR_TEXT);
    pl_str original = content(it, word_uri(it, "a/plan.docx?view=original"));
    assert_non_null(strstr(original.data, "by the old Council"));
    pl_str encoded = content(it, word_uri(it, "a/plan.docx?view%3Doriginal"));
    assert_true(pl_str_eq(original, encoded));
    pl_str markup = content(it, word_uri(it, "a/plan.docx?view=markup"));
    assert_non_null(strstr(markup.data, "{++ new++}{-- old--}"));
}

static void the_scheme_is_promised(void **state)
{
    (void)state;
    struct lsp_client *client = lsp_client_start();
    struct pl_json workspace = pl_json_get(
        pl_json_get(lsp_client_initialize(client, SHOWS), "capabilities"),
        "workspace");
    struct pl_json content_options =
        pl_json_get(workspace, "textDocumentContent");
    pl_str raw = pl_json_raw(pl_json_get(content_options, "schemes"));
    assert_string_equal(pl_arena_strndup(client->arena, raw.data, raw.len),
                        "[\"planlint-word\"]");
    lsp_client_stop(client);
}

/* The file of a folder, with its one finding told. */
static const char *show_harbour(struct lsp_folder *it)
{
    save(it, "a/plan.docx", HARBOUR);
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *uri = show(it, "a/plan.docx");
    assert_string_equal(findings(it, uri, 1), "3 PL246\n");
    return uri;
}

static void findings_are_those_of_the_file(void **state)
{
    struct lsp_folder *it = *state;
    (void)show_harbour(it);
    const char *original = show(it, "a/plan.docx?view=original");
    assert_string_equal(findings(it, original, 1), "3 PL246\n");
    const char *markup = show(it, "a/plan.docx?view=markup");
    assert_non_null(ask(it, "textDocument/documentSymbol", markup, NULL).item);
    assert_int_equal(
        lsp_client_count(it->client, "textDocument/publishDiagnostics"), 2);
}

static void who_introduced_a_finding_is_told(void **state)
{
    struct lsp_folder *it = *state;
    save(it, "a/plan.docx",
         "# Piers\nThe port of of the Union is open to{++ to++} all.\n");
    lsp_folder_initialize(it,
                          "{\"textDocument\":{\"publishDiagnostics\":"
                          "{\"relatedInformation\":true}}}",
                          NULL, NULL);
    const char *uri = show(it, "a/plan.docx");
    assert_string_equal(findings(it, uri, 1), "2 PL701\n2 PL701\n");
    struct pl_json old =
        pl_json_first(lsp_client_diagnostics(it->client, uri, 1));
    assert_null(pl_json_get(old, "relatedInformation").item);
    struct pl_json related =
        pl_json_first(pl_json_get(pl_json_next(old), "relatedInformation"));
    pl_str message = string_at(it, related, "message");
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
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *uri = show(it, "a/plan.fodt");
    assert_string_equal(findings(it, uri, 1), "2 PL701\n");
}

static void findings_can_be_asked_for(void **state)
{
    struct lsp_folder *it = *state;
    save(it, "a/plan.docx", HARBOUR);
    lsp_folder_initialize(it, "{\"textDocument\":{\"diagnostic\":{}}}", NULL,
                          NULL);
    const char *uri = show(it, "a/plan.docx");
    struct pl_json report = ask(it, "textDocument/diagnostic", uri, NULL);
    assert_int_equal(pl_json_count(pl_json_get(report, "items")), 1);
}

static void one_file_is_one_document_however_it_is_written(void **state)
{
    struct lsp_folder *it = *state;
    save(it, "a/pl#n ?view=original%.docx", HARBOUR);
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *uri = show(it, "a/pl%23n%20%3Fview=original%25.docx");
    assert_string_equal(findings(it, uri, 1), "3 PL246\n");
    const char *other =
        pl_arena_printf(it->client->arena,
                        "PLANLINT-WORD://%s/a/pl%%23n %%3fview%%3Doriginal"
                        "%%25.docx?view%%3dfinal",
                        it->path);
    struct pl_json symbols =
        ask(it, "textDocument/documentSymbol", other, NULL);
    assert_int_equal(pl_json_count(symbols), 1);
    assert_int_equal(
        pl_json_kind(ask(it, "textDocument/documentSymbol",
                         word_uri(it, "a/pl%23n%20?view=original%25.docx"),
                         NULL)),
        PL_JSON_NULL);
}

static void line_ends_of_the_editor_do_not_count(void **state)
{
    struct lsp_folder *it = *state;
    save(it, "a/plan.docx", HARBOUR);
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *uri = word_uri(it, "a/plan.docx");
    lsp_client_open(it->client, uri,
                    (pl_str)PL_STR("# Piers\r\n\r\n1.\tPiers are kept clean by "
                                   "the new Council.\r\n2.\tAs paragraph 1 "
                                   "says, they are open."));
    assert_string_equal(findings(it, uri, 1), "3 PL246\n");
}

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
    save(it, "a/plan.docx", HARBOUR "%1 See https://piers.example/all.\n");
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *uri = show(it, "a/plan.docx");

    struct pl_json symbols = ask(it, "textDocument/documentSymbol", uri, NULL);
    assert_true(pl_str_eq(string_at(it, pl_json_first(symbols), "name"),
                          (pl_str)PL_STR("Piers")));
    assert_leads_to_line(
        pl_json_first(ask(it, "textDocument/definition", uri, IN_REFERENCE)),
        uri, 2);
    struct pl_json uses = ask(it, "textDocument/references", uri,
                              "\"position\":{\"line\":2,\"character\":0},"
                              "\"context\":{\"includeDeclaration\":false}");
    assert_int_equal(pl_json_count(uses), 1);
    assert_leads_to_line(pl_json_first(uses), uri, 3);
    assert_non_null(ask(it, "textDocument/hover", uri, IN_REFERENCE).item);
    assert_int_not_equal(
        pl_json_count(ask(it, "textDocument/foldingRange", uri, NULL)), 0);
    assert_int_equal(
        pl_json_count(ask(it, "textDocument/documentLink", uri, NULL)), 1);
    assert_int_equal(
        pl_json_count(ask(it, "textDocument/selectionRange", uri,
                          "\"positions\":[{\"line\":1,\"character\":4}]")),
        1);
    struct pl_json tokens =
        ask(it, "textDocument/semanticTokens/full", uri, NULL);
    assert_int_not_equal(pl_json_count(pl_json_get(tokens, "data")), 0);
    assert_int_equal(pl_json_kind(ask(it, "textDocument/codeLens", uri, NULL)),
                     PL_JSON_ARRAY);
    struct pl_json found =
        lsp_client_call(it->client, "workspace/symbol", "{\"query\":\"pie\"}");
    assert_leads_to_line(pl_json_get(pl_json_first(found), "location"), uri, 0);
}

static void nothing_is_offered_that_edits(void **state)
{
    struct lsp_folder *it = *state;
    save(it, "a/plan.docx", HARBOUR "%1 The the port.\n");
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *uri = show(it, "a/plan.docx");
    assert_non_null(strstr(findings(it, uri, 1), "4 PL701\n"));
    assert_int_equal(
        pl_json_count(ask(it, "textDocument/codeAction", uri,
                          "\"range\":{\"start\":{\"line\":4,\"character\":4},"
                          "\"end\":{\"line\":4,\"character\":5}},"
                          "\"context\":{\"diagnostics\":[]}")),
        0);
    struct pl_json completed =
        ask(it, "textDocument/completion", uri, IN_REFERENCE);
    assert_int_not_equal(pl_json_kind(completed), PL_JSON_OBJECT);
    struct pl_arena *arena = it->client->arena;
    const char *document =
        pl_arena_printf(arena, "{\"textDocument\":{\"uri\":\"%s\"},", uri);
    enum { FAILED = -32803 };
    assert_int_equal(
        refusal(it, "textDocument/formatting",
                pl_arena_printf(arena, "%s\"options\":{}}", document)),
        FAILED);
    assert_int_equal(
        refusal(it, "textDocument/rename",
                pl_arena_printf(arena, "%s" IN_PIERS ",\"newName\":\"4\"}",
                                document)),
        FAILED);
    assert_int_equal(
        refusal(it, "textDocument/prepareRename",
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
    save(it, "a/plan.docx",
         "# Piers\n1 " SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE
         "\n2 The Regional Ocean Monitoring Board (ROMB) decides. It works "
         "with GTSN. Others take part in GTSN, and GTSN pays.\n");
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *uri = show(it, "a/plan.docx");
    assert_non_null(strstr(findings(it, uri, 1), "3 PL401\n"));
    struct pl_json actions =
        ask(it, "textDocument/codeAction", uri,
            "\"range\":{\"start\":{\"line\":3,\"character\":0},"
            "\"end\":{\"line\":3,\"character\":100}},"
            "\"context\":{\"diagnostics\":[]}");
    pl_str raw = pl_json_raw(actions);
    assert_int_equal(pl_json_count(actions), 1);
    assert_int_not_equal(pl_str_find(raw, pl_str_from("planlint.json\""), 0),
                         PL_NOWHERE);
}

static void a_saved_file_is_shown_anew(void **state)
{
    struct lsp_folder *it = *state;
    show_harbour(it);
    lsp_client_forget(it->client);
    const char *uri = word_uri(it, "a/plan.docx");

    save(it, "a/plan.docx", LONGER);
    files_changed(it, "a/plan.docx", 2);
    pl_str told = string_at(
        it,
        pl_json_get(lsp_client_heard(
                        it->client, "workspace/textDocumentContent/refresh", 0),
                    "params"),
        "uri");
    assert_string_equal(told.data, uri);
    /* The editor still shows what there was. */
    assert_string_equal(findings(it, uri, 1), "3 PL246\n");
    change_whole(it, uri, 2, content(it, uri));
    assert_string_equal(findings(it, uri, 2), "4 PL246\n");
    files_changed(it, "a/plan.docx", 2);
    lsp_client_listen(it->client, 100);
    assert_int_equal(
        lsp_client_count(it->client, "workspace/textDocumentContent/refresh"),
        1);
}

static void
a_change_that_nobody_told_of_is_seen_with_the_next_request(void **state)
{
    struct lsp_folder *it = *state;
    const char *uri = show_harbour(it);
    save(it, "a/plan.docx", LONGER);
    struct pl_json symbols = ask(it, "textDocument/documentSymbol", uri, NULL);
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
    show_harbour(it);
    lsp_client_forget(it->client);
    const char *uri = word_uri(it, "a/plan.docx");
    save(it, "a/plan.docx", mended);
    files_changed(it, "a/plan.docx", 2);
    assert_string_equal(findings(it, uri, 1), "");
}

static void another_text_than_that_of_the_file_has_no_findings(void **state)
{
    struct lsp_folder *it = *state;
    save(it, "a/plan.docx", HARBOUR);
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *uri = word_uri(it, "a/plan.docx");
    lsp_client_open(it->client, uri, pl_str_from("# Piers\n"));
    assert_string_equal(findings(it, uri, 1), "0 \n");
    lsp_client_heard(it->client, "workspace/textDocumentContent/refresh", 0);
    assert_int_not_equal(
        pl_json_kind(ask(it, "textDocument/documentSymbol", uri, NULL)),
        PL_JSON_ARRAY);
    lsp_client_change(it->client, uri, 2,
                      "[{\"range\":{\"start\":{\"line\":7,\"character\":9},"
                      "\"end\":{\"line\":0,\"character\":2}},"
                      "\"text\":\"the the\"}]");
    assert_string_equal(findings(it, uri, 2), "0 \n");
    change_whole(it, uri, 3, pl_str_from(HARBOUR_TEXT));
    assert_string_equal(findings(it, uri, 3), "3 PL246\n");
    assert_int_equal(
        lsp_client_count(it->client, "workspace/textDocumentContent/refresh"),
        1);
}

static void a_file_that_goes_and_comes_again(void **state)
{
    struct lsp_folder *it = *state;
    const char *uri = show_harbour(it);
    assert_int_equal(unlink("a/plan.docx"), 0);
    files_changed(it, "a/plan.docx", 3);
    while (strcmp(findings(it, uri, 1), "0 \n") != 0) {
        assert_true(lsp_client_listen(it->client, 20));
    }
    lsp_folder_write("a/plan.docx", "no Word file at all");
    assert_int_equal(
        refusal(it, "workspace/textDocumentContent", uri_params(it, uri)),
        -32803);
    files_changed(it, "a/plan.docx", 1);
    save(it, "a/plan.docx", HARBOUR);
    files_changed(it, "a/plan.docx", 2);
    while (strcmp(findings(it, uri, 1), "3 PL246\n") != 0) {
        assert_true(lsp_client_listen(it->client, 20));
    }
}

static void what_is_no_word_file_is_refused(void **state)
{
    enum { WRONG = -32602, FAILED = -32803 };
    struct lsp_folder *it = *state;
    struct pl_arena *arena = it->client->arena;
    pl_str whole = pl_word_sample(arena, pl_str_from(HARBOUR));
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    lsp_folder_write("a/text.docx", "1 Piers are kept clean.\n");
    lsp_folder_write("a/old.docx",
                     "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on");
    write_bytes("a/cut.docx", pl_str_slice(whole, 0, whole.len / 2));
    lsp_folder_write("a/empty.docx", "");
    assert_int_equal(mkfifo("a/pipe.docx", 0600), 0);
    const struct {
        const char *uri;
        int code;
    } cases[] = {
        {word_uri(it, "a/text.docx"), FAILED},
        {word_uri(it, "a/old.docx"), FAILED},
        {word_uri(it, "a/cut.docx"), FAILED},
        {word_uri(it, "a/empty.docx"), FAILED},
        {word_uri(it, "a/pipe.docx"), FAILED},
        {word_uri(it, "a/none.docx"), FAILED},
        {word_uri(it, "a"), FAILED},
        {word_uri(it, "a/%FF.docx"), FAILED},
        {word_uri(it, "a/cut.docx%00.txt"), WRONG},
        {word_uri(it, "a/cut.docx?view=draft"), WRONG},
        {word_uri(it, "a/cut.docx?state=final"), WRONG},
        {"planlint-word:a/cut.docx", WRONG},
        {"planlint-word:", WRONG},
        {"planlint-word://host/a/cut.docx", WRONG},
        {"planlint-word:////a/cut.docx", WRONG},
        {lsp_folder_uri(it, "a/cut.docx"), WRONG},
        {"planlint-words:/a/cut.docx", WRONG},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *params = uri_params(it, cases[i].uri);
        assert_int_equal(refusal(it, "workspace/textDocumentContent", params),
                         cases[i].code);
        lsp_client_open(it->client, cases[i].uri, pl_str_from("1\tA a.\n"));
        lsp_client_close(it->client, cases[i].uri);
    }
    assert_int_equal(refusal(it, "workspace/textDocumentContent", "{}"), WRONG);
    assert_int_equal(refusal(it, "workspace/textDocumentContent", NULL), WRONG);
}

static void configurations_count_as_for_other_files(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{\"exclude\":[\"a/out.docx\"]}");
    save(it, "a/out.docx", HARBOUR);
    save(it, "a/plan.docx", HARBOUR);
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    const char *out = show(it, "a/out.docx");
    assert_int_equal(
        pl_json_count(ask(it, "textDocument/documentSymbol", out, NULL)), 1);
    const char *uri = show(it, "a/plan.docx");
    assert_string_equal(findings(it, uri, 1), "3 PL246\n");
    assert_int_equal(
        lsp_client_count(it->client, "textDocument/publishDiagnostics"), 1);
    lsp_client_forget(it->client);
    uri = word_uri(it, "a/plan.docx");
    lsp_folder_write("planlint.json", "{\"rules\":{\"PL246\":\"off\"}}");
    files_changed(it, "planlint.json", 2);
    assert_string_equal(findings(it, uri, 1), "");
    assert_string_equal(findings(it, word_uri(it, "a/out.docx"), 1), "");
}

/* Rules change while the editor still shows what there was. */
static void new_rules_meet_an_old_text(void **state)
{
    struct lsp_folder *it = *state;
    lsp_folder_write("planlint.json", "{}");
    show_harbour(it);
    save(it, "a/plan.docx", LONGER);
    for (int i = 0; i < 3; i++) {
        lsp_folder_write("planlint.json", i % 2 ? "{}" : "{\"rules\":{}}");
        files_changed(it, "planlint.json", 2);
    }
    lsp_client_forget(it->client);
    const char *uri = word_uri(it, "a/plan.docx");
    change_whole(it, uri, 2, content(it, uri));
    assert_string_equal(findings(it, uri, 2), "4 PL246\n");
}

/* "PATH COUNT" lines. */
static const char *reported(struct lsp_folder *it)
{
    struct pl_buf out = pl_buf_in(it->client->arena);
    struct pl_json result = lsp_client_call(it->client, "workspace/diagnostic",
                                            "{\"previousResultIds\":[]}");
    for (struct pl_json report = pl_json_first(pl_json_get(result, "items"));
         report.item; report = pl_json_next(report)) {
        const char *uri = string_at(it, report, "uri").data;
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
    save(it, "a/plan b.docx", HARBOUR);
    lsp_folder_write("a/~$plan b.docx", "A. Drafter");
}

static void word_files_of_the_folder_are_reported(void **state)
{
    struct lsp_folder *it = *state;
    write_folder(it);
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    assert_string_equal(
        reported(it), "file: notes.txt 1\nplanl plan%20b.docx?view=final 1\n");
    const char *uri = word_uri(it, "a/plan%20b.docx");
    lsp_client_open(it->client, uri, content(it, uri));
    assert_string_equal(reported(it), "file: notes.txt 1\n");
    lsp_client_close(it->client, uri);
    save(it, "a/plan b.docx", "# Piers\n%1 Piers are kept clean.\n");
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
static void a_file_in_motion_is_no_danger(void **state)
{
    struct lsp_folder *it = *state;
    save(it, "a/plan.docx", HARBOUR);
    lsp_folder_initialize(it, SHOWS, NULL, NULL);
    show(it, "a/plan.docx");
    const char *uri = word_uri(it, "a/plan.docx");
    int version = 2;
    for (int round = 0; round < 20; round++) {
        save(it, "a/plan.docx", round % 2 ? HARBOUR : LONGER);
        int id = lsp_client_ask(it->client, "workspace/textDocumentContent",
                                uri_params(it, uri));
        lsp_client_notify(
            it->client, "$/cancelRequest",
            pl_arena_printf(it->client->arena, "{\"id\":%d}", id));
        files_changed(it, "a/plan.docx", 2);
        (void)lsp_client_answer(it->client, id);
        change_whole(it, uri, version++,
                     pl_str_from(round % 3 ? HARBOUR_TEXT : "1 Other.\n"));
    }
    save(it, "a/plan.docx", LONGER);
    change_whole(it, uri, version, content(it, uri));
    assert_string_equal(findings(it, uri, version), "4 PL246\n");
}

int main(void)
{
#define IN_FOLDER(test)                                      \
    cmocka_unit_test_setup_teardown(test, lsp_folder_set_up, \
                                    lsp_folder_tear_down)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scheme_is_promised),
        cmocka_unit_test(word_files_are_watched_for_who_shows_them),
        IN_FOLDER(the_text_of_each_state_is_given),
        IN_FOLDER(findings_are_those_of_the_file),
        IN_FOLDER(who_introduced_a_finding_is_told),
        IN_FOLDER(an_open_document_text_is_shown_as_well),
        IN_FOLDER(findings_can_be_asked_for),
        IN_FOLDER(one_file_is_one_document_however_it_is_written),
        IN_FOLDER(line_ends_of_the_editor_do_not_count),
        IN_FOLDER(what_is_read_can_be_walked_through),
        IN_FOLDER(nothing_is_offered_that_edits),
        IN_FOLDER(an_acronym_can_be_made_known),
        IN_FOLDER(a_saved_file_is_shown_anew),
        IN_FOLDER(a_change_that_nobody_told_of_is_seen_with_the_next_request),
        IN_FOLDER(other_findings_of_the_same_text_are_told),
        IN_FOLDER(another_text_than_that_of_the_file_has_no_findings),
        IN_FOLDER(a_file_that_goes_and_comes_again),
        IN_FOLDER(what_is_no_word_file_is_refused),
        IN_FOLDER(configurations_count_as_for_other_files),
        IN_FOLDER(new_rules_meet_an_old_text),
        IN_FOLDER(word_files_of_the_folder_are_reported),
        IN_FOLDER(who_cannot_show_word_files_hears_nothing_of_them),
        IN_FOLDER(a_file_in_motion_is_no_danger),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
