#include "plan/rename/rename_room.h"

#include "base/map.h"
#include "plan/plan.h"
#include "plan/rename/rename_draft.h"
#include "plan/symbols/label_core.h"

/* The part of the document that a symbol stands in. */
static uint32_t part_of(const struct pl_plan *plan,
                        const struct pl_symbol *symbol)
{
    uint32_t block = pl_plan_block_at(plan, symbol->number.start);
    return block == PL_NONE
               ? PL_NONE
               : pl_plan_part_of(plan, plan->blocks[block].section);
}

static bool are_sister_annexes(const struct pl_section *a,
                               const struct pl_section *b)
{
    return a->part_kind == b->part_kind && a->parent == b->parent;
}

static bool are_sister_sections(const struct pl_plan *plan, uint32_t a,
                                uint32_t b)
{
    const struct pl_section *sections = plan->sections;
    return sections[a].label.count == 1
               ? sections[a].parent == sections[b].parent
               : pl_plan_part_of(plan, a) == pl_plan_part_of(plan, b);
}

static bool is_of_kind(const struct pl_entity *a, const struct pl_entity *b)
{
    return a->kind == b->kind && a->family == b->family;
}

/* Whether the numbers of such entities begin again below each parent: two
 * parents have the same one. */
static bool are_counted_apart(const struct pl_rename_draft *draft,
                              const struct pl_entity *entity)
{
    const struct pl_plan *plan = draft->plan;
    struct pl_map *parents = pl_map_new(draft->scratch, plan->entities_count);
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *it = &plan->entities[i];
        if (!is_of_kind(it, entity) || it->label.count == 0) {
            continue;
        }
        pl_str key = pl_label_text(draft->scratch, it->label);
        if (pl_map_get_or_add(parents, key, it->parent) != it->parent) {
            return true;
        }
    }
    return false;
}

static bool are_sister_entities(const struct pl_rename_draft *draft,
                                const struct pl_entity *a,
                                const struct pl_entity *b)
{
    return is_of_kind(a, b) && (a->parent == b->parent || a->label.count > 1 ||
                                !are_counted_apart(draft, a));
}

/* The run of numbers that a paragraph is in; PL_NONE. */
static uint32_t series_of(const struct pl_plan *plan, uint32_t start)
{
    for (uint32_t i = 0; i < plan->series_count; i++) {
        const struct pl_series *it = &plan->series[i];
        for (uint32_t k = it->first_entry;
             it->kind == PL_SERIES_PARAGRAPH && k < it->entry_end; k++) {
            if (plan->series_entries[k].range.start == start) {
                return i;
            }
        }
    }
    return PL_NONE;
}

/* Single numbers may begin anew in the same part, "1.1" does not. */
static bool are_sister_paragraphs(const struct pl_plan *plan,
                                  const struct pl_symbol *a,
                                  const struct pl_symbol *b)
{
    return a->label.count > 1 ? part_of(plan, a) == part_of(plan, b)
                              : series_of(plan, a->number.start) ==
                                    series_of(plan, b->number.start);
}

static bool are_sisters(const struct pl_rename_draft *draft,
                        const struct pl_symbol *a, const struct pl_symbol *b)
{
    const struct pl_plan *plan = draft->plan;
    switch (a->kind) {
    case PL_SYMBOL_SECTION:
        return are_sister_sections(plan, a->index, b->index);
    case PL_SYMBOL_ANNEX:
        return are_sister_annexes(&plan->sections[a->index],
                                  &plan->sections[b->index]);
    case PL_SYMBOL_PARAGRAPH:
        return are_sister_paragraphs(plan, a, b);
    case PL_SYMBOL_ITEM:
        return plan->items[a->index].list == plan->items[b->index].list;
    case PL_SYMBOL_CLAUSE_ITEM:
        return plan->clause_items[a->index].clause ==
               plan->clause_items[b->index].clause;
    case PL_SYMBOL_ENTITY:
        return are_sister_entities(draft, &plan->entities[a->index],
                                   &plan->entities[b->index]);
    case PL_SYMBOL_CAPTION:
        return plan->captions[a->index].kind == plan->captions[b->index].kind &&
               part_of(plan, a) == part_of(plan, b);
    case PL_SYMBOL_FOOTNOTE:
    case PL_SYMBOL_ACRONYM:
    case PL_SYMBOL_INSTRUMENT:
    case PL_SYMBOL_LINK:
    case PL_SYMBOL_KIND_COUNT:
        break;
    }
    return false;
}

const struct pl_symbol *pl_rename_room_find(const struct pl_rename_draft *draft,
                                            const struct pl_symbol *symbol,
                                            struct pl_label label)
{
    const struct pl_symbols *symbols = draft->symbols;
    for (uint32_t i = 0; i < symbols->count; i++) {
        const struct pl_symbol *it = &symbols->items[i];
        if (it != symbol && it->kind == symbol->kind &&
            pl_label_is_alike(it->label, label) &&
            are_sisters(draft, symbol, it)) {
            return it;
        }
    }
    return NULL;
}
