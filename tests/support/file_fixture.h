/* file_fixture.h - for tests of files: an arena, a fresh folder, and what is
 * wrong. */
#ifndef PLANLINT_TESTS_SUPPORT_FILE_FIXTURE_H
#define PLANLINT_TESTS_SUPPORT_FILE_FIXTURE_H

#include <stddef.h>

#include "base/error.h"
#include "base/str.h"
#include "temp_folder.h"

enum { FILE_FIXTURE_LIMIT = 1024 * 1024 }; /* bytes of a file */

struct file_fixture {
    struct pl_arena *arena;
    char folder[TEMP_FOLDER_SIZE];
    struct pl_error error;
};

/* For cmocka: *state is a struct file_fixture, whose folder is the current
 * one. */
int file_fixture_set_up(void **state);
int file_fixture_tear_down(void **state);

#define FILE_TEST(name)                                        \
    cmocka_unit_test_setup_teardown(name, file_fixture_set_up, \
                                    file_fixture_tear_down)

void assert_content(struct file_fixture *fixture, const char *path,
                    pl_str expected);

size_t count_names(struct file_fixture *fixture, const char *folder);

/* Root may do anything, so a test that is root becomes nobody for a while. */
void drop_privileges(void);
void regain_privileges(void);

#endif
