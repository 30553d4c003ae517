/* Files: read whole, written in one step, listed in order. */
#include "cmocka_wrap.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

enum { LIMIT = 1024 * 1024 };

struct fixture {
    struct pl_arena *arena;
    char folder[64]; /* a fresh one, in which the test works */
    struct pl_error error;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    snprintf(fixture->folder, sizeof(fixture->folder), "file-test.XXXXXX");
    fixture->arena = pl_arena_new();
    *state = fixture;
    return mkdtemp(fixture->folder) && chdir(fixture->folder) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    char command[128];
    snprintf(command, sizeof(command), "rm -r '%s'", fixture->folder);
    int status = chdir("..") == 0 ? system(command) : -1;
    pl_arena_free(fixture->arena);
    free(fixture);
    return status;
}

static void make_file(const char *path, pl_str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

static void assert_content(struct fixture *fixture, const char *path,
                           pl_str expected)
{
    pl_str bytes;
    if (!pl_file_read(fixture->arena, path, LIMIT, &bytes, &fixture->error)) {
        fail_msg("%s", fixture->error.message);
    }
    assert_true(pl_str_eq(bytes, expected));
    assert_int_equal(bytes.data[bytes.len], '\0');
}

static void assert_unreadable(struct fixture *fixture, const char *path,
                              size_t limit, const char *message)
{
    pl_str bytes;
    assert_false(
        pl_file_read(fixture->arena, path, limit, &bytes, &fixture->error));
    assert_string_equal(fixture->error.message, message);
}

static void assert_unwritable(struct fixture *fixture, const char *path,
                              const char *message)
{
    assert_false(pl_file_write(path, (pl_str)PL_STR("new"), &fixture->error));
    assert_string_equal(fixture->error.message, message);
}

static void assert_writes(struct fixture *fixture, const char *path,
                          pl_str bytes)
{
    if (!pl_file_write(path, bytes, &fixture->error)) {
        fail_msg("%s", fixture->error.message);
    }
}

static size_t count_names(struct fixture *fixture, const char *folder)
{
    const char *const *names = NULL;
    size_t count = 0;
    assert_true(
        pl_file_list(fixture->arena, folder, &names, &count, &fixture->error));
    return count;
}

static unsigned mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return (unsigned)status.st_mode & 07777;
}

/* Reading. */

static void files_are_read_whole(void **state)
{
    struct fixture *fixture = *state;
    char *filled = pl_arena_alloc(fixture->arena, 300000);
    pl_str large = {memset(filled, 'x', 300000), 300000};
    make_file("empty", (pl_str){"", 0});
    make_file("nul", (pl_str){"a\0b", 3});
    make_file("large", large);
    assert_content(*state, "empty", (pl_str){0});
    assert_content(*state, "nul", (pl_str){"a\0b", 3});
    assert_content(*state, "large", large);
}

static void files_of_unknown_size_are_read_too(void **state)
{
    struct fixture *fixture = *state;
    pl_str bytes;
    assert_true(pl_file_read(fixture->arena, "/proc/self/status", LIMIT, &bytes,
                             &fixture->error));
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
    struct fixture *fixture = *state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    int kept = dup(STDIN_FILENO);
    pid_t child = start_writer(ends[1], 200001);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    pl_str bytes;
    bool ok = pl_file_read(fixture->arena, "-", LIMIT, &bytes, &fixture->error);
    dup2(kept, STDIN_FILENO);
    close(kept);
    waitpid(child, NULL, 0);
    assert_true(ok);
    assert_int_equal(bytes.len, 200001);
    assert_int_equal(bytes.data[200000], 'p');
}

static void named_pipes_are_read(void **state)
{
    struct fixture *fixture = *state;
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
    assert_unreadable(*state, "nowhere/plan.txt", LIMIT,
                      "nowhere/plan.txt: cannot open: No such file or "
                      "directory");
    assert_unreadable(*state, ".", LIMIT, ".: cannot read: Is a directory");
    make_file("plan", (pl_str)PL_STR("x"));
    assert_unreadable(*state, "plan/x", LIMIT,
                      "plan/x: cannot open: Not a directory");
}

/* Root may do anything, so a test that is root becomes nobody for a while. */
static void drop_privileges(void)
{
    chmod(".", 0777);
    if (geteuid() == 0 && seteuid(65534) != 0) {
        skip();
    }
}

static void regain_privileges(void)
{
    if (getuid() == 0) {
        assert_int_equal(seteuid(0), 0);
    }
}

static void files_without_permission_are_named(void **state)
{
    struct fixture *fixture = *state;
    make_file("secret", (pl_str)PL_STR("x"));
    chmod("secret", 0);
    drop_privileges();
    pl_str bytes;
    bool ok =
        pl_file_read(fixture->arena, "secret", LIMIT, &bytes, &fixture->error);
    regain_privileges();
    assert_false(ok);
    assert_string_equal(fixture->error.message,
                        "secret: cannot open: Permission denied");
}

static void the_size_has_a_limit(void **state)
{
    make_file("ten", (pl_str)PL_STR("0123456789"));
    assert_content(*state, "ten", (pl_str)PL_STR("0123456789"));
    pl_str bytes;
    struct fixture *fixture = *state;
    assert_true(
        pl_file_read(fixture->arena, "ten", 10, &bytes, &fixture->error));
    assert_unreadable(*state, "ten", 9,
                      "ten: is larger than 9 bytes, the most that is read");
    assert_unreadable(*state, "/dev/zero", LIMIT,
                      "/dev/zero: is larger than 1048576 bytes, the most that "
                      "is read");
}

/* Writing. */

static void a_new_file_gets_the_mode_of_the_umask(void **state)
{
    mode_t kept = umask(027);
    assert_writes(*state, "new", (pl_str){"a\0b", 3});
    umask(kept);
    assert_content(*state, "new", (pl_str){"a\0b", 3});
    assert_int_equal(mode_of("new"), 0640);
    assert_int_equal(count_names(*state, "."), 1);
}

static void an_old_file_is_replaced_and_keeps_its_mode(void **state)
{
    make_file("old", (pl_str)PL_STR("a long old content"));
    chmod("old", 0604);
    assert_writes(*state, "old", (pl_str)PL_STR("new"));
    assert_content(*state, "old", (pl_str)PL_STR("new"));
    assert_int_equal(mode_of("old"), 0604);
    assert_int_equal(count_names(*state, "."), 1);
}

static void the_owner_is_kept_where_files_may_be_given_away(void **state)
{
    if (geteuid() != 0) {
        skip();
    }
    make_file("plan", (pl_str)PL_STR("old"));
    assert_int_equal(chown("plan", 65534, 65534), 0);
    assert_writes(*state, "plan", (pl_str)PL_STR("new"));
    struct stat status;
    assert_int_equal(stat("plan", &status), 0);
    assert_int_equal(status.st_uid, 65534);
    assert_int_equal(status.st_gid, 65534);
}

static void extended_attributes_are_kept(void **state)
{
    make_file("plan", (pl_str)PL_STR("old"));
    if (setxattr("plan", "user.planlint", "kept", 4, 0) != 0) {
        skip(); /* this file system has none */
    }
    assert_writes(*state, "plan", (pl_str)PL_STR("new"));
    char value[8] = {0};
    assert_int_equal(getxattr("plan", "user.planlint", value, 8), 4);
    assert_string_equal(value, "kept");
}

static void a_symbolic_link_stays_one(void **state)
{
    assert_int_equal(mkdir("there", 0700), 0);
    make_file("there/target", (pl_str)PL_STR("old"));
    assert_int_equal(symlink("there/target", "link"), 0);
    assert_writes(*state, "link", (pl_str)PL_STR("new"));
    struct stat status;
    assert_int_equal(lstat("link", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_content(*state, "there/target", (pl_str)PL_STR("new"));
    assert_int_equal(count_names(*state, "there"), 1);
}

static void a_link_to_nowhere_is_not_replaced(void **state)
{
    assert_int_equal(symlink("nowhere", "link"), 0);
    assert_unwritable(*state, "link",
                      "link: cannot write: No such file or directory");
    struct stat status;
    assert_int_equal(lstat("link", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
}

static void what_cannot_be_written_is_named(void **state)
{
    assert_unwritable(*state, "nowhere/plan",
                      "nowhere/plan: cannot write: No such file or directory");
    assert_unwritable(*state, ".", ".: cannot write: Is a directory");
    assert_unwritable(*state, "", ": cannot write: No such file or directory");
}

static void a_read_only_file_is_not_replaced(void **state)
{
    make_file("fixed", (pl_str)PL_STR("old"));
    chmod("fixed", 0444);
    assert_unwritable(*state, "fixed", "fixed: cannot write: it is read-only");
    assert_content(*state, "fixed", (pl_str)PL_STR("old"));
    assert_int_equal(count_names(*state, "."), 1);
}

static void a_file_with_other_names_is_not_replaced(void **state)
{
    make_file("plan", (pl_str)PL_STR("old"));
    assert_int_equal(link("plan", "other"), 0);
    assert_unwritable(*state, "plan",
                      "plan: cannot write: it has other names (hard links), "
                      "which would keep the old text");
    assert_content(*state, "plan", (pl_str)PL_STR("old"));
    assert_int_equal(unlink("other"), 0);
    assert_writes(*state, "plan", (pl_str)PL_STR("new"));
}

static void without_a_place_for_the_new_file_the_old_one_stays(void **state)
{
    struct fixture *fixture = *state;
    make_file("plan", (pl_str)PL_STR("old"));
    chmod("plan", 0666);
    chmod(".", 0555);
    if (geteuid() == 0 && seteuid(65534) != 0) {
        skip();
    }
    bool ok = pl_file_write("plan", (pl_str)PL_STR("new"), &fixture->error);
    regain_privileges();
    chmod(".", 0755);
    assert_false(ok);
    assert_string_equal(fixture->error.message,
                        "plan: cannot make a new file in its folder: "
                        "Permission denied");
    assert_content(fixture, "plan", (pl_str)PL_STR("old"));
}

static void a_file_without_permission_is_not_replaced(void **state)
{
    struct fixture *fixture = *state;
    make_file("fixed", (pl_str)PL_STR("old"));
    chmod("fixed", 0644);
    if (getuid() != 0) {
        skip(); /* one's own files can be replaced */
    }
    drop_privileges();
    bool ok = pl_file_write("fixed", (pl_str)PL_STR("new"), &fixture->error);
    regain_privileges();
    assert_false(ok);
    assert_string_equal(fixture->error.message,
                        "fixed: cannot write: Permission denied");
    assert_content(fixture, "fixed", (pl_str)PL_STR("old"));
}

static void a_device_is_written_to_and_not_replaced(void **state)
{
    assert_writes(*state, "/dev/null", (pl_str)PL_STR("x"));
    struct stat status;
    assert_int_equal(stat("/dev/null", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
    assert_unwritable(*state, "/dev/full",
                      "/dev/full: cannot write: No space left on device");
}

/* With a limit on the size of files the write fails half way. */
static void a_failed_write_leaves_the_old_file_alone(void **state)
{
    struct fixture *fixture = *state;
    make_file("plan", (pl_str)PL_STR("old"));
    pid_t child = fork();
    if (child == 0) {
        struct rlimit limit = {100, 100};
        struct sigaction ignore = {.sa_handler = SIG_IGN};
        sigaction(SIGXFSZ, &ignore, NULL);
        setrlimit(RLIMIT_FSIZE, &limit);
        char bytes[1000] = {0};
        bool ok = pl_file_write("plan", (pl_str){bytes, sizeof(bytes)},
                                &fixture->error);
        _exit(!ok && strcmp(fixture->error.message,
                            "plan: cannot write: File too large") == 0
                  ? 0
                  : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    assert_content(fixture, "plan", (pl_str)PL_STR("old"));
    assert_int_equal(count_names(fixture, "."), 1);
}

static void left_over_temporary_files_are_no_hindrance(void **state)
{
    char name[64];
    snprintf(name, sizeof(name), ".planlint.%ld.0", (long)getpid());
    make_file(name, (pl_str)PL_STR("left over"));
    assert_writes(*state, "plan", (pl_str)PL_STR("new"));
    assert_content(*state, "plan", (pl_str)PL_STR("new"));
    assert_content(*state, name, (pl_str)PL_STR("left over"));
}

/* Folders and paths. */

static void names_are_listed_in_byte_order(void **state)
{
    struct fixture *fixture = *state;
    static const char *const expected[] = {".hidden", "B", "a", "a b",
                                           "\xC3\xA9"};
    for (size_t i = 5; i-- > 0;) {
        make_file(expected[i], (pl_str){"", 0});
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
    struct fixture *fixture = *state;
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
    make_file("file", (pl_str){"", 0});
    assert_int_equal(symlink(".", "link"), 0);
    assert_int_equal(pl_file_kind("file"), PL_FILE_REGULAR);
    assert_int_equal(pl_file_kind("/dev/null"), PL_FILE_REGULAR);
    assert_int_equal(pl_file_kind("."), PL_FILE_DIRECTORY);
    assert_int_equal(pl_file_kind("link"), PL_FILE_DIRECTORY);
    assert_int_equal(pl_file_kind("nowhere"), PL_FILE_MISSING);
}

static void paths_are_joined_and_taken_apart(void **state)
{
    struct pl_arena *arena = ((struct fixture *)*state)->arena;
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
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(files_are_read_whole),
        TEST(files_of_unknown_size_are_read_too),
        TEST(standard_input_may_be_a_pipe),
        TEST(named_pipes_are_read),
        TEST(what_cannot_be_read_is_named),
        TEST(files_without_permission_are_named),
        TEST(the_size_has_a_limit),
        TEST(a_new_file_gets_the_mode_of_the_umask),
        TEST(an_old_file_is_replaced_and_keeps_its_mode),
        TEST(the_owner_is_kept_where_files_may_be_given_away),
        TEST(extended_attributes_are_kept),
        TEST(a_symbolic_link_stays_one),
        TEST(a_link_to_nowhere_is_not_replaced),
        TEST(what_cannot_be_written_is_named),
        TEST(a_read_only_file_is_not_replaced),
        TEST(a_file_with_other_names_is_not_replaced),
        TEST(without_a_place_for_the_new_file_the_old_one_stays),
        TEST(a_file_without_permission_is_not_replaced),
        TEST(a_device_is_written_to_and_not_replaced),
        TEST(a_failed_write_leaves_the_old_file_alone),
        TEST(left_over_temporary_files_are_no_hindrance),
        TEST(names_are_listed_in_byte_order),
        TEST(an_empty_folder_has_no_names),
        TEST(what_cannot_be_listed_is_named),
        TEST(kinds_of_files_are_told_apart),
        TEST(paths_are_joined_and_taken_apart),
        TEST(an_extension_follows_the_last_dot_of_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
