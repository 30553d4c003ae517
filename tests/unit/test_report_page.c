/* Pages and snippets: what a person sees, in columns. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "report/page.h"
#include "report/snippet.h"
#include "report/visible.h"

struct fixture {
    struct pl_arena *arena;
    struct pl_buf out;
    struct pl_page page;
};

static struct fixture fixture;

static int set_up(void **state)
{
    (void)state;
    fixture.arena = pl_arena_new();
    fixture.out = pl_buf_in(fixture.arena);
    fixture.page = (struct pl_page){.out = &fixture.out, .width = 42};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_free(fixture.arena);
    return 0;
}

static void assert_page(const char *expected)
{
    pl_buf_add_char(&fixture.out, '\0');
    assert_string_equal(fixture.out.data, expected);
}

static void add_snippet(const char *text, uint32_t start, uint32_t end)
{
    struct pl_lines lines = pl_lines_build(fixture.arena, pl_str_from(text));
    pl_snippet_add(&fixture.page, 2, PL_STYLE_ERROR, &lines,
                   (struct pl_range){start, end});
}

/* A snippet of the first `marked` in `text`. */
static void add_snippet_of(const char *text, const char *marked)
{
    size_t start = pl_str_find(pl_str_from(text), pl_str_from(marked), 0);
    assert_int_not_equal(start, PL_NOWHERE);
    add_snippet(text, (uint32_t)start, (uint32_t)(start + strlen(marked)));
}

static void lines_are_wrapped_before_the_width(void **state)
{
    (void)state;
    fixture.page.width = 40;
    pl_page_wrap(&fixture.page, PL_STYLE_PLAIN, 2,
                 pl_str_from("the quick brown fox jumps over the lazy dog and "
                             "sleeps\n\nat night"));
    pl_page_end_line(&fixture.page);
    assert_page("  the quick brown fox jumps over the\n"
                "  lazy dog and sleeps\n"
                "\n"
                "  at night\n");
}

static void a_word_longer_than_the_line_is_not_cut(void **state)
{
    (void)state;
    pl_page_wrap(&fixture.page, PL_STYLE_PLAIN, 0,
                 pl_str_from("a aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                             "aaaaaaaa b"));
    assert_page("a\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
                "b");
}

static void columns_are_those_of_the_terminal(void **state)
{
    (void)state;
    pl_page_add_text(&fixture.page, PL_STYLE_PLAIN, "计划é");
    assert_int_equal(fixture.page.column, 5);
    pl_page_pad(&fixture.page, 8);
    pl_page_add_text(&fixture.page, PL_STYLE_PLAIN, "|");
    assert_page("计划é   |");
}

static void colours_do_not_move_columns(void **state)
{
    (void)state;
    fixture.page.has_colour = true;
    pl_page_add_text(&fixture.page, PL_STYLE_ERROR, "error");
    pl_page_pad(&fixture.page, 7);
    pl_page_add_text(&fixture.page, PL_STYLE_PLAIN, "x");
    assert_int_equal(fixture.page.column, 8);
    assert_page("\x1b[1;31merror\x1b[0m  x");
}

static void a_text_cannot_command_the_terminal(void **state)
{
    (void)state;
    fixture.page.has_colour = true;
    pl_page_add_text(&fixture.page, PL_STYLE_PLAIN,
                     "a\x1b[2Jb\xc2\x9b"
                     "c\xe2\x80\xae\xff");
    assert_page("a<U+001B>[2Jb<U+009B>c<U+202E>\xef\xbf\xbd");
}

static void cropped_text_says_so(void **state)
{
    (void)state;
    fixture.page.width = 10;
    pl_page_add_cropped(&fixture.page, PL_STYLE_PLAIN,
                        pl_str_from("0123456789"));
    pl_page_end_line(&fixture.page);
    pl_page_add_cropped(&fixture.page, PL_STYLE_PLAIN,
                        pl_str_from("计划计划计划"));
    assert_page("0123456789\n计划计划…");
}

static void a_short_line_is_shown_whole(void **state)
{
    (void)state;
    add_snippet_of("first\nthe targets of goal 3 are\nlast", "goal 3");
    assert_page("  │ the targets of goal 3 are\n"
                "  │                ^^^^^^\n");
}

static void a_long_line_is_cropped_around_the_mark(void **state)
{
    (void)state;
    add_snippet_of("The Union shall, as far as practicable, should shall take "
                   "all measures that are needed for the aims of this plan.",
                   "should shall");
    assert_page("  │ …acticable, should shall take all …\n"
                "  │             ^^^^^^^^^^^^\n");
}

static void a_mark_near_the_end_shows_more_before_it(void **state)
{
    (void)state;
    add_snippet_of("The Union takes all measures that are needed for its aims "
                   "and activity.,",
                   ".,");
    assert_page("  │ … needed for its aims and activity.,\n"
                "  │                                   ^^\n");
}

static void a_mark_longer_than_the_page_is_cropped(void **state)
{
    (void)state;
    add_snippet("0123456789012345678901234567890123456789012345678901234567890",
                0, 61);
    assert_page("  │ 0123456789012345678901234567890123…\n"
                "  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
}

static void an_empty_range_has_one_mark(void **state)
{
    (void)state;
    add_snippet("ab cd", 3, 3);
    add_snippet("ab cd", 5, 5);
    add_snippet("", 0, 0);
    assert_page("  │ ab cd\n"
                "  │    ^\n"
                "  │ ab cd\n"
                "  │      ^\n"
                "  │ \n"
                "  │ ^\n");
}

static void wide_characters_and_tabs_have_wide_marks(void **state)
{
    (void)state;
    add_snippet_of("a\t计划 b", "计划");
    add_snippet_of("a\tb", "\t");
    assert_page("  │ a    计划 b\n"
                "  │      ^^^^\n"
                "  │ a    b\n"
                "  │  ^^^^\n");
}

static void a_range_of_several_lines_shows_the_first(void **state)
{
    (void)state;
    add_snippet("one\ntwo\nthree", 4, 13);
    assert_page("  │ two …\n"
                "  │ ^^^\n");
}

static void a_range_outside_of_the_text_is_harmless(void **state)
{
    (void)state;
    add_snippet("one", 7, 9);
    add_snippet("one", 2, 1);
    assert_page("  │ one\n"
                "  │    ^\n"
                "  │ one\n"
                "  │   ^\n");
}

static void a_narrow_page_still_shows_something(void **state)
{
    (void)state;
    fixture.page.width = 1;
    add_snippet_of("aaaa bbbb cccc dddd eeee ffff gggg", "dddd");
    assert_true(fixture.out.len > 0);
    assert_int_not_equal(
        pl_str_find(pl_buf_str(&fixture.out), (pl_str)PL_STR("dddd"), 0),
        PL_NOWHERE);
}

static void joiners_of_scripts_are_kept(void **state)
{
    (void)state;
    struct pl_buf *out = &fixture.out;
    size_t columns = pl_visible_add_text(out, pl_str_from("क\xe2\x80\x8dष"));
    assert_int_equal(columns,
                     pl_visible_text_width(pl_str_from("क\xe2\x80\x8dष")));
    assert_page("क\xe2\x80\x8dष");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(lines_are_wrapped_before_the_width),
        TEST(a_word_longer_than_the_line_is_not_cut),
        TEST(columns_are_those_of_the_terminal),
        TEST(colours_do_not_move_columns),
        TEST(a_text_cannot_command_the_terminal),
        TEST(cropped_text_says_so),
        TEST(a_short_line_is_shown_whole),
        TEST(a_long_line_is_cropped_around_the_mark),
        TEST(a_mark_near_the_end_shows_more_before_it),
        TEST(a_mark_longer_than_the_page_is_cropped),
        TEST(an_empty_range_has_one_mark),
        TEST(wide_characters_and_tabs_have_wide_marks),
        TEST(a_range_of_several_lines_shows_the_first),
        TEST(a_range_outside_of_the_text_is_harmless),
        TEST(a_narrow_page_still_shows_something),
        TEST(joiners_of_scripts_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
