#include "cli/replace.h"

#include <sys/stat.h>

#include "base/file.h"
#include "text/source.h"

static bool is_as_read(struct pl_arena *arena, const char *path, pl_str read,
                       struct pl_error *error)
{
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) {
        return PL_FAIL(error, "%s: changes are written to files only", path);
    }
    pl_str bytes;
    return pl_file_read(arena, path, PL_SOURCE_MAX, &bytes, error) &&
           (pl_str_eq(bytes, read) ||
            PL_FAIL(error,
                    "%s: has changed since it was read, so it is left as it "
                    "is",
                    path));
}

bool pl_replace(struct pl_arena *arena, const char *path, pl_str read,
                pl_str bytes, struct pl_error *error)
{
    return is_as_read(arena, path, read, error) &&
           pl_file_write(path, bytes, error);
}
