/* walk.h - from paths that are given to the files to be read.
 *
 * A file is taken as it is named. Of a folder the plans (.plan), text and
 * Markdown files are taken, at any depth, except hidden ones, those that
 * .gitignore files leave out, and symbolic links. Each file comes once; the
 * order is that of the paths' bytes, whatever the order they are given in. */
#ifndef PLANLINT_TEXT_WALK_H
#define PLANLINT_TEXT_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "base/vec.h"

struct pl_arena;

/* Whether a name is one of plans, texts or Markdown. */
bool pl_walk_has_text_name(const char *path);

/* The caller sets all but `files`. */
struct pl_walk {
    struct pl_arena *arena;
    PL_VEC(const char *) files;
    /* A folder or file that could not be read; the walk goes on. */
    void (*complain)(void *context, const struct pl_error *error);
    /* Whether a file of a folder is taken; given what its name says. */
    bool (*wants)(void *context, const char *path, bool has_text_name);
    void *context;
};

/* Adds what `path` stands for; "-" is added as it is. Returns how many files
 * that were. */
size_t pl_walk_add(struct pl_walk *walk, const char *path);

/* Sorts, and leaves each path once. */
void pl_walk_end(struct pl_walk *walk);

#endif
