#include "lint/lint.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/nearest.h"
#include "base/vec.h"
#include "lint/check.h"
#include "lint/confines.h"
#include "lint/languages.h"
#include "lint/rule.h"
#include "lint/ruleset.h"
#include "lint/settings.h"
#include "lint/shared.h"
#include "lint/suppress.h"
#include "plan/plan.h"

static const pl_str budget_rule = PL_STR("rule-budget-exceeded");
static const pl_str unused_rule = PL_STR("unused-suppression");
static const pl_str unknown_rule = PL_STR("unknown-suppression");
static const pl_str many_rule = PL_STR("too-many-findings");

struct lint {
    struct pl_arena *arena;
    const struct pl_plan *plan;
    const struct pl_ruleset *ruleset;
    const struct pl_settings *settings;
    const atomic_bool *cancel;
    struct pl_findings found;            /* by checks, PL901 and PL904 */
    struct pl_findings about_directives; /* PL902 and PL903 */
    struct pl_suppressions *suppressions;
    struct pl_shared *shared; /* by the rules */
    struct pl_arena *scratch; /* of one rule after the other */
    PL_VEC(const struct pl_rule *) unfinished;
};

/* A rule of the engine's own, or NULL when it is not at work. */
static const struct pl_rule *engine_rule(const struct lint *lint, pl_str name)
{
    const struct pl_rule *rule = pl_ruleset_find(lint->ruleset, name);
    return rule && rule->severity != PL_SEVERITY_OFF ? rule : NULL;
}

static void report_budget(struct lint *lint, const struct pl_run *run)
{
    const struct pl_rule *rule = engine_rule(lint, budget_rule);
    *PL_VEC_PUSH(lint->arena, &lint->unfinished) = run->rule;
    if (rule) {
        struct pl_range place = {run->gave_up_at, run->gave_up_at};
        struct pl_arg args[] = {{"rule", run->rule->id},
                                {"name", run->rule->name}};
        pl_findings_add(&lint->found, rule, place, args, 2);
    }
}

static void report_many(struct lint *lint, const struct pl_findings *findings,
                        const struct pl_rule *about)
{
    const struct pl_rule *rule = engine_rule(lint, many_rule);
    *PL_VEC_PUSH(lint->arena, &lint->unfinished) = about;
    if (rule) {
        struct pl_buf count = pl_buf_in(lint->arena);
        pl_buf_add_number(&count, findings->dropped);
        struct pl_arg args[] = {{"rule", about->id},
                                {"name", about->name},
                                {"count", pl_buf_str(&count)}};
        pl_findings_add(&lint->found, rule, findings->first_dropped, args, 3);
    }
}

void pl_lint_rule(struct pl_run *run)
{
    assert(!run->rule->unread); /* pl_ruleset_complete() comes before */
    if (pl_rule_speaks_to(run)) {
        struct pl_arena *given = run->scratch;
        run->scratch = given ? given : pl_arena_new();
        run->findings->within = pl_confines_find(run);
        run->rule->check->run(run);
        run->findings->within = NULL;
        if (given) {
            pl_arena_reset(given);
        } else {
            pl_arena_free(run->scratch);
        }
        run->scratch = given;
    }
}

static void append(struct pl_findings *to, const struct pl_findings *from)
{
    for (size_t i = 0; i < from->list.len; i++) {
        *PL_VEC_PUSH(to->arena, &to->list) = from->list.items[i];
    }
}

static void run_rule(struct lint *lint, const struct pl_rule *rule)
{
    struct pl_findings own = {.arena = lint->arena,
                              .limit = PL_LINT_MAX_FINDINGS};
    struct pl_run run = {.arena = lint->arena,
                         .scratch = lint->scratch,
                         .plan = lint->plan,
                         .rule = rule,
                         .findings = &own,
                         .settings = lint->settings,
                         .shared = lint->shared,
                         .cancel = lint->cancel};
    pl_lint_rule(&run);
    append(&lint->found, &own);
    if (run.over_budget) {
        report_budget(lint, &run);
    }
    if (own.dropped) {
        report_many(lint, &own, rule);
    }
}

static bool same(const struct pl_finding *a, const struct pl_finding *b)
{
    return a->rule == b->rule && a->range.start == b->range.start &&
           a->range.end == b->range.end && strcmp(a->message, b->message) == 0;
}

/* Of sorted findings. */
static void drop_doubles(struct pl_findings *findings)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->list.len; i++) {
        struct pl_finding *it = findings->list.items[i];
        if (kept == 0 || !same(findings->list.items[kept - 1], it)) {
            findings->list.items[kept++] = it;
        }
    }
    findings->list.len = kept;
}

/* Looking for what was meant is not for findings that are only counted. */
static pl_str nearest_to(const struct lint *lint,
                         const struct pl_unknown_word *it, pl_str word)
{
    const struct pl_findings *about = &lint->about_directives;
    if (about->limit && about->list.len >= about->limit) {
        return (pl_str){NULL, 0};
    }
    return it->is_directive ? pl_directive_nearest(word)
                            : pl_ruleset_nearest(lint->ruleset, word);
}

static void report_unknown(struct lint *lint)
{
    const struct pl_rule *rule = engine_rule(lint, unknown_rule);
    for (size_t i = 0; rule && i < lint->suppressions->unknown.len; i++) {
        const struct pl_unknown_word *it =
            &lint->suppressions->unknown.items[i];
        pl_str word = pl_range_text(lint->plan->text, it->place);
        pl_str nearest = nearest_to(lint, it, word);
        const char *hint =
            pl_arena_printf(lint->arena, PL_NEAREST, PL_NEAREST_ARG(nearest));
        struct pl_arg args[] = {
            {"kind", pl_str_from(it->is_directive ? "directive" : "rule")},
            {"word", word},
            {"hint", pl_str_from(hint)}};
        struct pl_finding *finding =
            pl_findings_add(&lint->about_directives, rule, it->place, args, 3);
        if (nearest.len) {
            pl_finding_fix(&lint->about_directives, finding, false,
                           (struct pl_edit){it->place, nearest},
                           PL_ARGS({"nearest", nearest}));
        }
    }
}

/* Rules that did not run to the end may have had something to silence. */
static bool may_be_used(const struct lint *lint,
                        const struct pl_suppression *suppression)
{
    for (size_t i = 0; i < lint->unfinished.len; i++) {
        const struct pl_rule *rule = lint->unfinished.items[i];
        if (suppression->selector.len == 0 ||
            pl_rule_matches(rule, suppression->selector)) {
            return true;
        }
    }
    const struct pl_rule *named =
        pl_ruleset_find(lint->ruleset, suppression->selector);
    return named ? named->severity == PL_SEVERITY_OFF
                 : lint->ruleset->is_narrowed;
}

/* What a message calls it. */
static const char *title(struct lint *lint,
                         const struct pl_suppression *suppression)
{
    if (suppression->is_enable) {
        return suppression->selector.len
                   ? pl_arena_printf(lint->arena, "planlint-enable of %.*s",
                                     PL_STR_ARG(suppression->selector))
                   : "planlint-enable";
    }
    return suppression->selector.len
               ? pl_arena_printf(lint->arena, "the suppression of %.*s",
                                 PL_STR_ARG(suppression->selector))
               : "the suppression of every rule";
}

/* `of_itself`: those that name the very rule that reports them. */
static void report_unused(struct lint *lint, bool of_itself)
{
    const struct pl_rule *rule = engine_rule(lint, unused_rule);
    for (size_t i = 0; rule && i < lint->suppressions->list.len; i++) {
        const struct pl_suppression *it = &lint->suppressions->list.items[i];
        bool names_rule =
            it->selector.len && pl_rule_matches(rule, it->selector);
        bool has_no_effect = it->is_enable || it->is_redundant ||
                             (!it->is_used && !may_be_used(lint, it));
        if (has_no_effect && names_rule == of_itself) {
            struct pl_arg arg = {"what", pl_str_from(title(lint, it))};
            pl_findings_add(&lint->about_directives, rule, it->place, &arg, 1);
        }
    }
}

static size_t silence_by_name(struct lint *lint)
{
    pl_findings_sort(&lint->about_directives);
    return pl_suppressions_apply(lint->arena, lint->suppressions, true,
                                 &lint->about_directives);
}

/* What is said about directives can be silenced only by naming it. Whether a
 * directive was used is known when all that it may silence was said. */
static size_t judge_directives(struct lint *lint)
{
    lint->about_directives.limit = PL_LINT_MAX_FINDINGS;
    report_unknown(lint);
    size_t silenced = silence_by_name(lint);
    report_unused(lint, false);
    silenced += silence_by_name(lint);
    report_unused(lint, true);
    return silenced;
}

static void count_severities(struct pl_lint_result *result)
{
    for (size_t i = 0; i < result->findings.list.len; i++) {
        result->by_severity[result->findings.list.items[i]->severity]++;
    }
}

static bool is_cancelled(const struct lint *lint)
{
    return lint->cancel &&
           atomic_load_explicit(lint->cancel, memory_order_relaxed);
}

static void run_rules(struct lint *lint)
{
    lint->scratch = pl_arena_new();
    for (size_t i = 0; i < lint->ruleset->count && !is_cancelled(lint); i++) {
        if (lint->ruleset->rules[i].severity != PL_SEVERITY_OFF) {
            run_rule(lint, &lint->ruleset->rules[i]);
        }
    }
    pl_arena_free(lint->scratch);
}

static struct pl_lint_result run_all(struct lint *lint)
{
    struct pl_lint_result result = {0};
    run_rules(lint);
    if (is_cancelled(lint)) {
        return (struct pl_lint_result){.is_cancelled = true};
    }
    pl_findings_sort(&lint->found);
    drop_doubles(&lint->found);
    lint->suppressions =
        pl_suppressions_find(lint->arena, lint->plan, lint->ruleset);
    result.suppressed = pl_suppressions_apply(lint->arena, lint->suppressions,
                                              false, &lint->found);
    result.suppressed += judge_directives(lint);
    append(&lint->found, &lint->about_directives);
    pl_findings_sort(&lint->found);
    result.findings = lint->found;
    result.original = pl_shared_original(lint->shared);
    result.unfinished = lint->unfinished.len;
    count_severities(&result);
    return result;
}

struct pl_lint_result pl_lint(struct pl_arena *arena,
                              const struct pl_plan *plan,
                              const struct pl_ruleset *ruleset,
                              const struct pl_lint_options *options)
{
    static const struct pl_settings no_settings = {0};
    static const struct pl_lint_options no_options = {0};
    const struct pl_lint_options *given = options ? options : &no_options;
    struct lint lint = {
        .arena = arena,
        .plan = plan,
        .ruleset = ruleset,
        .settings = given->settings ? given->settings : &no_settings,
        .cancel = given->cancel,
        .found = {.arena = arena},
        .about_directives = {.arena = arena},
        .shared = pl_shared_new(arena),
    };
    return run_all(&lint);
}
