/* The format of a text, told from the text. */
#include "cmocka_wrap.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/format.h"

static void assert_format(const char *path, const char *text,
                          enum pl_format expected)
{
    enum pl_format found = pl_format_detect(path, pl_str_from(text));
    if (found != expected) {
        fail_msg("%s is taken for %s: %s", path, pl_format_name(found), text);
    }
}

static void names_and_formats_match_both_ways(void **state)
{
    (void)state;
    static const char *const names[] = {"text", "tika", "markdown"};
    for (size_t i = 0; i < 3; i++) {
        enum pl_format format;
        assert_true(pl_format_from_name(pl_str_from(names[i]), &format));
        assert_string_equal(pl_format_name(format), names[i]);
    }
    enum pl_format format = PL_FORMAT_MARKDOWN;
    assert_false(pl_format_from_name(pl_str_from("Text"), &format));
    assert_false(pl_format_from_name((pl_str){0}, &format));
    assert_int_equal(format, PL_FORMAT_MARKDOWN);
}

static void marks_of_word_text_are_recognised(void **state)
{
    (void)state;
    assert_format("p.txt", "1 The plan[footnoteRef:1] begins.\n [1:  Note.] \n",
                  PL_FORMAT_WORD_TEXT);
    assert_format("-", "1 The plan.[endnoteRef:12]\n", PL_FORMAT_WORD_TEXT);
    assert_format("p", "The goals.\tComment by A. Person: Which?\n",
                  PL_FORMAT_WORD_TEXT);
    assert_format("p.txt", "1 \tOverview\nText\n2 \tVision\n2.1 \tMission\n",
                  PL_FORMAT_WORD_TEXT);
}

static void rows_of_word_tables_are_recognised(void **state)
{
    (void)state;
    assert_format("p.txt",
                  "Table 1\n\tTerm\n\tMeaning\n\n\tVision\n\tWhat we want.\n\n"
                  "\tMission\n\tWhat we do.\n\n\tGoal\n\tWhat we reach.\n\n\n",
                  PL_FORMAT_WORD_TEXT);
}

static void tabs_alone_do_not_make_a_word_table(void **state)
{
    (void)state;
    assert_format("p.txt",
                  "\tThe first paragraph\nis wrapped.\n\n\tThe second\ntoo.\n\n"
                  "\tThe third\nand last.\n\n",
                  PL_FORMAT_TEXT);
    assert_format("p.txt",
                  "\tA quoted\n\tpart.\n\n\tAnother\n\tlonger\n\tone.\n\n"
                  "\tThe next\n\tpart.\n\n\tAnd the\n\tlast\n\tone.\n\n",
                  PL_FORMAT_TEXT);
    assert_format("p.txt", "\tOne.\n\n\tTwo.\n\n\tThree.\n\n\tFour.\n\n",
                  PL_FORMAT_TEXT);
}

static void signs_of_markdown_are_recognised(void **state)
{
    (void)state;
    assert_format("-", "# Plan\n\nText.\n\n## Goals\n", PL_FORMAT_MARKDOWN);
    assert_format("-", "##Plan\n\n###Goals\n", PL_FORMAT_MARKDOWN);
    assert_format("-", "| a | b |\n|---|:-:|\n| 1 | 2 |\n", PL_FORMAT_MARKDOWN);
    assert_format("-", "# Plan\n\n- one\n- two\n", PL_FORMAT_MARKDOWN);
    assert_format("-", "# Plan\n\nSee [the goals](goals.md).\n",
                  PL_FORMAT_MARKDOWN);
    assert_format("-", "A plan[^1] and **goals**.\n\n[^1]: A note.\n",
                  PL_FORMAT_MARKDOWN);
    assert_format("-", "```\ncode\n```\n\n- **one**\n", PL_FORMAT_MARKDOWN);
}

static void what_plain_text_may_have_does_not_make_markdown(void **state)
{
    (void)state;
    assert_format("p.txt", "Plan\n\n- one\n- two\n* three\n+ four\n",
                  PL_FORMAT_TEXT);
    assert_format("p.txt", "Note **one** and\n**two** and\n**three**.\n",
                  PL_FORMAT_TEXT);
    assert_format("p.txt", "Plan\n====\n\n---\n\n-----------\n\n#1 #2 #3\n",
                  PL_FORMAT_TEXT);
    assert_format("p.txt", "See [a] (b) and f[x](y, z).\n[^ a]\n",
                  PL_FORMAT_TEXT);
    assert_format("p.txt", "", PL_FORMAT_TEXT);
    assert_format("p.txt", "1 The plan has goals.\n2 It has targets.\n",
                  PL_FORMAT_TEXT);
}

static void the_extension_tells_where_the_text_does_not(void **state)
{
    (void)state;
    assert_format("plan.md", "A short text.\n", PL_FORMAT_MARKDOWN);
    assert_format("a.b/plan.Markdown", "", PL_FORMAT_MARKDOWN);
    assert_format("plan.md.txt", "A short text.\n", PL_FORMAT_TEXT);
    assert_format("a.md/plan", "A short text.\n", PL_FORMAT_TEXT);
}

static void a_markdown_file_is_word_text_only_beyond_doubt(void **state)
{
    (void)state;
    assert_format("plan.md", "1 \tOverview\n2 \tVision\n3 \tMission\n",
                  PL_FORMAT_MARKDOWN);
    assert_format("plan.md",
                  "1 The plan[footnoteRef:1]\n2 The goals[footnoteRef:2]\n",
                  PL_FORMAT_WORD_TEXT);
    assert_format("notes.md",
                  "# Tika\n\n## Notes\n\n## Marks\n\nIt writes\n"
                  "`[footnoteRef:1]`.\n\n```\n[footnoteRef:2]\n"
                  "[footnoteRef:3]\n```\n",
                  PL_FORMAT_MARKDOWN);
}

static void what_stands_in_a_fence_is_no_sign(void **state)
{
    (void)state;
    assert_format("-",
                  "# Title\n\n```\nx[footnoteRef:1]\ny[footnoteRef:2]\n"
                  "```\n\n- item\n",
                  PL_FORMAT_MARKDOWN);
}

static void only_the_start_of_a_long_text_is_looked_at(void **state)
{
    (void)state;
    struct pl_arena *arena = pl_arena_new();
    struct pl_buf buf = pl_buf_in(arena);
    while (buf.len < 300 * 1024) {
        pl_buf_add_text(&buf, "A line of plain text that says nothing.\n");
    }
    pl_buf_add_text(&buf, "x[footnoteRef:1]\n");
    assert_int_equal(pl_format_detect("p.txt", pl_buf_str(&buf)),
                     PL_FORMAT_TEXT);
    pl_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_formats_match_both_ways),
        cmocka_unit_test(marks_of_word_text_are_recognised),
        cmocka_unit_test(rows_of_word_tables_are_recognised),
        cmocka_unit_test(tabs_alone_do_not_make_a_word_table),
        cmocka_unit_test(signs_of_markdown_are_recognised),
        cmocka_unit_test(what_plain_text_may_have_does_not_make_markdown),
        cmocka_unit_test(the_extension_tells_where_the_text_does_not),
        cmocka_unit_test(a_markdown_file_is_word_text_only_beyond_doubt),
        cmocka_unit_test(what_stands_in_a_fence_is_no_sign),
        cmocka_unit_test(only_the_start_of_a_long_text_is_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
