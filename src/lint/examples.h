/* examples.h - the examples in a rule's file are its tests. */
#ifndef PLANLINT_LINT_EXAMPLES_H
#define PLANLINT_LINT_EXAMPLES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/error.h"

struct pl_arena;
struct pl_example;
struct pl_plan;
struct pl_rule;
struct pl_ruleset;

/* How to make a plan of an example, which lives in `arena`; NULL with the
 * error set when its text cannot be read. */
struct pl_plan_maker {
    const struct pl_plan *(*make)(void *context, struct pl_arena *arena,
                                  const struct pl_example *example,
                                  struct pl_error *error);
    void *context;
};

/* Runs a rule on its examples, which must be loaded (pl_rule_load_examples):
 * that rule alone, or, for a rule of the engine's own, all rules that are at
 * work. Checks the manner of its messages too: they begin in lower case, end
 * without a full stop and leave no {placeholder}. NULL when exactly the
 * expected findings appear, in their order; else what differs, one thing a
 * line. */
const char *pl_examples_run(struct pl_arena *arena,
                            const struct pl_ruleset *ruleset,
                            const struct pl_rule *rule,
                            struct pl_plan_maker maker);

#endif
