/* From paths to files: patterns of .gitignore files, folders, order. */
#include "cmocka_wrap.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/wildmatch.h"
#include "temp_folder.h"
#include "text/ignore.h"
#include "text/walk.h"

struct fixture {
    struct pl_arena *arena;
    struct pl_walk walk;
    char folder[TEMP_FOLDER_SIZE];
    size_t complaints;
};

static struct fixture fixture;

static void complain(void *context, const struct pl_error *error)
{
    (void)context;
    (void)error;
    fixture.complaints++;
}

static bool wants(void *context, const char *path, bool has_text_name)
{
    (void)context;
    (void)path;
    return has_text_name;
}

static int set_up(void **state)
{
    (void)state;
    fixture = (struct fixture){.arena = pl_arena_new()};
    fixture.walk = (struct pl_walk){
        .arena = fixture.arena, .complain = complain, .wants = wants};
    if (temp_folder_enter(fixture.folder) != 0) {
        return -1;
    }
    return mkdir(".git", 0777); /* rules above are not ours */
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_free(fixture.arena);
    return temp_folder_leave(fixture.folder);
}

static void make_folders_of(const char *path)
{
    char folder[256];
    for (const char *slash = strchr(path, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        snprintf(folder, sizeof(folder), "%.*s", (int)(slash - path), path);
        assert_true(mkdir(folder, 0777) == 0 || errno == EEXIST);
    }
}

static void make_file_deep(const char *path, const char *text)
{
    make_folders_of(path);
    make_file(path, text);
}

static void assert_files(const char *const *expected)
{
    pl_walk_end(&fixture.walk);
    size_t count = 0;
    for (; expected[count]; count++) {
        assert_true(count < fixture.walk.files.len);
        assert_string_equal(fixture.walk.files.items[count], expected[count]);
    }
    assert_int_equal(fixture.walk.files.len, count);
}

#define ASSERT_FILES(...) assert_files((const char *const[]){__VA_ARGS__ NULL})

static bool name_fits(const char *pattern, const char *name)
{
    return pl_wildmatch_name(pl_str_from(pattern), pl_str_from(name));
}

static bool path_fits(const char *pattern, const char *path)
{
    return pl_wildmatch_path(pl_str_from(pattern), pl_str_from(path));
}

static void stars_and_question_marks_stay_within_a_name(void **state)
{
    (void)state;
    assert_true(name_fits("*.md", "a.md"));
    assert_true(name_fits("*", ""));
    assert_true(name_fits("a*b*c", "axxbyybzc"));
    assert_true(name_fits("a**b", "axb"));
    assert_true(name_fits("??", "ab"));
    assert_false(name_fits("??", "a"));
    assert_false(name_fits("a*b", "axxc"));
    assert_false(name_fits("", "a"));
    assert_true(path_fits("a/*/c", "a/b/c"));
    assert_false(path_fits("a/*", "a/b/c"));
    assert_false(path_fits("a/*c", "a/b/c"));
}

static void sets_take_ranges_names_and_their_opposite(void **state)
{
    (void)state;
    assert_true(name_fits("[a-c]x", "bx"));
    assert_false(name_fits("[a-c]x", "dx"));
    assert_true(name_fits("[!a-c]x", "dx"));
    assert_true(name_fits("[^a-c]x", "dx"));
    assert_true(name_fits("[]x]", "]"));
    assert_true(name_fits("[]-]", "-"));
    assert_true(name_fits("[a\\]b]", "]"));
    assert_true(name_fits("[[:digit:]a]", "7"));
    assert_true(name_fits("[[:digit:]a]", "a"));
    assert_false(name_fits("[[:upper:]]", "a"));
}

static void a_broken_set_fits_nothing(void **state)
{
    (void)state;
    assert_false(name_fits("[", "["));
    assert_false(name_fits("[abc", "a"));
    assert_false(name_fits("[[:nothing:]]", "a"));
    assert_false(name_fits("[a-", "a"));
    assert_false(name_fits("a\\", "a\\"));
    assert_false(name_fits("[[:", "["));
    assert_false(name_fits("[\\", "\\"));
}

static void backslashes_make_letters_of_signs(void **state)
{
    (void)state;
    assert_true(name_fits("\\*", "*"));
    assert_false(name_fits("\\*", "a"));
    assert_true(name_fits("\\a", "a"));
}

static void two_stars_are_any_folders(void **state)
{
    (void)state;
    assert_true(path_fits("**/c", "c"));
    assert_true(path_fits("**/c", "a/b/c"));
    assert_true(path_fits("a/**/c", "a/c"));
    assert_true(path_fits("a/**/c", "a/b/b/c"));
    assert_true(path_fits("a/**", "a/b/c"));
    assert_false(path_fits("a/**", "a"));
    assert_true(path_fits("**/b/**/d", "a/b/b/c/d"));
    assert_false(path_fits("**/b/**/d", "a/b/b/c/e"));
    assert_true(path_fits("a/**/**/b", "a/b"));
}

static void stars_in_great_number_take_no_time(void **state)
{
    (void)state;
    char pattern[512];
    char name[4096];
    for (size_t i = 0; i + 2 < sizeof(pattern); i += 2) {
        pattern[i] = '*';
        pattern[i + 1] = 'a';
    }
    memset(name, 'a', sizeof(name));
    assert_true(pl_wildmatch_name((pl_str){pattern, 510},
                                  (pl_str){name, sizeof(name)}));
    pattern[509] = 'b';
    assert_false(pl_wildmatch_name((pl_str){pattern, 510},
                                   (pl_str){name, sizeof(name)}));
}

static bool is_left_out(const char *rules, const char *path, bool is_folder)
{
    const struct pl_ignore *ignore =
        pl_ignore_read(fixture.arena, NULL, (pl_str){0}, pl_str_from(rules));
    return pl_ignore_has(ignore, pl_str_from(path), is_folder);
}

static void a_name_is_left_out_at_any_depth(void **state)
{
    (void)state;
    assert_true(is_left_out("a.txt", "a.txt", false));
    assert_true(is_left_out("a.txt", "x/y/a.txt", false));
    assert_false(is_left_out("a.txt", "x/a.txt.md", false));
}

static void a_slash_ties_a_pattern_to_its_folder(void **state)
{
    (void)state;
    assert_true(is_left_out("/a.txt", "a.txt", false));
    assert_false(is_left_out("/a.txt", "x/a.txt", false));
    assert_true(is_left_out("x/a.txt", "x/a.txt", false));
    assert_false(is_left_out("x/a.txt", "y/x/a.txt", false));
}

static void a_slash_at_the_end_is_for_folders(void **state)
{
    (void)state;
    assert_true(is_left_out("build/", "x/build", true));
    assert_false(is_left_out("build/", "x/build", false));
}

static void the_last_line_that_fits_decides(void **state)
{
    (void)state;
    assert_false(is_left_out("*.txt\n!a.txt\n", "a.txt", false));
    assert_true(is_left_out("!a.txt\n*.txt\n", "a.txt", false));
}

static void comments_blanks_and_escapes_are_read_as_git_does(void **state)
{
    (void)state;
    assert_false(is_left_out("#a\n\n", "#a", false));
    assert_true(is_left_out("\\#a\n", "#a", false));
    assert_true(is_left_out("\\!a\n", "!a", false));
    assert_true(is_left_out("a   \n", "a", false));
    assert_true(is_left_out("a\\ \n", "a ", false));
    assert_true(is_left_out("a\r\n", "a", false));
    assert_false(is_left_out("/\n!\n!/\n", "a", false));
}

static void a_deeper_folder_has_the_last_word(void **state)
{
    (void)state;
    const struct pl_ignore *top = pl_ignore_read(
        fixture.arena, NULL, (pl_str){0}, pl_str_from("*.txt\n"));
    const struct pl_ignore *deep = pl_ignore_read(
        fixture.arena, top, pl_str_from("docs/"), pl_str_from("!/keep.txt\n"));
    assert_false(pl_ignore_has(deep, pl_str_from("docs/keep.txt"), false));
    assert_true(pl_ignore_has(deep, pl_str_from("docs/other.txt"), false));
    assert_true(pl_ignore_has(deep, pl_str_from("keep.txt"), false));
}

static void text_and_markdown_of_a_folder_are_taken(void **state)
{
    (void)state;
    make_file_deep("plans/a.md", "");
    make_file_deep("plans/b.TXT", "");
    make_file_deep("plans/deep/er/c.markdown", "");
    make_file_deep("plans/d.text", "");
    make_file_deep("plans/e.docx", "");
    make_file_deep("plans/md", "");
    make_file_deep("plans/.hidden.md", "");
    make_file_deep("plans/.hidden/f.md", "");
    assert_int_equal(pl_walk_add(&fixture.walk, "plans"), 4);
    ASSERT_FILES("plans/a.md", "plans/b.TXT", "plans/d.text",
                 "plans/deep/er/c.markdown", );
}

static void a_named_file_is_taken_whatever_it_is(void **state)
{
    (void)state;
    make_file_deep(".gitignore", "*\n");
    make_file_deep(".hidden.bin", "");
    pl_walk_add(&fixture.walk, ".hidden.bin");
    pl_walk_add(&fixture.walk, "-");
    ASSERT_FILES("-", ".hidden.bin", );
}

static void the_order_does_not_depend_on_the_arguments(void **state)
{
    (void)state;
    make_file_deep("b/x.md", "");
    make_file_deep("a.md", "");
    pl_walk_add(&fixture.walk, "b");
    pl_walk_add(&fixture.walk, "./a.md");
    pl_walk_add(&fixture.walk, "b//x.md");
    pl_walk_add(&fixture.walk, ".");
    ASSERT_FILES("a.md", "b/x.md", );
}

static void ignored_files_are_not_taken(void **state)
{
    (void)state;
    make_file_deep(".gitignore", "build/\n/drafts/old*.md\n*.tmp.md\n");
    make_file_deep("a.md", "");
    make_file_deep("a.tmp.md", "");
    make_file_deep("build/b.md", "");
    make_file_deep("drafts/old1.md", "");
    make_file_deep("drafts/new.md", "");
    make_file_deep("drafts/.gitignore", "!old1.md\nsecret.md\n");
    make_file_deep("drafts/secret.md", "");
    pl_walk_add(&fixture.walk, ".");
    ASSERT_FILES("a.md", "drafts/new.md", "drafts/old1.md", );
}

static void rules_above_the_folder_count_within_the_repository(void **state)
{
    (void)state;
    make_file_deep(".gitignore", "skip.md\n/docs/also.md\n");
    make_file_deep("docs/in/skip.md", "");
    make_file_deep("docs/in/a.md", "");
    make_file_deep("docs/also.md", "");
    pl_walk_add(&fixture.walk, "docs");
    ASSERT_FILES("docs/in/a.md", );
}

static void links_are_not_followed(void **state)
{
    (void)state;
    make_file_deep("plans/a.md", "");
    assert_int_equal(symlink("..", "plans/up"), 0);
    assert_int_equal(symlink("loop", "plans/loop"), 0);
    assert_int_equal(symlink("a.md", "plans/b.md"), 0);
    pl_walk_add(&fixture.walk, "plans");
    ASSERT_FILES("plans/a.md", );
    assert_int_equal(fixture.complaints, 0);
}

static void a_link_that_is_named_is_followed(void **state)
{
    (void)state;
    make_file_deep("plans/a.md", "");
    assert_int_equal(symlink("plans", "link"), 0);
    pl_walk_add(&fixture.walk, "link");
    ASSERT_FILES("link/a.md", );
}

static void pipes_in_a_folder_are_left_alone(void **state)
{
    (void)state;
    make_file_deep("plans/a.md", "");
    assert_int_equal(mkfifo("plans/pipe.md", 0600), 0);
    pl_walk_add(&fixture.walk, "plans");
    ASSERT_FILES("plans/a.md", );
}

static void a_folder_that_cannot_be_read_is_complained_about(void **state)
{
    (void)state;
    if (geteuid() == 0) {
        skip(); /* root reads everything */
    }
    make_file_deep("plans/a.md", "");
    make_file_deep("plans/locked/b.md", "");
    assert_int_equal(chmod("plans/locked", 0), 0);
    pl_walk_add(&fixture.walk, "plans");
    assert_int_equal(chmod("plans/locked", 0700), 0);
    ASSERT_FILES("plans/a.md", );
    assert_int_equal(fixture.complaints, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(stars_and_question_marks_stay_within_a_name),
        TEST(sets_take_ranges_names_and_their_opposite),
        TEST(a_broken_set_fits_nothing),
        TEST(backslashes_make_letters_of_signs),
        TEST(two_stars_are_any_folders),
        TEST(stars_in_great_number_take_no_time),
        TEST(a_name_is_left_out_at_any_depth),
        TEST(a_slash_ties_a_pattern_to_its_folder),
        TEST(a_slash_at_the_end_is_for_folders),
        TEST(the_last_line_that_fits_decides),
        TEST(comments_blanks_and_escapes_are_read_as_git_does),
        TEST(a_deeper_folder_has_the_last_word),
        TEST(text_and_markdown_of_a_folder_are_taken),
        TEST(a_named_file_is_taken_whatever_it_is),
        TEST(the_order_does_not_depend_on_the_arguments),
        TEST(ignored_files_are_not_taken),
        TEST(rules_above_the_folder_count_within_the_repository),
        TEST(links_are_not_followed),
        TEST(a_link_that_is_named_is_followed),
        TEST(pipes_in_a_folder_are_left_alone),
        TEST(a_folder_that_cannot_be_read_is_complained_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
