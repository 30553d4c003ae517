/* The outline: sections, what damaged numbers mean, and how they nest. */
#include "cmocka_wrap.h"

#include "base/buf.h"
#include "plan_from_text.h"

/* "1 1.1! 2 (Title)" with ">" for each level below the first. */
static const char *outline_of(struct pl_arena *arena,
                              const struct pl_plan *plan)
{
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        pl_buf_add_text(&out, i ? " " : "");
        pl_buf_add_repeated(&out, '>', section->level - 1);
        if (section->kind == PL_SECTION_ANNEX) {
            pl_buf_add_char(&out, '@');
        }
        pl_label_write(&out, section->label);
        if (section->label.count == 0) {
            pl_buf_add(&out, pl_range_text(plan->text, section->title));
        }
        pl_buf_add_text(&out, section->is_damaged ? "!" : "");
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static void assert_outline(struct pl_arena *arena, const char *text,
                           const char *expected)
{
    assert_string_equal(
        outline_of(arena, plan_from(arena, text, PL_FORMAT_WORD_TEXT)),
        expected);
}

static void numbered_sections_nest_by_their_numbers(void **state)
{
    assert_outline(*state,
                   "1 \tOverview\n1 First paragraph here.\n2 \tFramework\n"
                   "2.1 \tVision\n2 Second paragraph here.\n2.2 \tMission\n"
                   "3 Third paragraph here.\n",
                   "1 2 >2.1 >2.2");
}

static void a_number_that_lost_its_dot_is_understood(void **state)
{
    assert_outline(*state,
                   "2 \tFramework\n2.1 \tVision\n1 Some text here.\n"
                   "22 \tMission\n2 Some text here.\n23 \tGoals\n"
                   "3 Some text here.\n2.4 \tTargets\n4 Some text here.\n",
                   "2 >2.1 >2.2! >2.3! >2.4");
}

static void a_number_whose_neighbours_are_missing_is_understood(void **state)
{
    assert_outline(*state,
                   "4 \tFramework\n4.1 \tVision\n1 Some text here.\n"
                   "44 \tMission\n2 Some text here.\n",
                   "4 >4.1 >4.4!");
}

static void a_number_that_lost_its_beginning_is_understood(void **state)
{
    assert_outline(*state,
                   "7 \tMethods\n7.1 Some text stands here.\n"
                   ".8 \tServices\n8.1 Some text stands here.\n"
                   "9 \tMeans\n9.1 \tStaff\nText.\n.2 \tMoney\nText.\n",
                   "7 8! 9 >9.1 >9.2!");
}

static void chapter_22_after_chapter_21_is_what_it_is(void **state)
{
    assert_outline(*state,
                   "21 \tBudget\n1 Some text here.\n22 \tStaff\n"
                   "2 Some text here.\n",
                   "21 22");
}

static void a_number_far_beyond_the_headings_is_none(void **state)
{
    assert_outline(*state,
                   "1 \tTimes\n1 Some text here.\n1096 \tLegal time 2016\n"
                   "2 \tPlaces\n2 Some text here.\n",
                   "1 2");
}

static void a_title_stands_below_the_section_before_it(void **state)
{
    assert_outline(*state,
                   "2 \tPriorities\n1 Some text here.\nDigital services\n"
                   "2 Some text here.\n3 \tEnablers\n3 Some text here.\n",
                   "2 >Digital services 3");
}

static void numbers_begin_anew_in_an_annex(void **state)
{
    assert_outline(*state,
                   "1 \tScope\n1 Some text here.\nANNEX 1 TO RESOLUTION 5\n"
                   "Plan of the Union\n1 \tOverview\n1 Some text here.\n"
                   "Annex 2\n1 \tTable of costs\n1 Some text here.\n",
                   "1 @1 >1 @2 >1");
}

static void the_line_below_an_annex_heading_is_its_second_line(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state, "ANNEX 1 TO RESOLUTION 5\nPlan of the Union\n1 \tOverview\n",
        PL_FORMAT_WORD_TEXT);
    assert_range_text(plan, plan->sections[0].number, "ANNEX 1");
    assert_range_text(plan, plan->sections[0].subtitle, "Plan of the Union");
}

static void letters_stand_below_roman_numbers(void **state)
{
    assert_outline(*state,
                   "I. Introduction\n1. Some text here, with a stop.\n"
                   "II. Programme\nA. Aims\n2. Some text here, with a stop.\n"
                   "B. Means\n3. Some text here, with a stop.\n"
                   "III. Resources\n4. Some text here, with a stop.\n",
                   "I II >A >B III");
}

static void the_title_of_a_bare_section_number_is_the_next_line(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state, "SECTION 2\nWorking methods\n2.1 Some text here.\n",
                  PL_FORMAT_TEXT);
    assert_int_equal(plan->sections_count, 1);
    assert_range_text(plan, plan->sections[0].title, "Working methods");
    assert_int_equal(plan->sections[0].kind, PL_SECTION_NUMBERED);
}

static void the_word_before_a_number_tells_the_kind_of_part(void **state)
{
    static const struct {
        const char *heading;
        enum pl_part_kind kind;
    } headings[] = {
        {"# Annexe 2", PL_PART_ANNEX},       {"# ANNEX 2", PL_PART_ANNEX},
        {"# Appendice B", PL_PART_APPENDIX}, {"# Partie II", PL_PART_PART},
        {"# Decision 5", PL_PART_DECISION},  {"# 2 Annexes", PL_PART_NONE},
        {"# Annexes", PL_PART_NONE},         {"# Annex", PL_PART_NONE},
    };
    for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
        const struct pl_plan *plan =
            plan_from_markdown(*state, headings[i].heading);
        assert_int_equal(plan->sections_count, 1);
        assert_int_equal(plan->sections[0].part_kind, headings[i].kind);
    }
}

static void markdown_sections_nest_by_their_marks(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "# Plan\n\n## 1. Aims\n\nText.\n\n### Goal 1: Open\n\nText.\n\n"
        "## Annex A: Figures\n\nText.\n",
        PL_FORMAT_MARKDOWN);
    assert_string_equal(outline_of(*state, plan), "Plan >1 >>Goal 1: Open >@A");
}

static void a_table_of_contents_is_not_taken_for_headings(void **state)
{
    assert_outline(*state,
                   "Contents\n1 Scope\n2 Methods of work\n3 Final matters\n"
                   "1 \tScope\n1.1 Some text here.\n2 \tMethods of work\n"
                   "2.1 Some text here.\n3 \tFinal matters\n"
                   "3.1 Some text here.\n",
                   "Contents 1 2 3");
}

static void
page_numbers_may_stick_to_the_lines_of_a_table_of_contents(void **state)
{
    assert_outline(*state,
                   "Contents\n1 Scope1\n2 Methods of work3\n2.1 Staff12\n"
                   "1 \tScope\n1.1 Some text here.\n2 \tMethods of work\n"
                   "2 Some text here.\n2.1 \tStaff\n3 Some text here.\n",
                   "Contents 1 2 >2.1");
}

static void a_heading_may_end_with_a_short_form_in_brackets(void **state)
{
    assert_outline(*state,
                   "1 \tScope\n1 Some text here.\n"
                   "2 \tSigns (lights, buoys, etc.)\n2 Some text here.\n"
                   "3 \tThe Council met (and all agreed to it in writing.)\n"
                   "4 \tMeans\n",
                   "1 2 4");
}

static void an_inserted_number_may_stand_apart_from_its_word(void **state)
{
    assert_outline(*state,
                   "1 \tScope\n1 Some text here.\n1 bis Means\n"
                   "1 bis The second text stands here.\n"
                   "2 \tAims\n2 Some text here.\n",
                   "1 1bis 2");
}

static void lines_that_no_title_looks_like_are_none(void **state)
{
    assert_outline(*state,
                   "1 \tScope\n1 Some text here.\n"
                   "Write to lights@harbour.example\n"
                   "2 Some text here.\nFax: +99 98 10 81 40\n"
                   "3 Some text here.\nLoad = 2 * draught\n"
                   "4 Some text here.\n[50 (NDC)]\n5 Some text here.\n"
                   "2028-06-14\n6 Some text here.\nLights and buoys\n"
                   "7 Some text here.\n",
                   "1 >Lights and buoys");
}

static void fields_of_a_form_are_no_titles(void **state)
{
    assert_outline(
        *state,
        "1 \tScope\n1 Some text here.\nName: Sark light\n"
        "2 Some text here.\nName: Vale light\n3 Some text here.\n"
        "Name: Quay light\n4 Some text here.\nAims: depth and light\n"
        "5 Some text here.\n2: white\n6 Some text here.\n"
        "04347 PORT VALE\n7 Some text here.\n",
        "1 >Aims: depth and light");
}

static void signs_of_markdown_may_stick_to_the_title(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "##Lights\nThey burn at night.\n\n###White lights\n\nThey are bright.\n"
        "\n#boats is no heading.\n\n##Signs\n\nThey stand.\n",
        PL_FORMAT_MARKDOWN);
    assert_string_equal(outline_of(*state, plan),
                        ">Lights >>White lights >Signs");
}

static void an_anchor_is_no_part_of_a_title(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "# Aims <a id=\"aims\"></a>\n\nLight.\n\n"
                  "# Means {#means}\n\nLamps.\n",
                  PL_FORMAT_MARKDOWN);
    assert_string_equal(outline_of(*state, plan), "Aims Means");
}

static void rows_of_figures_are_no_sections(void **state)
{
    assert_outline(*state,
                   "1 \tScope\n1 Some text here.\n2 10 40\n"
                   "2 \tAims\n2 Some text here.\n",
                   "1 2");
}

static void second_lines_of_titles_are_none(void **state)
{
    assert_outline(*state,
                   "1 \tScope\n1 Some text here.\nList of all lights\n"
                   "on the northern coast\n(as of June 2028)\n"
                   "2 Some text here.\n",
                   "1 >List of all lights");
}

static void short_lines_in_a_row_are_no_titles_but_the_last(void **state)
{
    assert_outline(
        *state,
        "Harbour Union\nPlan for the years to come\nDraft\nPort Vale\n"
        "Some text stands here.\n"
        "The Director\nQuay Street\nPort Vale\nIsland of Sark\n"
        "Lights\nSome text stands here.\n",
        "Harbour Union Plan for the years to come Draft Port Vale "
        "Lights");
}

static void words_with_numbers_in_a_row_are_titles(void **state)
{
    assert_outline(*state,
                   "Plan of the Union\nSome text stands here.\n"
                   "Goal 1 - Light\nGoal 2 - Depth\nGoal 3 - Order\n"
                   "Goal 4 - Trade\nSome text stands here.\n",
                   "Plan of the Union Goal 1 - Light Goal 2 - Depth "
                   "Goal 3 - Order Goal 4 - Trade");
}

static void further_lines_of_a_cell_are_no_headings(void **state)
{
    assert_outline(*state,
                   "1 \tScope\n1 Some text here.\n\n\t\n2. Name\n\tBuoy\n\n"
                   "\tNumber\n3. Colour\n\tRed\n\n2 \tAims\n2 More here.\n",
                   "1 2");
}

static void headings_of_asciidoc_have_equals_signs(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "= Plan of the Union\n:status: draft\n:date: 2028-06-14\n\n"
                  "[abstract]\n== Summary\n\nShort line\n\nimage::map.png[]\n\n"
                  ". Open the meeting\n\n. Close the meeting\n\n"
                  "=== Lights\n\nSome text here.\n\n== Aims\n\nMore text.\n",
                  PL_FORMAT_TEXT);
    assert_string_equal(outline_of(*state, plan),
                        "Plan of the Union >Summary >>Lights >Aims");
    assert_int_equal(plan->lists_count, 1);
    assert_int_equal(plan->lists[0].item_count, 2);
    assert_int_equal(plan->blocks[1].kind, PL_BLOCK_MARKUP);
}

static void a_caption_is_not_a_heading(void **state)
{
    assert_outline(*state,
                   "1 \tScope\n1 Some text here.\nTable 1 - Costs\n"
                   "2 Some text here.\n",
                   "1");
}

static void a_heading_ends_before_a_margin_comment(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state, "2.8 \tEnablers\tComment by Author: Shorten this.\n",
                  PL_FORMAT_WORD_TEXT);
    assert_range_text(plan, plan->sections[0].title, "Enablers");
}

static void every_block_knows_its_section(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "Before all.\n1 \tScope\n1 Some text here.\n2 \tMethods\n"
                  "2 Some text here.\n",
                  PL_FORMAT_WORD_TEXT);
    static const uint32_t expected[] = {PL_NONE, 0, 0, 1, 1};
    assert_int_equal(plan->blocks_count, 5);
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(plan->blocks[i].section, expected[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbered_sections_nest_by_their_numbers),
        ARENA_TEST(a_number_that_lost_its_dot_is_understood),
        ARENA_TEST(a_number_whose_neighbours_are_missing_is_understood),
        ARENA_TEST(a_number_that_lost_its_beginning_is_understood),
        ARENA_TEST(chapter_22_after_chapter_21_is_what_it_is),
        ARENA_TEST(a_number_far_beyond_the_headings_is_none),
        ARENA_TEST(a_title_stands_below_the_section_before_it),
        ARENA_TEST(numbers_begin_anew_in_an_annex),
        ARENA_TEST(the_line_below_an_annex_heading_is_its_second_line),
        ARENA_TEST(letters_stand_below_roman_numbers),
        ARENA_TEST(the_title_of_a_bare_section_number_is_the_next_line),
        ARENA_TEST(the_word_before_a_number_tells_the_kind_of_part),
        ARENA_TEST(markdown_sections_nest_by_their_marks),
        ARENA_TEST(a_table_of_contents_is_not_taken_for_headings),
        ARENA_TEST(page_numbers_may_stick_to_the_lines_of_a_table_of_contents),
        ARENA_TEST(a_heading_may_end_with_a_short_form_in_brackets),
        ARENA_TEST(an_inserted_number_may_stand_apart_from_its_word),
        ARENA_TEST(lines_that_no_title_looks_like_are_none),
        ARENA_TEST(fields_of_a_form_are_no_titles),
        ARENA_TEST(signs_of_markdown_may_stick_to_the_title),
        ARENA_TEST(an_anchor_is_no_part_of_a_title),
        ARENA_TEST(rows_of_figures_are_no_sections),
        ARENA_TEST(second_lines_of_titles_are_none),
        ARENA_TEST(short_lines_in_a_row_are_no_titles_but_the_last),
        ARENA_TEST(words_with_numbers_in_a_row_are_titles),
        ARENA_TEST(further_lines_of_a_cell_are_no_headings),
        ARENA_TEST(headings_of_asciidoc_have_equals_signs),
        ARENA_TEST(a_caption_is_not_a_heading),
        ARENA_TEST(a_heading_ends_before_a_margin_comment),
        ARENA_TEST(every_block_knows_its_section),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
