/* Links: names of goals and priorities, targets and their goals, footnotes,
 * the years of the plan. */
#include "cmocka_wrap.h"

#include "checks/shared/names.h"
#include "judge.h"
#include "plan_from_text.h"

static enum pl_name_order compare(const char *a, const char *b)
{
    return pl_names_compare(pl_str_from(a), pl_str_from(b));
}

static void capitals_articles_and_plurals_make_no_name(void **state)
{
    (void)state;
    assert_int_equal(compare("The Safe Ports", "safe port"), PL_NAMES_EQUAL);
    assert_int_equal(compare("Ports \xE2\x80\x93 safe", "ports: safe"),
                     PL_NAMES_EQUAL);
    assert_int_equal(compare("Safe Ports", "Clean Ports"), PL_NAMES_DIFFER);
    assert_int_equal(compare("", "Clean Ports"), PL_NAMES_DIFFER);
    assert_int_equal(compare("", ""), PL_NAMES_DIFFER);
}

static void the_beginning_of_a_name_is_told_apart(void **state)
{
    (void)state;
    assert_int_equal(compare("Safe Ports for all", "Safe Ports"),
                     PL_NAMES_LONGER);
    assert_int_equal(compare("Safe Ports", "Safe Ports for all"),
                     PL_NAMES_SHORTER);
}

static void a_part_of_a_name_is_found_word_by_word(void **state)
{
    (void)state;
    assert_true(pl_name_has(pl_str_from("Our safe ports for all"),
                            pl_str_from("the Safe Ports")));
    assert_false(
        pl_name_has(pl_str_from("Our unsafe ports"), pl_str_from("safe")));
    assert_false(pl_name_has(pl_str_from(""), pl_str_from("safe")));
}

#define GOALS                                                      \
    "1 \tGoals\n"                                                  \
    "1 Goal 1 \xE2\x80\x93 Safe Ports: Help ships to arrive.\n"    \
    "2 Goal 2 \xE2\x80\x93 Clean Seas: Help the sea to recover.\n" \
    "2 \tTargets\n3 The targets are these.\n"
#define TARGETS_1                                                \
    "\tTargets for Goal 1: Safe Ports \xE2\x80\x93 by 2031:\n\n" \
    "\t1.1: Every port has a pilot\n\n\t1.2: Every pilot is trained\n\n"

static const struct judge wrong_goal = {
    "linkage",
    "{\"relation\": \"parent-label\", \"of\": \"target\", \"to\": \"goal\"}",
    "under {parent}"};
static const struct judge no_targets = {
    "linkage",
    "{\"relation\": \"at-least-one\", \"of\": \"goal\", \"to\": \"target\"}",
    "{number}"};
static const struct judge two_names = {
    "linkage", "{\"relation\": \"same-name\", \"of\": \"goal\"}", "{defined}"};
static const struct judge other_name = {
    "linkage", "{\"relation\": \"own-name\", \"of\": \"goal\"}", "{defined}"};

static void a_target_begins_with_the_number_of_its_goal(void **state)
{
    assert_findings(*state, wrong_goal,
                    GOALS TARGETS_1
                    "\tTargets for Goal 2: Clean Seas \xE2\x80\x93 by "
                    "2031:\n\n\t2.1: Waste is taken ashore\n\n\t1.2: Every "
                    "spill is reported\n\n",
                    "1.2: under 2");
}

static void a_goal_wants_a_target_where_others_have_some(void **state)
{
    assert_findings(*state, no_targets, GOALS TARGETS_1,
                    "Goal 2 \xE2\x80\x93 Clean Seas: 2");
    assert_findings(*state, no_targets, GOALS, "");
}

static void a_goal_has_one_name(void **state)
{
    assert_findings(*state, two_names,
                    GOALS TARGETS_1
                    "\tTargets for Goal 2: Clean Oceans \xE2\x80\x93 by "
                    "2031:\n\n\t2.1: Waste is taken ashore\n\n",
                    "Clean Oceans: Clean Seas");
}

static void the_name_of_another_goal_is_told_apart(void **state)
{
    static const char text[] =
        GOALS TARGETS_1 "\tTargets for Goal 2: Safe Ports \xE2\x80\x93 by "
                        "2031:\n\n\t2.1: Waste is taken ashore\n\n";
    assert_findings(*state, two_names, text, "");
    assert_findings(*state, other_name, text, "Safe Ports: Clean Seas");
}

/* ----- footnotes ----- */

static const struct judge no_note = {
    "pairing", "{\"fault\": \"mark-without-note\"}", "{id}"};
static const struct judge empty_note = {"pairing", "{\"fault\": \"empty\"}",
                                        "{id}"};

static void a_mark_wants_a_note(void **state)
{
    assert_findings(*state, no_note,
                    "1 Ships[footnoteRef:1] sail. [1:  Large ones.] \n2 "
                    "Boats[footnoteRef:2] sail.\n",
                    "[footnoteRef:2]: 2");
}

static void a_note_wants_a_text(void **state)
{
    assert_findings(*state, empty_note,
                    "1 Ships[footnoteRef:1] sail. [1:  Large ones.] \n2 "
                    "Boats[footnoteRef:2] sail. [2: ] \n",
                    "[2: ]: 2");
}

/* ----- years ----- */

#define TITLE "Strategic plan of the Harbour Union for 2028-2031\n1 \tScope\n"

static const struct judge stale = {
    "period", "{\"fault\": \"stale\", \"past\": [\"previous\"]}", "{period}"};

static void the_period_before_is_stale(void **state)
{
    assert_findings(*state, stale, TITLE "1 Ships sail in 2024-2027.\n",
                    "2024-2027: 2028-2031");
    assert_findings(*state, stale, TITLE "1 Ships sail in 2028-2031.\n", "");
}

static void other_years_are_not_stale(void **state)
{
    assert_findings(*state, stale, TITLE "1 Ships sailed in 2020-2023.\n", "");
    assert_findings(*state, stale, TITLE "1 Ships sail in 2025-2027.\n", "");
    assert_findings(*state, stale,
                    TITLE "1 The previous plan was for 2024-2027.\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals_articles_and_plurals_make_no_name),
        cmocka_unit_test(the_beginning_of_a_name_is_told_apart),
        cmocka_unit_test(a_part_of_a_name_is_found_word_by_word),
        ARENA_TEST(a_target_begins_with_the_number_of_its_goal),
        ARENA_TEST(a_goal_wants_a_target_where_others_have_some),
        ARENA_TEST(a_goal_has_one_name),
        ARENA_TEST(the_name_of_another_goal_is_told_apart),
        ARENA_TEST(a_mark_wants_a_note),
        ARENA_TEST(a_note_wants_a_text),
        ARENA_TEST(the_period_before_is_stale),
        ARENA_TEST(other_years_are_not_stale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
