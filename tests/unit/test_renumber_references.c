/* Renumbering: what refers to a number follows it, or is left alone and listed.
 */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "plan_from_text.h"
#include "renumbering.h"

static void references_in_lists_and_ranges_follow(void **state)
{
    assert_renumbered(*state,
                      "1 The ports are open.\n"
                      "{1|2} A second one.\n"
                      "{2|3} See paragraphs {2|3}, {3|4} and {5|6}, paragraphs "
                      "{2|3} to {4|5} and {3|4}-{5|6}, and para. {4|5}.\n"
                      "{3|4} The ports are safe.\n"
                      "{4|5} The ports are deep.\n"
                      "{5|6} The ports are old.\n",
                      (struct renumber_wish){.kind = "paragraphs"}, "");
}

static void a_number_that_is_there_twice_is_left_alone(void **state)
{
    assert_renumbered(
        *state,
        "1 The ports are open.\n"
        "2 The ports are safe.\n"
        "{2|3} A second one.\n"
        "{3|4} See paragraph 2, paragraphs 2 to 3 and paragraph {3|4}.\n"
        "{4|5} The ports are old.\n",
        (struct renumber_wish){.kind = "paragraphs"},
        "paragraph 2: more than one place has this number | "
        "paragraphs 2 to 3: more than one place has this number");
}

static void a_number_that_nothing_has_is_left_alone(void **state)
{
    assert_renumbered(
        *state,
        "1 The ports are open.\n"
        "2 The ports are safe, see paragraph 4.\n"
        "3 The ports are deep.\n"
        "{5|4} The ports are old, see paragraph 5 of Resolution 7.\n"
        "{6|5} The ports are new, see paragraph {6|5}.\n",
        (struct renumber_wish){.kind = "paragraphs"},
        "paragraph 4: nothing has this number | "
        "paragraph 5: it may be a place in another document");
}

static void what_a_reference_is_part_of_tells_which_one_is_meant(void **state)
{
    assert_renumbered(*state,
                      "1 \tAims\n"
                      "1 The aims, see section 2 of Annex A.\n"
                      "{1|2} \tMore aims\n"
                      "2 The others, see section {2|3}.\n"
                      "{2|3} \tMeans\n"
                      "3 The means.\n"
                      "Annex A\n"
                      "1 \tBoats\n"
                      "4 The boats.\n"
                      "2 \tShips\n"
                      "5 The ships, see section 2 and Annex A, section 1.\n",
                      (struct renumber_wish){.kind = "sections"}, "");
}

static void items_of_paragraphs_are_meant_together(void **state)
{
    assert_renumbered(*state,
                      "1 The ports, see paragraph {3|4} (b) and {3|4}(c):\n"
                      "(a) old;\n"
                      "(b) new.\n"
                      "2 An insertion.\n"
                      "{2|3} The ships, see item (b) below:\n"
                      "(a) large;\n"
                      "(b) small.\n"
                      "{3|4} The boats, see paragraphs 1(b) and (a):\n"
                      "(a) red;\n"
                      "(b) green;\n"
                      "(c) blue.\n",
                      (struct renumber_wish){.kind = "paragraphs"}, "");
}

static void footnotes_follow(void **state)
{
    assert_markdown_renumbered(
        *state,
        "The lake[^1] and the river[^{3|2}], see footnote {3|2}.\n\n"
        "[^1]: It is deep.\n"
        "[^{3|2}]: It is long.\n",
        (struct renumber_wish){.kind = "footnotes"}, "");
}

static void links_to_headings_follow(void **state)
{
    assert_markdown_renumbered(
        *state,
        "# Plan\n\n"
        "- [1 Aims](#1-aims)\n"
        "- [{3|2} Means, and Ways](#{3|2}-means-and-ways)\n"
        "- [other](#more)\n\n"
        "## 1 Aims\n\n"
        "See [the means](#{3|2}-means-and-ways), [a note][n] and section "
        "{3|2}.\n\n"
        "## {3|2} Means, and Ways\n\n"
        "They are there.\n\n"
        "[n]: #{3|2}-means-and-ways\n",
        (struct renumber_wish){.kind = "sections"}, "");
}

static void lines_of_contents_follow(void **state)
{
    assert_renumbered(*state,
                      "Contents\n"
                      "1\tAims\t2\n"
                      "{2|3}\tMeans\t3\n"
                      "{3|4}\tReports\t4\n"
                      "1\tAims\n"
                      "Text of aims.\n"
                      "{1|2}\tInsertion\n"
                      "Text of it.\n"
                      "{2|3}\tMeans\n"
                      "Text of means.\n"
                      "{3|4}\tReports\n"
                      "Text of reports.\n",
                      (struct renumber_wish){.kind = "sections"}, "");
}

static void lists_of_figures_follow(void **state)
{
    assert_renumbered(*state,
                      "Contents\n"
                      "1\tAims\t2\n"
                      "2\tMeans\t3\n"
                      "3\tReports\t4\n"
                      "List of figures\n"
                      "Figure 1 \u2013 The harbour\t2\n"
                      "Figure {2|3} \u2013 The river\t3\n"
                      "Figure {3|4} \u2013 The sea\t4\n"
                      "1\tAims\n"
                      "The aims are shown in Figure {3|4}.\n"
                      "Figure 1 \u2013 The harbour\n"
                      "2\tMeans\n"
                      "Figure {1|2} \u2013 New\n"
                      "The means.\n"
                      "Figure {2|3} \u2013 The river\n"
                      "3\tReports\n"
                      "Figure {3|4} \u2013 The sea\n"
                      "The sea is there.\n",
                      (struct renumber_wish){.kind = "figures"}, "");
}

static void comments_stay_as_they_are(void **state)
{
    assert_renumbered(
        *state,
        "1 The ports.\n"
        "{3|2} The ships.\tComment by Ann: See paragraph 4.\n"
        "{4|3} The boats.\tComment by Ann: See paragraphs 3 to 5.\n"
        "{5|4} The crews.\n",
        (struct renumber_wish){.kind = "paragraphs"},
        "paragraph 4: it stands in a comment | "
        "paragraphs 3: it stands in a comment");
}

static void numbers_that_were_not_read_are_reported(void **state)
{
    assert_renumbered(*state,
                      "1 \tAims\n"
                      "1.1 \tPorts\n"
                      "1.1.1 The ports.\n"
                      "{1bis|2} \tMore\n"
                      "{2|3} \tMeans\n"
                      "{2|3}.1 \tMoney\n"
                      "{2|3}.1.1 The sums.\n"
                      "{2|3}.1.2 The fees 2.1.1 are high.\n",
                      (struct renumber_wish){.kind = "sections"},
                      "2.1.1: what it means is not certain");
}

/* Keeps what stands in the first line. */
static bool keeps_first_line(const void *context, struct pl_range range,
                             enum pl_renumber_reason *reason)
{
    const struct pl_plan *plan = context;
    *reason = PL_LEFT_COMPUTED;
    return range.start < pl_str_find_char(plan->text, '\n', 0);
}

static void a_reference_that_is_kept_is_listed(void **state)
{
    const struct pl_plan *plan =
        plan_from_text(*state, "1 Words, see paragraph 3.\n"
                               "3 More of them, see paragraph 3.\n");
    struct pl_renumber_keeper keeper = {keeps_first_line, plan};
    struct pl_renumber_request request = {
        .kind = PL_RENUMBER_PARAGRAPHS, .offset = PL_NONE, .keeper = &keeper};
    struct renumbering made = renumber(*state, plan, request);
    assert_int_equal(made.result.references, 1);
    assert_string_equal(renumber_left(*state, plan, &made.result),
                        "paragraph 3: Word computes it");
    assert_true(
        pl_str_eq(made.after->text,
                  (pl_str)PL_STR("1 Words, see paragraph 3.\n"
                                 "2 More of them, see paragraph 2.\n")));
}

static void a_series_with_a_kept_number_that_would_change_stays(void **state)
{
    const struct pl_plan *plan =
        plan_from_text(*state, "2 Words, see paragraph 3.\n3 More of them.\n");
    struct pl_renumber_keeper keeper = {keeps_first_line, plan};
    struct pl_renumber_request request = {.kind = PL_RENUMBER_PARAGRAPHS,
                                          .offset = PL_NONE,
                                          .first = 1,
                                          .keeper = &keeper};
    struct renumbering made = renumber(*state, plan, request);
    assert_int_equal(made.result.edits.count, 0);
    assert_string_equal(renumber_left(*state, plan, &made.result),
                        "2: Word computes it | "
                        "3: a number of its series cannot be changed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(references_in_lists_and_ranges_follow),
        ARENA_TEST(a_number_that_is_there_twice_is_left_alone),
        ARENA_TEST(a_number_that_nothing_has_is_left_alone),
        ARENA_TEST(what_a_reference_is_part_of_tells_which_one_is_meant),
        ARENA_TEST(items_of_paragraphs_are_meant_together),
        ARENA_TEST(footnotes_follow),
        ARENA_TEST(links_to_headings_follow),
        ARENA_TEST(lines_of_contents_follow),
        ARENA_TEST(lists_of_figures_follow),
        ARENA_TEST(comments_stay_as_they_are),
        ARENA_TEST(numbers_that_were_not_read_are_reported),
        ARENA_TEST(a_reference_that_is_kept_is_listed),
        ARENA_TEST(a_series_with_a_kept_number_that_would_change_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
