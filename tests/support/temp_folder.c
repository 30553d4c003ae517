#include "temp_folder.h"

#include "cmocka_wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int temp_folder_enter(char path[TEMP_FOLDER_SIZE])
{
    char here[TEMP_FOLDER_SIZE - 100];
    if (!getcwd(here, sizeof(here))) {
        return -1;
    }
    snprintf(path, TEMP_FOLDER_SIZE, "%s/test-folder.XXXXXX", here);
    return mkdtemp(path) && chdir(path) == 0 ? 0 : -1;
}

int temp_folder_leave(const char *path)
{
    char command[TEMP_FOLDER_SIZE + 100];
    snprintf(command, sizeof(command), "rm -r '%s'", path);
    return chdir("..") == 0 ? system(command) : -1;
}

void make_file_of(const char *path, pl_str bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

void make_file(const char *path, const char *text)
{
    make_file_of(path, pl_str_from(text));
}
