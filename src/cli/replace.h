/* replace.h - a file whose content is replaced by a changed one. */
#ifndef PLANLINT_CLI_REPLACE_H
#define PLANLINT_CLI_REPLACE_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

struct pl_arena;

/* Writes `bytes` in place of `read`, in one step. Fails for what is no regular
 * file, and for one that has changed since it was read: it is left to whoever
 * changed it. */
PL_MUST_CHECK bool pl_replace(struct pl_arena *arena, const char *path,
                              pl_str read, pl_str bytes,
                              struct pl_error *error);

#endif
