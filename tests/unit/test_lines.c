/* Lines and columns of a text. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "text/lines.h"

static void assert_position(const struct pl_lines *lines, size_t offset,
                            size_t line, size_t column, size_t utf16_column)
{
    struct pl_position position = pl_lines_position(lines, offset);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
    assert_int_equal(position.utf16_column, utf16_column);
}

static void an_empty_text_has_one_line(void **state)
{
    struct pl_lines lines = pl_lines_build(*state, (pl_str){0});
    assert_int_equal(lines.count, 1);
    assert_position(&lines, 0, 1, 1, 0);
    assert_position(&lines, 99, 1, 1, 0);
    assert_true(pl_range_is_empty(pl_lines_range(&lines, 1)));
}

static void a_line_end_belongs_to_the_line_it_ends(void **state)
{
    struct pl_lines lines = pl_lines_build(*state, (pl_str)PL_STR("ab\n\ncd"));
    assert_int_equal(lines.count, 3);
    assert_position(&lines, 2, 1, 3, 2);
    assert_position(&lines, 3, 2, 1, 0);
    assert_position(&lines, 4, 3, 1, 0);
    assert_position(&lines, 6, 3, 3, 2);
}

static void after_the_last_line_end_a_line_begins(void **state)
{
    struct pl_lines lines = pl_lines_build(*state, (pl_str)PL_STR("ab\n"));
    assert_int_equal(lines.count, 2);
    assert_position(&lines, 3, 2, 1, 0);
    assert_position(&lines, PL_NOWHERE, 2, 1, 0);
}

static void columns_count_code_points_and_utf16_units(void **state)
{
    pl_str text = PL_STR("x\n\xC3\xA9\xE2\x80\x93\xF0\x9F\x98\x80z");
    struct pl_lines lines = pl_lines_build(*state, text);
    assert_position(&lines, 2, 2, 1, 0);
    assert_position(&lines, 4, 2, 2, 1);
    assert_position(&lines, 7, 2, 3, 2);
    assert_position(&lines, 11, 2, 4, 4);
}

static void inside_a_character_is_where_it_begins(void **state)
{
    pl_str text = PL_STR("\xF0\x9F\x98\x80\xC3\xA9");
    struct pl_lines lines = pl_lines_build(*state, text);
    for (size_t at = 0; at < 4; at++) {
        assert_position(&lines, at, 1, 1, 0);
    }
    assert_position(&lines, 5, 1, 2, 2);
    assert_position(&lines, 6, 1, 3, 3);
}

static void ranges_are_without_the_line_end(void **state)
{
    pl_str text = PL_STR("ab\n\ncde");
    struct pl_lines lines = pl_lines_build(*state, text);
    static const char *const expected[] = {"ab", "ab", "", "cde", "cde"};
    for (size_t number = 0; number < 5; number++) {
        pl_str line = pl_range_text(text, pl_lines_range(&lines, number));
        assert_true(pl_str_eq(line, pl_str_from(expected[number])));
    }
}

static void ascii_text_needs_no_marks(void **state)
{
    assert_null(pl_lines_build(*state, (pl_str)PL_STR("abc\n")).marks);
    assert_non_null(pl_lines_build(*state, (pl_str)PL_STR("\xC3\xA9")).marks);
}

/* Characters of all lengths, now and then a line end, `size` bytes or some
 * more; with long lines most of it is one line. */
static pl_str mixed_text(struct pl_arena *arena, size_t size, int line_length)
{
    static const uint32_t choice[] = {'a', 0xE9, 0x2013, 0x1F600, 0x0416, ' '};
    struct pl_buf buf = pl_buf_in(arena);
    while (buf.len < size) {
        if (rand() % line_length == 0) {
            pl_buf_add_char(&buf, '\n');
        } else {
            pl_buf_add_code_point(&buf, choice[rand() % 6]);
        }
    }
    return pl_buf_str(&buf);
}

/* Counted one by one from the start of the text. */
static void assert_all_positions(struct pl_arena *arena, pl_str text)
{
    struct pl_lines lines = pl_lines_build(arena, text);
    size_t line = 1;
    size_t column = 1;
    size_t utf16_column = 0;
    size_t len = 0;
    for (size_t at = 0; at < text.len; at += len) {
        uint32_t code_point = pl_utf8_decode(text, at, &len);
        assert_position(&lines, at, line, column, utf16_column);
        column++;
        utf16_column += code_point > 0xFFFF ? 2 : 1;
        if (code_point == '\n') {
            line++;
            column = 1;
            utf16_column = 0;
        }
    }
    assert_position(&lines, text.len, line, column, utf16_column);
    assert_int_equal(lines.count, line);
}

static void every_position_is_what_counting_gives(void **state)
{
    srand(7);
    for (int line_length = 2; line_length < 100000; line_length *= 6) {
        assert_all_positions(*state, mixed_text(*state, 20000, line_length));
    }
}

static void texts_around_a_step_are_no_special_case(void **state)
{
    srand(11);
    for (size_t size = PL_LINES_STEP - 5; size < PL_LINES_STEP + 5; size++) {
        assert_all_positions(*state, mixed_text(*state, size, 5000));
        assert_all_positions(*state, mixed_text(*state, size * 2, 5000));
    }
}

/* Lines as editors have them, and the way back from line and column. */

static void editors_end_lines_at_returns_too(void **state)
{
    pl_str text = PL_STR("a\r\nb\rc\n\r\r\nd\r");
    struct pl_lines lines = pl_lines_build_as_edited(*state, text);
    static const char *const expected[] = {"a", "b", "c", "", "", "d", ""};
    assert_int_equal(lines.count, 7);
    for (size_t i = 0; i < 7; i++) {
        pl_str line = pl_range_text(text, pl_lines_range(&lines, i + 1));
        assert_true(pl_str_eq(line, pl_str_from(expected[i])));
    }
}

static void assert_offset(const struct pl_lines *lines, size_t line,
                          size_t column, enum pl_column_unit unit,
                          size_t expected)
{
    struct pl_lines_place place = {line, column};
    assert_int_equal(pl_lines_offset_of(lines, place, unit), expected);
}

static void places_off_the_text_are_clamped(void **state)
{
    pl_str text = PL_STR("ab\r\n\xF0\x9F\x98\x80z");
    struct pl_lines lines = pl_lines_build_as_edited(*state, text);
    assert_offset(&lines, 0, 99, PL_COLUMN_UTF16, 2);
    assert_offset(&lines, 1, 99, PL_COLUMN_UTF8, 9);
    assert_offset(&lines, 9, 0, PL_COLUMN_UTF32, 9);
    assert_offset(&lines, 1, 1, PL_COLUMN_UTF16, 4); /* half a pair */
    assert_offset(&lines, 1, 2, PL_COLUMN_UTF16, 8);
    assert_offset(&lines, 1, 1, PL_COLUMN_UTF32, 8);
    assert_offset(&lines, 1, 3, PL_COLUMN_UTF8, 4);
}

static void assert_there_and_back(struct pl_arena *arena, pl_str text)
{
    struct pl_lines lines = pl_lines_build_as_edited(arena, text);
    for (size_t at = 0; at <= text.len; at++) {
        for (int unit = PL_COLUMN_UTF8; unit <= PL_COLUMN_UTF32; unit++) {
            struct pl_lines_place place =
                pl_lines_place_of(&lines, at, (enum pl_column_unit)unit);
            assert_offset(&lines, place.line, place.column,
                          (enum pl_column_unit)unit, pl_utf8_start(text, at));
        }
        struct pl_position position = pl_lines_position(&lines, at);
        struct pl_lines_place place =
            pl_lines_place_of(&lines, at, PL_COLUMN_UTF16);
        assert_int_equal(place.line + 1, position.line);
        assert_int_equal(place.column, position.utf16_column);
    }
}

static void every_place_leads_back(void **state)
{
    srand(13);
    for (int line_length = 2; line_length < 100000; line_length *= 6) {
        assert_there_and_back(*state, mixed_text(*state, 9000, line_length));
    }
}

int main(void)
{
#define TEST(f) ARENA_TEST(f)
    const struct CMUnitTest tests[] = {
        TEST(an_empty_text_has_one_line),
        TEST(a_line_end_belongs_to_the_line_it_ends),
        TEST(after_the_last_line_end_a_line_begins),
        TEST(columns_count_code_points_and_utf16_units),
        TEST(inside_a_character_is_where_it_begins),
        TEST(ranges_are_without_the_line_end),
        TEST(ascii_text_needs_no_marks),
        TEST(every_position_is_what_counting_gives),
        TEST(texts_around_a_step_are_no_special_case),
        TEST(editors_end_lines_at_returns_too),
        TEST(places_off_the_text_are_clamped),
        TEST(every_place_leads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
