/* Counts: what is announced against what is listed. */
#include "cmocka_wrap.h"

#include "checks/shared/enumeration.h"
#include "judge.h"
#include "plan_from_text.h"

static void assert_count(const char *text, uint32_t fewest, uint32_t most)
{
    struct pl_enumeration count = pl_enumeration_count(pl_str_from(text));
    assert_int_equal(count.fewest, fewest);
    assert_int_equal(count.most, most);
}

static void names_are_counted(void **state)
{
    (void)state;
    assert_count("ships, boats and rafts", 3, 3);
    assert_count("ships, boats, and rafts", 3, 3);
    assert_count("ships, small boats, rafts or buoys", 4, 4);
}

static void an_and_inside_a_name_leaves_two_counts(void **state)
{
    (void)state;
    assert_count("ships and boats, rafts and buoys", 3, 4);
    assert_count("ships and boats, rafts, and buoys", 3, 4);
}

static void items_are_counted_by_semicolons(void **state)
{
    (void)state;
    assert_count("ships, which sail; boats; and rafts", 3, 3);
}

static void clauses_are_not_counted(void **state)
{
    (void)state;
    assert_count("ships, which are large, and boats", 0, 0);
    assert_count("ships, boats (and rafts) and buoys", 0, 0);
    assert_count("ships and boats", 0, 0);
    assert_count("ships, boats, rafts", 0, 0);
    assert_count("", 0, 0);
}

static const struct judge judge = {
    "count",
    "{\"numbers\": [\"one\", \"two\", \"three\", \"four\"], \"vague\": "
    "[\"least\"], \"units\": [\"years\"]}",
    "{count}"};

static void a_wrong_number_is_found(void **state)
{
    assert_findings(*state, judge, "1 Two kinds sail: ships and boats.\n", "");
    assert_findings(*state, judge,
                    "1 There are four kinds: ships, boats and rafts. All "
                    "sail.\n",
                    "four kinds: 3");
}

static void a_vague_number_is_no_claim(void **state)
{
    assert_findings(*state, judge,
                    "1 There are at least two kinds: ships, boats and "
                    "rafts.\n",
                    "");
    assert_findings(*state, judge,
                    "1 It took twenty-four days: rain, snow and wind.\n", "");
    assert_findings(*state, judge,
                    "1 It took four years: rain, snow and wind.\n", "");
}

static void the_list_below_is_counted(void **state)
{
    assert_findings(*state, judge,
                    "1 There are four kinds:\na) ships;\nb) boats;\nc) "
                    "rafts.\n2 All of them sail.\n",
                    "four kinds: 3");
    assert_findings(*state, judge,
                    "1 There are three kinds:\na) ships;\nb) boats;\nc) "
                    "rafts.\n2 All of them sail.\n",
                    "");
}

static void a_list_that_may_go_on_is_not_counted(void **state)
{
    assert_findings(*state, judge,
                    "1 There are four kinds:\na) ships;\nb) boats;\nthat "
                    "sail, and more.\n",
                    "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_counted),
        cmocka_unit_test(an_and_inside_a_name_leaves_two_counts),
        cmocka_unit_test(items_are_counted_by_semicolons),
        cmocka_unit_test(clauses_are_not_counted),
        ARENA_TEST(a_wrong_number_is_found),
        ARENA_TEST(a_vague_number_is_no_claim),
        ARENA_TEST(the_list_below_is_counted),
        ARENA_TEST(a_list_that_may_go_on_is_not_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
