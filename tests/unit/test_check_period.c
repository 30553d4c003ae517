/* Periods and codes: what the user says about the years comes first; codes are
 * those of a list. */
#include "cmocka_wrap.h"

#include "base/buf.h"
#include "checks/checks.h"
#include "judge.h"
#include "lint/lint.h"
#include "lint/settings.h"
#include "plan_from_text.h"

static const char *judge_period(struct pl_arena *arena, const char *fault,
                                struct pl_settings settings, const char *text)
{
    struct pl_rule rule;
    struct pl_error error = {.line = 0};
    const char *file = pl_arena_printf(
        arena,
        "{\"id\": \"PL999\", \"name\": \"tested\", \"severity\": \"info\", "
        "\"summary\": \"s\", \"check\": \"period\", \"message\": \"{period}\", "
        "\"params\": {\"fault\": \"%s\"}}",
        fault);
    struct pl_findings findings = {.arena = arena};
    if (!pl_rule_load(
            arena,
            (struct pl_rule_file){.path = "r.json", .text = pl_str_from(file)},
            pl_checks, &rule, &error)) {
        fail_msg("%s", error.message);
    }
    struct pl_run run = {.arena = arena,
                         .plan = plan_from_text(arena, text),
                         .rule = &rule,
                         .findings = &findings,
                         .settings = &settings};
    pl_lint_rule(&run);
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < findings.list.len; i++) {
        const struct pl_finding *it = findings.list.items[i];
        pl_buf_add(&out, pl_range_text(run.plan->text, it->range));
        pl_buf_addf(&out, ": %s;", it->message);
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

#define PLAN                                              \
    "Strategic plan of the Harbour Union for 2024-2027\n" \
    "1 \tScope\n1 Ships sail in 2024-2027.\n"

static void the_title_may_not_contradict_the_user(void **state)
{
    const struct pl_settings next = {.period_from = 2028, .period_to = 2031};
    const struct pl_settings same = {.period_from = 2024, .period_to = 2027};
    const struct pl_settings none = {0};
    assert_string_equal(judge_period(*state, "title", next, PLAN),
                        "2024-2027: 2028-2031;");
    assert_string_equal(judge_period(*state, "title", same, PLAN), "");
    assert_string_equal(judge_period(*state, "title", none, PLAN), "");
}

static void a_stale_period_is_written_like_the_old_one(void **state)
{
    static const struct judge stale = {"period", "{\"fault\": \"stale\"}",
                                       "{period}"};
#define STALE(years)                                      \
    "Strategic plan of the Harbour Union for 2028-2031\n" \
    "1 \tScope\n1 The targets guide the Union throughout " years ".\n"
    assert_fixes(*state, stale, STALE("2024-2027"), "2024-2027?2028-2031");
    assert_fixes(*state, stale, STALE("2024\u20132027"),
                 "2024\u20132027?2028\u20132031");
    assert_fixes(*state, stale, STALE("2024-27"), "");
}

static void years_are_stale_by_what_the_user_says(void **state)
{
    const struct pl_settings next = {.period_from = 2028, .period_to = 2031};
    const struct pl_settings none = {0};
    assert_string_equal(judge_period(*state, "stale", next, PLAN),
                        "2024-2027: 2028-2031;");
    assert_string_equal(judge_period(*state, "stale", none, PLAN), "");
}

static const struct judge code = {
    "code",
    "{\"after\": [\"SDG\", \"SDGs\"], \"kinds\": [\"indicators\"], \"codes\": "
    "[\"4.4.1\", \"5.b.1-2\", \"17.6.1\"]}",
    "{code}"};

static void a_code_must_be_in_the_list(void **state)
{
    assert_findings(*state, code,
                    "1 The SDG indicators 4.4.1, 5.b.2, 5.b.3 and 17.7.1.\n",
                    "5.b.3: 5.b.3 | 17.7.1: 17.7.1");
}

static void the_beginning_of_a_code_is_a_code(void **state)
{
    assert_findings(*state, code, "1 See SDG 5.b, SDG 17.6 and SDG 4.5.\n",
                    "4.5: 4.5");
}

static void codes_in_parentheses_are_judged_once(void **state)
{
    assert_findings(*state, code,
                    "1 Some SDGs have SDG indicators on skills (4.4.1, 9.9.9 "
                    "or 17.6.1).\n",
                    "9.9.9: 9.9.9");
}

static void other_numbers_are_no_codes(void **state)
{
    assert_findings(*state, code,
                    "1 The SDG report is in section 9.9.9. See (9.9.8).\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_title_may_not_contradict_the_user),
        ARENA_TEST(a_stale_period_is_written_like_the_old_one),
        ARENA_TEST(years_are_stale_by_what_the_user_says),
        ARENA_TEST(a_code_must_be_in_the_list),
        ARENA_TEST(the_beginning_of_a_code_is_a_code),
        ARENA_TEST(codes_in_parentheses_are_judged_once),
        ARENA_TEST(other_numbers_are_no_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
