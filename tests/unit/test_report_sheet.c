/* Sheets: the same rows in columns, stacked, and as comma-separated values. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "report/sheet.h"

static const struct pl_sheet_column columns[] = {
    {.title = "name", .key = "name"},
    {.title = "line", .key = "line", .is_right = true},
    {.title = "", .key = "hidden", .is_for_programs = true},
    {.title = "text", .key = "text"},
};

struct fixture {
    struct pl_arena *arena;
    struct pl_buf out;
    struct pl_page page;
    struct pl_sheet sheet;
};

static struct fixture fixture;

static int set_up(void **state)
{
    (void)state;
    fixture.arena = pl_arena_new();
    fixture.out = pl_buf_in(fixture.arena);
    fixture.page = (struct pl_page){.out = &fixture.out, .width = 42};
    fixture.sheet = (struct pl_sheet){.arena = fixture.arena,
                                      .columns = columns,
                                      .column_count = PL_COUNT(columns)};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_free(fixture.arena);
    return 0;
}

static void add_row(const char *name, size_t line, const char *text)
{
    pl_sheet_add(&fixture.sheet, pl_str_from(name));
    pl_sheet_add_number(&fixture.sheet, line);
    pl_sheet_add(&fixture.sheet, pl_str_from("x"));
    pl_sheet_add(&fixture.sheet, pl_str_from(text));
}

static void assert_page(size_t width, const char *expected)
{
    fixture.page.width = width;
    pl_sheet_text(&fixture.page, &fixture.sheet);
    pl_buf_add_char(&fixture.out, '\0');
    assert_string_equal(fixture.out.data, expected);
}

static void assert_csv(const char *expected)
{
    pl_sheet_csv(&fixture.out, &fixture.sheet);
    pl_buf_add_char(&fixture.out, '\0');
    assert_string_equal(fixture.out.data, expected);
}

static void columns_are_as_wide_as_their_cells(void **state)
{
    (void)state;
    add_row("CAP", 3, "Coastal Alert Protocol");
    add_row("ROMB", 1200, "a board");
    assert_page(80, "name  line  text\n"
                    "CAP      3  Coastal Alert Protocol\n"
                    "ROMB  1200  a board\n");
}

static void long_cells_go_on_in_the_next_line(void **state)
{
    (void)state;
    add_row("CAP", 3, "the Coastal Alert Protocol of the Union");
    assert_page(34, "name  line  text\n"
                    "CAP      3  the Coastal Alert\n"
                    "            Protocol of the Union\n");
}

static void a_word_too_long_is_broken_at_a_hyphen_or_anywhere(void **state)
{
    (void)state;
    add_row("CAP", 3, "never-broken-elsewhere, incomprehensibilities");
    assert_page(28, "name  line  text\n"
                    "CAP      3  never-broken-\n"
                    "            elsewhere,\n"
                    "            incomprehensibil\n"
                    "            ities\n");
}

static void on_a_narrow_page_cells_are_stacked(void **state)
{
    (void)state;
    add_row("CAP", 3, "Coastal Alert Protocol");
    assert_page(20, "name: CAP\n"
                    "line: 3\n"
                    "text: Coastal Alert\n"
                    "  Protocol\n"
                    "\n");
}

static void no_column_is_narrower_than_its_title(void **state)
{
    (void)state;
    static const struct pl_sheet_column wide[] = {
        {.title = "a title that is long", .key = "title"},
        {.title = "text", .key = "text", .is_main = true},
    };
    fixture.sheet.columns = wide;
    fixture.sheet.column_count = PL_COUNT(wide);
    pl_sheet_add(&fixture.sheet, pl_str_from("one two three four five six"));
    pl_sheet_add(&fixture.sheet, pl_str_from("seven eight nine ten eleven"));
    assert_page(40, "a title that is long  text\n"
                    "one two three four    seven eight nine\n"
                    "five six              ten eleven\n");
}

static void what_is_repeated_is_not_shown_again(void **state)
{
    (void)state;
    add_row("CAP", 3, "one");
    pl_sheet_add_repeated(&fixture.sheet, pl_str_from("CAP"));
    pl_sheet_add_number(&fixture.sheet, 4);
    pl_sheet_add(&fixture.sheet, pl_str_from("x"));
    pl_sheet_add(&fixture.sheet, pl_str_from("two"));
    assert_page(80, "name  line  text\n"
                    "CAP      3  one\n"
                    "         4  two\n");
}

static void wide_characters_count_as_two_columns(void **state)
{
    (void)state;
    add_row("\xE4\xB8\xAD\xE5\x9B\xBD", 3, "x");
    add_row("ABCD", 3, "y");
    assert_page(80, "name  line  text\n"
                    "\xE4\xB8\xAD\xE5\x9B\xBD     3  x\n"
                    "ABCD     3  y\n");
}

static void values_are_quoted_where_they_must(void **state)
{
    (void)state;
    add_row("a, b", 3, "say \"no\"\nor yes");
    assert_csv("name,line,hidden,text\n"
               "\"a, b\",3,x,\"say \"\"no\"\"\nor yes\"\n");
}

static void no_value_is_a_formula(void **state)
{
    (void)state;
    add_row("=1+1", 3, "@sum");
    assert_csv("name,line,hidden,text\n"
               "'=1+1,3,x,'@sum\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(columns_are_as_wide_as_their_cells),
        TEST(long_cells_go_on_in_the_next_line),
        TEST(a_word_too_long_is_broken_at_a_hyphen_or_anywhere),
        TEST(on_a_narrow_page_cells_are_stacked),
        TEST(no_column_is_narrower_than_its_title),
        TEST(what_is_repeated_is_not_shown_again),
        TEST(wide_characters_count_as_two_columns),
        TEST(values_are_quoted_where_they_must),
        TEST(no_value_is_a_formula),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
