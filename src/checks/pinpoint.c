/* pinpoint: "considering e) above" means something in the resolution.
 *
 * Params: "fault": "item" (the clause has no such item), "clause" (there is no
 * such clause) or "direction" ("above" for what stands below). Message:
 * {phrase}, {label}, {name} (of the clause), {known} ("runs from a) to d)",
 * "has no items"). Fix of "direction": {expected}. */
#include "base/buf.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "plan/plan.h"

enum fault { FAULT_ITEM, FAULT_CLAUSE, FAULT_DIRECTION };

static const char *const fault_names[] = {
    [FAULT_ITEM] = "item",
    [FAULT_CLAUSE] = "clause",
    [FAULT_DIRECTION] = "direction",
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct pl_params reader = {arena, json, error};
    return pl_params_load_choice(&reader, rule, "fault",
                                 PL_CHOICES(fault_names));
}

/* The clause that a phrase names: the last one before it, else the first one
 * after it; PL_NONE. */
static uint32_t clause_of(const struct pl_plan *plan,
                          const struct pl_pinpoint *it)
{
    const struct pl_act *act = &plan->acts[it->act];
    pl_str name = pl_range_text(plan->text, it->name);
    uint32_t found = PL_NONE;
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        const struct pl_clause *clause = &plan->clauses[i];
        pl_str own = pl_range_text(plan->text, clause->name);
        bool is_it = pl_str_eq_ignore_case(
            pl_str_slice(own, 0, name.len),
            pl_str_slice(name, 0, own.len < name.len ? own.len : name.len));
        bool is_before = clause->block <= it->block;
        if (is_it && (is_before || found == PL_NONE)) {
            found = i;
        }
    }
    return found;
}

/* "\"considering\" runs from a) to d)", "\"recalling\" has no items". */
static pl_str known_items(struct pl_run *run, uint32_t index)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_clause *clause = &plan->clauses[index];
    struct pl_buf known = pl_buf_in(run->arena);
    pl_str name = pl_range_text(plan->text, clause->name);
    pl_buf_addf(&known, "\"%.*s\" ", PL_STR_ARG(name));
    uint32_t count = clause->item_end - clause->first_item;
    const struct pl_clause_item *items =
        plan->clause_items + clause->first_item;
    if (count == 0) {
        pl_buf_add_text(&known, "has no items");
    } else if (count == 1) {
        pl_str only = pl_range_text(plan->text, items[0].marker);
        pl_buf_addf(&known, "has the item %.*s alone",
                    PL_STR_ARG(pl_str_trim(only)));
    } else {
        pl_str first = pl_range_text(plan->text, items[0].marker);
        pl_str last = pl_range_text(plan->text, items[count - 1].marker);
        pl_buf_addf(&known, "runs from %.*s to %.*s",
                    PL_STR_ARG(pl_str_trim(first)),
                    PL_STR_ARG(pl_str_trim(last)));
    }
    return pl_buf_str(&known);
}

static void report_item(struct pl_run *run, const struct pl_pinpoint *it)
{
    const struct pl_plan *plan = run->plan;
    uint32_t clause = clause_of(plan, it);
    if (it->item != PL_NONE || !it->has_clause || clause == PL_NONE) {
        return;
    }
    struct pl_finding *finding = PL_FINDING(
        run, it->range, {"phrase", pl_range_text(plan->text, it->phrase)},
        {"label", pl_range_text(plan->text, it->range)},
        {"known", known_items(run, clause)});
    pl_finding_relate(run->findings, finding, plan->clauses[clause].name,
                      "where it would be");
}

static void report_clause(struct pl_run *run, const struct pl_pinpoint *it)
{
    const struct pl_plan *plan = run->plan;
    if (!it->has_clause) {
        PL_FINDING(run, it->phrase,
                   {"phrase", pl_range_text(plan->text, it->phrase)},
                   {"name", pl_range_text(plan->text, it->name)});
    }
}

/* The word "above" or "below" after the phrase. */
static struct pl_range direction_word(const struct pl_plan *plan,
                                      const struct pl_pinpoint *it)
{
    static const pl_str above = PL_STR("above");
    static const pl_str below = PL_STR("below");
    bool is_above = it->direction == PL_DIRECTION_ABOVE;
    size_t at =
        pl_str_find(plan->text, is_above ? above : below, it->phrase.end);
    size_t end = plan->blocks[it->block].range.end;
    return at + above.len <= end
               ? (struct pl_range){(uint32_t)at, (uint32_t)(at + above.len)}
               : (struct pl_range){0};
}

static void report_direction(struct pl_run *run, const struct pl_pinpoint *it)
{
    const struct pl_plan *plan = run->plan;
    if (it->item == PL_NONE || it->direction == PL_DIRECTION_NONE) {
        return;
    }
    struct pl_range target = plan->clause_items[it->item].marker;
    bool is_above = target.start < it->phrase.start;
    struct pl_range word = direction_word(plan, it);
    if (is_above == (it->direction == PL_DIRECTION_ABOVE) ||
        pl_range_is_empty(word)) {
        return;
    }
    pl_str expected = pl_str_from(is_above ? "above" : "below");
    struct pl_finding *finding =
        PL_FINDING(run, ((struct pl_range){it->phrase.start, word.end}),
                   {"phrase", pl_range_text(plan->text, it->phrase)},
                   {"expected", expected});
    pl_finding_relate(run->findings, finding, target, "what is meant");
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){word, expected},
                   PL_ARGS({"expected", expected}));
}

static void run_pinpoint(struct pl_run *run)
{
    static void (*const reports[])(struct pl_run *,
                                   const struct pl_pinpoint *) = {
        [FAULT_ITEM] = report_item,
        [FAULT_CLAUSE] = report_clause,
        [FAULT_DIRECTION] = report_direction,
    };
    size_t fault = pl_params_choice_of(run->rule);
    const struct pl_pinpoint *reported = NULL;
    for (uint32_t i = 0; i < run->plan->pinpoints_count; i++) {
        const struct pl_pinpoint *it = &run->plan->pinpoints[i];
        bool is_same = fault != FAULT_ITEM && reported &&
                       reported->phrase.start == it->phrase.start;
        if (!is_same) {
            reports[fault](run, it);
        }
        reported = it;
    }
}

const struct pl_check pl_check_pinpoint = {
    .name = "pinpoint",
    .load = load,
    .run = run_pinpoint,
};
