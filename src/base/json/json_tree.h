/* json_tree.h - the tree that cJSON would make of a text, in an arena.
 *
 * Checks nothing, so that the text must be known to be JSON; reads it many
 * times faster than cJSON, which allocates each value. For json_file.c
 * alone. */
#ifndef PLANLINT_BASE_JSON_TREE_H
#define PLANLINT_BASE_JSON_TREE_H

#include "base/str.h"

struct cJSON;
struct pl_arena;

/* Nothing of the tree is to be freed; it borrows nothing from the text. A
 * string may hold NUL: its `valuedouble` is its length in bytes. */
struct cJSON *pl_json_tree(struct pl_arena *arena, pl_str text);

#endif
