#include "file_fixture.h"

#include "cmocka_wrap.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

int file_fixture_set_up(void **state)
{
    struct file_fixture *fixture = calloc(1, sizeof(*fixture));
    fixture->arena = pl_arena_new();
    *state = fixture;
    return temp_folder_enter(fixture->folder);
}

int file_fixture_tear_down(void **state)
{
    struct file_fixture *fixture = *state;
    int status = temp_folder_leave(fixture->folder);
    pl_arena_free(fixture->arena);
    free(fixture);
    return status;
}

void assert_content(struct file_fixture *fixture, const char *path,
                    pl_str expected)
{
    pl_str bytes;
    if (!pl_file_read(fixture->arena, path, FILE_FIXTURE_LIMIT, &bytes,
                      &fixture->error)) {
        fail_msg("%s", fixture->error.message);
    }
    assert_true(pl_str_eq(bytes, expected));
    assert_int_equal(bytes.data[bytes.len], '\0');
}

size_t count_names(struct file_fixture *fixture, const char *folder)
{
    const char *const *names = NULL;
    size_t count = 0;
    assert_true(
        pl_file_list(fixture->arena, folder, &names, &count, &fixture->error));
    return count;
}

void drop_privileges(void)
{
    chmod(".", 0777);
    if (geteuid() == 0 && seteuid(65534) != 0) {
        skip();
    }
}

void regain_privileges(void)
{
    if (getuid() == 0) {
        assert_int_equal(seteuid(0), 0);
    }
}
