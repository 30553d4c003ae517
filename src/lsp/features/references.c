/* textDocument/references and documentHighlight: every place that stands for
 * what the cursor is on. */
#include "lsp/features/features.h"
#include "lsp/request.h"
#include "plan/plan.h"
#include "plan/symbols.h"

/* The protocol's DocumentHighlightKind. */
enum highlight { HIGHLIGHT_READ = 2, HIGHLIGHT_WRITE = 3 };

struct places {
    struct pl_lsp_request *request;
    struct pl_lsp_revision *revision;
    const struct pl_symbols *symbols;
    bool with_definitions;
};

typedef void write_occurrence(const struct places *places,
                              const struct pl_occurrence *occurrence);

static void write_reference(const struct places *places,
                            const struct pl_occurrence *occurrence)
{
    if (places->with_definitions || !occurrence->is_definition) {
        pl_lsp_write_location(places->request->out, NULL, places->revision,
                              occurrence->range);
    }
}

static void write_highlight(const struct places *places,
                            const struct pl_occurrence *occurrence)
{
    struct pl_json_writer *out = places->request->out;
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_lsp_write_range(out, "range", places->revision, occurrence->range);
    pl_write_size(out, "kind",
                  occurrence->is_definition ? HIGHLIGHT_WRITE : HIGHLIGHT_READ);
    pl_write_end(out);
}

static void write_places(struct pl_lsp_request *request, struct places *places,
                         write_occurrence *write)
{
    struct pl_lsp_place place = pl_lsp_request_place(request);
    if (!place.revision) {
        return;
    }
    places->request = request;
    places->revision = place.revision;
    places->symbols = pl_lsp_revision_symbols(place.revision);
    struct pl_symbol_hit hit = pl_symbol_at(places->symbols, place.offset);
    uint32_t count = hit.symbol ? hit.symbol->end - hit.symbol->first : 0;
    pl_write_array(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    for (uint32_t i = 0; i < count; i++) {
        write(places, pl_symbol_occurrence(places->symbols, hit.symbol, i));
    }
    pl_write_end(request->out);
}

void pl_lsp_references(struct pl_lsp_request *request)
{
    struct places places = {.with_definitions = false};
    struct pl_json context = pl_json_get(request->params, "context");
    struct pl_error error;
    if (!pl_json_bool_or(context, "includeDeclaration",
                         &places.with_definitions, &error)) {
        pl_lsp_fail(request, PL_LSP_INVALID_PARAMS, "%s", error.message);
        return;
    }
    write_places(request, &places, write_reference);
}

void pl_lsp_document_highlight(struct pl_lsp_request *request)
{
    struct places places = {.with_definitions = true};
    write_places(request, &places, write_highlight);
}
