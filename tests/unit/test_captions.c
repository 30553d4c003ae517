/* Captions: what titles a figure, a table or a box, and what only mentions
 * one. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "plan/plan.h"
#include "text/source.h"

static void lines_of_their_own_are_captions(void **state)
{
    static const struct {
        const char *line;
        enum pl_caption_kind kind;
        const char *label;
        const char *range;
        const char *title;
    } forms[] = {
        {"Figure 2 – Map of the harbour", PL_CAPTION_FIGURE, "2", "Figure 2",
         "Map of the harbour"},
        {"TABLE 3", PL_CAPTION_TABLE, "3", "TABLE 3", ""},
        {"Table 2: Number of berths", PL_CAPTION_TABLE, "2", "Table 2",
         "Number of berths"},
        {"Box 1. What is a berth", PL_CAPTION_BOX, "1", "Box 1",
         "What is a berth"},
        {"Box 1.", PL_CAPTION_BOX, "1", "Box 1", ""},
        {"Table A.2 - Fees", PL_CAPTION_TABLE, "A.2", "Table A.2", "Fees"},
        {"Table 12-2 Fees for large boats", PL_CAPTION_TABLE, "12.2",
         "Table 12-2", "Fees for large boats"},
        {"Fig. 4: Buoys", PL_CAPTION_FIGURE, "4", "Fig. 4", "Buoys"},
        {"Tableau 2 – Places", PL_CAPTION_TABLE, "2", "Tableau 2", "Places"},
        {"CUADRO 3", PL_CAPTION_TABLE, "3", "CUADRO 3", ""},
        {"Figura 1: El muelle", PL_CAPTION_FIGURE, "1", "Figura 1",
         "El muelle"},
        {"**Table 16. Fees**", PL_CAPTION_TABLE, "16", "Table 16", "Fees"},
        {"<p><b>Figure 1: The quay</b></p>", PL_CAPTION_FIGURE, "1", "Figure 1",
         "The quay</b></p>"},
        {"Figure 7.1a – Steps", PL_CAPTION_FIGURE, "7.1a", "Figure 7.1a",
         "Steps"},
    };
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        const char *text = pl_arena_printf(
            *state, "Some words first.\n\n%s\n\nMore words.\n", forms[i].line);
        const struct pl_plan *plan = plan_from_markdown(*state, text);
        if (plan->captions_count != 1) {
            fail_msg("\"%s\": %u captions", forms[i].line,
                     plan->captions_count);
        }
        const struct pl_caption *it = &plan->captions[0];
        assert_int_equal(it->kind, forms[i].kind);
        assert_false(it->is_image);
        assert_true(pl_str_eq(pl_label_text(*state, it->label),
                              pl_str_from(forms[i].label)));
        assert_range_text(plan, it->range, forms[i].range);
        assert_range_text(plan, it->title, forms[i].title);
    }
}

static void sentences_are_no_captions(void **state)
{
    static const char *const lines[] = {
        "Figure 2 shows the harbour.",
        "The quay is in Figure 2 - see there.",
        "Table 2 and Table 3 list the berths.",
        "Table of contents",
        "Figures 2 and 3",
        "Table 5% of all",
        "figure 2 - in small letters",
        "Table 2 (continued)",
        "Table 2 Berths are few here and this is a sentence.",
    };
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        const char *text = pl_arena_printf(
            *state, "Some words first.\n\n%s\n\nMore words.\n", lines[i]);
        const struct pl_plan *plan = plan_from_markdown(*state, text);
        if (plan->captions_count != 0) {
            fail_msg("\"%s\" is taken for a caption", lines[i]);
        }
    }
}

static void images_count_as_figures(void **state)
{
    const struct pl_plan *plan =
        plan_from_markdown(*state, "The figure below shows it.\n\n"
                                   "![The quay at dawn](quay.png)\n\n"
                                   "<img src=\"map.png\">\n\n"
                                   "```\n![not an image](x)\n```\n");
    assert_int_equal(plan->captions_count, 2);
    assert_true(plan->captions[0].is_image);
    assert_int_equal(plan->captions[0].kind, PL_CAPTION_FIGURE);
    assert_int_equal(plan->captions[0].label.count, 0);
    assert_range_text(plan, plan->captions[0].title, "The quay at dawn");
    assert_true(plan->captions[1].is_image);
}

static void described_images_of_word_texts_count(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "The figure below shows it.\n"
        "[A quay with boats. AI-generated content may be incorrect.]\n",
        PL_FORMAT_WORD_TEXT);
    assert_int_equal(plan->captions_count, 1);
    assert_true(plan->captions[0].is_image);
}

static void captions_come_in_order(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state, "![a](a.png)\n\nFigure 1 – Quay\n\n![b](b.png)\n\n"
                "Figure 2 – Buoy\n\nTable 1 – Fees\n");
    assert_int_equal(plan->captions_count, 5);
    for (uint32_t i = 1; i < plan->captions_count; i++) {
        assert_true(plan->captions[i - 1].range.start <
                    plan->captions[i].range.start);
    }
}

static void unfinished_images_are_read_in_linear_time(void **state)
{
    struct pl_buf buf = pl_buf_in(*state);
    for (int i = 0; i < 200000; i++) {
        pl_buf_add_text(&buf, "![");
    }
    pl_buf_add_char(&buf, '\0');
    assert_int_equal(plan_from_markdown(*state, buf.data)->captions_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_of_their_own_are_captions),
        ARENA_TEST(sentences_are_no_captions),
        ARENA_TEST(images_count_as_figures),
        ARENA_TEST(described_images_of_word_texts_count),
        ARENA_TEST(captions_come_in_order),
        ARENA_TEST(unfinished_images_are_read_in_linear_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
