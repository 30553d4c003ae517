/* query_shape.h - whether a query is safe to give to tree-sitter, which reads
 * queries by recursion, loops for ever where something that may be nothing is
 * repeated, and loses memory when a field does not exist. */
#ifndef PLANLINT_SYNTAX_QUERY_SHAPE_H
#define PLANLINT_SYNTAX_QUERY_SHAPE_H

#include <stddef.h>

#include "base/str.h"

enum { PL_QUERY_MAX_DEPTH = 32 }; /* brackets in brackets */

enum pl_query_shape {
    PL_QUERY_SOUND,
    PL_QUERY_TOO_DEEP,
    PL_QUERY_REPEATS_NOTHING,
    PL_QUERY_UNKNOWN_FIELD,
};

/* The first thing that is not safe, and where. What else is wrong is left to
 * tree-sitter to find. */
enum pl_query_shape pl_query_shape(pl_str text, size_t *offset);

/* The name that begins at an offset; may be empty. */
pl_str pl_query_name_at(pl_str text, size_t offset);

#endif
