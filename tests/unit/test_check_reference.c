/* References: what they do not find, which way they point, what is never
 * spoken of, how instruments are cited. */
#include "cmocka_wrap.h"

#include "judge.h"
#include "plan_from_text.h"

#define PARAGRAPHS "1 Ships sail.\n2 Boats sail.\n3 Rafts drift.\n"

static const struct judge missing = {"reference", "{\"fault\": \"missing\"}",
                                     "no {kind} {number}, {known}"};
static const struct judge missing_table = {
    "reference", "{\"fault\": \"missing\", \"of\": \"table\"}", "no {number}"};
static const struct judge direction = {
    "reference", "{\"fault\": \"direction\"}", "{kind} {number} is {right}"};
static const struct judge nothing = {
    "reference", "{\"fault\": \"nothing-there\"}", "no {kind}"};
static const struct judge reversed = {"reference", "{\"fault\": \"reversed\"}",
                                      "{number} to {to}"};
static const struct judge self = {"reference", "{\"fault\": \"self\"}",
                                  "{number}"};
static const struct judge unused = {"unreferenced", "{\"of\": \"annex\"}",
                                    "unused"};
static const struct judge incomplete = {
    "citation", "{\"fault\": \"incomplete\"}", "incomplete"};
static const struct judge place = {"citation", "{\"fault\": \"place\"}",
                                   "{other}"};

static void what_is_cited_in_full_later_can_be_so_at_first(void **state)
{
    assert_fixes(*state, incomplete,
                 "1 It follows Decision 4.\n"
                 "2 As Decision 4 (Rev. Bellport, 2013) says.\n",
                 "? (Rev. Bellport, 2013)");
}

static void the_numbers_there_are_say_what_is_missing(void **state)
{
    assert_findings(*state, missing, PARAGRAPHS "4 See paragraph 8.\n",
                    "8: no paragraph 8, the paragraphs run from 1 to 4");
}

static void the_missing_end_of_a_range_is_named(void **state)
{
    assert_findings(*state, missing, PARAGRAPHS "4 See paragraphs 2 to 8.\n",
                    "2 to 8: no paragraph 8, the paragraphs run from 1 to 4");
}

static void a_rule_of_one_kind_leaves_the_others_alone(void **state)
{
    assert_findings(*state, missing_table, PARAGRAPHS "4 See paragraph 8.\n",
                    "");
}

static void other_documents_have_their_own_numbers(void **state)
{
    assert_findings(*state, missing,
                    PARAGRAPHS "4 See paragraph 8 of Resolution 3.\n", "");
}

static void above_is_not_below(void **state)
{
    assert_findings(*state, direction, PARAGRAPHS "4 See paragraph 2 below.\n",
                    "paragraph 2 below: paragraph 2 is above");
    assert_findings(*state, direction, PARAGRAPHS "4 See paragraph 2 above.\n",
                    "");
}

static void a_section_may_speak_of_itself_as_below(void **state)
{
    assert_findings(*state, direction,
                    "1 \tScope\nShips sail.\n2 \tTerms\nThe terms of section "
                    "2 below are short.\n3 \tEnd\nAll sail.\n",
                    "");
}

static void a_figure_that_is_announced_must_be_there(void **state)
{
    assert_findings(*state, nothing, "1 The figure below shows ships.\n",
                    "figure below: no figure");
    assert_findings(*state, nothing,
                    "1 The figure below shows ships.\nFigure 1 - Ships\n2 "
                    "Boats sail.\n",
                    "");
}

static void a_range_must_rise(void **state)
{
    assert_findings(*state, reversed, PARAGRAPHS "4 See paragraphs 3 to 1.\n",
                    "3 to 1: 3 to 1");
    assert_findings(*state, reversed, PARAGRAPHS "4 See paragraphs 1 to 3.\n",
                    "");
}

static void a_paragraph_may_not_send_to_itself(void **state)
{
    assert_findings(*state, self, PARAGRAPHS "4 See paragraph 4.\n",
                    "paragraph 4: 4");
}

static void an_annex_is_unused_when_others_are_used(void **state)
{
    assert_findings(*state, unused,
                    "1 \tScope\nSee Annex A.\nAnnex A\nShips\nThey "
                    "sail.\nAnnex B\nBoats\nThey float.\n",
                    "Annex B: unused");
    assert_findings(*state, unused,
                    "1 \tScope\nShips sail.\nAnnex A\nShips\nThey "
                    "sail.\nAnnex B\nBoats\nThey float.\n",
                    "");
}

static void the_first_citation_is_in_full(void **state)
{
    assert_findings(*state, incomplete,
                    "1 It follows Resolution 3.\n2 Resolution 3 (Corran, "
                    "2019) is short.\n",
                    "Resolution 3: incomplete");
    assert_findings(*state, incomplete,
                    "1 It follows CCHS Resolution 3.\n2 Resolution 3 (Corran, "
                    "2019) is short.\n",
                    "");
    assert_findings(*state, incomplete, "1 It follows Resolution 3.\n", "");
}

static void one_year_has_one_place(void **state)
{
    assert_findings(*state, place,
                    "1 It follows Resolution 3 (Corran, 2019).\n2 Resolution "
                    "3 (Coran, 2019) and Resolution 3 (Coran, 2015) too.\n",
                    "Resolution 3 (Coran, 2019): Resolution 3 (Corran, 2019)");
}

static void parameters_must_make_sense(void **state)
{
    assert_refused(*state, (struct judge){"reference", "{}", "m"},
                   "\"fault\" is missing from \"params\"");
    assert_refused(
        *state, (struct judge){"unreferenced", "{\"of\": \"goal\"}", "m"},
        "\"of\" cannot be \"goal\", it is \"annex\", \"table\" or \"figure\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(what_is_cited_in_full_later_can_be_so_at_first),
        ARENA_TEST(the_numbers_there_are_say_what_is_missing),
        ARENA_TEST(the_missing_end_of_a_range_is_named),
        ARENA_TEST(a_rule_of_one_kind_leaves_the_others_alone),
        ARENA_TEST(other_documents_have_their_own_numbers),
        ARENA_TEST(above_is_not_below),
        ARENA_TEST(a_section_may_speak_of_itself_as_below),
        ARENA_TEST(a_figure_that_is_announced_must_be_there),
        ARENA_TEST(a_range_must_rise),
        ARENA_TEST(a_paragraph_may_not_send_to_itself),
        ARENA_TEST(an_annex_is_unused_when_others_are_used),
        ARENA_TEST(the_first_citation_is_in_full),
        ARENA_TEST(one_year_has_one_place),
        ARENA_TEST(parameters_must_make_sense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
