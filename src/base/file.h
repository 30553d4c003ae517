/* file.h - files and folders: read whole, written whole, walked in order. */
#ifndef PLANLINT_BASE_FILE_H
#define PLANLINT_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;

/* Reads the whole of a file (or of standard input for "-") into the arena;
 * fails for a directory, for what cannot be read and for more than
 * `max_size` bytes. The bytes are followed by a NUL that is not counted. */
PL_MUST_CHECK bool pl_file_read(struct pl_arena *arena, const char *path,
                                size_t max_size, pl_str *bytes,
                                struct pl_error *error);

/* Replaces a file in one step: a new file is written beside it and takes its
 * name. The old or the new content stays, whatever happens in between, and no
 * other file after a failure. The mode, extended attributes (access lists) and
 * a symbolic link are kept, the owner where the user may give files away. A
 * file that nobody may write to, and one with further names (hard links), which
 * would keep the old content, is not replaced but fails. What is no regular
 * file is written to. */
PL_MUST_CHECK bool pl_file_write(const char *path, pl_str bytes,
                                 struct pl_error *error);

enum pl_file_kind {
    PL_FILE_MISSING,
    PL_FILE_REGULAR, /* also pipes and devices: whatever can be read */
    PL_FILE_DIRECTORY,
};
enum pl_file_kind pl_file_kind(const char *path);

/* Names in a folder without "." and "..", sorted by bytes, in the arena. */
PL_MUST_CHECK bool pl_file_list(struct pl_arena *arena, const char *folder,
                                const char *const **names, size_t *count,
                                struct pl_error *error);

/* "folder/name", in the arena; `name` alone when `folder` is empty or ".". */
const char *pl_path_join(struct pl_arena *arena, const char *folder,
                         const char *name);
/* The folder part of a path, "." when there is none; in the arena. */
const char *pl_path_folder(struct pl_arena *arena, const char *path);
pl_str pl_path_name(const char *path); /* after the last '/' */
pl_str
pl_path_extension(const char *path); /* "md", without the dot; or empty */

#endif
