/* Footnotes as symbols, and their marks. */
#include "plan/plan.h"
#include "plan/symbols/symbol_draft.h"

static struct pl_range range_of_str(const struct pl_plan *plan, pl_str piece)
{
    uint32_t start = (uint32_t)(piece.data - plan->text.data);
    return (struct pl_range){start, start + (uint32_t)piece.len};
}

void pl_symbol_draft_add_footnotes(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->footnotes_count; i++) {
        const struct pl_footnote *it = &plan->footnotes[i];
        struct pl_symbol symbol = {.kind = PL_SYMBOL_FOOTNOTE,
                                   .index = i,
                                   .number = it->label,
                                   .extent = it->range};
        if (!pl_label_parse(it->id, &symbol.label)) {
            symbol.label.count = 0;
        }
        uint32_t at = pl_symbol_draft_add(draft, symbol);
        pl_symbol_draft_anchor(draft, it->label.start, at);
        pl_symbol_draft_define(
            draft, at,
            (struct pl_symbol_place){PL_OCCURRENCE_NUMBER,
                                     range_of_str(plan, it->id), it->label});
    }
    for (uint32_t i = 0; i < plan->footnote_marks_count; i++) {
        const struct pl_footnote_mark *it = &plan->footnote_marks[i];
        if (it->note != PL_NONE) {
            pl_symbol_draft_use(
                draft, pl_symbol_draft_of(draft, PL_SYMBOL_FOOTNOTE, it->note),
                (struct pl_symbol_place){PL_OCCURRENCE_NUMBER,
                                         range_of_str(plan, it->id),
                                         it->range});
        }
    }
}
