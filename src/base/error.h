/* error.h - why the world (a file, a rule, an option) could not be used.
 *
 * A function that can fail takes a `struct pl_error *` last, returns bool and
 * sets the error once, where it happens: `return PL_FAIL(error, "...")`. */
#ifndef PLANLINT_BASE_ERROR_H
#define PLANLINT_BASE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"

enum { PL_ERROR_MAX = 1024 }; /* bytes; a longer message is cut */

struct pl_error {
    char message[PL_ERROR_MAX]; /* "path:line:column: what is there" */
    size_t path_len;            /* of the path in it; 0: it has no place */
    size_t line;                /* as in pl_place */
    size_t column;
    size_t text_at; /* where "what is there" begins */
};

/* A place in a file for an error; line and column are 1-based (columns count
 * code points), 0 where they are not known. */
struct pl_place {
    const char *path;
    size_t line;
    size_t column;
};

void pl_error_set(struct pl_error *error, const char *format, ...)
    PL_PRINTF(2, 3);
void pl_error_set_at(struct pl_error *error, struct pl_place place,
                     const char *format, ...) PL_PRINTF(3, 4);

/* Both are false, visibly so for an analyzer. */
#define PL_FAIL(error, ...) (pl_error_set((error), __VA_ARGS__), false)
#define PL_FAIL_AT(error, place, ...) \
    (pl_error_set_at((error), (place), __VA_ARGS__), false)

#endif
