#include "plan/acts.h"

#include "base/arena.h"
#include "base/search.h"
#include "plan/acts/act_draft.h"
#include "plan/plan.h"

static void add_item(struct pl_act_draft *draft, uint32_t clause,
                     uint32_t block, struct pl_label label)
{
    const struct pl_block *it = &draft->plan->blocks[block];
    *PL_VEC_PUSH(draft->arena, &draft->items) = (struct pl_clause_item){
        .label = label,
        .marker = it->marker,
        .content = it->content,
        .clause = clause,
        .block = block,
    };
}

/* Whether two labels are of one list: the depth of items is their style. */
static bool is_same_style(struct pl_label a, struct pl_label b)
{
    return a.count == b.count &&
           a.parts[a.count - 1].style == b.parts[b.count - 1].style;
}

static bool ends_with_paren(pl_str typed)
{
    return typed.len > 0 && typed.data[typed.len - 1] == ')';
}

/* "i)" after "b)" begins a list inside an item; after "h)" it does not. */
static bool may_be_roman(struct pl_label last, struct pl_label label)
{
    enum { I = 9, NEAR = 2 };
    return label.count == 1 && label.parts[0].style == PL_LABEL_LOWER &&
           label.parts[0].value == I && last.count == 1 &&
           last.parts[0].value + NEAR < I;
}

/* The items with markers like the first one's: those inside an item are
 * marked in another way. */
static void add_items(struct pl_act_draft *draft, uint32_t index)
{
    const struct pl_plan *plan = draft->plan;
    struct pl_clause *clause = &draft->clauses.items[index];
    struct pl_label first = {0};
    struct pl_label last = {0};
    pl_str first_typed = {0};
    clause->first_item = (uint32_t)draft->items.len;
    for (uint32_t i = clause->block + 1; i < clause->block_end; i++) {
        const struct pl_block *block = &plan->blocks[i];
        bool may_be_item =
            block->kind == PL_BLOCK_ITEM || block->kind == PL_BLOCK_PARAGRAPH;
        pl_str typed = pl_str_trim(pl_range_text(plan->text, block->marker));
        struct pl_label label;
        if (!may_be_item || !pl_label_parse(typed, &label)) {
            continue;
        }
        if (first.count == 0) {
            first = label;
            first_typed = typed;
        }
        if (is_same_style(first, label) && !may_be_roman(last, label) &&
            ends_with_paren(first_typed) == ends_with_paren(typed)) {
            add_item(draft, index, i, label);
            last = label;
        }
    }
    clause->item_end = (uint32_t)draft->items.len;
}

void pl_act_draft_add_items(struct pl_act_draft *draft)
{
    for (uint32_t i = 0; i < draft->clauses.len; i++) {
        add_items(draft, i);
    }
}

void pl_acts_build(struct pl_arena *arena, struct pl_plan *plan)
{
    struct pl_act_draft draft = {.arena = arena, .plan = plan};
    pl_act_draft_find(&draft);
    pl_act_draft_add_items(&draft);
    plan->acts = draft.acts.items;
    plan->acts_count = (uint32_t)draft.acts.len;
    plan->clauses = draft.clauses.items;
    plan->clauses_count = (uint32_t)draft.clauses.len;
    plan->clause_items = draft.items.items;
    plan->clause_items_count = (uint32_t)draft.items.len;
    pl_pinpoints_build(arena, plan);
}

uint32_t pl_plan_act_of(const struct pl_plan *plan, uint32_t block)
{
    uint32_t low =
        PL_FIRST_FROM(plan->acts, plan->acts_count, first_block, block + 1);
    return low > 0 && block < plan->acts[low - 1].block_end ? low - 1 : PL_NONE;
}
