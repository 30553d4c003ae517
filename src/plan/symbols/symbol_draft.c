#include "plan/symbols/symbol_draft.h"

#include "base/arena.h"
#include "base/chars.h"
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

struct pl_occurrence *pl_symbol_draft_use(struct pl_symbol_draft *draft,
                                          uint32_t symbol,
                                          struct pl_symbol_place place)
{
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

/* "Table 4-1", "Figure A-2"; not "Annex-1". */
static bool is_hyphen(pl_str text, uint32_t at, uint32_t from)
{
    return text.data[at] == '-' && at > from &&
           (pl_is_digit(text.data[at - 1]) ||
            (pl_is_letter(text.data[at - 1]) &&
             (at - 1 == from || !pl_is_alnum(text.data[at - 2]))));
}

static bool is_of_label(pl_str text, uint32_t at, uint32_t from)
{
    char c = text.data[at];
    bool joins = c == '.' && at > from && pl_is_alnum(text.data[at - 1]);
    return pl_is_alnum(c) || pl_is_wide(c) || joins ||
           is_hyphen(text, at, from);
}

static uint32_t before_label(pl_str text, uint32_t from, uint32_t at)
{
    while (at > from && is_of_label(text, at - 1, from)) {
        at--;
    }
    return at;
}

struct pl_range pl_symbol_core(pl_str text, struct pl_range typed)
{
    struct pl_range core = typed;
    while (core.end > core.start && !pl_is_alnum(text.data[core.end - 1]) &&
           !pl_is_wide(text.data[core.end - 1])) {
        core.end--;
    }
    core.start = before_label(text, typed.start, core.end);
    if (pl_label_bis(pl_range_text(text, core))) {
        uint32_t end = core.start;
        while (end > typed.start && pl_is_blank(text.data[end - 1])) {
            end--;
        }
        core.start = before_label(text, typed.start, end);
    }
    return pl_range_is_empty(core) ? typed : core;
}
