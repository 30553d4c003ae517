/* References and pin-points. */
#include "plan/plan.h"
#include "plan/renumber/meaning.h"
#include "plan/renumber/numbering.h"
#include "plan/renumber/rewriter.h"

/* From behind the first number of a range to its end. */
static struct pl_range rest_of(const struct pl_plan *plan,
                               struct pl_range range, struct pl_label label)
{
    struct pl_typed typed;
    if (pl_typed_find_end(plan->text, range, label, &typed)) {
        range.start = typed.parts[typed.count - 1].end;
    }
    return range;
}

/* Both ends or none. */
static bool change_reference(struct pl_rewriter *r,
                             const struct pl_reference *it,
                             const struct pl_meaning *meaning)
{
    size_t before = r->edits.len;
    struct pl_range rest = rest_of(r->numbering->plan, it->range, it->label);
    bool ok =
        pl_rewriter_change(r, it->range, it->label, meaning->label) &&
        (it->to.count == 0 || pl_rewriter_change(r, rest, it->to, meaning->to));
    r->edits.len = ok ? r->edits.len : before;
    return ok;
}

/* With its word, when no other number stands between. */
static void leave_reference(struct pl_rewriter *r, uint32_t index,
                            enum pl_renumber_reason reason)
{
    const struct pl_reference *it = &r->numbering->plan->references[index];
    struct pl_range range = it->range;
    if (index == 0 || it[-1].phrase.start != it->phrase.start) {
        range.start = it->phrase.start;
    }
    pl_rewriter_leave(r, range, reason);
}

static void follow_references(struct pl_rewriter *r)
{
    const struct pl_plan *plan = r->numbering->plan;
    struct pl_meaner meaner = pl_meaner_of(r->numbering, r->runs);
    for (uint32_t i = 0; i < plan->references_count; i++) {
        const struct pl_reference *it = &plan->references[i];
        struct pl_meaning meaning = pl_meaner_ask(&meaner, i);
        switch (meaning.kind) {
        case PL_MEANING_SAME:
            break;
        case PL_MEANING_LEFT:
            leave_reference(r, i, meaning.reason);
            break;
        case PL_MEANING_CHANGED:
            if (change_reference(r, it, &meaning)) {
                r->references++;
            } else {
                leave_reference(r, i, r->failure);
            }
            break;
        }
    }
}

static bool has_name_of(const struct pl_plan *plan, uint32_t clause,
                        const struct pl_clause *other)
{
    return pl_str_eq_ignore_case(
        pl_range_text(plan->text, plan->clauses[clause].name),
        pl_range_text(plan->text, other->name));
}

/* Whether a clause of that name has another item with that label. */
static bool is_doubled(const struct pl_plan *plan,
                       const struct pl_pinpoint *pinpoint)
{
    const struct pl_act *act = &plan->acts[pinpoint->act];
    const struct pl_clause_item *item = &plan->clause_items[pinpoint->item];
    uint32_t count = 0;
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        const struct pl_clause *clause = &plan->clauses[i];
        bool is_alike = has_name_of(plan, item->clause, clause);
        for (uint32_t k = clause->first_item; is_alike && k < clause->item_end;
             k++) {
            count += pl_label_eq(plan->clause_items[k].label, item->label);
        }
    }
    return count > 1;
}

static void follow_pinpoint(struct pl_rewriter *r, const struct pl_pinpoint *it)
{
    enum { ALL = (1 << PL_NUMBERED_SOURCE_COUNT) - 1 };
    const struct pl_plan *plan = r->numbering->plan;
    uint32_t thing = pl_numbering_find(
        r->numbering, ALL, plan->clause_items[it->item].marker.start);
    if (thing == PL_NONE || !pl_numbered_changes(r->numbering, thing)) {
        bool is_old =
            pl_numbering_is_old(r->numbering, PL_PLACE_ITEM, it->label);
        if (is_old && is_doubled(plan, it)) {
            pl_rewriter_leave(r, it->range, PL_LEFT_DOUBLED);
        }
        return;
    }
    const struct pl_numbered *found = &r->numbering->items[thing];
    struct pl_label new = r->numbering->items[found->same].new_label;
    if (is_doubled(plan, it)) {
        pl_rewriter_leave(r, it->range, PL_LEFT_DOUBLED);
    } else if (pl_rewriter_change(r, it->range, found->label, new)) {
        r->references++;
    } else {
        pl_rewriter_leave_failed(r, it->range);
    }
}

void pl_rewriter_references(struct pl_rewriter *rewriter)
{
    const struct pl_plan *plan = rewriter->numbering->plan;
    follow_references(rewriter);
    for (uint32_t i = 0; i < plan->pinpoints_count; i++) {
        const struct pl_pinpoint *it = &plan->pinpoints[i];
        if (it->item != PL_NONE) {
            follow_pinpoint(rewriter, it);
        } else if (it->has_clause &&
                   pl_numbering_is_touched(rewriter->numbering, PL_PLACE_ITEM,
                                           it->label)) {
            pl_rewriter_leave(rewriter, it->range, PL_LEFT_MISSING);
        }
    }
}
