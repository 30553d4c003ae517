/* Outlines: lone, skipped and empty headings, empty paragraphs and items. */
#include "cmocka_wrap.h"

#include "judge.h"
#include "plan_from_text.h"

static const struct judge lone = {"outline", "{\"fault\": \"lone\"}",
                                  "no {next}"};
static const struct judge skipped = {"outline", "{\"fault\": \"skipped\"}",
                                     "below {above}"};
static const struct judge empty_section = {
    "outline", "{\"fault\": \"empty-section\"}", "{title}"};
static const struct judge empty_paragraph = {
    "outline", "{\"fault\": \"empty-paragraph\"}", "empty"};
static const struct judge empty_item = {"outline",
                                        "{\"fault\": \"empty-item\"}", "empty"};
static const struct judge required = {
    "outline",
    "{\"fault\": \"missing\", \"sections\": [\"vision\", \"mission\"]}",
    "no {title}"};

static void a_part_without_a_second_is_lone(void **state)
{
    assert_findings(*state, lone,
                    "1 \tScope\nShips sail.\n2 \tTerms\n2.1 \tShip\nIt "
                    "sails.\n3 \tEnd\nAll sail.\n",
                    "2.1: no 2.2");
}

static void a_second_part_that_was_not_understood_counts(void **state)
{
    assert_findings(*state, lone,
                    "1 \tScope\nShips sail.\n2 \tTerms\n2.1 \tShip\nIt "
                    "sails.\n2.2 a boat is no ship; it is small.\n3 "
                    "\tEnd\nAll sail.\n",
                    "");
}

static void an_extract_with_a_later_part_is_not_lone(void **state)
{
    assert_findings(*state, lone,
                    "1 \tScope\nShips sail.\n2 \tTerms\n2.4 \tShip\nIt "
                    "sails.\n3 \tEnd\nAll sail.\n",
                    "");
}

static void only_the_first_skipped_level_is_told(void **state)
{
    assert_findings(*state, skipped,
                    "1 \tScope\nShips sail.\n2 \tTerms\n2.1.1 \tShip\nIt "
                    "sails.\n2.1.2 \tBoat\nIt sails too.\n3 \tEnd\nAll "
                    "sail.\n",
                    "2.1.1: below 2");
}

static void a_level_that_was_not_understood_is_not_skipped(void **state)
{
    assert_findings(*state, skipped,
                    "1 \tScope\nShips sail.\n2 \tTerms\n2.1 a list of terms; "
                    "it is short.\n2.1.1 \tShip\nIt sails.\n2.1.2 \tBoat\nIt "
                    "sails too.\n",
                    "");
}

static void a_heading_before_its_equal_is_empty(void **state)
{
    assert_findings(*state, empty_section,
                    "1 \tScope\nShips sail.\n2 \tTerms\n3 \tEnd\nAll sail.\n",
                    "2: Terms");
}

static void numbers_that_do_not_follow_are_no_headings(void **state)
{
    assert_findings(*state, empty_section,
                    "1 \tScope\nShips sail.\n1096 \tTime\n1060 \tCodes\n1015 "
                    "\tNumbers\nAll sail.\n",
                    "");
}

static void a_number_between_its_neighbours_needs_a_text(void **state)
{
    assert_findings(*state, empty_paragraph,
                    "1 Ships sail.\n2 Boats sail.\n3 \n4 Rafts drift.\n",
                    "3: empty");
}

static void a_number_alone_on_a_line_may_be_anything(void **state)
{
    assert_findings(*state, empty_paragraph,
                    "1 Ships sail.\n2 Boats sail.\n17\n\nHarbours\n", "");
    assert_findings(*state, empty_paragraph, "1.0\nHarbours\n2.0\nLights\n",
                    "");
}

static void an_item_needs_a_text(void **state)
{
    assert_findings(*state, empty_item,
                    "Ships sail:\na) at dawn;\nb) \nc) at night.\n",
                    "b): empty");
}

static void required_sections_are_missed_in_documents_of_the_kind(void **state)
{
    assert_findings(*state, required,
                    "1 \tOur vision\nA calm sea.\n2 \tGoals\nNo wrecks.\n",
                    "1: no mission");
    assert_findings(*state, required,
                    "1 \tScope\nA calm sea.\n2 \tGoals\nNo wrecks.\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_part_without_a_second_is_lone),
        ARENA_TEST(a_second_part_that_was_not_understood_counts),
        ARENA_TEST(an_extract_with_a_later_part_is_not_lone),
        ARENA_TEST(only_the_first_skipped_level_is_told),
        ARENA_TEST(a_level_that_was_not_understood_is_not_skipped),
        ARENA_TEST(a_heading_before_its_equal_is_empty),
        ARENA_TEST(numbers_that_do_not_follow_are_no_headings),
        ARENA_TEST(a_number_between_its_neighbours_needs_a_text),
        ARENA_TEST(a_number_alone_on_a_line_may_be_anything),
        ARENA_TEST(an_item_needs_a_text),
        ARENA_TEST(required_sections_are_missed_in_documents_of_the_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
