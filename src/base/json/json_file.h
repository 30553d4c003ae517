/* json_file.h - a text that is open as JSON, and the tree that was made of it.
 *
 * For the files of this folder alone; json.h says what a file is to all
 * others. */
#ifndef PLANLINT_BASE_JSON_FILE_H
#define PLANLINT_BASE_JSON_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include <cjson/cJSON.h>

#include "base/str.h"

struct pl_arena;
struct pl_json_made;

struct pl_json_file {
    struct pl_arena *arena;
    struct pl_json_made **made; /* the last one first; a few */
    bool is_known;
    bool is_tree; /* made by pl_json_tree(); then the arena is the caller's */
    bool allows_nul;
    const char *path;
    pl_str text;
    size_t from; /* where the root begins, or what stands before it */
    pl_str skipped_key;
    cJSON *root;
};

#endif
