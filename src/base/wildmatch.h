/* wildmatch.h - patterns of paths as .gitignore has them.
 *
 * `*` and `?` stay within a name, `**` as a whole name stands for any number of
 * folders, `[a-z]`, `[!a-z]` and `[[:digit:]]` for one byte, a backslash takes
 * the next character as it is. Bytes are compared, as git does. The cost is at
 * most the product of both lengths, whatever the pattern. */
#ifndef PLANLINT_BASE_WILDMATCH_H
#define PLANLINT_BASE_WILDMATCH_H

#include <stdbool.h>

#include "base/str.h"

/* The whole of a name without '/'. */
bool pl_wildmatch_name(pl_str pattern, pl_str name);

/* The whole of a relative path, name by name. */
bool pl_wildmatch_path(pl_str pattern, pl_str path);

/* Whether the pattern matches a relative path or a folder above it. Without a
 * '/' (other than at its end) it matches names at any depth, else it begins at
 * the top. */
bool pl_wildmatch_covers(pl_str pattern, pl_str path);

#endif
