/* temp_folder.h - a fresh folder below the current one, in which a test works
 * until it leaves it. */
#ifndef PLANLINT_TESTS_SUPPORT_TEMP_FOLDER_H
#define PLANLINT_TESTS_SUPPORT_TEMP_FOLDER_H

#include "base/str.h"

enum { TEMP_FOLDER_SIZE = 1024 };

/* For setup and teardown of cmocka: 0, or -1 when it cannot be done. The path
 * is absolute; what is left removes the folder with all that is in it. */
int temp_folder_enter(char path[TEMP_FOLDER_SIZE]);
int temp_folder_leave(const char *path);

/* Writes a file; fails the test when that cannot be done. */
void make_file(const char *path, const char *text);
void make_file_of(const char *path, pl_str bytes);

#endif
