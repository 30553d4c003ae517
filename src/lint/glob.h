/* glob.h - patterns of paths, as in .gitignore files.
 *
 * '*' is any run without '/', '?' any one byte but '/', "[a-c]" a byte of a
 * set ("[!a]" of none), '**' as a whole part any number of folders. */
#ifndef PLANLINT_LINT_GLOB_H
#define PLANLINT_LINT_GLOB_H

#include <stdbool.h>

#include "base/str.h"

/* True when the pattern matches `path` or a folder above it. A pattern without
 * '/' (other than at its end) matches names at any depth; others begin at the
 * top. Time is at most proportional to the product of the lengths, squared. */
bool pl_glob_covers(pl_str pattern, pl_str path);

#endif
