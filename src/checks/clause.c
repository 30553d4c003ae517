/* clause: the paragraphs of a resolution: reasons first, then what is decided,
 * each in its own form.
 *
 * Params: "fault":
 *   "order": a reason stands after what is decided;
 *   "reason-among-decisions": a numbered operative paragraph has the form of a
 *     reason ("3. Recalling");
 *   "decision-among-reasons": a paragraph of the preamble has the form of a
 *     decision, where decisions are numbered;
 *   "unnumbered": a decision has no number, the others have;
 *   "numbered-reason": a reason has a number, the others have none;
 *   "item-style": the items of a clause are marked in another way than those
 *     of most others: "part": "preamble" or "operative";
 *   "no-decision": reasons, and nothing is decided;
 * "anywhere", verbs of reasons that may stand before any decision ("order").
 * Message: {clause} (its verb), {other} (the verb of the one it is held
 * against), {marker}, {usual}. */
#include "base/array.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "plan/plan.h"

enum fault {
    FAULT_ORDER,
    FAULT_REASON,
    FAULT_DECISION,
    FAULT_UNNUMBERED,
    FAULT_NUMBERED,
    FAULT_ITEM_STYLE,
    FAULT_NO_DECISION,
};

static const char *const fault_names[] = {
    [FAULT_ORDER] = "order",
    [FAULT_REASON] = "reason-among-decisions",
    [FAULT_DECISION] = "decision-among-reasons",
    [FAULT_UNNUMBERED] = "unnumbered",
    [FAULT_NUMBERED] = "numbered-reason",
    [FAULT_ITEM_STYLE] = "item-style",
    [FAULT_NO_DECISION] = "no-decision",
};

static const char *const part_names[] = {"preamble", "operative"};

struct params {
    size_t fault; /* enum fault */
    size_t part;  /* 1: operative; of FAULT_ITEM_STYLE */
    struct pl_words_param anywhere;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .fault = PL_NO_CHOICE,
                  .part = PL_NO_CHOICE);
    static const char *const keys[] = {"fault", "part", "anywhere"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_words(&reader, "anywhere", &params->anywhere) &&
           (params->fault != FAULT_ITEM_STYLE ||
            pl_params_choice(&reader, "part", PL_CHOICES(part_names),
                             &params->part));
}

/* How the clauses of an act are written. */
struct manner {
    uint32_t numbered[2];    /* clauses, by whether they are operative */
    uint32_t bare[2];        /* without a number */
    uint32_t first_numbered; /* operative clause, or PL_NONE */
    uint32_t last_reason;    /* without a number, or PL_NONE */
};

static struct manner manner_of(const struct pl_plan *plan,
                               const struct pl_act *act)
{
    struct manner manner = {.first_numbered = PL_NONE, .last_reason = PL_NONE};
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        const struct pl_clause *clause = &plan->clauses[i];
        bool has_number = clause->label.count > 0;
        manner.numbered[clause->is_operative] += has_number;
        manner.bare[clause->is_operative] += !has_number;
        if (clause->is_operative && has_number &&
            manner.first_numbered == PL_NONE) {
            manner.first_numbered = i;
        }
        if (!clause->is_operative && !has_number) {
            manner.last_reason = i;
        }
    }
    return manner;
}

/* Decisions are numbered in this act, beyond doubt. */
static bool numbers_decisions(const struct manner *manner)
{
    return manner->numbered[true] >= 2 &&
           manner->numbered[true] > manner->bare[true];
}

static pl_str verb_of(const struct pl_plan *plan, uint32_t clause)
{
    return pl_range_text(plan->text, plan->clauses[clause].verb);
}

static void report(struct pl_run *run, uint32_t clause, uint32_t other,
                   const char *relation)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_clause *it = &plan->clauses[clause];
    struct pl_finding *finding = PL_FINDING(
        run, it->verb, {"clause", pl_range_text(plan->text, it->verb)},
        {"other", other == PL_NONE ? (pl_str){0} : verb_of(plan, other)});
    if (other != PL_NONE) {
        pl_finding_relate(run->findings, finding, plan->clauses[other].verb,
                          relation);
    }
}

/* "Acting under Chapter VII of the Charter," may stand before any decision. */
static bool may_stand_anywhere(const struct pl_run *run, uint32_t clause)
{
    const struct params *params = run->rule->params;
    return pl_words_param_has(&params->anywhere, verb_of(run->plan, clause));
}

/* A preamble after the first decision. Where decisions have numbers, one
 * without a number is something else: see find_forms(). When decisions and
 * reasons alternate more than once, that is how the act is written. */
static void find_order(struct pl_run *run, const struct pl_act *act)
{
    const struct pl_clause *clauses = run->plan->clauses;
    struct manner manner = manner_of(run->plan, act);
    bool is_numbered = numbers_decisions(&manner);
    uint32_t late = PL_NONE;
    uint32_t runs = 0;
    bool is_decided = false;
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        bool is_decision = clauses[i].is_operative &&
                           (!is_numbered || clauses[i].label.count > 0);
        if (!clauses[i].is_operative && is_decided &&
            !may_stand_anywhere(run, i)) {
            runs++;
            late = late == PL_NONE ? i : late;
        }
        is_decided = is_decision || (is_decided && clauses[i].is_operative);
    }
    bool is_reason_first = !clauses[act->first_clause].is_operative;
    if (runs == 1 && (is_reason_first || late + 1 < act->clause_end) &&
        clauses[late].label.count == 0) {
        report(run, late, late - 1, "what is decided before it");
    }
}

static void find_forms(struct pl_run *run, const struct pl_act *act)
{
    const struct params *params = run->rule->params;
    const struct pl_clause *clauses = run->plan->clauses;
    struct manner manner = manner_of(run->plan, act);
    if (!numbers_decisions(&manner)) {
        return;
    }
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        const struct pl_clause *it = &clauses[i];
        bool has_number = it->label.count > 0;
        bool is_late = i > manner.first_numbered;
        bool is_reason = !it->is_operative && has_number && is_late;
        bool is_decision = it->is_operative && !has_number && !is_late &&
                           manner.last_reason != PL_NONE &&
                           i < manner.last_reason;
        bool is_unnumbered = it->is_operative && !has_number && is_late;
        if ((params->fault == FAULT_REASON && is_reason) ||
            (params->fault == FAULT_DECISION && is_decision) ||
            (params->fault == FAULT_UNNUMBERED && is_unnumbered)) {
            report(run, i, manner.first_numbered, "a numbered decision");
        }
    }
}

static void find_numbered(struct pl_run *run, const struct pl_act *act)
{
    const struct pl_clause *clauses = run->plan->clauses;
    struct manner manner = manner_of(run->plan, act);
    if (manner.bare[false] < 2 ||
        manner.numbered[false] >= manner.bare[false]) {
        return;
    }
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        bool is_early =
            manner.first_numbered == PL_NONE || i < manner.first_numbered;
        if (!clauses[i].is_operative && clauses[i].label.count > 0 &&
            is_early) {
            report(run, i, manner.last_reason, "a reason without a number");
        }
    }
}

static bool is_lettered(const struct pl_plan *plan,
                        const struct pl_clause *clause)
{
    return plan->clause_items[clause->first_item].label.parts[0].style !=
           PL_LABEL_DECIMAL;
}

/* The items stand right under the verb: under a sentence that leads to them
 * they may be marked in another way. */
static bool is_asked(const struct pl_plan *plan, const struct pl_clause *clause,
                     const struct params *params)
{
    return clause->is_operative == (params->part == 1) && clause->is_alone &&
           clause->item_end > clause->first_item &&
           plan->clause_items[clause->first_item].block == clause->block + 1;
}

/* The one clause that is marked with numbers among lettered ones, or the
 * reverse. */
static void find_item_style(struct pl_run *run, const struct pl_act *act)
{
    const struct params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    uint32_t count[2] = {0};
    uint32_t last[2] = {PL_NONE, PL_NONE};
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        if (is_asked(plan, &plan->clauses[i], params)) {
            bool has_letters = is_lettered(plan, &plan->clauses[i]);
            count[has_letters]++;
            last[has_letters] = i;
        }
    }
    bool usual = count[true] > count[false];
    if (count[!usual] == 0 || count[usual] < 2 ||
        count[usual] <= count[!usual] * 2 - 1) {
        return;
    }
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        const struct pl_clause *it = &plan->clauses[i];
        if (!is_asked(plan, it, params) || is_lettered(plan, it) == usual) {
            continue;
        }
        struct pl_range marker = pl_range_trim(
            plan->text, plan->clause_items[it->first_item].marker);
        struct pl_finding *finding = PL_FINDING(
            run, marker, {"marker", pl_range_text(plan->text, marker)},
            {"clause", pl_range_text(plan->text, it->name)},
            {"usual", pl_str_from(usual ? "letters" : "numbers")});
        const struct pl_clause *other = &plan->clauses[last[usual]];
        pl_finding_relate(run->findings, finding, other->verb,
                          usual ? "its items have letters"
                                : "its items have numbers");
    }
}

/* Whether the act ends with its last clause: nothing that was not understood
 * stands between it and what comes next. */
static bool ends_with_clause(const struct pl_plan *plan,
                             const struct pl_act *act)
{
    const struct pl_clause *last = &plan->clauses[act->clause_end - 1];
    for (uint32_t i = last->block + 1; i < act->block_end; i++) {
        if (plan->blocks[i].kind == PL_BLOCK_PARAGRAPH ||
            plan->blocks[i].kind == PL_BLOCK_HEADING) {
            return false;
        }
    }
    return true;
}

static void find_no_decision(struct pl_run *run, const struct pl_act *act)
{
    const struct pl_clause *clauses = run->plan->clauses;
    uint32_t reasons = 0;
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        if (clauses[i].is_operative) {
            return;
        }
        reasons++;
    }
    if (reasons >= 2 && ends_with_clause(run->plan, act)) {
        report(run, act->first_clause, PL_NONE, NULL);
    }
}

static void run_clause(struct pl_run *run)
{
    static void (*const finders[])(struct pl_run *, const struct pl_act *) = {
        [FAULT_ORDER] = find_order,
        [FAULT_REASON] = find_forms,
        [FAULT_DECISION] = find_forms,
        [FAULT_UNNUMBERED] = find_forms,
        [FAULT_NUMBERED] = find_numbered,
        [FAULT_ITEM_STYLE] = find_item_style,
        [FAULT_NO_DECISION] = find_no_decision,
    };
    const struct params *params = run->rule->params;
    for (uint32_t i = 0; i < run->plan->acts_count; i++) {
        if (!pl_range_is_empty(run->plan->acts[i].organ)) {
            finders[params->fault](run, &run->plan->acts[i]);
        }
    }
}

const struct pl_check pl_check_clause = {
    .name = "clause",
    .load = load,
    .run = run_clause,
};
