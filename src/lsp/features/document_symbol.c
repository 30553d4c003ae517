/* textDocument/documentSymbol: the outline. */
#include "lsp/features/features.h"
#include "lsp/features/outline.h"
#include "lsp/request.h"
#include "plan/symbols.h"

static void write_flat(struct pl_lsp_request *request,
                       const struct pl_lsp_revision *revision,
                       struct pl_lsp_outline outline)
{
    struct pl_json_writer *out = request->out;
    for (uint32_t i = 0; i < outline.count; i++) {
        const struct pl_lsp_outline_item *item = &outline.items[i];
        pl_write_object(out, NULL, PL_JSON_COMPACT);
        pl_write_str(out, "name", item->name);
        pl_write_size(out, "kind", item->kind);
        pl_lsp_write_location(out, "location", revision, item->whole);
        if (item->parent != PL_NONE) {
            pl_write_str(out, "containerName",
                         outline.items[item->parent].name);
        }
        pl_write_end(out);
    }
}

/* Leaves the item, and its list of children, open. */
static void open_item(struct pl_json_writer *out,
                      const struct pl_lsp_revision *revision,
                      const struct pl_lsp_outline_item *item)
{
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_write_str(out, "name", item->name);
    pl_write_size(out, "kind", item->kind);
    pl_lsp_write_range(out, "range", revision, item->whole);
    pl_lsp_write_range(out, "selectionRange", revision, item->selection);
    pl_write_array(out, "children", PL_JSON_COMPACT);
}

static void close_item(struct pl_json_writer *out)
{
    pl_write_end(out);
    pl_write_end(out);
}

static void write_nested(struct pl_lsp_request *request,
                         const struct pl_lsp_revision *revision,
                         struct pl_lsp_outline outline)
{
    uint32_t open = PL_NONE;
    for (uint32_t i = 0; i < outline.count; i++) {
        for (; open != outline.items[i].parent;
             open = outline.items[open].parent) {
            close_item(request->out);
        }
        open_item(request->out, revision, &outline.items[i]);
        open = i;
    }
    for (; open != PL_NONE; open = outline.items[open].parent) {
        close_item(request->out);
    }
}

void pl_lsp_document_symbol(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    if (!revision) {
        return;
    }
    struct pl_lsp_outline outline =
        pl_lsp_outline_of(request->arena, pl_lsp_revision_symbols(revision));
    pl_write_array(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    if (request->client->nests_symbols) {
        write_nested(request, revision, outline);
    } else {
        write_flat(request, revision, outline);
    }
    pl_write_end(request->out);
}
