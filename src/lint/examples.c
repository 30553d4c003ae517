#include "lint/examples.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "lint/builtin.h"
#include "lint/example_fixes.h"
#include "lint/finding.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "lint/ruleset.h"
#include "lint/settings.h"
#include "plan/plan.h"

/* A copy in which the rule is on; the others are off unless the rule is the
 * engine's own and speaks about what they do. */
static struct pl_ruleset ruleset_for(struct pl_arena *arena,
                                     const struct pl_ruleset *ruleset,
                                     const struct pl_rule *rule)
{
    bool alone = rule->check != &pl_check_builtin;
    struct pl_ruleset copy = *ruleset;
    copy.rules = pl_arena_array(arena, copy.count, sizeof(*copy.rules));
    for (size_t i = 0; i < copy.count; i++) {
        copy.rules[i] = ruleset->rules[i];
        if (pl_str_eq(copy.rules[i].id, rule->id)) {
            pl_rule_turn_on(&copy.rules[i]);
        } else if (alone) {
            copy.rules[i].severity = PL_SEVERITY_OFF;
        }
    }
    return copy;
}

static void add_head(struct pl_buf *out, const struct pl_rule *rule,
                     const struct pl_example *example)
{
    pl_buf_addf(out, "%.*s %.*s", PL_STR_ARG(rule->id), PL_STR_ARG(rule->name));
    if (!example) {
        return;
    }
    bool listed = rule->examples <= example &&
                  example < rule->examples + rule->example_count;
    if (listed) {
        pl_buf_addf(out, ", example %zu",
                    (size_t)(example - rule->examples) + 1);
    }
    if (example->title.len) {
        pl_buf_addf(out, " (%.*s)", PL_STR_ARG(example->title));
    }
}

static bool is_expected(const struct pl_expected *expected, pl_str text,
                        const struct pl_finding *finding)
{
    return pl_str_eq(expected->text, text) &&
           pl_str_find(pl_str_from(finding->message), expected->message, 0) !=
               PL_NOWHERE;
}

/* What is wrong with the manner of a message, or NULL. */
static const char *bad_manner(pl_str message)
{
    bool capital = message.len > 1 && pl_is_upper(message.data[0]) &&
                   pl_is_lower(message.data[1]);
    if (message.len == 0) {
        return "is empty";
    }
    if (capital) {
        return "begins with a capital letter";
    }
    return message.data[message.len - 1] == '.' ? "ends with a full stop"
                                                : NULL;
}

/* The placeholder that nothing was put into, or the empty string. */
static pl_str left_placeholder(pl_str message)
{
    size_t open = pl_str_find_char(message, '{', 0);
    size_t close = pl_str_find_char(message, '}', open);
    return close == PL_NOWHERE ? (pl_str){0}
                               : pl_str_slice(message, open, close + 1);
}

/* `what` is "message" or "fix"; `form` is its template in the rule's file. */
static void add_manner(struct pl_buf *out, const char *what, const char *text,
                       pl_str form)
{
    const char *manner = bad_manner(pl_str_from(text));
    if (manner) {
        pl_buf_addf(out, "  the %s %s: %s\n", what, manner, text);
    }
    /* Braces of the text itself are quoted, those of the template are not. */
    pl_str left = left_placeholder(pl_str_from(text));
    if (left.len && pl_str_find(form, left, 0) != PL_NOWHERE) {
        pl_buf_addf(out, "  nothing was put into %.*s of the %s: %s\n",
                    PL_STR_ARG(left), what, text);
    }
}

static void add_manners(struct pl_buf *out, const struct pl_finding *finding)
{
    const struct pl_rule *rule = finding->rule;
    add_manner(out, "message", finding->message, rule->message);
    for (size_t i = 0; i < finding->fixes.len; i++) {
        add_manner(out, "fix", finding->fixes.items[i].title, rule->fix);
    }
}

static void add_missing(struct pl_buf *out, const struct pl_expected *expected)
{
    pl_buf_addf(out, "  expected \"%.*s\"", PL_STR_ARG(expected->text));
    if (expected->message.len) {
        pl_buf_addf(out, " with \"%.*s\"", PL_STR_ARG(expected->message));
    }
}

static void compare(struct pl_buf *out, const struct pl_plan *plan,
                    const struct pl_example *example,
                    const struct pl_findings *found)
{
    size_t most = found->list.len > example->expected_count
                      ? found->list.len
                      : example->expected_count;
    for (size_t i = 0; i < most; i++) {
        const struct pl_expected *expected =
            i < example->expected_count ? &example->expected[i] : NULL;
        const struct pl_finding *finding =
            i < found->list.len ? found->list.items[i] : NULL;
        pl_str text =
            finding ? pl_range_text(plan->text, finding->range) : (pl_str){0};
        if (expected && finding && is_expected(expected, text, finding)) {
            continue;
        }
        if (expected) {
            add_missing(out, expected);
        }
        pl_buf_add_text(out, expected ? ", found " : "  found ");
        if (finding) {
            pl_buf_addf(out, "\"%.*s\": %s\n", PL_STR_ARG(text),
                        finding->message);
        } else {
            pl_buf_add_text(out, "nothing\n");
        }
    }
}

/* Only what the rule itself says. */
static struct pl_findings findings_of(struct pl_arena *arena,
                                      const struct pl_rule *rule,
                                      const struct pl_findings *all)
{
    struct pl_findings own = {.arena = arena};
    for (size_t i = 0; i < all->list.len; i++) {
        if (pl_str_eq(all->list.items[i]->rule->id, rule->id)) {
            *PL_VEC_PUSH(arena, &own.list) = all->list.items[i];
        }
    }
    return own;
}

/* Most examples are too short to tell their language: then it is the first
 * that the rule speaks about. What a fix makes of an example stays in the
 * language of the example, so that the rule has its say there, too. */
static struct pl_settings settings_for(const struct pl_rule *rule,
                                       const struct pl_example *example,
                                       const struct pl_plan *plan)
{
    struct pl_settings settings = {.period_from = example->period_from,
                                   .period_to = example->period_to};
    bool is_unsure = pl_str_eq(plan->language, (pl_str)PL_STR("und"));
    if (rule->language_count > 0) {
        settings.language = is_unsure ? rule->languages[0] : plan->language;
    }
    return settings;
}

/* What differs, or NULL. */
static const char *run_example(struct pl_arena *arena,
                               const struct pl_ruleset *ruleset,
                               const struct pl_rule *rule,
                               const struct pl_example *example,
                               struct pl_plan_maker maker)
{
    struct pl_error error;
    struct pl_buf out = pl_buf_in(arena);
    add_head(&out, rule, example);
    pl_buf_add_text(&out, "\n");
    size_t head = out.len;
    const struct pl_plan *plan =
        maker.make(maker.context, arena, example, &error);
    if (!plan) {
        pl_buf_addf(&out, "  %s\n", error.message);
    } else {
        struct pl_ruleset at_work = ruleset_for(arena, ruleset, rule);
        struct pl_settings settings = settings_for(rule, example, plan);
        struct pl_lint_options options = {.settings = &settings};
        struct pl_lint_result result = pl_lint(arena, plan, &at_work, &options);
        struct pl_findings own = findings_of(arena, rule, &result.findings);
        compare(&out, plan, example, &own);
        if (result.unfinished) {
            pl_buf_add_text(&out, "  the rule did not come to its end\n");
        }
        for (size_t i = 0; i < own.list.len; i++) {
            add_manners(&out, own.list.items[i]);
        }
        struct pl_judged_example judged = {&at_work, &settings, rule,
                                           example,  plan,      &own};
        pl_example_fixes_try(arena, &judged, maker, &out);
    }
    if (out.len == head) {
        return NULL;
    }
    pl_buf_add_char(&out, '\0');
    return pl_buf_str(&out).data;
}

const char *pl_examples_run(struct pl_arena *arena,
                            const struct pl_ruleset *ruleset,
                            const struct pl_rule *rule,
                            struct pl_plan_maker maker)
{
    struct pl_buf out = pl_buf_in(arena);
    const char *manner = bad_manner(rule->message);
    if (manner) {
        add_head(&out, rule, NULL);
        pl_buf_addf(&out, "\n  the message %s: %.*s\n", manner,
                    PL_STR_ARG(rule->message));
    }
    for (size_t i = 0; i < rule->example_count; i++) {
        const char *differs =
            run_example(arena, ruleset, rule, &rule->examples[i], maker);
        pl_buf_add_text(&out, differs ? differs : "");
    }
    if (out.len == 0) {
        return NULL;
    }
    pl_buf_add_char(&out, '\0');
    return pl_buf_str(&out).data;
}
