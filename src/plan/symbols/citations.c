/* Instruments that a plan cites: "Resolution 71" wherever it stands, and the
 * part of the document that is it. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "plan/plan.h"
#include "plan/symbols/symbol_draft.h"

/* Name and number in small letters with nothing between. */
static pl_str key_of(struct pl_arena *arena, pl_str instrument, pl_str number)
{
    struct pl_buf key = pl_buf_in(arena);
    pl_str pieces[] = {instrument, number};
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < pieces[i].len; k++) {
            if (!pl_is_space(pieces[i].data[k])) {
                pl_buf_add_char(&key, pl_to_lower(pieces[i].data[k]));
            }
        }
    }
    return pl_buf_str(&key);
}

/* Parts that are instruments themselves, in a collection of them. */
static void add_parts(const struct pl_symbol_draft *draft, struct pl_map *known)
{
    static const pl_str names[PL_PART_KIND_COUNT] = {
        [PL_PART_RESOLUTION] = PL_STR("Resolution"),
        [PL_PART_DECISION] = PL_STR("Decision"),
    };
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *it = &plan->sections[i];
        pl_str name = names[it->part_kind];
        if (it->kind == PL_SECTION_ANNEX && name.len > 0 &&
            it->label.count > 0) {
            pl_str number = pl_label_text(draft->scratch, it->label);
            pl_map_get_or_add(known, key_of(draft->scratch, name, number),
                              pl_symbol_draft_of(draft, PL_SYMBOL_ANNEX, i));
        }
    }
}

void pl_symbol_draft_add_citations(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    struct pl_map *known = pl_map_new(draft->scratch, plan->citations_count);
    add_parts(draft, known);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        pl_str key = key_of(draft->scratch, it->instrument,
                            pl_range_text(plan->text, it->number));
        uint32_t symbol = pl_map_get(known, key);
        if (symbol == PL_NONE) {
            symbol = pl_symbol_draft_add(
                draft, (struct pl_symbol){.kind = PL_SYMBOL_INSTRUMENT,
                                          .index = i,
                                          .number = it->number});
            pl_map_put(known, key, symbol);
        } else {
            pl_symbol_draft_join(draft, PL_SYMBOL_INSTRUMENT, i, symbol);
        }
        pl_symbol_draft_use(draft, symbol,
                            (struct pl_symbol_place){PL_OCCURRENCE_NUMBER,
                                                     it->number, it->range});
    }
}
