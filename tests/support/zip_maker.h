/* zip_maker.h - zip files byte by byte, for tests of those who read them. */
#ifndef PLANLINT_TESTS_SUPPORT_ZIP_MAKER_H
#define PLANLINT_TESTS_SUPPORT_ZIP_MAKER_H

#include <stddef.h>

#include "base/str.h"

struct pl_arena;

struct zip_entry {
    const char *name;
    pl_str data; /* stored as it is */
};

/* Where parts of the file are, to be damaged. */
struct zip_made {
    char *bytes;
    size_t len;
    size_t locals[8]; /* local records of the first entries */
    size_t centrals[8];
    size_t end; /* the end record */
};

struct zip_made zip_make(struct pl_arena *arena,
                         const struct zip_entry *entries, size_t count);

void zip_put16(char *bytes, size_t at, unsigned value);
void zip_put32(char *bytes, size_t at, unsigned long value);

#endif
