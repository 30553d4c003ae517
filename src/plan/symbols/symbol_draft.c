#include "plan/symbols/symbol_draft.h"

#include "base/arena.h"
#include "plan/plan.h"

/* How many things of a kind the plan has. */
static uint32_t count_of(const struct pl_plan *plan, enum pl_symbol_kind kind)
{
    switch (kind) {
    case PL_SYMBOL_SECTION:
    case PL_SYMBOL_ANNEX:
        return plan->sections_count;
    case PL_SYMBOL_PARAGRAPH:
        return plan->paragraphs_count;
    case PL_SYMBOL_ITEM:
        return plan->items_count;
    case PL_SYMBOL_CLAUSE_ITEM:
        return plan->clause_items_count;
    case PL_SYMBOL_ENTITY:
        return plan->entities_count;
    case PL_SYMBOL_CAPTION:
        return plan->captions_count;
    case PL_SYMBOL_FOOTNOTE:
        return plan->footnotes_count;
    case PL_SYMBOL_ACRONYM:
        return plan->acronyms_count;
    case PL_SYMBOL_INSTRUMENT:
        return plan->citations_count;
    case PL_SYMBOL_LINK:
    case PL_SYMBOL_KIND_COUNT:
        break;
    }
    return 0;
}

void pl_symbol_draft_join(struct pl_symbol_draft *draft,
                          enum pl_symbol_kind kind, uint32_t index,
                          uint32_t symbol)
{
    if (!draft->of_kind[kind]) {
        uint32_t count = count_of(draft->plan, kind);
        draft->of_kind[kind] =
            pl_arena_array(draft->scratch, count, sizeof(uint32_t));
        for (uint32_t i = 0; i < count; i++) {
            draft->of_kind[kind][i] = PL_NONE;
        }
    }
    draft->of_kind[kind][index] = symbol;
}

uint32_t pl_symbol_draft_of(const struct pl_symbol_draft *draft,
                            enum pl_symbol_kind kind, uint32_t index)
{
    return draft->of_kind[kind] ? draft->of_kind[kind][index] : PL_NONE;
}

uint32_t pl_symbol_draft_add(struct pl_symbol_draft *draft,
                             struct pl_symbol symbol)
{
    uint32_t at = (uint32_t)draft->symbols.len;
    *PL_VEC_PUSH(draft->scratch, &draft->symbols) = symbol;
    if (symbol.index != PL_NONE) {
        pl_symbol_draft_join(draft, symbol.kind, symbol.index, at);
    }
    return at;
}

void pl_symbol_draft_anchor(struct pl_symbol_draft *draft, uint32_t start,
                            uint32_t symbol)
{
    *PL_VEC_PUSH(draft->scratch, &draft->anchors) =
        (struct pl_symbol_anchor){start, symbol};
}

static bool is_emphasis(char c)
{
    return c == '*' || c == '_';
}

/* A name does not hold the marks of emphasis around it. */
static struct pl_range without_emphasis(pl_str text, struct pl_range name)
{
    while (name.start < name.end && is_emphasis(text.data[name.start])) {
        name.start++;
    }
    while (name.end > name.start && is_emphasis(text.data[name.end - 1])) {
        name.end--;
    }
    return name;
}

struct pl_occurrence *pl_symbol_draft_use(struct pl_symbol_draft *draft,
                                          uint32_t symbol,
                                          struct pl_symbol_place place)
{
    if (place.role != PL_OCCURRENCE_NUMBER) {
        place.range = without_emphasis(draft->plan->text, place.range);
    }
    if (symbol == PL_NONE || pl_range_is_empty(place.range)) {
        return NULL;
    }
    struct pl_occurrence *added =
        PL_VEC_PUSH(draft->scratch, &draft->occurrences);
    *added = (struct pl_occurrence){
        .symbol = symbol,
        .role = place.role,
        .pair = PL_NONE,
        .range = place.range,
        .reach = place.reach,
    };
    return added;
}

void pl_symbol_draft_define(struct pl_symbol_draft *draft, uint32_t symbol,
                            struct pl_symbol_place place)
{
    struct pl_occurrence *added = pl_symbol_draft_use(draft, symbol, place);
    if (added) {
        added->is_definition = true;
    }
}
