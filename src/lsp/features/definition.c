/* textDocument/definition: from a reference to what it means.
 *
 * A number that is there twice has two definitions; of "3 to 7" both ends are
 * given. An acronym is defined where it is first spelled out. */
#include "lsp/features/features.h"
#include "lsp/features/target.h"
#include "lsp/request.h"
#include "plan/plan.h"
#include "plan/symbols.h"

struct search {
    struct pl_lsp_request *request;
    struct pl_lsp_revision *revision;
    const struct pl_symbols *symbols;
};

static void write_link(const struct search *search,
                       const struct pl_occurrence *from,
                       const struct pl_lsp_target *target)
{
    struct pl_json_writer *out = search->request->out;
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_lsp_write_range(out, "originSelectionRange", search->revision,
                       from->reach);
    pl_write_text(out, "targetUri",
                  pl_lsp_revision_text(search->revision)->uri);
    pl_lsp_write_range(out, "targetRange", search->revision, target->whole);
    pl_lsp_write_range(out, "targetSelectionRange", search->revision,
                       target->name);
    pl_write_end(out);
}

static void write_definition(const struct search *search,
                             const struct pl_occurrence *from,
                             const struct pl_symbol *symbol)
{
    struct pl_lsp_target target;
    if (!pl_lsp_target_of(search->symbols, symbol, &target)) {
        return;
    }
    if (search->request->client->links_definitions) {
        write_link(search, from, &target);
    } else {
        pl_lsp_write_location(search->request->out, NULL, search->revision,
                              target.name);
    }
}

/* The first of those that bear the same number. */
static const struct pl_symbol *first_double(const struct pl_symbols *symbols,
                                            uint32_t symbol)
{
    uint32_t first = symbol;
    for (uint32_t i = symbols->items[symbol].next_double; i != symbol;
         i = symbols->items[i].next_double) {
        first = i < first ? i : first;
    }
    return &symbols->items[first];
}

/* Of the symbol and of all that bear the same number, in document order. */
static void write_definitions(const struct search *search,
                              const struct pl_occurrence *from)
{
    const struct pl_symbol *first = first_double(search->symbols, from->symbol);
    const struct pl_symbol *it = first;
    do {
        write_definition(search, from, it);
        it = &search->symbols->items[it->next_double];
    } while (it != first);
}

void pl_lsp_definition(struct pl_lsp_request *request)
{
    struct pl_lsp_place place = pl_lsp_request_place(request);
    if (!place.revision) {
        return;
    }
    struct search search = {request, place.revision,
                            pl_lsp_revision_symbols(place.revision)};
    struct pl_symbol_hit hit = pl_symbol_at(search.symbols, place.offset);
    pl_write_array(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    if (hit.symbol) {
        write_definitions(&search, hit.occurrence);
        if (hit.other) {
            write_definitions(&search, hit.other);
        }
    }
    pl_write_end(request->out);
}
