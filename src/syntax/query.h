/* query.h - patterns over the syntax tree, in tree-sitter's query language.
 *
 *     (heading (text) @title (#match? @title "[.]$"))
 *
 * Nodes and fields are those of grammar/README.md. Predicates: #eq?, #any-of?
 * and #match? (a regular expression, see base/regex.h) with #not-eq? and so on;
 * the first argument is a capture, the others are strings, or for #eq? also a
 * capture. Directives such as #set! are for editors and change nothing. */
#ifndef PLANLINT_SYNTAX_QUERY_H
#define PLANLINT_SYNTAX_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_query;
struct pl_tree;

/* The query belongs to the arena. The error says what was expected at byte
 * `*error_offset` of the text. */
PL_MUST_CHECK bool pl_query_compile(struct pl_arena *arena, pl_str text,
                                    const struct pl_query **query,
                                    size_t *error_offset,
                                    struct pl_error *error);

/* The captures of a query are numbered from 0. */
uint32_t pl_query_capture_count(const struct pl_query *query);
pl_str pl_query_capture_name(const struct pl_query *query, uint32_t capture);
uint32_t pl_query_capture(const struct pl_query *query,
                          pl_str name); /* or PL_NONE */

struct pl_capture {
    uint32_t capture;
    struct pl_range range; /* without blanks and line ends at both ends */
};

/* Nodes in the order of the text. */
struct pl_query_match {
    const struct pl_capture *captures; /* until the next match */
    size_t count;
};

/* All matches in a tree of `text`, one by one; each stage of the work is
 * bounded, and a query that asks for too much gives up: then the last matches
 * are missing. Ends with the arena. */
struct pl_query_search;
struct pl_query_search *pl_query_search_new(struct pl_arena *arena,
                                            const struct pl_query *query,
                                            const struct pl_tree *tree,
                                            pl_str text);
bool pl_query_search_next(struct pl_query_search *search,
                          struct pl_query_match *match);
bool pl_query_search_gave_up(const struct pl_query_search *search);

#endif
