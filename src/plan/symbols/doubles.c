/* Symbols that have the number of another one in the same series. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/search.h"
#include "plan/plan.h"
#include "plan/symbols/symbol_draft.h"

struct finder {
    struct pl_symbol_draft *draft;
    struct pl_map *last_of; /* from a key to the newest symbol of it */
};

/* `key` is built in the scratch arena. */
static void join(struct finder *finder, pl_str key, uint32_t symbol)
{
    struct pl_symbol *items = finder->draft->symbols.items;
    uint32_t last = pl_map_get(finder->last_of, key);
    if (last != PL_NONE && last != symbol &&
        items[symbol].next_double == symbol) {
        items[symbol].next_double = items[last].next_double;
        items[last].next_double = symbol;
    }
    pl_map_put(finder->last_of, key, symbol);
}

static pl_str key_of(const struct finder *finder, const char *unit,
                     uint32_t number, struct pl_label label)
{
    struct pl_buf key = pl_buf_in(finder->draft->scratch);
    pl_buf_add_text(&key, unit);
    pl_buf_add_number(&key, number);
    pl_buf_add_char(&key, ':');
    pl_label_write(&key, label);
    return pl_buf_str(&key);
}

static uint32_t symbol_at(const struct pl_symbol_draft *draft, uint32_t start)
{
    uint32_t count = (uint32_t)draft->anchors.len;
    uint32_t at = PL_FIRST_FROM(draft->anchors.items, count, start, start);
    return at < count && draft->anchors.items[at].start == start
               ? draft->anchors.items[at].symbol
               : PL_NONE;
}

static void find_in_series(struct finder *finder, uint32_t series)
{
    const struct pl_plan *plan = finder->draft->plan;
    const struct pl_series *it = &plan->series[series];
    for (uint32_t i = it->first_entry; i < it->entry_end; i++) {
        const struct pl_series_entry *entry = &plan->series_entries[i];
        uint32_t symbol = symbol_at(finder->draft, entry->range.start);
        if (symbol != PL_NONE) {
            join(finder, key_of(finder, "", series, entry->label), symbol);
        }
    }
}

/* Those of kinds that are in no series. */
static void find_entities(struct finder *finder)
{
    const struct pl_plan *plan = finder->draft->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        uint32_t symbol =
            pl_symbol_draft_of(finder->draft, PL_SYMBOL_ENTITY, i);
        if (symbol == PL_NONE || it->label.count == 0) {
            continue;
        }
        struct pl_buf unit = pl_buf_in(finder->draft->scratch);
        pl_buf_addf(&unit, "entity %d %u ", (int)it->kind, it->family);
        pl_buf_add_char(&unit, '\0');
        join(finder, key_of(finder, unit.data, it->parent, it->label), symbol);
    }
}

static void find_footnotes(struct finder *finder)
{
    const struct pl_plan *plan = finder->draft->plan;
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        struct pl_buf key = pl_buf_in(finder->draft->scratch);
        pl_buf_add_text(&key, "footnote ");
        pl_buf_add(&key, plan->footnotes[i].id);
        join(finder, pl_buf_str(&key),
             pl_symbol_draft_of(finder->draft, PL_SYMBOL_FOOTNOTE, i));
    }
}

void pl_symbol_draft_find_doubles(struct pl_symbol_draft *draft)
{
    struct finder finder = {draft,
                            pl_map_new(draft->scratch, draft->symbols.len)};
    for (uint32_t i = 0; i < draft->symbols.len; i++) {
        draft->symbols.items[i].next_double = i;
    }
    for (uint32_t i = 0; i < draft->plan->series_count; i++) {
        enum pl_series_kind kind = draft->plan->series[i].kind;
        if (kind != PL_SERIES_FOOTNOTE && kind != PL_SERIES_GOAL &&
            kind != PL_SERIES_TARGET) {
            find_in_series(&finder, i);
        }
    }
    find_entities(&finder);
    find_footnotes(&finder);
}
