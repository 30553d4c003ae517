/* spacing: more than one space between two words.
 *
 * Two spaces after a full stop are left alone where the document does so as a
 * habit; long runs of spaces are layout. Params: "in", "notIn" (see scope.h).
 * Message: {before}, {after}: the words around it. */
#include "base/arena.h"
#include "base/chars.h"
#include "checks/checks.h"
#include "checks/gaps.h"
#include "plan/plan.h"

enum { LAYOUT = 4 }; /* spaces from which a run is layout */

struct params {
    struct pl_scope scope;
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"in", "notIn"};
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    if (rule->params) {
        *params = *(const struct params *)rule->params;
    }
    rule->params = params;
    return pl_json_only_keys(json, keys, 2, error) &&
           pl_scope_load(arena, json, &params->scope, error);
}

/* A run of spaces in a gap. */
struct spaces {
    struct pl_range range;
    bool ends_sentence; /* after a full stop or its like */
    bool is_layout;     /* at the edge of a line, next to a tab, or long */
};

/* The first run of spaces at or after `from`; empty when there is none. */
static struct spaces next_spaces(const struct pl_plan *plan,
                                 struct pl_range gap, uint32_t from)
{
    pl_str text = plan->text;
    while (from < gap.end && text.data[from] != ' ') {
        from++;
    }
    uint32_t end = from;
    while (end < gap.end && text.data[end] == ' ') {
        end++;
    }
    char before = from > 0 ? text.data[from - 1] : '\n';
    char after = end < text.len ? text.data[end] : '\n';
    return (struct spaces){
        .range = {from, end},
        .ends_sentence = before == '.' || before == '?' || before == '!' ||
                         before == ':' || before == ';',
        .is_layout =
            end - from >= LAYOUT || pl_is_space(before) || pl_is_space(after),
    };
}

struct habit {
    size_t single; /* after a full stop */
    size_t doubled;
};

static struct habit habit_of(const struct pl_plan *plan, struct pl_scope scope)
{
    struct habit habit = {0, 0};
    struct pl_gaps gaps = pl_gaps_of(plan, scope);
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        if (!pl_gap_is_inside(&gap)) {
            continue;
        }
        struct spaces it = next_spaces(plan, gap.range, gap.range.start);
        uint32_t length = it.range.end - it.range.start;
        habit.single += length == 1 && it.ends_sentence;
        habit.doubled += length > 1 && it.ends_sentence && !it.is_layout;
    }
    return habit;
}

static void check_gap(struct pl_run *run, const struct pl_gap *gap,
                      bool sentences_too)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t from = gap->range.start; from < gap->range.end;) {
        struct spaces it = next_spaces(plan, gap->range, from);
        from = it.range.end + 1;
        if (it.range.end - it.range.start < 2 || it.is_layout ||
            (it.ends_sentence && !sentences_too) ||
            !pl_scope_is_prose(plan, gap->block, it.range)) {
            continue;
        }
        struct pl_finding *finding = PL_FINDING(
            run, it.range, {"before", pl_word_text(plan->words, gap->word - 1)},
            {"after", pl_word_text(plan->words, gap->word)});
        pl_finding_fix(run->findings, finding, "leave one space", true,
                       (struct pl_edit){it.range, PL_STR(" ")});
    }
}

static void run(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct habit habit = habit_of(run->plan, params->scope);
    struct pl_gaps gaps = pl_gaps_of(run->plan, params->scope);
    struct pl_gap gap;
    while (pl_gaps_next(&gaps, &gap)) {
        if (pl_gap_is_inside(&gap)) {
            check_gap(run, &gap, habit.doubled * 4 <= habit.single);
        }
    }
}

const struct pl_check pl_check_spacing = {
    .name = "spacing", .load = load, .run = run};
