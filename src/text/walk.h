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
struct pl_ignore;

/* Whether a name is one of plans, texts or Markdown. */
bool pl_walk_has_text_name(const char *path);

/* Whether a name is one of Word's or OpenDocument's files;
 * "~$plan.docx" only says that somebody has the file open. */
bool pl_walk_has_word_name(const char *path);

/* A folder to be read: as it is shown, and its absolute path. */
struct pl_walk_folder {
    const char *shown;
    const char *absolute;
    const struct pl_ignore *ignore;
};

/* The caller sets all but the lists. */
struct pl_walk {
    struct pl_arena *arena;
    PL_VEC(const char *) files;
    PL_VEC(struct pl_walk_folder) pending; /* folders that are still to read */
    size_t seen;                           /* names in folders so far */
    /* A folder or file that could not be read; the walk goes on. */
    void (*complain)(void *context, const struct pl_error *error);
    /* Whether a file of a folder is taken; given what its name says. */
    bool (*wants)(void *context, const char *path, bool has_text_name);
    void *context;
};

/* Adds what `path` stands for; "-" is added as it is. Returns how many files
 * that were. */
size_t pl_walk_add(struct pl_walk *walk, const char *path);

/* The same in pieces, for a folder: begins with its path, then reads one folder
 * in each step, as long as there is one. */
void pl_walk_begin(struct pl_walk *walk, const char *path);
bool pl_walk_step(struct pl_walk *walk);

/* Sorts, and leaves each path once. */
void pl_walk_end(struct pl_walk *walk);

#endif
