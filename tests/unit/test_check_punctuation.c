/* Spaces, brackets and comments. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "judge.h"

static const struct judge spacing = {"spacing", NULL, "{before}_{after}"};
static const struct judge brackets = {"brackets", NULL, "{fault}"};
static const struct judge comment = {"comment", NULL, "{author}: {text}"};

static void more_than_one_space_is_found(void **state)
{
    assert_findings(*state, spacing, "1 One  two, three   four five.\n",
                    "  : One_two |    : three_four");
}

static void layout_is_left_alone(void **state)
{
    assert_findings(*state, spacing,
                    "1 One    two\tthree  \tfour  \n"
                    "2 A  word  here  is  set  wide  in  this  line.\n",
                    "");
}

static void two_spaces_after_each_full_stop_are_a_habit(void **state)
{
#define LONG "These are many words that stand between two full stops of a text"
    assert_findings(*state, spacing,
                    "1 " LONG ".  " LONG ".  " LONG ".  " LONG " with  care.\n",
                    "  : with_care");
    assert_findings(*state, spacing,
                    "1 A b. C d. E f. G h. I j. K l. M n. O p.  Q r. S t.\n",
                    "  : p_Q");
#undef LONG
}

static void spaces_beside_notes_are_the_converters(void **state)
{
    assert_findings(*state, spacing,
                    "1 A mark[footnoteRef:1] here.  [1:  A note.] \n", "");
}

static void brackets_need_a_partner(void **state)
{
    assert_findings(*state, brackets, "1 One (two.\n2 Three] four.\n",
                    "(: is never closed | ]: was never opened");
    assert_findings(*state, brackets, "1 One (two [three]) (four).\n", "");
}

static void crossed_brackets_lose_one(void **state)
{
    assert_findings(*state, brackets, "1 One (two [three) four.\n",
                    "[: is never closed");
}

static void enumerators_need_no_opening_bracket(void **state)
{
    assert_findings(*state, brackets,
                    "1 They are: a) one; iv) two; 12) three and 1.2) four.\n"
                    "2 As in considering\u00A0e) and f) above.\n"
                    "3 That was in 2018) and so).\n",
                    "): was never opened | ): was never opened");
}

static void a_bracket_may_be_closed_some_blocks_later(void **state)
{
    assert_findings(*state, brackets, "1 One (as follows:\n2 Two.\n3 Three).\n",
                    "");
}

static void faces_and_links_are_no_brackets(void **state)
{
    assert_findings(*state, brackets,
                    "1 Fine :) and [a link](http://example.org/a_(b)).\n", "");
}

static void mixed_apostrophes_are_told_once(void **state)
{
    struct judge judge = {"apostrophes", NULL, "{minority} {count} {others}"};
    assert_findings(*state, judge,
                    "1 The Union's plan, the Union\u2019s staff.\n"
                    "2 The Council's seat, the Council\u2019s seal, its sons' "
                    "and the city's.\n",
                    "Union\u2019s: Union\u2019s 2 3");
    assert_findings(*state, judge, "1 The Union's plan, 'so' they say.\n", "");
}

static void comments_are_told_with_author_and_words(void **state)
{
    assert_findings(*state, comment, "1 Done.\tComment by Ann: Is it?\n",
                    "Comment by Ann: Is it?: Ann: Is it?");
}

static void long_comments_are_cropped_between_characters(void **state)
{
    assert_findings(
        *state, comment,
        "1 Done.\tComment by Ann: "
        "éééééééééééééééééééééééééééééééééééééééé\n",
        "Comment by Ann: éééééééééééééééééééééééééééééééééééééééé: Ann: "
        "éééééééééééééééééééééééééééééé \xE2\x80\xA6");
}

static void spaces_of_set_lines_and_formulas_are_layout(void **state)
{
    assert_findings(*state, spacing,
                    "1 Two  more.\n2 Left       right  side.\n"
                    "3 The value 3  +  4 stands in {  braces  }.\n",
                    "  : Two_more");
}

static void a_mark_at_the_end_of_a_cell_needs_no_partner(void **state)
{
    assert_findings(*state, brackets, "1 See noneb) here.\n\n\tFirst\tNoneb)\n",
                    ")"
                    ": was never opened");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(more_than_one_space_is_found),
        ARENA_TEST(layout_is_left_alone),
        ARENA_TEST(two_spaces_after_each_full_stop_are_a_habit),
        ARENA_TEST(spaces_beside_notes_are_the_converters),
        ARENA_TEST(brackets_need_a_partner),
        ARENA_TEST(crossed_brackets_lose_one),
        ARENA_TEST(enumerators_need_no_opening_bracket),
        ARENA_TEST(a_bracket_may_be_closed_some_blocks_later),
        ARENA_TEST(faces_and_links_are_no_brackets),
        ARENA_TEST(mixed_apostrophes_are_told_once),
        ARENA_TEST(comments_are_told_with_author_and_words),
        ARENA_TEST(long_comments_are_cropped_between_characters),
        ARENA_TEST(spaces_of_set_lines_and_formulas_are_layout),
        ARENA_TEST(a_mark_at_the_end_of_a_cell_needs_no_partner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
