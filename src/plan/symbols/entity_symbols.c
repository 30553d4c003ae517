/* Entities as symbols; one that is an item or a paragraph, too, is one symbol
 * with it. */
#include "plan/plan.h"
#include "plan/symbols/definition.h"

enum {
    LONGEST_NAME = 12, /* words; more are a sentence, not a name */
    LONGEST_LEAD = 64, /* bytes of "Strategic objective" */
};

/* "Universal Connectivity", not a sentence. */
static bool is_name(const struct pl_plan *plan, struct pl_range name)
{
    uint32_t first = pl_words_at(plan->words, name.start);
    uint32_t end = pl_words_at(plan->words, name.end);
    pl_str text = pl_range_text(plan->text, name);
    return end > first && end - first <= LONGEST_NAME &&
           text.data[text.len - 1] != '.' && text.data[text.len - 1] != ';';
}

/* With the word before: "Goal 1". */
static struct pl_range entity_reach(const struct pl_entity *entity)
{
    uint32_t start = entity->range.start;
    bool leads = start < entity->number.start &&
                 entity->number.start - start <= LONGEST_LEAD &&
                 (pl_range_is_empty(entity->name) ||
                  entity->name.start >= entity->number.end);
    return leads ? (struct pl_range){start, entity->number.end}
                 : entity->number;
}

/* The item or paragraph that an entity is, too. */
static void join_entity(struct pl_symbol_draft *draft, uint32_t at,
                        const uint32_t *ends)
{
    const struct pl_plan *plan = draft->plan;
    struct pl_symbol *symbol = &draft->symbols.items[at];
    const struct pl_entity *it = &plan->entities[symbol->index];
    uint32_t item = pl_definition_item_at(plan, symbol->number.start);
    if (item != PL_NONE) {
        symbol->extent.end = ends[item];
        pl_symbol_draft_join(draft, PL_SYMBOL_ITEM, item, at);
        return;
    }
    const struct pl_block *block = &plan->blocks[it->block];
    if (block->kind == PL_BLOCK_PARAGRAPH && block->detail != PL_NONE &&
        plan->paragraphs[block->detail].number.start == it->number.start) {
        symbol->extent = pl_definition_paragraph(plan, it->block);
        pl_symbol_draft_join(draft, PL_SYMBOL_PARAGRAPH, block->detail, at);
    }
}

static void add_entity(struct pl_symbol_draft *draft, uint32_t index,
                       const uint32_t *ends)
{
    const struct pl_plan *plan = draft->plan;
    const struct pl_entity *it = &plan->entities[index];
    uint32_t at = pl_symbol_draft_add(
        draft, (struct pl_symbol){
                   .kind = PL_SYMBOL_ENTITY,
                   .index = index,
                   .label = it->label,
                   .number = it->number,
                   .name = it->name,
                   .extent = it->section == PL_NONE
                                 ? it->range
                                 : pl_definition_section(plan, it->section),
               });
    pl_definition_number(draft, at, entity_reach(it));
    if (pl_range_is_empty(it->number)) {
        pl_symbol_draft_anchor(draft, it->range.start, at);
    } else {
        join_entity(draft, at, ends);
    }
    if (is_name(plan, it->name)) {
        pl_definition_name(draft, at);
    }
}

void pl_symbol_draft_add_entities(struct pl_symbol_draft *draft,
                                  const uint32_t *ends)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (!pl_range_is_empty(it->number) || !pl_range_is_empty(it->name)) {
            add_entity(draft, i, ends);
        }
    }
}
