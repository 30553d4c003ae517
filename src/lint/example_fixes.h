/* example_fixes.h - what a rule offers for its examples must mend them. */
#ifndef PLANLINT_LINT_EXAMPLE_FIXES_H
#define PLANLINT_LINT_EXAMPLE_FIXES_H

#include "lint/examples.h"

struct pl_arena;
struct pl_buf;
struct pl_example;
struct pl_findings;
struct pl_rule;
struct pl_ruleset;
struct pl_settings;

/* An example and what its rule says of it. */
struct pl_judged_example {
    const struct pl_ruleset *ruleset;   /* the rules at work */
    const struct pl_settings *settings; /* it is linted with */
    const struct pl_rule *rule;
    const struct pl_example *example;
    const struct pl_plan *plan;
    const struct pl_findings *findings; /* of the rule alone */
};

/* Applies each fix by itself and adds a line to `out` for each that leaves the
 * rule as much to say as before. Fixes of a Word file are not tried: its text
 * is made from it. */
void pl_example_fixes_try(struct pl_arena *arena,
                          const struct pl_judged_example *judged,
                          struct pl_plan_maker maker, struct pl_buf *out);

#endif
