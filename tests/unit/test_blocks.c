/* Blocks: wrapped lines, lists, numbered paragraphs, tables, notes, series and
 * the addresses of places. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/buf.h"
#include "plan_from_text.h"

static void lines_of_a_markdown_paragraph_are_one_block(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "The plan sets out what\nthe Union wants to reach by\n2031 in all\n"
        "regions.\n\nAnother paragraph.\n",
        PL_FORMAT_MARKDOWN);
    assert_int_equal(plan->blocks_count, 2);
    assert_int_equal(plan->paragraphs_count, 0);
    assert_true(pl_word_is_joined(
        plan->words, pl_words_at(plan->words, offset_of(plan, "2031"))));
}

static void wrapped_plain_text_is_joined(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "The authority will renew its fleet over the next four years and\n"
        "will train its crews for the new boats, which need fewer hands\n"
        "12 of the older boats are to be sold at the end of the period of\n"
        "renewal, as set out below.\n\n"
        "The money comes from dues, from the sale of older boats and from\n"
        "a loan that is to be paid back in ten years from the end of the\n"
        "period.\n",
        PL_FORMAT_TEXT);
    assert_int_equal(plan->blocks_count, 2);
    assert_int_equal(plan->paragraphs_count, 0);
}

static void lines_of_word_text_are_paragraphs(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state, "1 One paragraph of text\ngoes on here.\n2 Two.\n",
                  PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->blocks_count, 3);
    assert_int_equal(plan->paragraphs_count, 2);
}

static void an_empty_numbered_paragraph_is_kept(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state, "39 Some text here.\n40 \n41 More text here.\n",
                  PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->paragraphs_count, 3);
    assert_true(plan->paragraphs[1].is_empty);
    assert_false(plan->paragraphs[0].is_empty);
}

static void a_number_far_from_the_others_belongs_to_the_line(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "1 First paragraph of text.\n2 Second paragraph of text.\n"
                  "97 per cent of the stations report in time.\n"
                  "3 Third paragraph of text.\n",
                  PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->paragraphs_count, 3);
    assert_int_equal(plan->paragraphs[2].label.parts[0].value, 3);
    assert_true(pl_range_is_empty(plan->blocks[2].marker));
}

static void an_extract_may_begin_with_any_paragraph(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state, "148 First paragraph of text.\n149 Second paragraph here.\n",
        PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->paragraphs_count, 2);
}

static void an_amount_is_not_a_numbered_line(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "1 \tBudget\n1 The budget is set here.\n"
                  "8 697 000 euros\n2 It is paid in two parts.\n",
                  PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->sections_count, 1);
    assert_int_equal(plan->paragraphs_count, 2);
}

static void dotted_numbers_through_a_document_are_paragraphs(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "I. Introduction\n1. The first paragraph ends here.\n"
                  "2. The second paragraph ends here.\nII. Aims\n"
                  "3. The third paragraph ends here.\nA sentence between.\n"
                  "4. The fourth paragraph ends here.\nIII. Means\n"
                  "5. The fifth paragraph ends here.\n",
                  PL_FORMAT_TEXT);
    assert_int_equal(plan->paragraphs_count, 5);
    assert_int_equal(plan->items_count, 0);
}

static void dotted_numbers_that_begin_anew_are_lists(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "The Council decides:\n1. to meet once a year;\n2. to publish it.\n"
        "It asks the Director:\n1. to prepare a report;\n2. to send it.\n",
        PL_FORMAT_TEXT);
    assert_int_equal(plan->paragraphs_count, 0);
    assert_int_equal(plan->lists_count, 2);
}

static void numbers_of_a_short_report_may_have_a_gap(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "I. Aims\n1. The first paragraph ends here.\n"
                  "2. The second paragraph ends here.\nII. Means\n"
                  "4. The fourth paragraph ends here.\nIII. Staff\n"
                  "5. The fifth paragraph ends here.\n"
                  "6. The sixth paragraph ends here.\n",
                  PL_FORMAT_TEXT);
    assert_int_equal(plan->paragraphs_count, 5);
}

static void markdown_numbers_that_cross_headings_are_paragraphs(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "# Aims\n\n1. The first ends here.\n\n2. The second ends here.\n\n"
        "# Means\n\n3. The third ends here.\n\n# Staff\n\n"
        "4. The fourth ends here.\n",
        PL_FORMAT_MARKDOWN);
    assert_int_equal(plan->paragraphs_count, 4);
    assert_int_equal(plan->lists_count, 0);
}

static void markdown_lists_that_begin_anew_stay_lists(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "# Aims\n\n1. Light the coast.\n2. Mark the rocks.\n\n"
                  "# Means\n\n1. Buy lamps.\n2. Buy paint.\n3. Buy oil.\n\n"
                  "# Staff\n\n4. Hire a keeper.\n",
                  PL_FORMAT_MARKDOWN);
    assert_int_equal(plan->paragraphs_count, 0);
    assert_int_equal(plan->lists_count, 3);
}

static void the_letter_i_before_j_is_a_letter_without_h(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "Parts:\na) aa;\nb) bb;\nc) cc;\nd) dd;\ne) ee;\nf) ff;\ng) gg;\n"
        "i) ii;\nj) jj.\n",
        PL_FORMAT_TEXT);
    assert_int_equal(plan->lists_count, 1);
    assert_int_equal(plan->lists[0].item_count, 9);
}

static void roman_numbers_after_g_are_a_list_of_their_own(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "Parts:\na) aa;\nb) bb;\nc) cc;\nd) dd;\ne) ee;\nf) ff;\ng) gg:\n"
        "i) first;\nii) second;\nh) hh.\n",
        PL_FORMAT_TEXT);
    assert_int_equal(plan->lists_count, 2);
    assert_int_equal(plan->lists[0].item_count, 8);
}

static void a_list_goes_on_after_text_with_a_number_missing(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "Parts:\n1) Lights\nThey burn at night.\n3) Signs\n"
                  "They stand at the quay.\n4) Buoys\nThey float.\n",
                  PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->lists_count, 1);
    assert_int_equal(plan->lists[0].item_count, 3);
}

static void the_next_number_begins_a_paragraph_of_wrapped_text(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "1. The Commission has met in the port of Vale and has seen\n"
                  "the state of the lights, of which it took note in report 7\n"
                  "2. It thanks the keepers who have lit the lamps each night\n"
                  "and asks them to go on with that work in the coming years,\n"
                  "3. The members pay the oil in equal parts and send it with\n"
                  "the first ship of each month.\n"
                  "4. The report is sent to the members before the meeting of\n"
                  "the year that follows.\n",
                  PL_FORMAT_TEXT);
    assert_int_equal(plan->blocks_count, 4);
}

static void a_number_alone_before_lower_case_is_text(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state, "# Past\n\n20 years ago the harbour had one light.\n",
                  PL_FORMAT_MARKDOWN);
    assert_int_equal(plan->paragraphs_count, 0);
}

static void bullets_nest_by_their_indent(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "- lights\n  - white\n  - red\n- buoys\n    - big\n      - old\n"
        "  - small\n- signs\n",
        PL_FORMAT_MARKDOWN);
    assert_int_equal(plan->lists[0].item_count, 3);
    assert_int_equal(plan->lists[0].parent, PL_NONE);
    assert_int_equal(plan->lists[1].item_count, 2);
    assert_int_equal(plan->lists[1].parent, 0);
    assert_int_equal(plan->lists[2].parent, 3);
    assert_int_equal(plan->lists[3].parent, 4);
}

static void lists_nest_by_the_style_of_their_markers(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "The parts are:\n(a) the first part:\n(i) one half;\n"
        "(ii) the other half;\n(b) the second part;\n(c) the third part.\n",
        PL_FORMAT_TEXT);
    assert_int_equal(plan->lists_count, 2);
    assert_int_equal(plan->lists[0].item_count, 3);
    assert_int_equal(plan->lists[1].item_count, 2);
    assert_int_equal(plan->lists[1].parent, 0);
    assert_int_equal(plan->items[1].label.parts[0].style, PL_LABEL_LOWER_ROMAN);
}

static void the_letter_i_after_h_is_a_letter(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "Parts:\na) aa;\nb) bb;\nc) cc;\nd) dd;\ne) ee;\nf) ff;\ng) gg;\n"
        "h) hh;\ni) ii;\nj) jj.\n",
        PL_FORMAT_TEXT);
    assert_int_equal(plan->lists_count, 1);
    assert_int_equal(plan->lists[0].item_count, 10);
}

static void an_inline_list_is_one_list(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "1 The Union comprises:\na) the Assembly; b) the Council, which acts "
        "for it; and c) the Secretariat.\n",
        PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->lists_count, 1);
    assert_int_equal(plan->lists[0].item_count, 3);
    assert_true(plan->lists[0].is_inline);
    assert_range_text(plan, plan->items[0].content, "the Assembly;");
    assert_range_text(plan, plan->items[2].content, "the Secretariat.");
}

static void a_list_begins_anew_after_a_numbered_paragraph(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "1 The outcomes are:\n1) one thing.\n2) another thing.\n"
                  "2 The outcomes are:\n1) one thing.\n2) another thing.\n",
                  PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->lists_count, 2);
}

static void cells_know_their_row_and_column(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "Text before.\n\tComponent\n\tDefinition\n\n\tVision\n\tThe world.\n\n"
        "\t1.1: Coverage\n\nText after.\n",
        PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->tables_count, 1);
    assert_int_equal(plan->tables[0].row_count, 3);
    assert_int_equal(plan->cells[3].row, 1);
    assert_int_equal(plan->cells[3].column, 1);
    assert_range_text(plan, plan->cells[4].label, "1.1:");
}

static void footnotes_pair_by_their_ids(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "1 Some countries[footnoteRef:3] agree. [3:  These are the islands.] "
        "\n2 Others[footnoteRef:4] do not.\n",
        PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->footnote_marks_count, 2);
    assert_int_equal(plan->footnotes_count, 1);
    assert_int_equal(plan->footnote_marks[0].note, 0);
    assert_int_equal(plan->footnote_marks[1].note, PL_NONE);
    assert_int_equal(plan->footnotes[0].mark, 0);
    assert_range_text(plan, plan->footnotes[0].body, "These are the islands.");
}

static void markdown_notes_reach_over_their_lines(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state,
                  "Some countries[^a] agree.\n\n[^a]: These are the islands\n"
                  "of the north.\n",
                  PL_FORMAT_MARKDOWN);
    assert_int_equal(plan->footnotes_count, 1);
    assert_range_text(plan, plan->footnotes[0].body,
                      "These are the islands\nof the north.");
    assert_int_equal(plan->footnote_marks[0].note, 0);
}

static void comments_have_an_author_and_a_text(void **state)
{
    const struct pl_plan *plan =
        plan_from(*state, "2.8 \tEnablers\tComment by Ann Lee: Shorten this.\n",
                  PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->comments_count, 1);
    assert_range_text(plan, plan->comments[0].author, "Ann Lee");
    assert_range_text(plan, plan->comments[0].body, "Shorten this.");
}

static const char *series_of(struct pl_arena *arena, const struct pl_plan *plan,
                             enum pl_series_kind kind)
{
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t i = 0; i < plan->series_count; i++) {
        const struct pl_series *series = &plan->series[i];
        for (uint32_t k = series->first_entry;
             series->kind == kind && k < series->entry_end; k++) {
            pl_label_write(&out, plan->series_entries[k].label);
            pl_buf_add_char(&out, k + 1 < series->entry_end ? ' ' : '/');
        }
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static void each_run_of_numbers_is_a_series(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "1 \tScope\n1 Some text here.\n2 \tAims\n2.1 \tVision\n"
        "2 Some text here.\n2.2 \tMission\n2 Some text here.\n"
        "4 Some text here.\nAnnex A\n1 Some text here.\n2 Some text here.\n",
        PL_FORMAT_WORD_TEXT);
    assert_string_equal(series_of(*state, plan, PL_SERIES_SECTION),
                        "1 2/2.1 2.2/");
    assert_string_equal(series_of(*state, plan, PL_SERIES_PARAGRAPH),
                        "1 2 2 4/1 2/");
}

static void annexes_and_appendices_are_numbered_apart(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state, "# Annex 1\n\nText.\n\n# Appendix 1\n\nText.\n\n"
                "# Annex 2\n\nText.\n\n# Annexe 3\n\nText.\n\n"
                "# Appendix 2\n\nText.\n");
    assert_string_equal(series_of(*state, plan, PL_SERIES_ANNEX), "1 2 3/1 2/");
}

static void assert_address(const struct pl_plan *plan, struct pl_arena *arena,
                           const char *needle, const char *expected)
{
    pl_str address = pl_plan_address(arena, plan, offset_of(plan, needle));
    if (!pl_str_eq(address, pl_str_from(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", PL_STR_ARG(address), expected);
    }
}

static void addresses_name_section_paragraph_and_item(void **state)
{
    struct pl_arena *arena = *state;
    const struct pl_plan *plan = plan_from(
        arena,
        "Cover note\n2 \tFramework\n26 \tThematic priorities\n"
        "1 The priorities follow.\nSafe shipping\n"
        "2 ICOU's work under safe shipping is expected to deliver the "
        "following outcomes:\n1) Better charts.\n2) Faster rescue.\n"
        "3 Afterwards.\n\tKind\n\tCost\n\n\tBoats\n\tMuch\n\n",
        PL_FORMAT_WORD_TEXT);
    assert_address(plan, arena, "Cover", "\"Cover note\"");
    assert_address(plan, arena, "Thematic", "2.6");
    assert_address(plan, arena, "priorities follow", "2.6, para 1");
    assert_address(plan, arena, "Safe", "2.6, \"Safe shipping\"");
    assert_address(plan, arena, "Faster", "2.6, para 2, outcome 2)");
    assert_address(plan, arena, "Boats", "2.6, after para 3, table row 2");
}

static void the_address_of_a_note_is_not_where_it_happens_to_stand(void **state)
{
    struct pl_arena *arena = *state;
    const struct pl_plan *plan =
        plan_from(arena, "# 1 Fleet\n\nBoats[^1] sail.\n\n[^1]: Of any size.\n",
                  PL_FORMAT_MARKDOWN);
    assert_address(plan, arena, "sail", "1");
    assert_address(plan, arena, "Of any", "footnote 1");
}

static void addresses_name_an_annex_that_is_not_the_main_part(void **state)
{
    struct pl_arena *arena = *state;
    const struct pl_plan *plan =
        plan_from(arena,
                  "ANNEX I\n1 Some text here.\n2 More text here.\nANNEX II\n"
                  "1 Other text here.\n",
                  PL_FORMAT_WORD_TEXT);
    assert_address(plan, arena, "More", "para 2");
    assert_address(plan, arena, "Other", "Annex II, para 1");
}

static void an_empty_text_has_a_plan(void **state)
{
    const struct pl_plan *plan = plan_from_text(*state, "");
    assert_int_equal(plan->blocks_count, 0);
    assert_int_equal(pl_plan_address(*state, plan, 0).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_of_a_markdown_paragraph_are_one_block),
        ARENA_TEST(wrapped_plain_text_is_joined),
        ARENA_TEST(lines_of_word_text_are_paragraphs),
        ARENA_TEST(an_empty_numbered_paragraph_is_kept),
        ARENA_TEST(a_number_far_from_the_others_belongs_to_the_line),
        ARENA_TEST(an_extract_may_begin_with_any_paragraph),
        ARENA_TEST(an_amount_is_not_a_numbered_line),
        ARENA_TEST(dotted_numbers_through_a_document_are_paragraphs),
        ARENA_TEST(dotted_numbers_that_begin_anew_are_lists),
        ARENA_TEST(numbers_of_a_short_report_may_have_a_gap),
        ARENA_TEST(markdown_numbers_that_cross_headings_are_paragraphs),
        ARENA_TEST(markdown_lists_that_begin_anew_stay_lists),
        ARENA_TEST(the_letter_i_before_j_is_a_letter_without_h),
        ARENA_TEST(roman_numbers_after_g_are_a_list_of_their_own),
        ARENA_TEST(a_list_goes_on_after_text_with_a_number_missing),
        ARENA_TEST(the_next_number_begins_a_paragraph_of_wrapped_text),
        ARENA_TEST(a_number_alone_before_lower_case_is_text),
        ARENA_TEST(bullets_nest_by_their_indent),
        ARENA_TEST(lists_nest_by_the_style_of_their_markers),
        ARENA_TEST(the_letter_i_after_h_is_a_letter),
        ARENA_TEST(an_inline_list_is_one_list),
        ARENA_TEST(a_list_begins_anew_after_a_numbered_paragraph),
        ARENA_TEST(cells_know_their_row_and_column),
        ARENA_TEST(footnotes_pair_by_their_ids),
        ARENA_TEST(markdown_notes_reach_over_their_lines),
        ARENA_TEST(comments_have_an_author_and_a_text),
        ARENA_TEST(each_run_of_numbers_is_a_series),
        ARENA_TEST(annexes_and_appendices_are_numbered_apart),
        ARENA_TEST(addresses_name_section_paragraph_and_item),
        ARENA_TEST(the_address_of_a_note_is_not_where_it_happens_to_stand),
        ARENA_TEST(addresses_name_an_annex_that_is_not_the_main_part),
        ARENA_TEST(an_empty_text_has_a_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
