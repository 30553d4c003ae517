#include "judge.h"

#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "checks/checks.h"
#include "lint/lint.h"
#include "lint/settings.h"
#include "plan/plan.h"
#include "plan_from_text.h"
#include "text/source.h"

static bool load(struct pl_arena *arena, struct judge judge,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct pl_buf file = pl_buf_in(arena);
    pl_buf_addf(&file,
                "{\"id\": \"PL999\", \"name\": \"tested\", \"severity\": "
                "\"info\", \"summary\": \"s\", \"check\": \"%s\", "
                "\"message\": \"%s\", \"fix\": \"f\"",
                judge.check, judge.message);
    if (judge.params) {
        pl_buf_addf(&file, ", \"params\": %s", judge.params);
    }
    pl_buf_add_char(&file, '}');
    return pl_rule_load(
        arena,
        (struct pl_rule_file){.path = "r.json", .text = pl_buf_str(&file)},
        pl_checks, rule, error);
}

static const char *summary(struct pl_arena *arena, const struct pl_plan *plan,
                           const struct pl_findings *findings)
{
    struct pl_buf buf = pl_buf_in(arena);
    for (size_t i = 0; i < findings->list.len; i++) {
        const struct pl_finding *it = findings->list.items[i];
        pl_buf_add_text(&buf, i > 0 ? " | " : "");
        pl_buf_add(&buf, pl_range_text(plan->text, it->range));
        pl_buf_add_text(&buf, ": ");
        pl_buf_add_text(&buf, it->message);
    }
    pl_buf_add_char(&buf, '\0');
    return buf.data;
}

static const char *summary_of_fixes(struct pl_arena *arena,
                                    const struct pl_plan *plan,
                                    const struct pl_findings *findings)
{
    struct pl_buf buf = pl_buf_in(arena);
    for (size_t i = 0; i < findings->list.len; i++) {
        const struct pl_finding *it = findings->list.items[i];
        for (size_t k = 0; k < it->fixes.len; k++) {
            const struct pl_fix *fix = &it->fixes.items[k];
            pl_buf_add_text(&buf, buf.len > 0 ? " | " : "");
            pl_buf_add(&buf,
                       pl_range_text(plan->text, fix->edits.items[0].range));
            pl_buf_add_text(&buf, fix->safe ? ">" : "?");
            pl_buf_add(&buf, fix->edits.items[0].text);
        }
    }
    pl_buf_add_char(&buf, '\0');
    return buf.data;
}

/* `show` makes the string that is compared. */
static void assert_result(struct pl_arena *arena, struct judge judge,
                          const char *text, const char *expected,
                          const char *(*show)(struct pl_arena *,
                                              const struct pl_plan *,
                                              const struct pl_findings *))
{
    struct pl_rule rule;
    struct pl_error error;
    if (!load(arena, judge, &rule, &error)) {
        fail_msg("%s", error.message);
    }
    struct pl_findings findings = {.arena = arena};
    static const struct pl_settings settings = {.period_from = 0};
    struct pl_run run = {.arena = arena,
                         .plan = plan_from(arena, text, PL_FORMAT_TEXT),
                         .rule = &rule,
                         .findings = &findings,
                         .settings = &settings};
    pl_lint_rule(&run);
    pl_findings_sort(&findings);
    const char *found = show(arena, run.plan, &findings);
    if (strcmp(found, expected) != 0) {
        fail_msg("in \"%s\" found \"%s\", not \"%s\"", text, found, expected);
    }
}

void assert_findings(struct pl_arena *arena, struct judge judge,
                     const char *text, const char *expected)
{
    assert_result(arena, judge, text, expected, summary);
}

void assert_fixes(struct pl_arena *arena, struct judge judge, const char *text,
                  const char *expected)
{
    assert_result(arena, judge, text, expected, summary_of_fixes);
}

void assert_refused(struct pl_arena *arena, struct judge judge,
                    const char *message)
{
    struct pl_rule rule;
    struct pl_error error;
    assert_false(load(arena, judge, &rule, &error));
    if (!strstr(error.message, message)) {
        fail_msg("\"%s\" does not say \"%s\"", error.message, message);
    }
}
