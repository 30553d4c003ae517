#include "plan/symbols/definition.h"

#include "plan/plan.h"
#include "plan/symbols/label_core.h"

struct pl_range pl_definition_span(struct pl_range a, struct pl_range b)
{
    if (pl_range_is_empty(b)) {
        return a;
    }
    if (pl_range_is_empty(a)) {
        return b;
    }
    return (struct pl_range){a.start < b.start ? a.start : b.start,
                             a.end > b.end ? a.end : b.end};
}

void pl_definition_number(struct pl_symbol_draft *draft, uint32_t symbol,
                          struct pl_range reach)
{
    struct pl_range number = draft->symbols.items[symbol].number;
    if (pl_range_is_empty(number)) {
        return;
    }
    struct pl_range core = pl_label_core(draft->plan->text, number);
    pl_symbol_draft_define(
        draft, symbol,
        (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, core, reach});
    pl_symbol_draft_anchor(draft, number.start, symbol);
}

void pl_definition_name(struct pl_symbol_draft *draft, uint32_t symbol)
{
    struct pl_range name = draft->symbols.items[symbol].name;
    pl_symbol_draft_define(
        draft, symbol,
        (struct pl_symbol_place){PL_OCCURRENCE_NAME, name, name});
}

struct pl_range pl_definition_section(const struct pl_plan *plan,
                                      uint32_t section)
{
    const struct pl_section *it = &plan->sections[section];
    uint32_t end = plan->sections[it->subtree_end - 1].block_end;
    return (struct pl_range){plan->blocks[it->heading].range.start,
                             plan->blocks[end - 1].range.end};
}

struct pl_range pl_definition_paragraph(const struct pl_plan *plan,
                                        uint32_t block)
{
    struct pl_range extent = plan->blocks[block].range;
    uint32_t section = plan->blocks[block].section;
    for (uint32_t i = block + 1; i < plan->blocks_count; i++) {
        const struct pl_block *next = &plan->blocks[i];
        if (next->kind != PL_BLOCK_ITEM || next->section != section) {
            break;
        }
        extent.end = next->range.end;
    }
    return extent;
}

uint32_t pl_definition_item_at(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t item = pl_plan_item_at(plan, offset);
    return item != PL_NONE && pl_range_has(plan->items[item].marker, offset) &&
                   plan->items[item].label.count > 0
               ? item
               : PL_NONE;
}
