/* ignore.h - which paths the .gitignore files of a tree leave out.
 *
 * Rules are added folder by folder from the top; those of a deeper folder, and
 * of a later line, have the last word. What lies in an ignored folder is never
 * looked at, so that it cannot be taken back in. */
#ifndef PLANLINT_TEXT_IGNORE_H
#define PLANLINT_TEXT_IGNORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct pl_arena;
struct pl_ignore_rule;

/* The rules of a folder and, by `above`, of those over it. */
struct pl_ignore {
    const struct pl_ignore *above; /* NULL: none */
    pl_str folder; /* what all paths begin with, "" or "docs/" */
    const struct pl_ignore_rule *rules;
    size_t count;
};

/* Reads the rules in the text of a file like .gitignore; both are borrowed. */
struct pl_ignore *pl_ignore_read(struct pl_arena *arena,
                                 const struct pl_ignore *above, pl_str folder,
                                 pl_str text);

/* Whether a path below `folder`, written as `folder` is, is left out. */
bool pl_ignore_has(const struct pl_ignore *ignore, pl_str path, bool is_folder);

#endif
