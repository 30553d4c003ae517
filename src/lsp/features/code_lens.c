/* textDocument/codeLens: how often a thing is referred to, and how many stand
 * under it: "7 targets", "3 references". */
#include "base/buf.h"
#include "lsp/features/features.h"
#include "lsp/features/target.h"
#include "lsp/request.h"
#include "plan/plan.h"
#include "plan/symbols.h"

struct lenses {
    struct pl_lsp_request *request;
    struct pl_lsp_revision *revision;
    const struct pl_plan *plan;
    const struct pl_symbols *symbols;
    const uint32_t *first_child; /* of each entity; PL_NONE */
    const uint32_t *next_child;  /* of the same parent; PL_NONE */
};

static void write_locations(const struct lenses *lenses,
                            const struct pl_symbol *symbol)
{
    struct pl_json_writer *out = lenses->request->out;
    pl_write_array(out, NULL, PL_JSON_COMPACT);
    for (uint32_t i = 0; i < symbol->end - symbol->first; i++) {
        const struct pl_occurrence *it =
            pl_symbol_occurrence(lenses->symbols, symbol, i);
        if (!it->is_definition) {
            pl_lsp_write_location(out, NULL, lenses->revision, it->range);
        }
    }
    pl_write_end(out);
}

static void write_children(const struct lenses *lenses, uint32_t entity)
{
    struct pl_json_writer *out = lenses->request->out;
    pl_write_array(out, NULL, PL_JSON_COMPACT);
    for (uint32_t i = lenses->first_child[entity]; i != PL_NONE;
         i = lenses->next_child[i]) {
        pl_lsp_write_location(out, NULL, lenses->revision,
                              lenses->plan->entities[i].range);
    }
    pl_write_end(out);
}

/* Leaves the lens open: its locations come next. */
static void open_lens(const struct lenses *lenses, struct pl_range range,
                      pl_str title)
{
    struct pl_json_writer *out = lenses->request->out;
    pl_write_object(out, NULL, PL_JSON_COMPACT);
    pl_lsp_write_range(out, "range", lenses->revision, range);
    pl_write_object(out, "command", PL_JSON_COMPACT);
    pl_write_str(out, "title", title);
    pl_write_text(out, "command", PL_LSP_SHOW_REFERENCES);
    pl_write_array(out, "arguments", PL_JSON_COMPACT);
    pl_write_text(out, NULL, pl_lsp_revision_text(lenses->revision)->uri);
    pl_lsp_write_position(out, NULL, lenses->revision, range.start);
}

static void close_lens(const struct lenses *lenses)
{
    for (int i = 0; i < 3; i++) {
        pl_write_end(lenses->request->out);
    }
}

static void write_uses(const struct lenses *lenses,
                       const struct pl_symbol *symbol, struct pl_range range)
{
    uint32_t count = pl_symbol_use_count(lenses->symbols, symbol);
    if (count > 0) {
        struct pl_buf title = pl_buf_in(lenses->request->arena);
        pl_buf_add_number(&title, count);
        pl_buf_add_text(&title, count == 1 ? " reference" : " references");
        open_lens(lenses, range, pl_buf_str(&title));
        write_locations(lenses, symbol);
        close_lens(lenses);
    }
}

/* "7 targets, 2 indicators" */
static pl_str describe_children(const struct lenses *lenses, uint32_t entity)
{
    size_t counts[PL_ENTITY_KIND_COUNT] = {0};
    for (uint32_t i = lenses->first_child[entity]; i != PL_NONE;
         i = lenses->next_child[i]) {
        counts[lenses->plan->entities[i].kind]++;
    }
    struct pl_buf title = pl_buf_in(lenses->request->arena);
    for (unsigned i = 0; i < PL_ENTITY_KIND_COUNT; i++) {
        enum pl_entity_kind kind = (enum pl_entity_kind)i;
        if (counts[i] > 0) {
            pl_buf_add_text(&title, title.len > 0 ? ", " : "");
            pl_buf_add_number(&title, counts[i]);
            pl_buf_add_char(&title, ' ');
            pl_buf_add_text(&title, counts[i] == 1 ? pl_entity_name(kind)
                                                   : pl_entity_plural(kind));
        }
    }
    return pl_buf_str(&title);
}

static void write_parts(const struct lenses *lenses, uint32_t entity,
                        struct pl_range range)
{
    if (lenses->first_child[entity] != PL_NONE) {
        open_lens(lenses, range, describe_children(lenses, entity));
        write_children(lenses, entity);
        close_lens(lenses);
    }
}

static bool has_lenses(const struct pl_symbol *symbol)
{
    return symbol->kind == PL_SYMBOL_SECTION ||
           symbol->kind == PL_SYMBOL_ANNEX ||
           symbol->kind == PL_SYMBOL_PARAGRAPH ||
           symbol->kind == PL_SYMBOL_ENTITY ||
           symbol->kind == PL_SYMBOL_CAPTION;
}

static void write_lenses(const struct lenses *lenses,
                         const struct pl_symbol *symbol)
{
    struct pl_lsp_target target;
    if (has_lenses(symbol) &&
        pl_lsp_target_of(lenses->symbols, symbol, &target)) {
        write_uses(lenses, symbol, target.name);
        if (symbol->kind == PL_SYMBOL_ENTITY) {
            write_parts(lenses, symbol->index, target.name);
        }
    }
}

/* Lists of the children of each entity, in document order. */
static void find_children(struct lenses *lenses)
{
    const struct pl_plan *plan = lenses->plan;
    struct pl_arena *arena = lenses->request->arena;
    size_t room = (size_t)plan->entities_count + 1;
    uint32_t *first = pl_arena_array(arena, room, sizeof(*first));
    uint32_t *next = pl_arena_array(arena, room, sizeof(*next));
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        first[i] = PL_NONE;
    }
    for (uint32_t i = plan->entities_count; i-- > 0;) {
        uint32_t parent = plan->entities[i].parent;
        next[i] = parent == PL_NONE ? PL_NONE : first[parent];
        if (parent != PL_NONE) {
            first[parent] = i;
        }
    }
    lenses->first_child = first;
    lenses->next_child = next;
}

void pl_lsp_code_lens(struct pl_lsp_request *request)
{
    struct pl_lsp_revision *revision = pl_lsp_request_document(request);
    if (!revision) {
        return;
    }
    struct lenses lenses = {
        .request = request,
        .revision = revision,
        .plan = pl_lsp_revision_plan(revision),
        .symbols = pl_lsp_revision_symbols(revision),
    };
    find_children(&lenses);
    pl_write_array(request->out, PL_LSP_RESULT, PL_JSON_COMPACT);
    for (uint32_t i = 0; i < lenses.symbols->count; i++) {
        write_lenses(&lenses, &lenses.symbols->items[i]);
    }
    pl_write_end(request->out);
}
