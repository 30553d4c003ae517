/* Command lines: what is understood, and what is said about the rest. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/options.h"

enum { MOST_ARGUMENTS = 16 };

struct fixture {
    struct pl_arena *arena;
    struct pl_options options;
    struct pl_error error;
    char *argv[MOST_ARGUMENTS];
};

static struct fixture fixture;

static int set_up(void **state)
{
    (void)state;
    fixture = (struct fixture){.arena = pl_arena_new()};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_free(fixture.arena);
    return 0;
}

static bool parse_all(const char *const *arguments)
{
    int argc = 0;
    for (; arguments[argc]; argc++) {
        size_t size = strlen(arguments[argc]) + 1;
        fixture.argv[argc] = pl_arena_alloc(fixture.arena, size);
        memcpy(fixture.argv[argc], arguments[argc], size);
    }
    fixture.argv[argc] = NULL;
    return pl_options_parse(fixture.arena, argc, fixture.argv, &fixture.options,
                            &fixture.error);
}

#define PARSE(...) \
    parse_all((const char *const[]){"planlint", __VA_ARGS__, NULL})

static void assert_part(enum pl_option_id id, size_t index,
                        const char *expected)
{
    assert_true(index < fixture.options.list[id].parts.len);
    assert_true(pl_str_eq(fixture.options.list[id].parts.items[index],
                          pl_str_from(expected)));
}

static void check_is_meant_when_no_command_is_named(void **state)
{
    (void)state;
    assert_true(PARSE("plan.txt"));
    assert_int_equal(fixture.options.command, PL_COMMAND_CHECK);
    assert_false(fixture.options.is_command_named);
    assert_int_equal(fixture.options.argument_count, 1);
    assert_string_equal(fixture.options.arguments[0], "plan.txt");
}

static void a_command_is_the_first_word(void **state)
{
    (void)state;
    assert_true(PARSE("outline", "--format", "json", "plan.txt"));
    assert_int_equal(fixture.options.command, PL_COMMAND_OUTLINE);
    assert_string_equal(fixture.options.value[PL_OPTION_FORMAT], "json");
    assert_true(PARSE("--format", "json", "outline"));
    assert_int_equal(fixture.options.command, PL_COMMAND_CHECK);
}

static void options_and_paths_may_be_mixed(void **state)
{
    (void)state;
    assert_true(PARSE("a", "-q", "b", "--format=jsonl", "-", "--", "--format"));
    assert_true(pl_options_has(&fixture.options, PL_OPTION_QUIET));
    assert_string_equal(fixture.options.value[PL_OPTION_FORMAT], "jsonl");
    assert_int_equal(fixture.options.argument_count, 4);
    assert_string_equal(fixture.options.arguments[2], "-");
    assert_string_equal(fixture.options.arguments[3], "--format");
}

static void lists_are_split_and_added_up(void **state)
{
    (void)state;
    assert_true(PARSE("--select", "PL1, PL2,,", "--select=PL3", "x"));
    assert_int_equal(fixture.options.list[PL_OPTION_SELECT].parts.len, 3);
    assert_part(PL_OPTION_SELECT, 0, "PL1");
    assert_part(PL_OPTION_SELECT, 1, "PL2");
    assert_part(PL_OPTION_SELECT, 2, "PL3");
}

static void letters_may_be_joined_with_their_value(void **state)
{
    (void)state;
    assert_true(PARSE("-qpitu", "-oreport.json", "x"));
    assert_string_equal(fixture.options.value[PL_OPTION_PROFILE], "itu");
    assert_string_equal(fixture.options.value[PL_OPTION_OUTPUT], "report.json");
    assert_true(pl_options_has(&fixture.options, PL_OPTION_QUIET));
}

static void the_last_value_counts(void **state)
{
    (void)state;
    assert_true(PARSE("--format", "json", "--format", "text", "x"));
    assert_string_equal(fixture.options.value[PL_OPTION_FORMAT], "text");
}

static void an_unknown_option_names_a_near_one(void **state)
{
    (void)state;
    assert_false(PARSE("--profil3=itu", "x"));
    assert_string_equal(fixture.error.message,
                        "unknown option --profil3, did you mean --profile?");
    assert_false(PARSE("--xyzzy"));
    assert_string_equal(fixture.error.message, "unknown option --xyzzy");
    assert_false(PARSE("-x"));
    assert_string_equal(fixture.error.message, "unknown option -x");
    assert_false(PARSE("-qx"));
    assert_string_equal(fixture.error.message, "unknown option -x");
}

static void an_option_of_another_command_is_told_apart(void **state)
{
    (void)state;
    assert_false(PARSE("outline", "--select", "PL1", "x"));
    assert_string_equal(fixture.error.message,
                        "outline takes no --select (planlint check does)");
}

static void a_missing_or_needless_value_is_said(void **state)
{
    (void)state;
    assert_false(PARSE("x", "--format"));
    assert_string_equal(fixture.error.message, "--format needs a value");
    assert_false(PARSE("x", "-o"));
    assert_string_equal(fixture.error.message, "-o needs a value");
    assert_false(PARSE("--quiet=yes", "x"));
    assert_string_equal(fixture.error.message, "--quiet takes no value");
}

static void a_wrong_value_names_the_right_ones(void **state)
{
    (void)state;
    assert_false(PARSE("--severity", "eror", "x"));
    assert_string_equal(fixture.error.message,
                        "--severity is info, warning or error, not \"eror\", "
                        "did you mean \"error\"?");
    assert_false(PARSE("explain", "--format", "json", "PL103"));
    assert_string_equal(fixture.error.message,
                        "--format is text or markdown, not \"json\"");
}

static void an_ambiguous_beginning_is_no_option(void **state)
{
    (void)state;
    assert_true(PARSE("--prof", "itu", "x"));
    assert_string_equal(fixture.options.value[PL_OPTION_PROFILE], "itu");
    assert_false(PARSE("--se", "x"));
    assert_string_equal(fixture.error.message,
                        "--se may be --select or --severity");
}

/* No two rows may claim one command's name or letter. */
static void each_option_of_a_command_is_unique(void **state)
{
    (void)state;
    for (size_t i = 0; i < pl_option_table_count; i++) {
        for (size_t j = i + 1; j < pl_option_table_count; j++) {
            const struct pl_option *a = &pl_option_table[i];
            const struct pl_option *b = &pl_option_table[j];
            if (a->commands & b->commands) {
                assert_string_not_equal(a->name, b->name);
                assert_true(a->letter == 0 || a->letter != b->letter);
            }
        }
    }
}

static void assert_names_all(pl_str text)
{
    for (size_t i = 0; i < pl_option_table_count; i++) {
        pl_str name = pl_str_from(pl_option_table[i].name);
        if (pl_str_find(text, name, 0) == PL_NOWHERE) {
            fail_msg("no word of --%s", pl_option_table[i].name);
        }
    }
    for (size_t i = 0; i < PL_COMMAND_COUNT; i++) {
        const char *name = pl_command_at((enum pl_command_id)i)->name;
        assert_int_not_equal(pl_str_find(text, pl_str_from(name), 0),
                             PL_NOWHERE);
    }
}

static void completions_name_every_option_and_command(void **state)
{
    (void)state;
    static const char *const shells[] = {"bash", "zsh", "fish"};
    for (size_t i = 0; i < 3; i++) {
        struct pl_buf out = pl_buf_in(fixture.arena);
        pl_help_completion(&out, shells[i]);
        assert_names_all(pl_buf_str(&out));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(check_is_meant_when_no_command_is_named),
        TEST(a_command_is_the_first_word),
        TEST(options_and_paths_may_be_mixed),
        TEST(lists_are_split_and_added_up),
        TEST(letters_may_be_joined_with_their_value),
        TEST(the_last_value_counts),
        TEST(an_unknown_option_names_a_near_one),
        TEST(an_option_of_another_command_is_told_apart),
        TEST(a_missing_or_needless_value_is_said),
        TEST(a_wrong_value_names_the_right_ones),
        TEST(an_ambiguous_beginning_is_no_option),
        TEST(each_option_of_a_command_is_unique),
        TEST(completions_name_every_option_and_command),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
