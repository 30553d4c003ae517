/* query_predicate.h - the conditions of a query on the text of its captures. */
#ifndef PLANLINT_SYNTAX_QUERY_PREDICATE_H
#define PLANLINT_SYNTAX_QUERY_PREDICATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tree_sitter/api.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/str.h"
#include "base/vec.h"
#include "syntax/query.h"

struct pl_regex;

enum pl_predicate_kind {
    PL_PREDICATE_EQ,
    PL_PREDICATE_ANY_OF,
    PL_PREDICATE_MATCH,
};

struct pl_predicate {
    enum pl_predicate_kind kind;
    bool is_negated;
    uint32_t pattern; /* of the query, that it belongs to */
    uint32_t capture;
    uint32_t other; /* the capture it is compared with, or PL_NONE */
    pl_str *words;
    size_t word_count;
};

struct pl_predicates {
    PL_VEC(struct pl_predicate) list; /* in the order of their patterns */
};

/* A query's text and what tree-sitter made of it. */
struct pl_query_source {
    struct pl_arena *arena;
    pl_str text;
    const TSQuery *query;
};

PL_MUST_CHECK bool pl_predicates_read(const struct pl_query_source *source,
                                      struct pl_predicates *predicates,
                                      size_t *error_offset,
                                      struct pl_error *error);

/* What a predicate is judged by. `regex` is that of a #match?, or NULL. */
struct pl_predicate_case {
    const struct pl_predicate *predicate;
    struct pl_regex *regex;
    const struct pl_query_match *match;
    pl_str text;
};

/* A capture that the match does not have is no obstacle. Sets `*over_budget`
 * when the regular expression took too long. */
bool pl_predicate_holds(const struct pl_predicate_case *it, bool *over_budget);

#endif
