/* Formatting: spacing and nothing else. */
#include "cmocka_wrap.h"

#include "lsp_fixture.h"
#include "plan_from_text.h"

#include <string.h>

#include "lsp/features/features.h"

static const char *formatted(struct pl_arena *arena, const char *name,
                             const char *text)
{
    struct lsp_fixture fixture;
    lsp_fixture_open_text(&fixture, arena, name, pl_str_from(text));
    struct pl_json edits = lsp_ask(&fixture, pl_lsp_formatting, NULL);
    const char *after = lsp_edited(&fixture, edits).data;
    lsp_fixture_close(&fixture);
    return after;
}

/* Formatting what is formatted changes nothing. */
#define ASSERT_FORMATTED(name, text, expected)                              \
    do {                                                                    \
        assert_string_equal(formatted(*state, (name), (text)), (expected)); \
        assert_string_equal(formatted(*state, (name), (expected)),          \
                            (expected));                                    \
    } while (0)

static void blanks_go(void **state)
{
    ASSERT_FORMATTED("plan.txt", "1 The  Union   meets. \n2 It pays.\t\n",
                     "1 The Union meets.\n2 It pays.\n");
    ASSERT_FORMATTED("plan.txt", "\n\n1 The Union meets.\n\n\n \n2 It pays.",
                     "1 The Union meets.\n\n2 It pays.\n");
    ASSERT_FORMATTED("plan.txt", "1 The Union meets.\n\n\n",
                     "1 The Union meets.\n");
}

static void list_markers_stand_one_space_before(void **state)
{
    ASSERT_FORMATTED("plan.md", "It has:\n\n-   a  port;\n-  a pier.\n",
                     "It has:\n\n- a port;\n- a pier.\n");
}

static void line_breaks_of_markdown_stay(void **state)
{
    ASSERT_FORMATTED("plan.md", "The Union  \nmeets.   \nIt ends.  \n",
                     "The Union  \nmeets.\nIt ends.\n");
}

static void code_tables_and_tabs_keep_theirs(void **state)
{
    ASSERT_FORMATTED("plan.md", "```\na   b  \n\n\n\nc\n```\n",
                     "```\na   b  \n\n\n\nc\n```\n");
    ASSERT_FORMATTED("plan.md",
                     "| Port   | Pier |\n|--------|------|\n| a   b  | c |\n",
                     "| Port   | Pier |\n|--------|------|\n| a   b  | c |\n");
    ASSERT_FORMATTED("plan.txt", "Port\tPier\nEast\t2\n",
                     "Port\tPier\nEast\t2\n");
}

static void nothing_is_left_of_blank_texts(void **state)
{
    ASSERT_FORMATTED("plan.txt", "", "");
    ASSERT_FORMATTED("plan.txt", " \n\n \n", "");
}

static void a_range_is_formatted_alone(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open_text(
        &fixture, *state, "plan.txt",
        (pl_str)PL_STR("1 The  Union meets. \n2 It  pays. \n"));
    struct pl_json edits =
        lsp_ask(&fixture, pl_lsp_range_formatting,
                "\"range\":{\"start\":{\"line\":1,\"character\":0},"
                "\"end\":{\"line\":1,\"character\":99}}");
    assert_string_equal(lsp_edited(&fixture, edits).data,
                        "1 The  Union meets. \n2 It pays.\n");
    lsp_fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(blanks_go),
        ARENA_TEST(list_markers_stand_one_space_before),
        ARENA_TEST(line_breaks_of_markdown_stay),
        ARENA_TEST(code_tables_and_tabs_keep_theirs),
        ARENA_TEST(nothing_is_left_of_blank_texts),
        ARENA_TEST(a_range_is_formatted_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
