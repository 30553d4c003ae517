/* rule_query.h - a tree-sitter query in a rule file or a configuration. */
#ifndef PLANLINT_LINT_RULE_QUERY_H
#define PLANLINT_LINT_RULE_QUERY_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/error.h"
#include "base/json.h"

struct pl_arena;
struct pl_query;

/* `text` is a string or an array of lines; the query belongs to the arena. The
 * error has the exact place in the file. */
PL_MUST_CHECK bool pl_rule_query(struct pl_arena *arena, struct pl_json text,
                                 const struct pl_query **query,
                                 struct pl_error *error);

#endif
