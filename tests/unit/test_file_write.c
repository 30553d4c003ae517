/* Files are written in one step: replaced whole, or left as they are. */
#include "cmocka_wrap.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "file_fixture.h"

static void assert_unwritable(struct file_fixture *fixture, const char *path,
                              const char *message)
{
    assert_false(pl_file_write(path, (pl_str)PL_STR("new"), &fixture->error));
    assert_string_equal(fixture->error.message, message);
}

static void assert_writes(struct file_fixture *fixture, const char *path,
                          pl_str bytes)
{
    if (!pl_file_write(path, bytes, &fixture->error)) {
        fail_msg("%s", fixture->error.message);
    }
}

static unsigned mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return (unsigned)status.st_mode & 07777;
}

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
    make_file("old", "a long old content");
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
    make_file("plan", "old");
    assert_int_equal(chown("plan", 65534, 65534), 0);
    assert_writes(*state, "plan", (pl_str)PL_STR("new"));
    struct stat status;
    assert_int_equal(stat("plan", &status), 0);
    assert_int_equal(status.st_uid, 65534);
    assert_int_equal(status.st_gid, 65534);
}

static void extended_attributes_are_kept(void **state)
{
    make_file("plan", "old");
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
    make_file("there/target", "old");
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
    make_file("fixed", "old");
    chmod("fixed", 0444);
    assert_unwritable(*state, "fixed", "fixed: cannot write: it is read-only");
    assert_content(*state, "fixed", (pl_str)PL_STR("old"));
    assert_int_equal(count_names(*state, "."), 1);
}

static void a_file_with_other_names_is_not_replaced(void **state)
{
    make_file("plan", "old");
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
    struct file_fixture *fixture = *state;
    make_file("plan", "old");
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
    struct file_fixture *fixture = *state;
    make_file("fixed", "old");
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
    struct file_fixture *fixture = *state;
    make_file("plan", "old");
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
    make_file(name, "left over");
    assert_writes(*state, "plan", (pl_str)PL_STR("new"));
    assert_content(*state, "plan", (pl_str)PL_STR("new"));
    assert_content(*state, name, (pl_str)PL_STR("left over"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        FILE_TEST(a_new_file_gets_the_mode_of_the_umask),
        FILE_TEST(an_old_file_is_replaced_and_keeps_its_mode),
        FILE_TEST(the_owner_is_kept_where_files_may_be_given_away),
        FILE_TEST(extended_attributes_are_kept),
        FILE_TEST(a_symbolic_link_stays_one),
        FILE_TEST(a_link_to_nowhere_is_not_replaced),
        FILE_TEST(what_cannot_be_written_is_named),
        FILE_TEST(a_read_only_file_is_not_replaced),
        FILE_TEST(a_file_with_other_names_is_not_replaced),
        FILE_TEST(without_a_place_for_the_new_file_the_old_one_stays),
        FILE_TEST(a_file_without_permission_is_not_replaced),
        FILE_TEST(a_device_is_written_to_and_not_replaced),
        FILE_TEST(a_failed_write_leaves_the_old_file_alone),
        FILE_TEST(left_over_temporary_files_are_no_hindrance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
