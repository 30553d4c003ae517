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
                    "2 Set it to Wave height, or to \"wave height\", or to "
                    "_wave height_.\n",
                    "");
}

static void a_part_that_is_read_alone_begins_anew(void **state)
{
    static const char foreword[] =
        "Foreword\n\n" BOARD "\n\n1 \tText\n1 " BOARD "The ROMB.\n";
    static const char decisions[] =
        "Decision 1\n1 The ROMB pays.\n\nDecision 2\n2 " BOARD "\n";
    assert_findings(*state, FAULT("again", ""), foreword, "");
    assert_findings(*state, FAULT("late", ""), decisions, "");
    assert_findings(*state, FAULT("not-in-part", ", \"minUses\": 2"),
                    "1 " BOARD "\n\nAnnex A\nThe board\n2 The ROMB is the "
                    "ROMB.\n",
                    "ROMB: ROMB");
}

#define BRIEF "# In brief\n\n" BOARD "\n\n"
#define CONTENTS "Table of contents\n\n1\tAims\t2\n2\tMeans\t3\n3\tWays\t4\n\n"
#define BODY                                                               \
    "1 \tAims\n1 " BOARD "The ROMB pays.\n2 \tMeans\n2 All pay. All go.\n" \
    "3 \tWays\n3 All go.\n"

static void what_stands_before_the_contents_is_read_by_itself(void **state)
{
    assert_findings(*state, FAULT("again", ""), BRIEF CONTENTS BODY, "");
    assert_findings(*state, FAULT("again", ""), BRIEF BODY,
                    "Regional Ocean Monitoring Board (ROMB): ROMB");
}

static void a_body_that_decides_again_and_again_is_known(void **state)
{
    assert_findings(*state, FAULT("undefined", ""),
                    "Decision 1\n1 The ROMB pays.\n\nDecision 2\n2 The ROMB "
                    "waits.\n\nDecision 3\n3 The ROMB goes.\n",
                    "");
}

static void the_words_of_others_are_not_judged(void **state)
{
    assert_findings(*state, FAULT("unused", ""),
                    "1 See the [Regional Ocean Monitoring Board "
                    "(ROMB)](https://example.org).\n",
                    "");
    assert_findings(*state, FAULT("unused", ""),
                    "1 \tReferences\n1 Acts of the Regional Ocean Monitoring "
                    "Board (ROMB), 2024.\n",
                    "");
    assert_findings(*state, FAULT("late", ""),
                    "1 As \"ROMB in brief\" says.\n2 " BOARD "\n", "");
}

static void seldom_used_ones_are_counted(void **state)
{
    const struct judge once = {
        "acronym", "{\"fault\": \"rare\", \"maxUses\": 2}", "{times}"};
    assert_findings(*state, once, "1 " BOARD "The ROMB.\n", "ROMB: once");
    assert_findings(*state, once, "1 " BOARD "The ROMB, the ROMB.\n",
                    "ROMB: twice");
    assert_findings(*state, once, "1 " BOARD "ROMB, ROMB, ROMB.\n", "");
}

static void a_long_form_that_begins_too_early_is_no_other(void **state)
{
    assert_findings(*state, FAULT("two-expansions", ""),
                    "1 The inclusive harbour radio networks service (IHRNS) is "
                    "new.\n2 Instructions for all of harbour radio networks "
                    "service (IHRNS) follow.\n",
                    "");
    assert_findings(*state, FAULT("two-expansions", ""),
                    "1 The Interport Safety Council (ISC) meets.\n"
                    "2 The Interport Safety Committee (ISC) meets.\n",
                    "ISC: ISC");
}

static void one_name_in_two_spellings_is_no_second_one(void **state)
{
    static const char text[] = "1 The Harbour Organization Fund (HOF) pays.\n"
                               "2 The Harbour Organisation Fund (HOF) waits.\n";
    assert_findings(*state, FAULT("two-spellings", ""), text,
                    "Harbour Organisation Fund: HOF");
    assert_findings(*state, FAULT("two-expansions", ""), text, "");
    assert_findings(*state, FAULT("again", ""), text, "");
}

#define ABBREVIATIONS                                                  \
    "1 \tAbbreviations\nCAP\tCoastal Alert Protocol\nFB\tForecast "    \
    "Bureau\nOB\tObservation Bureau\nROMB\tRegional Ocean Monitoring " \
    "Board\n2 \tText\n"

static void a_list_of_abbreviations_is_held_against_the_text(void **state)
{
    assert_findings(*state, FAULT("entry-unused", ""),
                    ABBREVIATIONS "1 CAP, FB, OB.\n", "ROMB: ROMB");
    assert_findings(*state, FAULT("entry-missing", ""),
                    ABBREVIATIONS
                    "1 The Coastal Solidarity Fund (CSF) pays. The CSF.\n",
                    "CSF: CSF");
    assert_findings(*state, FAULT("list-order", ""), ABBREVIATIONS, "");
}

static void well_known_ones_have_words_of_their_own(void **state)
{
    const struct judge official = {
        "acronym",
        "{\"fault\": \"other-than-known\", \"known\": {\"HGF\": [\"Harbour "
        "Guarantee Fund\", \"Port Guarantee Fund\"]}}",
        "{long}"};
    assert_findings(*state, official,
                    "1 The Harbours Guarantee Fund (HGF) pays.\n",
                    "Harbours Guarantee Fund: Harbour Guarantee Fund");
    assert_findings(*state, official,
                    "1 The harbour guarantee funds (HGFs) pay, and the House "
                    "of Great Fleets (HGF) waits.\n",
                    "");
}

static void articles_follow_the_sound(void **state)
{
    const struct judge article = {"acronym", "{\"fault\": \"article\"}",
                                  "{prefer}"};
    assert_findings(*state, article,
                    "1 A ICT rule, a ICT rule; an BR letter.\n",
                    "a ICT: an | an BR: a");
    assert_findings(*state, article,
                    "1 a SIDS, an SIDS, an ICT, a UN, an EUMETSAT, a ONCE.\n",
                    "");
}

static void what_is_known_adds_up(void **state)
{
    assert_refused(*state, FAULT("undefined", ", \"known\": 3"),
                   "\"known\" must be an array or an object, found a number");
    assert_refused(*state, FAULT("undefined", ", \"known\": {\"A\": 3}"),
                   "found a number");
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
        ARENA_TEST(a_part_that_is_read_alone_begins_anew),
        ARENA_TEST(what_stands_before_the_contents_is_read_by_itself),
        ARENA_TEST(a_body_that_decides_again_and_again_is_known),
        ARENA_TEST(the_words_of_others_are_not_judged),
        ARENA_TEST(seldom_used_ones_are_counted),
        ARENA_TEST(a_long_form_that_begins_too_early_is_no_other),
        ARENA_TEST(one_name_in_two_spellings_is_no_second_one),
        ARENA_TEST(a_list_of_abbreviations_is_held_against_the_text),
        ARENA_TEST(well_known_ones_have_words_of_their_own),
        ARENA_TEST(articles_follow_the_sound),
        ARENA_TEST(what_is_known_adds_up),
        ARENA_TEST(the_fault_must_be_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
