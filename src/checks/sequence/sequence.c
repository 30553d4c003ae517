/* sequence: a number of a series is missing, doubled, out of place, or not
 * what it stands for. Where a series begins is never judged.
 *
 * Params: "series": "section", "paragraph", "item", "annex", "figure", "table",
 * "goal", "target", "footnote" or "article"; "fault": "gap", "duplicate",
 * "order" or "malformed"; "regular" (80), per cent of the numbers of a run that
 * must be without fault (or all of four or more but one); "maxGap" (10),
 * numbers: more that are missing are taken to be meant. Message: {number},
 * {name} (with its word: "Annex 2"), {what}
 * ("objective 1.2"), {place} ("between 2 and 4"; of a gap, the number before
 * it), {missing} ("3 is missing"), {hint} (", and 3 is missing", or nothing);
 * of "malformed": {number}, {expected}, {place}. Fix: {expected}. */
#include "checks/sequence/sequence.h"
#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "checks/shared/quotations.h"
#include "checks/shared/series_faults.h"
#include "lint/shared.h"

static const char *const fault_names[] = {
    [PL_SEQUENCE_GAP] = "gap",
    [PL_SEQUENCE_DUPLICATE] = "duplicate",
    [PL_SEQUENCE_ORDER] = "order",
    [PL_SEQUENCE_MALFORMED] = "malformed",
};

const char *const pl_sequence_series_names[] = {
    [PL_SERIES_SECTION] = "section",   [PL_SERIES_PARAGRAPH] = "paragraph",
    [PL_SERIES_ITEM] = "item",         [PL_SERIES_ANNEX] = "annex",
    [PL_SERIES_FIGURE] = "figure",     [PL_SERIES_TABLE] = "table",
    [PL_SERIES_GOAL] = "goal",         [PL_SERIES_TARGET] = "target",
    [PL_SERIES_FOOTNOTE] = "footnote", [PL_SERIES_ARTICLE] = "article",
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct pl_sequence_params *params = PL_PARAMS(
        arena, rule, struct pl_sequence_params, .series = PL_NO_CHOICE,
        .fault = PL_NO_CHOICE, .regular = 80, .max_gap = 10);
    static const char *const keys[] = {"series", "fault", "regular", "maxGap"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "series",
                            PL_CHOICES(pl_sequence_series_names),
                            &params->series) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           pl_params_size(&reader, "regular", 100, &params->regular) &&
           pl_params_size(&reader, "maxGap", UINT32_MAX / 2, &params->max_gap);
}

/* "2.1.1 of the rules" is a mention rather than a number. */
static bool is_mention(const struct pl_run *run,
                       const struct pl_series_entry *entry)
{
    pl_str text = run->plan->text;
    uint32_t at = entry->range.end;
    while (at < text.len && text.data[at] == ' ') {
        at++;
    }
    return at > entry->range.end && at < text.len && pl_is_lower(text.data[at]);
}

/* Whether so much of a run is without fault that its numbers are meant to be
 * whole. One fault is, among four numbers or among three with dots. */
static bool is_regular(const struct pl_run *run, const struct pl_faults *faults)
{
    enum { FEWEST = 4, FEWEST_WITH_DOTS = 3 };
    const struct pl_sequence_params *params = run->rule->params;
    size_t allowed = faults->entries * (100 - params->regular);
    if (faults->count * 100 <= allowed) {
        return true;
    }
    const struct pl_series_entry *first =
        pl_sequence_entry(run, faults->items[0].entry);
    bool has_dots = first->label.count > 1;
    return faults->count == 1 && !is_mention(run, first) &&
           faults->entries >= (has_dots ? FEWEST_WITH_DOTS : FEWEST);
}

static bool is_asked(const struct pl_run *run, const struct pl_fault *fault)
{
    static const enum pl_sequence_fault asked[] = {
        [PL_FAULT_GAP] = PL_SEQUENCE_GAP,
        [PL_FAULT_DUPLICATE] = PL_SEQUENCE_DUPLICATE,
        [PL_FAULT_ORDER] = PL_SEQUENCE_ORDER,
    };
    const struct pl_sequence_params *params = run->rule->params;
    return params->fault == asked[fault->kind];
}

static void judge_run(struct pl_run *run, const struct pl_faults *faults)
{
    if (!is_regular(run, faults)) {
        return;
    }
    for (size_t i = 0; i < faults->count; i++) {
        if (is_asked(run, &faults->items[i]) &&
            !pl_sequence_is_doubtful(run, &faults->items[i])) {
            pl_sequence_report(run, &faults->items[i]);
        }
    }
}

static void find_malformed(struct pl_run *run, const struct pl_series *series)
{
    for (uint32_t i = series->first_entry; i < series->entry_end; i++) {
        if (pl_sequence_entry(run, i)->is_damaged) {
            pl_sequence_report_malformed(run, series, i);
        }
    }
}

static void judge_series(struct pl_run *run, const struct pl_series *series,
                         struct pl_arena *scratch)
{
    struct pl_numbers_run numbers =
        pl_numbers_run_of(scratch, run->plan, series, pl_quotations_of(run));
    for (uint32_t from = 0; from < numbers.count;) {
        struct pl_faults faults = pl_faults_find(scratch, &numbers, &from);
        judge_run(run, &faults);
    }
    pl_arena_reset(scratch);
}

/* Of each series, whether something is wrong in it: most are in order. */
static const void *judge_order(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    bool *has_faults = pl_arena_array(run->arena, plan->series_count, 1);
    for (uint32_t i = 0; i < plan->series_count; i++) {
        has_faults[i] = !pl_series_is_in_order(plan, &plan->series[i]);
    }
    return has_faults;
}

static void run_sequence(struct pl_run *run)
{
    const bool *has_faults = pl_run_share(run, judge_order);
    const struct pl_sequence_params *params = run->rule->params;
    struct pl_arena *scratch = pl_arena_new();
    for (uint32_t i = 0; i < run->plan->series_count; i++) {
        const struct pl_series *series = &run->plan->series[i];
        if ((size_t)series->kind != params->series) {
            continue;
        }
        if (params->fault == PL_SEQUENCE_MALFORMED) {
            find_malformed(run, series);
        } else if (has_faults[i]) {
            judge_series(run, series, scratch);
        }
    }
    pl_arena_free(scratch);
}

const struct pl_check pl_check_sequence = {
    .name = "sequence",
    .load = load,
    .run = run_sequence,
};
