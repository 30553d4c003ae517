/* One run: what is reported, silenced, counted; examples as tests. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "lint/check.h"
#include "lint/examples.h"
#include "lint/lint.h"
#include "lint/ruleset.h"
#include "lint/settings.h"
#include "plan/plan.h"
#include "plan_from_text.h"
#include "rule_files.h"

static atomic_bool cancelled;
static size_t runs_of_marks;

/* Reports each '#', twice over, gives up at a '~', and cancels the run at a
 * '!'. */
static void run_marks(struct pl_run *run)
{
    pl_str text = run->plan->text;
    runs_of_marks++;
    atomic_store(&cancelled, pl_str_find_char(text, '!', 0) != PL_NOWHERE);
    for (size_t at = pl_str_find_char(text, '#', 0); at != PL_NOWHERE;
         at = pl_str_find_char(text, '#', at + 1)) {
        struct pl_range range = {(uint32_t)at, (uint32_t)at + 1};
        PL_FINDING(run, range, {"mark", PL_STR("#")});
        PL_FINDING(run, range, {"mark", PL_STR("#")});
    }
    size_t end = pl_str_find_char(text, '~', 0);
    run->over_budget = end != PL_NOWHERE;
    run->gave_up_at = run->over_budget ? (uint32_t)end : 0;
}

/* Reports the first byte when the settings name a period. */
static void run_period(struct pl_run *run)
{
    if (run->settings->period_from) {
        pl_findings_add(run->findings, run->rule, (struct pl_range){0, 1}, NULL,
                        0);
    }
}

static const struct pl_check marks = {.name = "marks", .run = run_marks};
static const struct pl_check period = {.name = "period", .run = run_period};
static const struct pl_check *const check_list[] = {&marks, &period};
static const struct pl_checks checks = {check_list, 2};

static const struct pl_embedded_file rules[] = {
    EMBEDDED("a", "{\"id\": \"PL101\", \"name\": \"mark\", \"severity\": "
                  "\"error\", \"summary\": \"s\", \"check\": \"marks\",\n"
                  "\"message\": \"a {mark} too many\", \"examples\": [\n"
                  "{\"text\": \"a # b\", \"findings\": [{\"text\": \"#\", "
                  "\"message\": \"a # too\"}]},\n"
                  "{\"text\": \"a b\"},\n"
                  "{\"title\": \"one short\", \"text\": \"## #\", "
                  "\"findings\": [\"#\", \"b\"]},\n"
                  "{\"title\": \"slow\", \"text\": \"~\"},\n"
                  "{\"title\": \"none\", \"text\": \"\", \"findings\": "
                  "[{\"text\": \"#\", \"message\": \"x\"}]}]}"),
    EMBEDDED("b", "{\"id\": \"PL102\", \"name\": \"mark-too\", \"severity\": "
                  "\"info\", \"summary\": \"s\", \"check\": \"marks\",\n"
                  "\"message\": \"Not {good}.\", \"languages\": [\"fr\"],\n"
                  "\"examples\": [{\"text\": \"#\", \"findings\": "
                  "[\"#\"]}]}"),
    EMBEDDED("c", "{\"id\": \"PL103\", \"name\": \"period\", \"severity\": "
                  "\"warning\", \"summary\": \"s\", \"check\": \"period\",\n"
                  "\"message\": \"there is a period\"}"),
    EMBEDDED("d", "{\"id\": \"PL901\", \"name\": \"rule-budget-exceeded\",\n"
                  "\"severity\": \"warning\", \"summary\": \"s\",\n"
                  "\"check\": \"builtin\", \"message\": \"{rule} ({name}) "
                  "stopped\"}"),
    EMBEDDED("e", "{\"id\": \"PL902\", \"name\": \"unused-suppression\",\n"
                  "\"severity\": \"warning\", \"summary\": \"s\",\n"
                  "\"check\": \"builtin\", \"message\": \"{what} has no "
                  "effect\", \"examples\": [{\"text\":\n"
                  "\"<!-- planlint-disable-file PL101 -->\",\n"
                  "\"findings\": [\"PL101\"]}]}"),
    EMBEDDED("f", "{\"id\": \"PL903\", \"name\": \"unknown-suppression\",\n"
                  "\"severity\": \"warning\", \"summary\": \"s\",\n"
                  "\"check\": \"builtin\", \"message\": \"no {kind} "
                  "{word}{hint}\"}"),
    EMBEDDED("g", "{\"id\": \"PL904\", \"name\": \"too-many-findings\",\n"
                  "\"severity\": \"info\", \"summary\": \"s\",\n"
                  "\"check\": \"builtin\", \"message\": \"{count} more of "
                  "{rule}\"}"),
};

struct fixture {
    struct pl_arena *arena;
    struct pl_ruleset *ruleset;
    struct pl_settings settings;
    struct pl_lint_options options;
    pl_str language; /* of the documents */
    struct pl_lint_result result;
};

static void turn_on(struct fixture *it, const char *rule)
{
    pl_rule_turn_on(pl_ruleset_find(it->ruleset, pl_str_from(rule)));
}

static int set_up(void **state)
{
    static struct fixture it;
    struct pl_error error;
    struct pl_rule_files files = {.rules = rules, .rule_count = 7};
    it = (struct fixture){.arena = pl_arena_new(), .language = PL_STR("fr")};
    it.options.settings = &it.settings;
    *state = &it;
    if (!pl_ruleset_load(it.arena, files, checks, &it.ruleset, &error)) {
        fail_msg("%s", error.message);
    }
    turn_on(&it, "PL101");
    turn_on(&it, "PL901");
    turn_on(&it, "PL902");
    turn_on(&it, "PL903");
    turn_on(&it, "PL904");
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *it = *state;
    pl_arena_free(it->arena);
    return 0;
}

/* The findings as "ID offset message" lines. */
static const char *report_of(struct fixture *it)
{
    struct pl_buf out = pl_buf_in(it->arena);
    for (size_t i = 0; i < it->result.findings.list.len; i++) {
        const struct pl_finding *finding = it->result.findings.list.items[i];
        pl_buf_addf(&out, "%.*s %u %s\n", PL_STR_ARG(finding->rule->id),
                    finding->range.start, finding->message);
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static const char *lint(struct fixture *it, const char *text)
{
    struct pl_plan *plan = pl_arena_alloc(it->arena, sizeof(*plan));
    plan->text = pl_str_from(text);
    plan->language = it->language;
    it->result = pl_lint(it->arena, plan, it->ruleset, &it->options);
    return report_of(it);
}

static void equal_findings_are_reported_once(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(lint(it, "a # b #"),
                        "PL101 2 a # too many\nPL101 6 a # too many\n");
    assert_int_equal(it->result.by_severity[PL_SEVERITY_ERROR], 2);
    assert_int_equal(it->result.unfinished, 0);
}

static void rules_that_are_off_do_not_run(void **state)
{
    struct fixture *it = *state;
    turn_on(it, "PL102");
    assert_string_equal(lint(it, "#"),
                        "PL101 0 a # too many\nPL102 0 Not {good}.\n");
    pl_str one = PL_STR("PL102");
    struct pl_error error;
    assert_true(pl_ruleset_ignore(it->ruleset, &one, 1, &error));
    assert_string_equal(lint(it, "#"), "PL101 0 a # too many\n");
}

static void a_cancelled_run_ends_before_the_next_rule(void **state)
{
    struct fixture *it = *state;
    turn_on(it, "PL102");
    runs_of_marks = 0;
    it->options.cancel = &cancelled;
    assert_string_equal(lint(it, "# !"), "");
    assert_true(it->result.is_cancelled);
    assert_int_equal(runs_of_marks, 1);
    assert_string_equal(lint(it, "#"), ""); /* nobody took it back */
    assert_int_equal(runs_of_marks, 1);
    atomic_store(&cancelled, false);
    assert_non_null(strstr(lint(it, "#"), "PL102"));
    assert_false(it->result.is_cancelled);
}

static void a_rule_of_another_language_keeps_still(void **state)
{
    struct fixture *it = *state;
    turn_on(it, "PL102");
    assert_non_null(strstr(lint(it, "#"), "PL102"));
    it->language = (pl_str)PL_STR("en");
    assert_string_equal(lint(it, "#"), "PL101 0 a # too many\n");
    it->language = (pl_str)PL_STR("und");
    assert_string_equal(lint(it, "#"), "PL101 0 a # too many\n");
}

static void
a_language_that_is_told_goes_before_the_one_that_is_found(void **state)
{
    struct fixture *it = *state;
    turn_on(it, "PL102");
    it->settings.language = (pl_str)PL_STR("en");
    assert_string_equal(lint(it, "#"), "PL101 0 a # too many\n");
    it->language = (pl_str)PL_STR("und");
    it->settings.language = (pl_str)PL_STR("fr");
    assert_non_null(strstr(lint(it, "#"), "PL102"));
}

static const char two_languages[] =
    "# Les quais du port et les bateaux qui sont dans le port.\n\n"
    "# The quays of the harbour and the boats that are in it.\n";

/* The same with a plan that was read. */
static const char *lint_read(struct fixture *it, const char *text)
{
    const struct pl_plan *plan = plan_from(it->arena, text, PL_FORMAT_TEXT);
    it->result = pl_lint(it->arena, plan, it->ruleset, &it->options);
    return report_of(it);
}

static void a_rule_keeps_still_in_a_block_of_another_language(void **state)
{
    struct fixture *it = *state;
    turn_on(it, "PL102");
    pl_str without = PL_STR("PL101");
    struct pl_error error;
    assert_true(pl_ruleset_ignore(it->ruleset, &without, 1, &error));
    static const char in_french[] = "PL102 0 Not {good}.\n";
    assert_string_equal(lint_read(it, two_languages), in_french);
    it->settings.language = (pl_str)PL_STR("en");
    assert_string_equal(lint_read(it, two_languages), in_french);
}

static void checks_see_the_settings(void **state)
{
    struct fixture *it = *state;
    turn_on(it, "PL103");
    assert_string_equal(lint(it, "a"), "");
    it->settings.period_from = 2028;
    assert_string_equal(lint(it, "a"), "PL103 0 there is a period\n");
}

static void a_rule_over_its_budget_is_a_finding(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(lint(it, "# ~"),
                        "PL101 0 a # too many\nPL901 2 PL101 (mark) stopped\n");
    assert_int_equal(it->result.unfinished, 1);
}

static void findings_beyond_the_limit_are_counted(void **state)
{
    struct fixture *it = *state;
    struct pl_buf text = pl_buf_in(it->arena);
    pl_buf_add_repeated(&text, '#', 700);
    pl_buf_add_char(&text, '\0');
    const char *report = lint(it, text.data);
    assert_non_null(strstr(report, "PL904 500 400 more of PL101\n"));
    assert_int_equal(it->result.findings.list.len, 501);
}

static void what_is_silenced_is_counted(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(
        lint(it, "<!-- planlint-disable-next-line PL101 -->\n# #\n"), "");
    assert_int_equal(it->result.suppressed, 2);
    assert_int_equal(it->result.by_severity[PL_SEVERITY_ERROR], 0);
}

static void directives_without_effect_are_findings(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(
        lint(it, "<!-- planlint-disable PL101 -->\n"
                 "<!-- planlint-disable-file -->\n<!-- planlint-enable -->\n"
                 "<!-- planlint-enable PL101 -->"),
        "PL902 22 the suppression of PL101 has no effect\n"
        "PL902 32 the suppression of every rule has no effect\n"
        "PL902 109 planlint-enable of PL101 has no effect\n");
}

static void directives_for_rules_that_are_off_are_left_alone(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(lint(it, "<!-- planlint-disable-file PL103 -->"), "");
    const char *family = "<!-- planlint-disable-file PL1 -->";
    assert_non_null(strstr(lint(it, family), "PL902"));
    pl_str some[] = {PL_STR("PL101"), PL_STR("PL9")};
    struct pl_error error;
    assert_true(pl_ruleset_select(it->ruleset, some, 2, &error));
    assert_string_equal(lint(it, family), "");
}

static void directives_for_rules_that_gave_up_are_left_alone(void **state)
{
    struct fixture *it = *state;
    const char *report = lint(it, "<!-- planlint-disable PL101 PL902 -->~");
    assert_null(strstr(report, "suppression of PL101"));
    assert_non_null(strstr(report, "suppression of PL902 has no effect"));
}

static void what_is_said_about_directives_is_silenced_by_name_only(void **state)
{
    struct fixture *it = *state;
    assert_non_null(strstr(lint(it, "<!-- planlint-disable-file -->\n"
                                    "<!-- planlint-disable-file PL4O1 -->"),
                           "PL903 58 no rule PL4O1"));
    assert_string_equal(lint(it, "<!-- planlint-disable-file PL9 -->\n"
                                 "<!-- planlint-disable-file PL101 -->"),
                        "");
    assert_int_equal(it->result.suppressed, 1);
    assert_string_equal(
        lint(it, "<!-- planlint-disable-file unknown-suppression -->\n"
                 "<!-- planlint-disable-file XX999 -->"),
        "");
    assert_int_equal(it->result.suppressed, 1);
}

static void unknown_words_come_with_what_was_meant(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(lint(it, "<!-- planlint-disable-file PL1O1 -->\n"
                                 "<!-- planlint-enabel -->"),
                        "PL903 27 no rule PL1O1, did you mean \"PL101\"?\n"
                        "PL903 42 no directive planlint-enabel, did you mean "
                        "\"planlint-enable\"?\n");
}

static const struct pl_plan *make_plan(void *context, struct pl_arena *arena,
                                       const struct pl_example *example,
                                       struct pl_error *error)
{
    (void)context;
    (void)error;
    struct pl_plan *plan = pl_arena_alloc(arena, sizeof(*plan));
    plan->text = example->text;
    plan->language = (pl_str)PL_STR("und");
    return plan;
}

static const char *run_examples(struct fixture *it, const char *id)
{
    struct pl_rule *rule = pl_ruleset_find(it->ruleset, pl_str_from(id));
    struct pl_error error;
    if (!pl_rule_load_examples(it->arena, rule, &error)) {
        fail_msg("%s", error.message);
    }
    struct pl_plan_maker maker = {.make = make_plan};
    return pl_examples_run(it->arena, it->ruleset, rule, maker);
}

static void examples_tell_what_differs(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(run_examples(it, "PL101"),
                        "PL101 mark, example 3 (one short)\n"
                        "  expected \"b\", found \"#\": a # too many\n"
                        "  found \"#\": a # too many\n"
                        "PL101 mark, example 4 (slow)\n"
                        "  the rule did not come to its end\n"
                        "PL101 mark, example 5 (none)\n"
                        "  expected \"#\" with \"x\", found nothing\n");
}

static void examples_judge_the_manner_of_messages(void **state)
{
    struct fixture *it = *state;
    assert_string_equal(run_examples(it, "PL102"),
                        "PL102 mark-too\n"
                        "  the message begins with a capital letter: Not "
                        "{good}.\n"
                        "PL102 mark-too, example 1\n"
                        "  the message begins with a capital letter: Not "
                        "{good}.\n"
                        "  nothing was put into {good} of the message: Not "
                        "{good}.\n");
}

static void examples_of_the_engine_run_with_all_rules(void **state)
{
    struct fixture *it = *state;
    assert_null(run_examples(it, "PL902"));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(equal_findings_are_reported_once),
        TEST(rules_that_are_off_do_not_run),
        TEST(a_cancelled_run_ends_before_the_next_rule),
        TEST(a_rule_of_another_language_keeps_still),
        TEST(a_language_that_is_told_goes_before_the_one_that_is_found),
        TEST(a_rule_keeps_still_in_a_block_of_another_language),
        TEST(checks_see_the_settings),
        TEST(a_rule_over_its_budget_is_a_finding),
        TEST(findings_beyond_the_limit_are_counted),
        TEST(what_is_silenced_is_counted),
        TEST(directives_without_effect_are_findings),
        TEST(directives_for_rules_that_are_off_are_left_alone),
        TEST(directives_for_rules_that_gave_up_are_left_alone),
        TEST(what_is_said_about_directives_is_silenced_by_name_only),
        TEST(unknown_words_come_with_what_was_meant),
        TEST(examples_tell_what_differs),
        TEST(examples_judge_the_manner_of_messages),
        TEST(examples_of_the_engine_run_with_all_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
