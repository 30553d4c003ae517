/* file_attributes.h - what a file has besides its bytes, owner and mode: access
 * lists and other extended attributes. */
#ifndef PLANLINT_BASE_FILE_ATTRIBUTES_H
#define PLANLINT_BASE_FILE_ATTRIBUTES_H

struct pl_arena;

/* Gives the open file `to` those of the file at `path`. What cannot be read or
 * set, or is larger than 64 KiB, is left out: a file system may have none. */
void pl_file_attributes_copy(struct pl_arena *arena, const char *path, int to);

#endif
