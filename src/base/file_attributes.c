#include "base/file_attributes.h"

#include <stddef.h>
#include <string.h>
#include <sys/types.h>
#include <sys/xattr.h>

#include "base/arena.h"

enum { LARGEST = 64 * 1024 }; /* bytes of all names, and of a value */

void pl_file_attributes_copy(struct pl_arena *arena, const char *path, int to)
{
    char *names = pl_arena_alloc(arena, LARGEST);
    char *value = pl_arena_alloc(arena, LARGEST);
    ssize_t size = listxattr(path, names, LARGEST);
    size_t end = size > 0 ? (size_t)size : 0;
    for (size_t at = 0; at < end; at += strlen(names + at) + 1) {
        ssize_t len = getxattr(path, names + at, value, LARGEST);
        if (len >= 0) {
            (void)fsetxattr(to, names + at, value, (size_t)len, 0);
        }
    }
}
