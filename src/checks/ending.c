/* ending: what the paragraphs and items of a resolution end with: a comma or a
 * semicolon, and the last one with a full stop; "and" before the last item.
 *
 * Params: "fault":
 *   "stop": one of the preamble or of the decisions ends with a full stop, the
 *     others do not, and it is not the last;
 *   "open": the last decision ends with a comma or a semicolon;
 *   "and-missing": the last but one item of a list does not end with "and",
 *     those of the other lists do;
 * "part" ("preamble" or "operative"), of "stop". Message: {mark}, {usual},
 * {clause} (its verb), {marker} (of the item). */
#include "base/array.h"
#include "base/chars.h"
#include "base/vec.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "plan/plan.h"

enum fault { FAULT_STOP, FAULT_OPEN, FAULT_AND_MISSING };

static const char *const fault_names[] = {
    [FAULT_STOP] = "stop",
    [FAULT_OPEN] = "open",
    [FAULT_AND_MISSING] = "and-missing",
};

static const char *const part_names[] = {"preamble", "operative"};

struct params {
    size_t fault; /* enum fault */
    size_t part;  /* 1: operative; of FAULT_STOP */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .fault = PL_NO_CHOICE,
                  .part = PL_NO_CHOICE);
    static const char *const keys[] = {"fault", "part"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
           (params->fault != FAULT_STOP ||
            pl_params_choice(&reader, "part", PL_CHOICES(part_names),
                             &params->part));
}

/* ----- the end of a paragraph ----- */

enum { SHORTEST = 12, FEWEST = 4 }; /* bytes of a sentence; units to judge */

/* A paragraph or an item with its end. */
struct unit {
    struct pl_range content; /* without blanks and emphasis at its end */
    uint32_t clause;
    char mark; /* that it ends with; NUL when it is none */
};

struct units {
    struct pl_arena *arena;
    PL_VEC(struct unit) list;
};

static bool is_mark(char c)
{
    return c == '.' || c == ',' || c == ';' || c == ':';
}

static struct pl_range trim(pl_str text, struct pl_range range)
{
    range = pl_range_trim(text, range);
    while (range.end > range.start && (text.data[range.end - 1] == '*' ||
                                       text.data[range.end - 1] == '_')) {
        range.end--;
    }
    return range;
}

/* The word "and" at the end, after the mark; empty when there is none. */
static struct pl_range end_word(pl_str text, struct pl_range content)
{
    static const pl_str and_word = PL_STR(" and");
    pl_str whole = pl_range_text(text, content);
    return pl_str_ends(whole, and_word)
               ? (struct pl_range){content.end - (uint32_t)and_word.len,
                                   content.end}
               : (struct pl_range){content.end, content.end};
}

static void add_unit(struct units *units, const struct pl_plan *plan,
                     uint32_t clause, struct pl_range content)
{
    struct pl_range range = trim(plan->text, content);
    uint32_t end = end_word(plan->text, range).start;
    char last = end > range.start ? plan->text.data[end - 1] : '\0';
    if (range.end - range.start >= SHORTEST) {
        *PL_VEC_PUSH(units->arena, &units->list) =
            (struct unit){range, clause, is_mark(last) ? last : '\0'};
    }
}

/* The paragraph under a verb that stands alone in its line. */
static struct pl_range body_of(const struct pl_plan *plan,
                               const struct pl_clause *clause)
{
    struct pl_range body = clause->content;
    bool is_bare = clause->name.end + 2 >= body.end;
    if (is_bare && clause->block + 1 < clause->block_end) {
        const struct pl_block *next = &plan->blocks[clause->block + 1];
        bool is_text = next->kind == PL_BLOCK_PARAGRAPH;
        body = is_text ? next->content : (struct pl_range){0};
    }
    return body;
}

/* An item that others stand in ends with a colon or has another end. */
static void add_clause(struct units *units, const struct pl_plan *plan,
                       uint32_t index)
{
    const struct pl_clause *clause = &plan->clauses[index];
    if (clause->item_end == clause->first_item) {
        add_unit(units, plan, index, body_of(plan, clause));
    }
    for (uint32_t i = clause->first_item; i < clause->item_end; i++) {
        add_unit(units, plan, index, plan->clause_items[i].content);
    }
}

static struct units units_of(struct pl_run *run, const struct pl_act *act,
                             bool is_operative)
{
    struct units units = {.arena = run->arena};
    for (uint32_t i = act->first_clause; i < act->clause_end; i++) {
        if (run->plan->clauses[i].is_operative == is_operative) {
            add_clause(&units, run->plan, i);
        }
    }
    return units;
}

/* ----- stop, open ----- */

static struct pl_finding *report(struct pl_run *run, const struct unit *unit)
{
    const struct pl_plan *plan = run->plan;
    uint32_t end = end_word(plan->text, unit->content).start;
    struct pl_range range = {end - 1, end};
    return PL_FINDING(
        run, range, {"mark", pl_range_text(plan->text, range)},
        {"clause",
         pl_range_text(plan->text, plan->clauses[unit->clause].verb)});
}

static void offer(struct pl_run *run, struct pl_finding *finding, pl_str mark)
{
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){finding->range, mark},
                   PL_ARGS({"usual", mark}));
}

/* How many of the first ones end with a comma, a semicolon, a full stop. */
struct tally {
    uint32_t commas;
    uint32_t semicolons;
    uint32_t stops;
};

static struct tally tally_of(const struct units *units, size_t end)
{
    struct tally tally = {0};
    for (size_t i = 0; i < end; i++) {
        char mark = units->list.items[i].mark;
        tally.commas += mark == ',';
        tally.semicolons += mark == ';';
        tally.stops += mark == '.';
    }
    return tally;
}

static void find_stop(struct pl_run *run, const struct pl_act *act)
{
    const struct params *params = run->rule->params;
    bool is_operative = params->part == 1;
    struct units units = units_of(run, act, is_operative);
    size_t last = units.list.len - (is_operative && units.list.len > 0);
    struct tally tally = tally_of(&units, last);
    uint32_t open = tally.commas + tally.semicolons;
    if (open < FEWEST || tally.stops * 3 > open) {
        return;
    }
    pl_str usual = pl_str_from(tally.commas > tally.semicolons ? "," : ";");
    for (size_t i = 0; i < last; i++) {
        if (units.list.items[i].mark == '.') {
            offer(run, report(run, &units.list.items[i]), usual);
        }
    }
}

/* Whether the end, an annex or another resolution comes after the act. */
static bool is_at_end(const struct pl_plan *plan, const struct pl_act *act,
                      const struct unit *unit)
{
    uint32_t next = act->block_end;
    if (pl_plan_block_at(plan, unit->content.start) + 1 != next) {
        return false;
    }
    if (next == plan->blocks_count) {
        return true;
    }
    const struct pl_block *block = &plan->blocks[next];
    return block->kind == PL_BLOCK_HEADING && block->section != PL_NONE &&
           plan->sections[block->section].kind == PL_SECTION_ANNEX &&
           plan->sections[block->section].heading == next;
}

static void find_open(struct pl_run *run, const struct pl_act *act)
{
    struct units units = units_of(run, act, true);
    if (units.list.len == 0) {
        return;
    }
    const struct unit *last = &units.list.items[units.list.len - 1];
    bool is_open = last->mark == ',' || last->mark == ';';
    if (is_open && is_at_end(run->plan, act, last) &&
        end_word(run->plan->text, last->content).start == last->content.end) {
        offer(run, report(run, last), pl_str_from("."));
    }
}

/* ----- "and" ----- */

static bool ends_with_and(const struct pl_plan *plan, uint32_t item)
{
    pl_str text = plan->text;
    struct pl_range content = trim(text, plan->clause_items[item].content);
    struct pl_range word = end_word(text, content);
    return !pl_range_is_empty(word) && word.start > content.start &&
           is_mark(text.data[word.start - 1]);
}

static pl_str marker_of(const struct pl_plan *plan, uint32_t item)
{
    return pl_str_trim(
        pl_range_text(plan->text, plan->clause_items[item].marker));
}

static void find_and_missing(struct pl_run *run, const struct pl_act *act)
{
    const struct pl_plan *plan = run->plan;
    uint32_t with = 0;
    uint32_t without = 0;
    uint32_t odd = PL_NONE;
    for (uint32_t c = act->first_clause; c < act->clause_end; c++) {
        const struct pl_clause *clause = &plan->clauses[c];
        if (clause->item_end - clause->first_item < 2) {
            continue;
        }
        bool has_and = ends_with_and(plan, clause->item_end - 2);
        with += has_and;
        without += !has_and;
        odd = has_and ? odd : clause->item_end - 2;
    }
    if (with < 2 || without != 1) {
        return;
    }
    struct pl_range content = trim(plan->text, plan->clause_items[odd].content);
    if (content.end > content.start &&
        is_mark(plan->text.data[content.end - 1])) {
        PL_FINDING(run, ((struct pl_range){content.end - 1, content.end}),
                   {"marker", marker_of(plan, odd)},
                   {"last", marker_of(plan, odd + 1)});
    }
}

static void run_ending(struct pl_run *run)
{
    static void (*const finders[])(struct pl_run *, const struct pl_act *) = {
        [FAULT_STOP] = find_stop,
        [FAULT_OPEN] = find_open,
        [FAULT_AND_MISSING] = find_and_missing,
    };
    const struct params *params = run->rule->params;
    for (uint32_t i = 0; i < run->plan->acts_count; i++) {
        if (!pl_range_is_empty(run->plan->acts[i].organ)) {
            finders[params->fault](run, &run->plan->acts[i]);
        }
    }
}

const struct pl_check pl_check_ending = {
    .name = "ending",
    .load = load,
    .run = run_ending,
};
