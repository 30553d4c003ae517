/* workspace/textDocumentContent: the text of a Word file, which editors show
 * and nobody can edit. Source: Language Server Protocol 3.18. */
#include "base/arena.h"
#include "lsp/features/features.h"
#include "lsp/request.h"
#include "lsp/word_text.h"
#include "lsp/word_uri.h"
#include "text/source.h"

static void write_text(struct pl_lsp_request *request,
                       struct pl_lsp_word_uri word)
{
    struct pl_arena *arena = pl_arena_new();
    struct pl_source *source;
    struct pl_error error;
    if (pl_lsp_word_text_read(arena, word.path, word.view, &source, &error)) {
        pl_write_object(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
        pl_write_str(request->out, "text", source->text);
        pl_write_end(request->out);
    } else {
        pl_lsp_fail(request, PL_LSP_REQUEST_FAILED, "%s", error.message);
    }
    pl_arena_free(arena);
}

void pl_lsp_text_document_content(struct pl_lsp_request *request)
{
    struct pl_lsp_word_uri word;
    struct pl_error error;
    pl_str uri;
    if (pl_json_string(request->arena, request->params, "uri", &uri, &error) &&
        pl_lsp_word_uri_read(request->arena, uri, &word, &error)) {
        write_text(request, word);
    } else {
        pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "%s", error.message);
    }
}
