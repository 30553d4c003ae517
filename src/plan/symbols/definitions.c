/* The symbols of a plan, and where it defines them. */
#include "base/arena.h"
#include "plan/plan.h"
#include "plan/symbols/definition.h"

static void add_sections(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *it = &plan->sections[i];
        bool is_annex = it->kind == PL_SECTION_ANNEX;
        struct pl_range name =
            pl_range_is_empty(it->subtitle) ? it->title : it->subtitle;
        if (pl_range_is_empty(it->number) && pl_range_is_empty(name)) {
            continue;
        }
        uint32_t at = pl_symbol_draft_add(
            draft, (struct pl_symbol){
                       .kind = is_annex ? PL_SYMBOL_ANNEX : PL_SYMBOL_SECTION,
                       .index = i,
                       .label = it->label,
                       .number = it->number,
                       .name = name,
                       .extent = pl_definition_section(plan, i),
                   });
        pl_definition_number(draft, at, it->number);
        pl_definition_name(draft, at);
    }
}

static void add_paragraphs(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->paragraphs_count; i++) {
        const struct pl_paragraph *it = &plan->paragraphs[i];
        if (pl_symbol_draft_of(draft, PL_SYMBOL_PARAGRAPH, i) != PL_NONE) {
            continue;
        }
        uint32_t at = pl_symbol_draft_add(
            draft, (struct pl_symbol){
                       .kind = PL_SYMBOL_PARAGRAPH,
                       .index = i,
                       .label = it->label,
                       .number = it->number,
                       .extent = pl_definition_paragraph(plan, it->block),
                   });
        pl_definition_number(draft, at, it->number);
    }
}

/* Of each item the end of what it holds, with the items of lists in it. */
static uint32_t *item_ends(const struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    uint32_t *ends =
        pl_arena_array(draft->scratch, plan->items_count, sizeof(*ends));
    for (uint32_t i = plan->items_count; i-- > 0;) {
        const struct pl_item *it = &plan->items[i];
        struct pl_range own = pl_definition_span(it->marker, it->content);
        ends[i] = own.end > ends[i] ? own.end : ends[i];
        uint32_t parent = plan->lists[it->list].parent;
        if (parent != PL_NONE && parent < i && ends[i] > ends[parent]) {
            ends[parent] = ends[i];
        }
    }
    return ends;
}

static void add_items(struct pl_symbol_draft *draft, const uint32_t *ends)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->items_count; i++) {
        const struct pl_item *it = &plan->items[i];
        uint32_t owner = pl_symbol_draft_of(draft, PL_SYMBOL_ITEM, i);
        if (it->label.count == 0) {
            continue;
        }
        if (owner != PL_NONE) {
            pl_symbol_draft_anchor(draft, it->marker.start, owner);
            continue;
        }
        uint32_t at = pl_symbol_draft_add(
            draft, (struct pl_symbol){
                       .kind = PL_SYMBOL_ITEM,
                       .index = i,
                       .label = it->label,
                       .number = it->marker,
                       .extent = {it->marker.start, ends[i]},
                   });
        pl_definition_number(draft, at, it->marker);
    }
}

static struct pl_range clause_item_extent(const struct pl_plan *plan,
                                          uint32_t index)
{
    const struct pl_clause_item *it = &plan->clause_items[index];
    const struct pl_clause *clause = &plan->clauses[it->clause];
    uint32_t end = index + 1 < clause->item_end
                       ? plan->clause_items[index + 1].block
                       : clause->block_end;
    struct pl_range extent = pl_definition_span(it->marker, it->content);
    if (end > it->block + 1) {
        extent.end = plan->blocks[end - 1].range.end;
    }
    return extent;
}

static void add_clause_items(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->clause_items_count; i++) {
        const struct pl_clause_item *it = &plan->clause_items[i];
        uint32_t item = pl_definition_item_at(plan, it->marker.start);
        uint32_t owner = item == PL_NONE
                             ? PL_NONE
                             : pl_symbol_draft_of(draft, PL_SYMBOL_ITEM, item);
        if (owner != PL_NONE) {
            pl_symbol_draft_join(draft, PL_SYMBOL_CLAUSE_ITEM, i, owner);
            continue;
        }
        uint32_t at = pl_symbol_draft_add(
            draft, (struct pl_symbol){
                       .kind = PL_SYMBOL_CLAUSE_ITEM,
                       .index = i,
                       .label = it->label,
                       .number = it->marker,
                       .extent = clause_item_extent(plan, i),
                   });
        pl_definition_number(draft, at, it->marker);
        if (item != PL_NONE) {
            pl_symbol_draft_join(draft, PL_SYMBOL_ITEM, item, at);
        }
    }
}

static void add_captions(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->captions_count; i++) {
        const struct pl_caption *it = &plan->captions[i];
        if (it->label.count == 0) {
            continue;
        }
        uint32_t at = pl_symbol_draft_add(
            draft, (struct pl_symbol){
                       .kind = PL_SYMBOL_CAPTION,
                       .index = i,
                       .label = it->label,
                       .number = it->range,
                       .name = it->title,
                       .extent = pl_definition_span(it->range, it->title),
                   });
        pl_definition_number(draft, at, it->range);
        pl_definition_name(draft, at);
    }
}

void pl_symbol_draft_define_all(struct pl_symbol_draft *draft)
{
    const uint32_t *ends = item_ends(draft);
    pl_symbol_draft_add_entities(draft, ends);
    add_clause_items(draft);
    add_items(draft, ends);
    add_sections(draft);
    add_paragraphs(draft);
    add_captions(draft);
    pl_symbol_draft_add_footnotes(draft);
    pl_symbol_draft_add_acronyms(draft);
    pl_symbol_draft_add_citations(draft);
    pl_symbol_draft_add_links(draft);
}
