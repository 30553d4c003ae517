/* Consistency: what is mixed, where, how severe, and how it is mended. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "checks/checks.h"
#include "judge.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "lint/settings.h"

static const struct judge compound = {
    "compound",
    "{\"prefixes\": [\"sub\"], \"adjectives\": [\"high\"], \"particles\": "
    "[\"up\"], \"determiners\": [\"the\"], \"never\": [\"on\"], \"other\": "
    "[\"subject\"], \"notNouns\": [\"and\", \"is\"], \"alone\": [\"of\", "
    "\"is\"]}",
    "{counts}"};
static const struct judge phrase = {
    "capital",
    "{\"of\": \"phrase\", \"links\": [\"of\"], \"in\": [\"paragraph\"]}",
    "{counts}"};
static const struct judge cardinal = {
    "numeral",
    "{\"of\": \"cardinal\", \"words\": [\"one\", \"two\", \"three\"], "
    "\"units\": [\"years\"]}",
    "{counts}"};

static void compounds_are_compared_in_equal_positions(void **state)
{
    assert_findings(*state, compound,
                    "1 A high-quality map. Maps of high quality and more.\n"
                    "2 The data-sharing of all is slow, data sharing is free, "
                    "and data sharing plans.\n",
                    "data sharing: \"data-sharing\" (1 time), \"data "
                    "sharing\" (1 time)");
    assert_findings(*state, compound,
                    "1 A follow-up is due, they follow up on it.\n", "");
    assert_findings(*state, compound,
                    "1 The follow-up is due, the follow up as well.\n",
                    "follow up: \"follow-up\" (1 time), \"follow up\" (1 "
                    "time)");
}

static void closed_compounds_count_in_any_position(void **state)
{
    assert_findings(*state, compound,
                    "1 A sub-regional plan, subregional plans, sub regional.\n",
                    "subregional: \"sub-regional\" (1 time), \"sub regional\" "
                    "(1 time), \"subregional\" (1 time)");
    assert_findings(*state, compound, "1 Sub-ject it is, the subject.\n", "");
    assert_findings(*state, compound,
                    "1 A sub-regional plan, SUBREGIONAL and X_subregional.\n",
                    "");
}

static void chains_names_and_files_are_no_compounds(void **state)
{
    assert_findings(*state, compound,
                    "1 An end-to-end plan of end to end. See map-data.txt on "
                    "map data of all, on-site plans on site of all, the "
                    "Map-Data of map data of all.\n",
                    "");
}

static void quotations_do_not_count(void **state)
{
    assert_findings(*state, compound,
                    "1 A sub-regional plan. The law says \u201Ca subregional "
                    "plan\u201D, and \"a subregional map\" it is.\n",
                    "");
    assert_findings(*state, compound,
                    "1 A sub-regional plan. The law says \u201Ca plan\u201D "
                    "and \"a map\", subregional or not.\n",
                    "subregional: \"sub-regional\" (1 time), \"subregional\" "
                    "(1 time)");
}

static void fixes_go_to_the_majority(void **state)
{
    assert_fixes(*state, compound,
                 "1 A sub-regional plan, a sub-regional map. Subregional.\n",
                 "Subregional?Sub-regional");
    assert_fixes(*state, (struct judge){"apostrophes", NULL, "m"},
                 "1 The Union's, the port's, the dock's, the sea's, the "
                 "city's and the fleet\u2019s own.\n",
                 "fleet\u2019s>fleet's");
    assert_fixes(*state, cardinal,
                 "1 It has two ports. All of its two ports and both of the 2 "
                 "ports.\n",
                 "2 ports?two ports");
    assert_fixes(*state, (struct judge){"notation", "{\"of\": \"years\"}", "m"},
                 "1 In 2028-2031, 2024-2027 and 2020\u20132023.\n",
                 "2020\u20132023?2020-2023");
    assert_fixes(*state,
                 (struct judge){"notation", "{\"of\": \"thousands\"}", "m"},
                 "1 Of 12'000, 1'450'000 and 13,000 boats.\n", "13,000?13'000");
    assert_fixes(*state,
                 (struct judge){"consistency",
                                "{\"spellings\": {\"one\": [\"colour\"], "
                                "\"other\": [\"color\"]}}",
                                "m"},
                 "1 Colour, colour. Color.\n", "Color?Colour");
}

static void preferred_forms_go_before_the_majority(void **state)
{
    static const struct judge judge = {
        "compound", "{\"prefixes\": [\"sub\"], \"prefer\": [\"subregional\"]}",
        "{counts}"};
    assert_findings(*state, judge,
                    "1 A sub-regional plan, a sub-regional map. Subregional.\n",
                    "sub-regional: \"subregional\" (1 time, preferred), "
                    "\"sub-regional\" (2 times)");
}

static void capitals_count_in_running_text_alone(void **state)
{
    assert_findings(*state, phrase,
                    "1 Here the Basin Plan is, there the basin plan is.\n",
                    "basin plan: \"Basin Plan\" (1 time), \"basin plan\" (1 "
                    "time)");
    assert_findings(*state, phrase,
                    "1 Basin Plan. Here the basin plan is, with the Basin "
                    "Plan of North, the Basin Plan 2 and the Basin Plan "
                    "(BP).\n",
                    "");
}

static void numbers_of_the_same_things_are_compared(void **state)
{
    assert_findings(*state, cardinal,
                    "1 It has two ports, and 2 docks; in all 2 ports.\n",
                    "2 ports: \"two ports\" (1 time), \"2 ports\" (1 time)");
    assert_findings(*state, cardinal,
                    "1 It has two years and 2 years. Two ports of 2 ports.\n",
                    "");
}

static void notations_are_told_by_their_first_text(void **state)
{
    struct judge judge = {"notation", "{\"of\": \"thousands\"}", "{counts}"};
    assert_findings(*state, judge,
                    "1 Some 12,000 and 13,000 of 14\u00A0000 boats, and the "
                    "list of 1, 200, 300 and 4,500,000.\n",
                    "14\u00A0000: \"12,000\" (2 times), \"14\u00A0000\" (1 "
                    "time)");
    judge.params = "{\"of\": \"years\"}";
    assert_findings(*state, judge,
                    "1 In 2028-2031, in 2024\u20132027 and in 2020-2023.\n",
                    "2024\u20132027: \"2028-2031\" (2 times), "
                    "\"2024\u20132027\" (1 time)");
    judge.params = "{\"of\": \"date\", \"words\": [\"May\"]}";
    assert_findings(*state, judge, "1 On 4 May, on May 5 and on May 2026.\n",
                    "May 5: \"4 May\" (1 time), \"May 5\" (1 time)");
}

static void paragraphs_that_differ_in_a_word_are_found(void **state)
{
    struct judge judge = {"repeat", "{\"of\": \"paragraph\", \"minWords\": 10}",
                          "{here}/{there}"};
    assert_findings(*state, judge,
                    "1 The fees of the port are paid by all of its members.\n"
                    "2 The fees of the port are met by all of its members.\n",
                    "The fees of the port are met by all of its members.: "
                    "met/paid");
    assert_findings(*state, judge,
                    "1 The fees of the port 12 are paid by all its members.\n"
                    "2 The fees of the port 14 are paid by all its members.\n",
                    "");
}

/* The severity of the only finding that a rule of severity warning makes. */
static enum pl_severity severity_in(struct pl_arena *arena, const char *text)
{
    static const struct pl_rule_file file = {
        .path = "r.json",
        .text = PL_STR(
            "{\"id\": \"PL999\", \"name\": \"tested\", \"severity\": "
            "\"warning\", \"summary\": \"s\", \"check\": \"apostrophes\", "
            "\"message\": \"m\", \"params\": {\"mixed\": {\"uses\": 4, "
            "\"share\": 20}}}")};
    struct pl_rule rule;
    struct pl_error error;
    if (!pl_rule_load(arena, file, pl_checks, &rule, &error)) {
        fail_msg("%s", error.message);
    }
    static const struct pl_settings settings = {.period_from = 0};
    struct pl_findings findings = {.arena = arena};
    struct pl_run run = {.arena = arena,
                         .plan = plan_from_text(arena, text),
                         .rule = &rule,
                         .findings = &findings,
                         .settings = &settings};
    pl_lint_rule(&run);
    assert_int_equal(findings.list.len, 1);
    return findings.list.items[0]->severity;
}

static void severity_grows_with_the_majority(void **state)
{
    assert_int_equal(severity_in(*state, "1 A's, b's, c's, d\u2019s.\n"),
                     PL_SEVERITY_INFO);
    assert_int_equal(severity_in(*state, "1 A's, b's, c's, d's, e\u2019s.\n"),
                     PL_SEVERITY_WARNING);
    assert_int_equal(
        severity_in(*state, "1 A's, b's, c's, d's, e\u2019s, f\u2019s.\n"),
        PL_SEVERITY_INFO);
}

static void wrong_parameters_are_refused(void **state)
{
    static const struct {
        struct judge judge;
        const char *message;
    } cases[] = {
        {{"capital", "{}", "m"}, "\"of\" is missing"},
        {{"numeral", "{\"of\": \"cardinals\"}", "m"},
         "did you mean \"cardinal\"?"},
        {{"notation", "{\"of\": \"dates\"}", "m"}, "did you mean \"date\"?"},
        {{"repeat", "{\"of\": \"sentence\", \"minWords\": 5000}", "m"},
         "\"minWords\" cannot be more than 1000"},
        {{"compound", "{\"mixed\": {\"share\": 60}}", "m"},
         "\"share\" cannot be more than 50"},
        {{"accent", "{\"mixed\": {\"shares\": 6}}", "m"},
         "did you mean \"share\"?"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_refused(*state, cases[i].judge, cases[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(compounds_are_compared_in_equal_positions),
        ARENA_TEST(closed_compounds_count_in_any_position),
        ARENA_TEST(chains_names_and_files_are_no_compounds),
        ARENA_TEST(quotations_do_not_count),
        ARENA_TEST(fixes_go_to_the_majority),
        ARENA_TEST(preferred_forms_go_before_the_majority),
        ARENA_TEST(capitals_count_in_running_text_alone),
        ARENA_TEST(numbers_of_the_same_things_are_compared),
        ARENA_TEST(notations_are_told_by_their_first_text),
        ARENA_TEST(paragraphs_that_differ_in_a_word_are_found),
        ARENA_TEST(severity_grows_with_the_majority),
        ARENA_TEST(wrong_parameters_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
