/* coverage.h - what a rule lacks to be trusted: examples, a reason, a source,
 * a document in which it fires. */
#ifndef PLANLINT_LINT_COVERAGE_H
#define PLANLINT_LINT_COVERAGE_H

#include <stddef.h>

struct pl_arena;
struct pl_rule;

enum { PL_COVERAGE_EXAMPLES = 3 }; /* wanted of each, good and bad */

/* How often a rule reported something in how many documents. */
struct pl_coverage {
    size_t findings;
    size_t documents;
};

/* One clause that says all that is lacking, or NULL. The examples of the rule
 * must be loaded, and pass: then a bad one is a finding. The engine's own rules
 * speak about runs, of which an example shows little: they need none. */
const char *pl_coverage_fault(struct pl_arena *arena,
                              const struct pl_rule *rule,
                              struct pl_coverage coverage);

#endif
