/* Where a plan names its symbols: mentions of entities, pin-points, and all
 * that has a file of its own. */
#include "base/chars.h"
#include "plan/plan.h"
#include "plan/symbols/label_core.h"
#include "plan/symbols/reach.h"
#include "plan/symbols/symbol_draft.h"

/* The label of a mention: the last piece before its name that reads so. */
static struct pl_range mention_number(pl_str text,
                                      const struct pl_mention *mention)
{
    struct pl_range found = {0, 0};
    bool is_named = !pl_range_is_empty(mention->name) &&
                    mention->name.start > mention->range.start;
    uint32_t end = is_named ? mention->name.start : mention->range.end;
    for (uint32_t at = mention->range.start; at < end;) {
        uint32_t stop = at;
        while (stop < end && (pl_is_alnum(text.data[stop]) ||
                              (text.data[stop] == '.' && stop + 1 < end &&
                               pl_is_alnum(text.data[stop + 1])))) {
            stop++;
        }
        struct pl_range piece = {at, stop};
        struct pl_label label;
        if (stop > at && pl_label_parse(pl_range_text(text, piece), &label) &&
            pl_label_eq(label, mention->label)) {
            found = piece;
        }
        at = stop + 1;
    }
    return found;
}

static void add_mentions(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->mentions_count; i++) {
        const struct pl_mention *it = &plan->mentions[i];
        if (it->entity == PL_NONE) {
            continue;
        }
        uint32_t symbol =
            pl_symbol_draft_of(draft, PL_SYMBOL_ENTITY, it->entity);
        struct pl_range number = it->label.count > 0
                                     ? mention_number(plan->text, it)
                                     : (struct pl_range){0, 0};
        struct pl_range reach = {it->range.start, number.end};
        pl_symbol_draft_use(
            draft, symbol,
            (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, number, reach});
        struct pl_occurrence *name = pl_symbol_draft_use(
            draft, symbol,
            (struct pl_symbol_place){PL_OCCURRENCE_NAME, it->name, it->name});
        if (name) {
            name->has_number = !pl_range_is_empty(number);
        }
    }
}

static void add_pinpoints(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->pinpoints_count; i++) {
        const struct pl_pinpoint *it = &plan->pinpoints[i];
        if (it->item == PL_NONE) {
            continue;
        }
        bool is_first = i == 0 || !pl_reach_is_same(it[-1].phrase, it->phrase);
        bool is_last = i + 1 == plan->pinpoints_count ||
                       !pl_reach_is_same(it[1].phrase, it->phrase);
        struct pl_symbol_place place = {
            PL_OCCURRENCE_NUMBER, pl_label_core(plan->text, it->range),
            pl_reach_within(it->range, it->phrase, is_first, is_last)};
        pl_symbol_draft_use(
            draft, pl_symbol_draft_of(draft, PL_SYMBOL_CLAUSE_ITEM, it->item),
            place);
    }
}

void pl_symbol_draft_use_all(struct pl_symbol_draft *draft)
{
    pl_symbol_draft_add_references(draft);
    add_mentions(draft);
    add_pinpoints(draft);
    pl_symbol_draft_add_contents(draft);
    pl_symbol_draft_add_contents_acronyms(draft);
    pl_symbol_draft_add_name_uses(draft);
}
