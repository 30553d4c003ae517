#include "plan/symbols.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/order.h"
#include "base/search.h"
#include "plan/plan.h"
#include "plan/symbols/symbol_draft.h"

const char *pl_symbol_kind_name(enum pl_symbol_kind kind)
{
    static const char *const names[] = {
#define PL_SYMBOL(constant, name) [PL_SYMBOL_##constant] = (name),
#include "plan/symbol.def"
#undef PL_SYMBOL
    };
    return names[kind];
}

static int by_anchor(const void *a, const void *b)
{
    const struct pl_symbol_anchor *left = a;
    const struct pl_symbol_anchor *right = b;
    int order = pl_order(left->start, right->start);
    return order ? order : pl_order(left->symbol, right->symbol);
}

/* A symbol or an occurrence, and where it was before the sorting. */
struct placed {
    uint32_t keys[5]; /* the first that differs decides */
    uint32_t old;
};

static int by_keys(const void *a, const void *b)
{
    const struct placed *left = a;
    const struct placed *right = b;
    for (size_t i = 0; i < sizeof(left->keys) / sizeof(left->keys[0]); i++) {
        int order = pl_order(left->keys[i], right->keys[i]);
        if (order) {
            return order;
        }
    }
    return pl_order(left->old, right->old);
}

static void sort(void *items, size_t count, size_t size,
                 int (*compare)(const void *, const void *))
{
    if (count > 1) {
        qsort(items, count, size, compare);
    }
}

/* Puts the symbols in their order, into `items`; returns where each has gone.
 */
static uint32_t *place_symbols(struct pl_symbol_draft *draft,
                               struct pl_symbol *items)
{
    uint32_t count = (uint32_t)draft->symbols.len;
    struct placed *order =
        pl_arena_array(draft->scratch, count, sizeof(*order));
    uint32_t *new_of =
        pl_arena_array(draft->scratch, count + 1, sizeof(*new_of));
    for (uint32_t i = 0; i < count; i++) {
        const struct pl_symbol *it = &draft->symbols.items[i];
        order[i] = (struct placed){{pl_symbol_start(it), it->kind}, i};
    }
    sort(order, count, sizeof(*order), by_keys);
    for (uint32_t i = 0; i < count; i++) {
        items[i] = draft->symbols.items[order[i].old];
        new_of[order[i].old] = i;
    }
    for (uint32_t i = 0; i < count; i++) {
        items[i].next_double = new_of[items[i].next_double];
    }
    return new_of;
}

/* By symbol and place; of two that are the same the better one first: the
 * definition, then the one with the longer reach. */
static struct placed *order_by_symbol(const struct pl_symbol_draft *draft)
{
    size_t count = draft->occurrences.len;
    struct placed *order =
        pl_arena_array(draft->scratch, count, sizeof(*order));
    for (uint32_t i = 0; i < count; i++) {
        const struct pl_occurrence *it = &draft->occurrences.items[i];
        uint32_t reach = it->reach.end - it->reach.start;
        uint32_t merit = reach + (it->is_definition ? UINT32_MAX / 2 : 0);
        order[i] = (struct placed){
            {it->symbol, it->range.start, it->range.end, it->role, ~merit}, i};
    }
    sort(order, count, sizeof(*order), by_keys);
    return order;
}

static bool is_same_place(const struct placed *a, const struct placed *b)
{
    return memcmp(a->keys, b->keys, 4 * sizeof(a->keys[0])) == 0;
}

/* The same place found twice is one: a mention that is a reference, too. */
static uint32_t drop_repeated(struct pl_symbol_draft *draft,
                              struct placed *order, uint32_t *kept_for)
{
    struct pl_occurrence *items = draft->occurrences.items;
    uint32_t kept = 0;
    for (size_t i = 0; i < draft->occurrences.len; i++) {
        if (kept > 0 && is_same_place(&order[kept - 1], &order[i])) {
            uint32_t *pair = &items[order[kept - 1].old].pair;
            *pair = *pair == PL_NONE ? items[order[i].old].pair : *pair;
        } else {
            order[kept++] = order[i];
        }
        kept_for[order[i].old] = order[kept - 1].old;
    }
    return kept;
}

/* By the start of the reach, the longer one first. */
static struct placed *order_by_place(const struct pl_symbol_draft *draft,
                                     const struct placed *kept, uint32_t count)
{
    struct placed *order =
        pl_arena_array(draft->scratch, count, sizeof(*order));
    for (uint32_t i = 0; i < count; i++) {
        const struct pl_occurrence *it = &draft->occurrences.items[kept[i].old];
        order[i] = (struct placed){{it->reach.start, ~it->reach.end,
                                    it->range.start, it->symbol, it->role},
                                   kept[i].old};
    }
    sort(order, count, sizeof(*order), by_keys);
    return order;
}

/* Of each occurrence in order of symbols its place in the document. */
static void group(struct pl_arena *arena, struct pl_symbols *out,
                  const struct placed *by_symbol, const uint32_t *new_of)
{
    uint32_t *group =
        pl_arena_array(arena, out->occurrence_count, sizeof(*group));
    for (uint32_t i = 0; i < out->occurrence_count; i++) {
        group[i] = new_of[by_symbol[i].old];
    }
    out->by_symbol = group;
}

static void place_occurrences(struct pl_arena *arena,
                              struct pl_symbol_draft *draft,
                              struct pl_symbols *out)
{
    size_t all = draft->occurrences.len;
    uint32_t *kept_for = pl_arena_array(draft->scratch, all, sizeof(*kept_for));
    uint32_t *new_of = pl_arena_array(draft->scratch, all, sizeof(*new_of));
    struct placed *by_symbol = order_by_symbol(draft);
    uint32_t count = drop_repeated(draft, by_symbol, kept_for);
    const struct placed *order = order_by_place(draft, by_symbol, count);
    struct pl_occurrence *items = pl_arena_array(arena, count, sizeof(*items));
    for (uint32_t i = 0; i < count; i++) {
        items[i] = draft->occurrences.items[order[i].old];
        new_of[order[i].old] = i;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (items[i].pair != PL_NONE) {
            items[i].pair = new_of[kept_for[items[i].pair]];
        }
    }
    out->occurrences = items;
    out->occurrence_count = count;
    group(arena, out, by_symbol, new_of);
}

/* Gives the symbols their occurrences, which are grouped. */
static void share_out(struct pl_symbol *items, const struct pl_symbols *symbols)
{
    for (uint32_t i = 0; i < symbols->occurrence_count; i++) {
        uint32_t occurrence = symbols->by_symbol[i];
        struct pl_symbol *it = &items[symbols->occurrences[occurrence].symbol];
        it->first = it->end == 0 ? i : it->first;
        it->end = i + 1;
    }
}

/* A stack of what is open at each start; its links stay after it. */
static const uint32_t *find_outer(struct pl_arena *arena,
                                  const struct pl_symbols *symbols)
{
    uint32_t *outer =
        pl_arena_array(arena, symbols->occurrence_count, sizeof(*outer));
    uint32_t top = PL_NONE;
    for (uint32_t i = 0; i < symbols->occurrence_count; i++) {
        const struct pl_occurrence *items = symbols->occurrences;
        while (top != PL_NONE && items[top].reach.end < items[i].reach.start) {
            top = outer[top];
        }
        outer[i] = top;
        top = i;
    }
    return outer;
}

const struct pl_symbols *pl_symbols_build(struct pl_arena *arena,
                                          const struct pl_plan *plan)
{
    struct pl_symbols *symbols = pl_arena_alloc(arena, sizeof(*symbols));
    struct pl_symbol_draft draft = {.scratch = pl_arena_new(), .plan = plan};
    symbols->plan = plan;
    pl_symbol_draft_define_all(&draft);
    sort(draft.anchors.items, draft.anchors.len, sizeof(*draft.anchors.items),
         by_anchor);
    pl_symbol_draft_use_all(&draft);
    pl_symbol_draft_find_doubles(&draft);
    struct pl_symbol *items =
        pl_arena_array(arena, draft.symbols.len, sizeof(*items));
    const uint32_t *new_of = place_symbols(&draft, items);
    symbols->items = items;
    symbols->count = (uint32_t)draft.symbols.len;
    for (size_t i = 0; i < draft.occurrences.len; i++) {
        uint32_t *symbol = &draft.occurrences.items[i].symbol;
        *symbol = new_of[*symbol];
    }
    place_occurrences(arena, &draft, symbols);
    share_out(items, symbols);
    symbols->outer = find_outer(arena, symbols);
    pl_arena_free(draft.scratch);
    return symbols;
}

/* Whether `a` is nearer to a cursor than `b`: around it before only at its
 * end, then the shorter one, then what is more than a place. */
static bool is_nearer(const struct pl_symbols *symbols, uint32_t offset,
                      const struct pl_occurrence *a,
                      const struct pl_occurrence *b)
{
    bool a_holds = pl_range_has(a->reach, offset);
    bool b_holds = pl_range_has(b->reach, offset);
    if (a_holds != b_holds) {
        return a_holds;
    }
    uint32_t a_size = a->reach.end - a->reach.start;
    uint32_t b_size = b->reach.end - b->reach.start;
    if (a_size != b_size) {
        return a_size < b_size;
    }
    return symbols->items[a->symbol].kind > symbols->items[b->symbol].kind;
}

struct pl_symbol_hit pl_symbol_at(const struct pl_symbols *symbols,
                                  uint32_t offset)
{
    const struct pl_occurrence *best = NULL;
    uint32_t after =
        PL_FIRST_FROM(symbols->occurrences, symbols->occurrence_count,
                      reach.start, offset + 1);
    uint32_t at = after == 0 ? PL_NONE : after - 1;
    for (; at != PL_NONE; at = symbols->outer[at]) {
        const struct pl_occurrence *it = &symbols->occurrences[at];
        if (offset <= it->reach.end &&
            (!best || is_nearer(symbols, offset, it, best))) {
            best = it;
        }
    }
    if (!best) {
        return (struct pl_symbol_hit){0};
    }
    bool is_between = best->pair != PL_NONE && offset != best->range.end &&
                      !pl_range_has(best->range, offset);
    return (struct pl_symbol_hit){
        .symbol = &symbols->items[best->symbol],
        .occurrence = best,
        .other = is_between ? &symbols->occurrences[best->pair] : NULL,
    };
}

uint32_t pl_symbol_use_count(const struct pl_symbols *symbols,
                             const struct pl_symbol *symbol)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < symbol->end - symbol->first; i++) {
        const struct pl_occurrence *it =
            pl_symbol_occurrence(symbols, symbol, i);
        count += !it->is_definition && !it->is_contents && !it->has_number;
    }
    return count;
}
