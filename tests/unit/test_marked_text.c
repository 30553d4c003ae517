/* The notation of marked texts itself. */
#include "cmocka_wrap.h"

#include <string.h>

#include "marked_text.h"
#include "plan_from_text.h"

#include "base/arena.h"

static struct marked_file only_file(struct pl_arena *arena, const char *text)
{
    struct marked_text marked = marked_text_read(arena, text);
    assert_int_equal(marked.count, 1);
    return marked.files[0];
}

static void assert_file_text(const struct marked_file *file, const char *text)
{
    assert_string_equal(file->text.data, text);
    assert_int_equal(file->text.len, strlen(text));
}

static void marks_are_no_part_of_the_text(void **state)
{
    struct marked_file file = only_file(*state, "a |b c\n  ^^ ^\nd|");
    assert_file_text(&file, "a b c\nd");
    assert_int_equal(file.cursor_count, 2);
    assert_int_equal(file.cursors[0], 2);
    assert_int_equal(file.cursors[1], 7);
    assert_marked_ranges(&file, (struct pl_range[]){{2, 3}, {4, 5}}, 2);
}

static void columns_are_characters(void **state)
{
    struct marked_file file = only_file(*state, "é\xf0\x9f\x9a\xa2 b\n   ^\n");
    assert_marked_ranges(&file, (struct pl_range[]){{7, 8}}, 1);
}

static void several_lines_of_marks_are_for_one_line(void **state)
{
    struct marked_file file = only_file(*state, "abcd\n^^\n  ^^\n^^^^\n");
    assert_file_text(&file, "abcd\n");
    assert_marked_ranges(&file, (struct pl_range[]){{0, 2}, {0, 4}, {2, 4}}, 3);
}

static void marks_can_be_escaped(void **state)
{
    struct marked_file file =
        only_file(*state, "\\| a \\| b|\\|\n\\^^\n\\%! no\n\\n\n");
    assert_file_text(&file, "| a | b|\n^^\n%! no\n\\n\n");
    assert_int_equal(file.cursor_count, 1);
    assert_int_equal(file.cursors[0], 7);
}

static void headers_begin_files(void **state)
{
    struct marked_text marked =
        marked_text_read(*state, "%! a.md\none\n^^^\n%! b.txt\nt|wo\n");
    assert_int_equal(marked.count, 2);
    assert_string_equal(marked.files[0].name, "a.md");
    assert_file_text(&marked.files[0], "one\n");
    assert_int_equal(marked.files[0].range_count, 1);
    assert_string_equal(marked_text_file(marked)->name, "b.txt");
    assert_int_equal(marked.files[1].range_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(marks_are_no_part_of_the_text),
        ARENA_TEST(columns_are_characters),
        ARENA_TEST(several_lines_of_marks_are_for_one_line),
        ARENA_TEST(marks_can_be_escaped),
        ARENA_TEST(headers_begin_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
