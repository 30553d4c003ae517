/* The ledger of acronyms, judged. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "judge.h"

#define FAULT(name, more)                                           \
    (struct judge)                                                  \
    {                                                               \
        "acronym", "{\"fault\": \"" name "\"" more "}", "{acronym}" \
    }
#define BOARD "The Regional Ocean Monitoring Board (ROMB) decides. "

static void undefined_ones_are_told_at_their_first_use(void **state)
{
    assert_findings(*state, FAULT("undefined", ""),
                    "1 The ROMB decides. The ROMB reports.\n", "ROMB: ROMB");
    assert_findings(*state, FAULT("undefined", ""),
                    "1 " BOARD "The ROMB reports.\n", "");
}

static void known_ones_need_no_definition(void **state)
{
    assert_findings(*state, FAULT("undefined", ", \"known\": [\"ROMB\"]"),
                    "1 The ROMB decides. The TIDC decides.\n", "TIDC: TIDC");
    assert_findings(*state,
                    FAULT("undefined",
                          ", \"known\": {\"ROMB\": \"Regional Ocean "
                          "Monitoring Board\"}"),
                    "1 The ROMB decides. The ROMB reports.\n", "");
}

static void rare_ones_and_short_texts_can_be_left_alone(void **state)
{
    assert_findings(*state, FAULT("undefined", ", \"minUses\": 3"),
                    "1 The ROMB decides. The ROMB reports.\n", "");
    assert_findings(*state, FAULT("undefined", ", \"minWords\": 300"),
                    "1 The ROMB decides. The ROMB reports.\n", "");
}

static void a_list_of_abbreviations_settles_first_uses(void **state)
{
    assert_findings(*state, FAULT("undefined", ""),
                    "1 \tAbbreviations\n1 None.\n2 \tText\n"
                    "2 The ROMB decides. The ROMB reports.\n",
                    "");
}

static void late_ones_are_told_at_their_first_use(void **state)
{
    assert_findings(*state, FAULT("late", ""),
                    "1 The ROMB reports.\n2 " BOARD "\n", "ROMB: ROMB");
    assert_findings(*state, FAULT("late", ", \"notIn\": [\"heading\"]"),
                    "1 \tThe ROMB\n1 " BOARD "The ROMB reports.\n", "");
}

static void a_second_definition_is_told_with_its_words(void **state)
{
    assert_findings(*state, FAULT("again", ""),
                    "1 " BOARD "The ROMB reports.\n2 " BOARD "\n",
                    "Regional Ocean Monitoring Board (ROMB): ROMB");
    assert_findings(*state, FAULT("again", ""), "1 " BOARD "\n", "");
}

static void an_annex_may_define_again(void **state)
{
    assert_findings(*state, FAULT("again", ""),
                    "1 " BOARD "\nAnnex A\nThe board\n2 " BOARD "\n", "");
}

static void two_expansions_are_no_second_definition(void **state)
{
    static const char text[] =
        "1 The Coastal Alert Protocol (CAP) is new. CAP is good.\n"
        "2 The Council Advisory Panel (CAP) meets.\n";
    assert_findings(*state, FAULT("two-expansions", ""), text, "CAP: CAP");
    assert_findings(*state, FAULT("again", ""), text, "");
    assert_findings(*state, FAULT("two-expansions", ""),
                    "1 A least developed country (LDC) pays.\n"
                    "2 Least developed countries (LDCs) pay.\n",
                    "");
}

static void unused_ones_are_told_where_they_are_defined(void **state)
{
    assert_findings(*state, FAULT("unused", ""), "1 " BOARD "\n", "ROMB: ROMB");
    assert_findings(*state, FAULT("unused", ""), "1 " BOARD "The ROMB.\n", "");
}

static void long_forms_are_told_where_the_acronym_is_the_habit(void **state)
{
    assert_findings(*state, FAULT("long-form", ""),
                    "1 The key performance indicators (KPIs) are new.\n"
                    "2 KPIs, KPIs, KPIs. The key performance indicators.\n",
                    "key performance indicators: KPI");
    assert_findings(*state, FAULT("long-form", ""),
                    "1 The key performance indicators (KPIs) are new.\n"
                    "2 KPIs. The key performance indicators.\n",
                    "");
}

static void a_name_may_be_written_in_full(void **state)
{
    assert_findings(*state, FAULT("long-form", ""),
                    "1 " BOARD "ROMB, ROMB, ROMB.\n"
                    "2 The Regional Ocean Monitoring Board meets.\n",
                    "");
}

static void undefined_ones_may_be_told_only_where_others_are_not(void **state)
{
    assert_findings(*state, FAULT("undefined", ", \"habit\": true"),
                    "1 The ROMB decides. The TIDC decides.\n", "");
    assert_findings(*state, FAULT("undefined", ", \"habit\": true"),
                    "1 " BOARD "The ROMB and the TIDC decide.\n", "TIDC: TIDC");
}

static void titles_of_others_and_headings_may_define_again(void **state)
{
    assert_findings(*state, FAULT("again", ""),
                    "1 " BOARD "\n2 See \"Regional Ocean Monitoring Board "
                    "(ROMB) in brief\".\n",
                    "");
    assert_findings(*state, FAULT("again", ", \"notIn\": [\"heading\"]"),
                    "1 \tRegional Ocean Monitoring Board (ROMB)\n1 " BOARD
                    "The ROMB reports.\n",
                    "");
}

static void the_title_of_a_document_may_use_what_it_likes(void **state)
{
    assert_findings(*state, FAULT("late", ""),
                    "Plan of the ROMB\n\n1 " BOARD "The ROMB reports.\n", "");
}

static void a_long_form_in_a_longer_one_is_told_once(void **state)
{
    assert_findings(*state, FAULT("long-form", ""),
                    "1 The wave height (WH) and the wave height forecast "
                    "(WHF) are new. WH, WH, WH, WH, WH, WH, WH, WH, WH, WH and "
                    "WHF, WHF, WHF.\n"
                    "2 They use a wave height forecast and a wave height.\n",
                    "wave height forecast: WHF | wave height: WH");
}

static void values_and_quotations_keep_the_long_form(void **state)
{
    assert_findings(*state, FAULT("long-form", ""),
                    "1 The wave height (WH) is new. WH, WH, WH, WH, WH, WH.\n"
                    "2 Set it to Wave height, or to \"wave height\".\n",
                    "");
}

static void the_fault_must_be_given(void **state)
{
    assert_refused(*state, (struct judge){"acronym", "{}", "m"},
                   "\"fault\" is missing");
    assert_refused(*state, FAULT("undefind", ""),
                   "did you mean \"undefined\"?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(undefined_ones_are_told_at_their_first_use),
        ARENA_TEST(known_ones_need_no_definition),
        ARENA_TEST(rare_ones_and_short_texts_can_be_left_alone),
        ARENA_TEST(a_list_of_abbreviations_settles_first_uses),
        ARENA_TEST(late_ones_are_told_at_their_first_use),
        ARENA_TEST(a_second_definition_is_told_with_its_words),
        ARENA_TEST(an_annex_may_define_again),
        ARENA_TEST(two_expansions_are_no_second_definition),
        ARENA_TEST(unused_ones_are_told_where_they_are_defined),
        ARENA_TEST(long_forms_are_told_where_the_acronym_is_the_habit),
        ARENA_TEST(a_name_may_be_written_in_full),
        ARENA_TEST(undefined_ones_may_be_told_only_where_others_are_not),
        ARENA_TEST(titles_of_others_and_headings_may_define_again),
        ARENA_TEST(the_title_of_a_document_may_use_what_it_likes),
        ARENA_TEST(a_long_form_in_a_longer_one_is_told_once),
        ARENA_TEST(values_and_quotations_keep_the_long_form),
        ARENA_TEST(the_fault_must_be_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
