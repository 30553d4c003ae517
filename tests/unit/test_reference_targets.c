/* What a reference turns out to mean in a whole document. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "plan/plan.h"
#include "plan_from_text.h"
#include "references_text.h"

static void target_is_the_number_that_is_meant(void **state)
{
    const struct pl_plan *plan = harbour_plan(*state, "See paragraphs 3 to 5.");
    assert_int_equal(plan->references_count, 1);
    const struct pl_reference *it = &plan->references[0];
    assert_true(pl_str_eq(pl_range_text(plan->text, it->range),
                          (pl_str)PL_STR("3 to 5")));
    assert_true(
        pl_str_eq(pl_range_text(plan->text, it->target), (pl_str)PL_STR("3")));
    assert_true(pl_str_eq(pl_range_text(plan->text, it->target_end),
                          (pl_str)PL_STR("5")));
    assert_true(it->target.start < it->range.start);
}

static void captions_and_headings_do_not_refer(void **state)
{
    const struct pl_plan *plan = harbour_plan(*state, "Nothing is said.");
    assert_string_equal(references_text(*state, plan), "");
}

static void annex_i_is_an_annex_and_section_i_may_be_a_person(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state,
        "# 1 Aims\n\nThe list in annex I gives the places that the section I "
        "wrote leaves out.\n\n# Annex I\n\nText.\n\n# Annex II\n\nText.\n");
    assert_int_equal(plan->references_count, 1);
    assert_range_text(plan, plan->references[0].phrase, "annex I");
    assert_int_equal(plan->references[0].resolution, PL_RESOLUTION_FOUND);
}

static void numbers_restart_in_each_annex(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state,
        "# Annex 1\n\n# 1 Boats\n\n1 All boats pay.\n\n2 See paragraph 1.\n\n"
        "3 See paragraph 2.\n\n"
        "# Annex 2\n\n# 1 Ships\n\n1 All ships pay.\n\n2 See paragraph 1.\n\n"
        "3 See paragraph 2.\n");
    assert_int_equal(plan->references_count, 4);
    for (uint32_t i = 0; i < 4; i++) {
        const struct pl_reference *it = &plan->references[i];
        assert_int_equal(it->resolution, PL_RESOLUTION_FOUND);
        assert_true(it->range.start - it->target.start < 60);
    }
}

static void openers_of_a_resolution_name_their_items(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state,
        "RESOLUTION 9 (Rev. Lisbon, 2020)\n\nconsidering\n\n"
        "a) that boats need harbours;\n\nb) that harbours need boats,\n\n"
        "resolves\n\n"
        "that what is said in considering a) and b) above shall stand.\n");
    assert_string_equal(references_text(*state, plan),
                        "item a found; item b found");
}

static void an_only_annex_is_known_to_be_one(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state, "# 1 Port\n\nSee Schedule 1, Schedule 2 and Annex 1.\n\n"
                "# Schedule 1\n\nThe fees of the port.\n");
    assert_string_equal(references_text(*state, plan),
                        "annex 1 found; annex 2 missing; annex 1 external");
    assert_true(plan->references[1].is_beside_one);
}

static void parts_are_found_by_their_word_in_other_languages(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state, "# Partie I\n\nLe port est ouvert (voir Partie II).\n\n"
                "# Partie II\n\nLes feux : voir Appendice B.\n\n"
                "# Appendice A\n\nLe quai est long.\n\n"
                "# Appendice B\n\nEl muelle: Anexo 1.\n\n"
                "# Anexo 1\n\nEl muelle es largo.\n");
    assert_string_equal(references_text(*state, plan),
                        "section II found; annex B found; annex 1 found");
}

static void documents_without_structure_have_no_missing_places(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state, "See section 3, paragraph 12, Annex B, Table 4, Figure 2,\n"
                "goal 3, target 1.2, item c), footnote 7 and Article 4.\n");
    assert_int_equal(plan->references_count, 10);
    for (uint32_t i = 0; i < plan->references_count; i++) {
        assert_int_equal(plan->references[i].resolution,
                         PL_RESOLUTION_EXTERNAL);
    }
}

static void long_lists_are_read_in_linear_time(void **state)
{
    struct pl_buf buf = pl_buf_in(*state);
    pl_buf_add_text(&buf, "Of 1.1");
    for (int i = 0; i < 100000; i++) {
        pl_buf_add_text(&buf, ", 1.1");
    }
    pl_buf_add_text(&buf, " and sections 1.1");
    for (int i = 0; i < 100000; i++) {
        pl_buf_add_text(&buf, ", 1.1");
    }
    pl_buf_add_char(&buf, '\0');
    const struct pl_plan *plan = plan_from_markdown(*state, buf.data);
    assert_true(plan->references_count >= 100001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(target_is_the_number_that_is_meant),
        ARENA_TEST(captions_and_headings_do_not_refer),
        ARENA_TEST(annex_i_is_an_annex_and_section_i_may_be_a_person),
        ARENA_TEST(numbers_restart_in_each_annex),
        ARENA_TEST(openers_of_a_resolution_name_their_items),
        ARENA_TEST(an_only_annex_is_known_to_be_one),
        ARENA_TEST(parts_are_found_by_their_word_in_other_languages),
        ARENA_TEST(documents_without_structure_have_no_missing_places),
        ARENA_TEST(long_lists_are_read_in_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
