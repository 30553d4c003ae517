/* Files are read whole, folders listed in order, paths joined and taken apart.
 */
#include "cmocka_wrap.h"

#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "file_fixture.h"

/* Reading. */

static void assert_unreadable(struct file_fixture *fixture, const char *path,
                              size_t limit, const char *message)
{
    pl_str bytes;
    assert_false(
        pl_file_read(fixture->arena, path, limit, &bytes, &fixture->error));
    assert_string_equal(fixture->error.message, message);
}

static void files_are_read_whole(void **state)
{
    struct file_fixture *fixture = *state;
    char *filled = pl_arena_alloc(fixture->arena, 300000);
    pl_str large = {memset(filled, 'x', 300000), 300000};
    make_file("empty", "");
    make_file_of("nul", (pl_str){"a\0b", 3});
    make_file_of("large", large);
    assert_content(*state, "empty", (pl_str){0});
    assert_content(*state, "nul", (pl_str){"a\0b", 3});
    assert_content(*state, "large", large);
}

static void files_of_unknown_size_are_read_too(void **state)
{
    struct file_fixture *fixture = *state;
    pl_str bytes;
    assert_true(pl_file_read(fixture->arena, "/proc/self/status",
                             FILE_FIXTURE_LIMIT, &bytes, &fixture->error));
    assert_true(bytes.len > 100);
}

/* A child writes `count` bytes bit by bit. */
static pid_t start_writer(int fd, size_t count)
{
    pid_t child = fork();
    if (child == 0) {
        char piece[1000];
        memset(piece, 'p', sizeof(piece));
        while (count > 0) {
            size_t part = count < sizeof(piece) ? count : sizeof(piece);
            ssize_t put = write(fd, piece, part);
            if (put < 0) {
                _exit(1);
            }
            count -= (size_t)put;
        }
        _exit(0);
    }
    return child;
}

static void standard_input_may_be_a_pipe(void **state)
{
    struct file_fixture *fixture = *state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    int kept = dup(STDIN_FILENO);
    pid_t child = start_writer(ends[1], 200001);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    pl_str bytes;
    bool ok = pl_file_read(fixture->arena, "-", FILE_FIXTURE_LIMIT, &bytes,
                           &fixture->error);
    dup2(kept, STDIN_FILENO);
    close(kept);
    waitpid(child, NULL, 0);
    assert_true(ok);
    assert_int_equal(bytes.len, 200001);
    assert_int_equal(bytes.data[200000], 'p');
}

static void named_pipes_are_read(void **state)
{
    struct file_fixture *fixture = *state;
    assert_int_equal(mkfifo("fifo", 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        int fd = open("fifo", O_WRONLY);
        _exit(fd >= 0 && write(fd, "abc", 3) == 3 ? 0 : 1);
    }
    assert_content(fixture, "fifo", (pl_str)PL_STR("abc"));
    waitpid(child, NULL, 0);
}

static void what_cannot_be_read_is_named(void **state)
{
    assert_unreadable(*state, "nowhere/plan.txt", FILE_FIXTURE_LIMIT,
                      "nowhere/plan.txt: cannot open: No such file or "
                      "directory");
    assert_unreadable(*state, ".", FILE_FIXTURE_LIMIT,
                      ".: cannot read: Is a directory");
    make_file("plan", "x");
    assert_unreadable(*state, "plan/x", FILE_FIXTURE_LIMIT,
                      "plan/x: cannot open: Not a directory");
}

static void files_without_permission_are_named(void **state)
{
    struct file_fixture *fixture = *state;
    make_file("secret", "x");
    chmod("secret", 0);
    drop_privileges();
    pl_str bytes;
    bool ok = pl_file_read(fixture->arena, "secret", FILE_FIXTURE_LIMIT, &bytes,
                           &fixture->error);
    regain_privileges();
    assert_false(ok);
    assert_string_equal(fixture->error.message,
                        "secret: cannot open: Permission denied");
}

static void the_size_has_a_limit(void **state)
{
    make_file("ten", "0123456789");
    assert_content(*state, "ten", (pl_str)PL_STR("0123456789"));
    pl_str bytes;
    struct file_fixture *fixture = *state;
    assert_true(
        pl_file_read(fixture->arena, "ten", 10, &bytes, &fixture->error));
    assert_unreadable(*state, "ten", 9,
                      "ten: is larger than 9 bytes, the most that is read");
    assert_unreadable(*state, "/dev/zero", FILE_FIXTURE_LIMIT,
                      "/dev/zero: is larger than 1048576 bytes, the most that "
                      "is read");
}

/* Folders and paths. */

static void names_are_listed_in_byte_order(void **state)
{
    struct file_fixture *fixture = *state;
    static const char *const expected[] = {".hidden", "B", "a", "a b",
                                           "\xC3\xA9"};
    for (size_t i = 5; i-- > 0;) {
        make_file(expected[i], "");
    }
    const char *const *names = NULL;
    size_t count = 0;
    assert_true(
        pl_file_list(fixture->arena, ".", &names, &count, &fixture->error));
    assert_int_equal(count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(names[i], expected[i]);
    }
}

static void an_empty_folder_has_no_names(void **state)
{
    assert_int_equal(count_names(*state, "."), 0);
}

static void what_cannot_be_listed_is_named(void **state)
{
    struct file_fixture *fixture = *state;
    const char *const *names = NULL;
    size_t count = 0;
    assert_false(pl_file_list(fixture->arena, "nowhere", &names, &count,
                              &fixture->error));
    assert_string_equal(fixture->error.message,
                        "nowhere: cannot list: No such file or directory");
}

static void kinds_of_files_are_told_apart(void **state)
{
    (void)state;
    make_file("file", "");
    assert_int_equal(symlink(".", "link"), 0);
    assert_int_equal(pl_file_kind("file"), PL_FILE_REGULAR);
    assert_int_equal(pl_file_kind("/dev/null"), PL_FILE_REGULAR);
    assert_int_equal(pl_file_kind("."), PL_FILE_DIRECTORY);
    assert_int_equal(pl_file_kind("link"), PL_FILE_DIRECTORY);
    assert_int_equal(pl_file_kind("nowhere"), PL_FILE_MISSING);
}

static void paths_are_joined_and_taken_apart(void **state)
{
    struct pl_arena *arena = ((struct file_fixture *)*state)->arena;
    assert_string_equal(pl_path_join(arena, "a/b", "c"), "a/b/c");
    assert_string_equal(pl_path_join(arena, "a/", "c"), "a/c");
    assert_string_equal(pl_path_join(arena, "/", "c"), "/c");
    assert_string_equal(pl_path_join(arena, "", "c"), "c");
    assert_string_equal(pl_path_join(arena, ".", "c"), "c");
    assert_string_equal(pl_path_folder(arena, "a/b/c"), "a/b");
    assert_string_equal(pl_path_folder(arena, "/c"), "/");
    assert_string_equal(pl_path_folder(arena, "c"), ".");
    assert_string_equal(pl_path_name("a/b.md").data, "b.md");
    assert_string_equal(pl_path_name("b").data, "b");
    assert_int_equal(pl_path_name("a/").len, 0);
}

static void an_extension_follows_the_last_dot_of_a_name(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"plan.md", "md"}, {"a.b/plan", ""},   {"plan.tar.gz", "gz"},
        {".profile", ""},  {"a/.profile", ""}, {"plan.", ""},
        {"", ""},          {".a.txt", "txt"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_true(pl_str_eq(pl_path_extension(cases[i][0]),
                              pl_str_from(cases[i][1])));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FILE_TEST(files_are_read_whole),
        FILE_TEST(files_of_unknown_size_are_read_too),
        FILE_TEST(standard_input_may_be_a_pipe),
        FILE_TEST(named_pipes_are_read),
        FILE_TEST(what_cannot_be_read_is_named),
        FILE_TEST(files_without_permission_are_named),
        FILE_TEST(the_size_has_a_limit),
        FILE_TEST(names_are_listed_in_byte_order),
        FILE_TEST(an_empty_folder_has_no_names),
        FILE_TEST(what_cannot_be_listed_is_named),
        FILE_TEST(kinds_of_files_are_told_apart),
        FILE_TEST(paths_are_joined_and_taken_apart),
        FILE_TEST(an_extension_follows_the_last_dot_of_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
