/* Files are replaced whole or not at all, whatever fails and whenever the
 * process is killed.
 *
 * The calls that pl_file_write() makes are wrapped by the linker (see
 * tests/CMakeLists.txt): the one with a certain number fails, or the process
 * dies before or after it. */
#include "cmocka_wrap.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "temp_folder.h"

enum {
    LIMIT = 1024,
    PIECE = 5, /* bytes that a write takes: a file needs several */
    MANY = 100,
};

enum fault { NO_FAULT, FAILS, DIES_BEFORE, DIES_AFTER };

/* What happens at which call. */
static struct {
    enum fault fault;
    int reason;      /* errno */
    int at;          /* which of the calls, from 0 */
    int count;       /* calls so far */
    bool is_watched; /* only while a file is written */
} plan;

/* Returns whether the call is to fail. */
static bool fails_now(void)
{
    bool is_now = plan.is_watched && plan.count++ == plan.at;
    if (is_now && plan.fault == DIES_BEFORE) {
        raise(SIGKILL);
    }
    errno = is_now && plan.fault == FAILS ? plan.reason : errno;
    return is_now && plan.fault == FAILS;
}

static void after_call(void)
{
    if (plan.is_watched && plan.count - 1 == plan.at &&
        plan.fault == DIES_AFTER) {
        raise(SIGKILL);
    }
}

/* The names are the linker's (--wrap). */
/* NOLINTBEGIN(bugprone-reserved-identifier) */
ssize_t __real_write(int fd, const void *bytes, size_t count);
int __real_fsync(int fd);
int __real_fchmod(int fd, mode_t mode);
int __real_close(int fd);
int __real_rename(const char *from, const char *to);
ssize_t __wrap_write(int fd, const void *bytes, size_t count);
int __wrap_fsync(int fd);
int __wrap_fchmod(int fd, mode_t mode);
int __wrap_close(int fd);
int __wrap_rename(const char *from, const char *to);

ssize_t __wrap_write(int fd, const void *bytes, size_t count)
{
    if (!plan.is_watched) {
        return __real_write(fd, bytes, count);
    }
    if (fails_now()) {
        return -1;
    }
    ssize_t put = __real_write(fd, bytes, count < PIECE ? count : PIECE);
    after_call();
    return put;
}

#define WRAPPED(declaration, call, undo) \
    int __wrap_##declaration             \
    {                                    \
        if (fails_now()) {               \
            undo;                        \
            return -1;                   \
        }                                \
        int result = __real_##call;      \
        after_call();                    \
        return result;                   \
    }

WRAPPED(fsync(int fd), fsync(fd), )
WRAPPED(fchmod(int fd, mode_t mode), fchmod(fd, mode), )
/* The descriptor is gone even when close() fails. */
WRAPPED(close(int fd), close(fd), __real_close(fd); errno = plan.reason)
WRAPPED(rename(const char *from, const char *to), rename(from, to), )
/* NOLINTEND(bugprone-reserved-identifier) */

struct fixture {
    struct pl_arena *arena;
    char folder[TEMP_FOLDER_SIZE];
    struct pl_error error;
};

static int set_up(void **state)
{
    struct fixture *it = calloc(1, sizeof(*it));
    it->arena = pl_arena_new();
    *state = it;
    return temp_folder_enter(it->folder);
}

static int tear_down(void **state)
{
    struct fixture *it = *state;
    int status = temp_folder_leave(it->folder);
    pl_arena_free(it->arena);
    free(it);
    return status;
}

static const pl_str old_text = PL_STR("the old text of the plan");
static const pl_str new_text = PL_STR("the new text, which is longer");

static void make_old(void)
{
    FILE *file = fopen("plan", "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(old_text.data, 1, old_text.len, file),
                     old_text.len);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod("plan", 0640), 0);
}

static bool has_text(struct fixture *it, pl_str expected)
{
    pl_str bytes;
    if (!pl_file_read(it->arena, "plan", LIMIT, &bytes, &it->error)) {
        fail_msg("%s", it->error.message);
    }
    struct stat status;
    assert_int_equal(stat("plan", &status), 0);
    assert_int_equal(status.st_mode & 07777, 0640);
    return pl_str_eq(bytes, expected);
}

static size_t count_names(struct fixture *it)
{
    const char *const *names = NULL;
    size_t count = 0;
    assert_true(pl_file_list(it->arena, ".", &names, &count, &it->error));
    return count;
}

static bool write_new(struct fixture *it, enum fault fault, int reason, int at)
{
    plan.fault = fault;
    plan.reason = reason;
    plan.at = at;
    plan.count = 0;
    plan.is_watched = true;
    bool ok = pl_file_write("plan", new_text, &it->error);
    plan.is_watched = false;
    return ok;
}

/* How many calls there are when nothing goes wrong. */
static int count_calls(struct fixture *it)
{
    make_old();
    assert_true(write_new(it, NO_FAULT, 0, -1));
    assert_true(has_text(it, new_text));
    int writes = (int)(new_text.len + PIECE - 1) / PIECE;
    /* fchmod, fsync, close, rename; fsync and close of the folder. */
    assert_int_equal(plan.count, writes + 6);
    return plan.count;
}

/* A failure after the rename is none: the new content is there. */
static void any_call_may_fail(void **state)
{
    static const int reasons[] = {ENOSPC, EIO, EDQUOT};
    int count = count_calls(*state);
    int failures = 0;
    for (int at = 0; at < count; at++) {
        for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
            make_old();
            bool ok = write_new(*state, FAILS, reasons[i], at);
            if (!has_text(*state, ok ? new_text : old_text)) {
                fail_msg("call %d: a broken file", at);
            }
            assert_int_equal(count_names(*state), 1);
            failures += !ok;
        }
    }
    assert_int_equal(failures, 3 * (count - 2));
}

static void the_reason_of_a_failure_is_told(void **state)
{
    struct fixture *it = *state;
    make_old();
    assert_false(write_new(it, FAILS, ENOSPC, 2));
    assert_string_equal(it->error.message,
                        "plan: cannot write: No space left on device");
}

static void an_interrupted_write_goes_on(void **state)
{
    make_old();
    assert_true(write_new(*state, FAILS, EINTR, 1));
    assert_true(has_text(*state, new_text));
}

/* Whether the process came to its end. */
static bool write_in_child(struct fixture *it, enum fault fault, int at)
{
    pid_t child = fork();
    if (child == 0) {
        _exit(write_new(it, fault, 0, at) ? 0 : 1);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status);
}

static void a_killed_process_leaves_the_old_or_the_new_file(void **state)
{
    int count = count_calls(*state);
    int with_new = 0;
    for (int at = 0; at < count; at++) {
        for (enum fault fault = DIES_BEFORE; fault <= DIES_AFTER; fault++) {
            make_old();
            assert_false(write_in_child(*state, fault, at));
            bool is_new = has_text(*state, new_text);
            if (!is_new && !has_text(*state, old_text)) {
                fail_msg("call %d: a broken file", at);
            }
            with_new += is_new;
        }
    }
    /* After the rename, and before and after the two calls behind it. */
    assert_int_equal(with_new, 5);
    assert_true(write_in_child(*state, NO_FAULT, MANY));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(any_call_may_fail),
        TEST(the_reason_of_a_failure_is_told),
        TEST(an_interrupted_write_goes_on),
        TEST(a_killed_process_leaves_the_old_or_the_new_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
