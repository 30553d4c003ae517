#include "lsp_word.h"

#include <stdio.h>

#include "base/buf.h"
#include "cmocka_wrap.h"
#include "text/word/sample/sample.h"

void lsp_word_write(const char *path, pl_str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

void lsp_word_save(struct lsp_folder *it, const char *path, const char *sample)
{
    const char *beside = pl_arena_printf(it->client->arena, "%s.new", path);
    lsp_word_write(beside,
                   pl_word_sample(it->client->arena, pl_str_from(sample)));
    assert_int_equal(rename(beside, path), 0);
}

const char *lsp_word_uri(struct lsp_folder *it, const char *path)
{
    return pl_arena_printf(it->client->arena, "planlint-word:%s/%s", it->path,
                           path);
}

pl_str lsp_word_string(struct lsp_folder *it, struct pl_json object,
                       const char *key)
{
    pl_str text = PL_STR("");
    struct pl_error error;
    if (!pl_json_string_or(it->client->arena, object, key, &text, &error)) {
        fail_msg("%s", error.message);
    }
    return text;
}

struct pl_json lsp_word_ask(struct lsp_folder *it, const char *method,
                            const char *uri, const char *more)
{
    return lsp_client_call(
        it->client, method,
        pl_arena_printf(it->client->arena,
                        "{\"textDocument\":{\"uri\":\"%s\"}%s%s}", uri,
                        more ? "," : "", more ? more : ""));
}

int64_t lsp_word_refusal(struct lsp_folder *it, const char *method,
                         const char *params)
{
    int id = lsp_client_ask(it->client, method, params);
    return lsp_client_code(lsp_client_answer(it->client, id));
}

const char *lsp_word_params(struct lsp_folder *it, const char *uri)
{
    return pl_arena_printf(it->client->arena, "{\"uri\":\"%s\"}", uri);
}

pl_str lsp_word_content(struct lsp_folder *it, const char *uri)
{
    return lsp_word_string(it,
                           lsp_client_call(it->client,
                                           "workspace/textDocumentContent",
                                           lsp_word_params(it, uri)),
                           "text");
}

const char *lsp_word_findings(struct lsp_folder *it, const char *uri,
                              int version)
{
    struct pl_buf out = pl_buf_in(it->client->arena);
    for (struct pl_json at =
             pl_json_first(lsp_client_diagnostics(it->client, uri, version));
         at.item; at = pl_json_next(at)) {
        int64_t line = -1;
        struct pl_json start = pl_json_get(pl_json_get(at, "range"), "start");
        (void)pl_json_integer(pl_json_get(start, "line"), &line);
        pl_buf_addf(&out, "%lld %.*s\n", (long long)line,
                    PL_STR_ARG(lsp_word_string(it, at, "code")));
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

const char *lsp_word_show(struct lsp_folder *it, const char *path)
{
    const char *uri = lsp_word_uri(it, path);
    lsp_client_open(it->client, uri, lsp_word_content(it, uri));
    return uri;
}

void lsp_word_tell(struct lsp_folder *it, const char *path, int type)
{
    lsp_client_notify(
        it->client, "workspace/didChangeWatchedFiles",
        pl_arena_printf(it->client->arena,
                        "{\"changes\":[{\"uri\":\"%s\",\"type\":%d}]}",
                        lsp_folder_uri(it, path), type));
}

void lsp_word_change(struct lsp_folder *it, const char *uri, int version,
                     pl_str text)
{
    lsp_client_change(it->client, uri, version,
                      pl_arena_printf(it->client->arena, "[{\"text\":%s}]",
                                      lsp_client_quoted(it->client, text)));
}

const char *lsp_word_show_harbour(struct lsp_folder *it)
{
    lsp_word_save(it, "a/plan.docx", LSP_WORD_HARBOUR);
    lsp_folder_initialize(it, LSP_WORD_SHOWS, NULL, NULL);
    const char *uri = lsp_word_show(it, "a/plan.docx");
    assert_string_equal(lsp_word_findings(it, uri, 1), "3 PL246\n");
    return uri;
}
