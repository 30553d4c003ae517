#include "lsp/stamp.h"

#include <stddef.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"

uint64_t pl_lsp_stamp_of_file(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        return 0;
    }
    uint64_t stamp =
        pl_hash_mix((uint64_t)status.st_mtim.tv_sec ^ PL_HASH_ODD_1,
                    (uint64_t)status.st_mtim.tv_nsec + 1);
    return pl_hash_mix(stamp ^ (uint64_t)status.st_size,
                       (uint64_t)status.st_ino ^ PL_HASH_ODD_2);
}

uint64_t pl_lsp_stamp_of_folder(const char *path)
{
    struct pl_arena *scratch = pl_arena_new();
    const char *const *names;
    size_t count;
    struct pl_error error;
    uint64_t stamp = pl_lsp_stamp_of_file(path);
    if (pl_file_list(scratch, path, &names, &count, &error)) {
        for (size_t i = 0; i < count; i++) {
            const char *file = pl_path_join(scratch, path, names[i]);
            stamp = pl_hash_mix(stamp ^ PL_HASH_ODD_1,
                                pl_lsp_stamp_of_file(file) + 1);
        }
    }
    pl_arena_free(scratch);
    return stamp;
}
