/* json_walk.h - one walk over a text by JSON's grammar: exact errors, places.
 *
 * Checks more strictly than cJSON and knows where everything stands; builds
 * nothing. For json_file.c and json_place.c alone. */
#ifndef PLANLINT_BASE_JSON_WALK_H
#define PLANLINT_BASE_JSON_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"

enum { PL_JSON_MAX_DEPTH = 100 };

/* Values are numbered from 0 in the order in which they begin. Set the first
 * group and leave the rest zero, but for
 * `at` when the value does not begin the text. */
struct pl_json_walk {
    const char *path;
    pl_str text;
    struct pl_error *error;
    pl_str skipped_key; /* a member of the root that counts as one value */
    size_t wanted;      /* number of the value whose place is asked for */
    bool allows_nul;    /* written as \u0000 in a string */

    size_t wanted_key; /* where its key begins, when it is a member */
    size_t wanted_value;
    size_t wanted_end;
    size_t skipped_from; /* the value of the skipped member */
    size_t skipped_to;

    size_t at; /* begins where it is set to */
    size_t depth;
    size_t number; /* of the next value */
    bool inside_skipped;
};

/* Fails at the first thing that is not JSON. */
PL_MUST_CHECK bool pl_json_walk_file(struct pl_json_walk *walk);

struct pl_place pl_json_place_of(const char *path, pl_str text, size_t offset);

#endif
