#include "lsp/features/outline.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/order.h"
#include "lsp/features/preview.h"
#include "lsp/features/target.h"
#include "plan/plan.h"
#include "plan/symbols.h"

enum {
    LONGEST_NAME = 60, /* bytes of a text that is no title */
    DEEPEST = 64,      /* what is nested deeper is shown there */
};

static enum pl_lsp_symbol_kind kind_of(const struct pl_symbol *symbol)
{
    static const enum pl_lsp_symbol_kind kinds[PL_SYMBOL_KIND_COUNT] = {
        [PL_SYMBOL_ANNEX] = PL_LSP_SYMBOL_MODULE,
        [PL_SYMBOL_SECTION] = PL_LSP_SYMBOL_NAMESPACE,
        [PL_SYMBOL_ENTITY] = PL_LSP_SYMBOL_CLASS,
        [PL_SYMBOL_PARAGRAPH] = PL_LSP_SYMBOL_STRING,
        [PL_SYMBOL_CAPTION] = PL_LSP_SYMBOL_STRUCT,
    };
    return kinds[symbol->kind];
}

static void add_text(struct pl_buf *out, struct pl_arena *arena, pl_str text)
{
    if (text.len > 0) {
        pl_buf_add_text(out, out->len > 0 ? " " : "");
        pl_buf_add(out, pl_lsp_preview(arena, text, LONGEST_NAME));
    }
}

/* "2.1 Goals", without what else stands in the heading. */
static pl_str name_of_section(struct pl_arena *arena,
                              const struct pl_plan *plan, uint32_t section)
{
    const struct pl_section *it = &plan->sections[section];
    struct pl_buf out = pl_buf_in(arena);
    add_text(&out, arena, pl_range_text(plan->text, it->number));
    add_text(&out, arena, pl_range_text(plan->text, it->title));
    return pl_buf_str(&out);
}

/* What it is comes first: its text does not say "target". */
static pl_str name_of_entity(struct pl_arena *arena,
                             const struct pl_symbols *symbols,
                             const struct pl_symbol *symbol)
{
    struct pl_buf out = pl_buf_in(arena);
    pl_buf_add(&out, pl_symbol_title(arena, symbols, symbol));
    if (symbol->label.count > 0) {
        add_text(&out, arena, pl_range_text(symbols->plan->text, symbol->name));
    }
    return pl_buf_str(&out);
}

static pl_str name_of(struct pl_arena *arena, const struct pl_symbols *symbols,
                      const struct pl_symbol *symbol)
{
    const struct pl_plan *plan = symbols->plan;
    pl_str line = pl_range_text(plan->text, symbol->extent);
    if (symbol->kind == PL_SYMBOL_ENTITY) {
        return name_of_entity(arena, symbols, symbol);
    }
    if (symbol->kind == PL_SYMBOL_SECTION || symbol->kind == PL_SYMBOL_ANNEX) {
        pl_str name = name_of_section(arena, plan, symbol->index);
        line = name.len > 0 ? name : line;
    }
    return pl_lsp_preview(arena, pl_str_split(&line, '\n'), LONGEST_NAME);
}

/* The heading that names an entity is in the outline already. */
static bool is_heading_itself(const struct pl_symbols *symbols,
                              const struct pl_symbol *symbol)
{
    return symbol->kind == PL_SYMBOL_ENTITY &&
           symbols->plan->entities[symbol->index].section != PL_NONE;
}

static bool has_room_for(struct pl_range outer, struct pl_range inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

/* The innermost item, from the last one outwards, that holds a range. */
static uint32_t parent_of(const struct pl_lsp_outline_item *items,
                          uint32_t last, struct pl_range whole)
{
    uint32_t at = last;
    while (at != PL_NONE && !has_room_for(items[at].whole, whole)) {
        at = items[at].parent;
    }
    return at;
}

static int compare(const void *a, const void *b)
{
    const struct pl_lsp_outline_item *first = a;
    const struct pl_lsp_outline_item *second = b;
    int order = pl_order(first->whole.start, second->whole.start);
    order = order ? order : pl_order(second->whole.end, first->whole.end);
    return order ? order : pl_order(first->kind, second->kind);
}

struct pl_lsp_outline pl_lsp_outline_of(struct pl_arena *arena,
                                        const struct pl_symbols *symbols)
{
    struct pl_lsp_outline_item *items =
        pl_arena_array(arena, symbols->count + 1, sizeof(*items));
    uint32_t count = 0;
    for (uint32_t i = 0; i < symbols->count; i++) {
        const struct pl_symbol *symbol = &symbols->items[i];
        struct pl_lsp_target target;
        enum pl_lsp_symbol_kind kind = kind_of(symbol);
        if (kind == PL_LSP_SYMBOL_NONE || is_heading_itself(symbols, symbol) ||
            pl_range_is_empty(symbol->extent) ||
            !pl_lsp_target_of(symbols, symbol, &target)) {
            continue;
        }
        items[count++] = (struct pl_lsp_outline_item){
            .kind = kind,
            .name = name_of(arena, symbols, symbol),
            .whole = target.whole,
            .selection = target.name,
        };
    }
    qsort(items, count, sizeof(*items), compare);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t parent =
            parent_of(items, i > 0 ? i - 1 : PL_NONE, items[i].whole);
        bool is_deep = parent != PL_NONE && items[parent].depth == DEEPEST;
        items[i].parent = is_deep ? items[parent].parent : parent;
        items[i].depth = parent == PL_NONE ? 0
                         : is_deep         ? DEEPEST
                                           : items[parent].depth + 1;
    }
    return (struct pl_lsp_outline){items, count};
}
