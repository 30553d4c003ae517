/* coverage.h - how often each rule fires over a folder of documents. */
#ifndef PLANLINT_CLI_COVERAGE_H
#define PLANLINT_CLI_COVERAGE_H

#include <stddef.h>

#include "lint/coverage.h"

struct pl_ruleset;
struct pl_session;

struct pl_coverage_table {
    struct pl_coverage *rules; /* by index in the ruleset */
    size_t documents;          /* that could be read */
};

/* Lints the documents of --over, none without it, with all rules at work. In
 * the arena of the session. */
struct pl_coverage_table pl_coverage_count(struct pl_session *session,
                                           const struct pl_ruleset *ruleset);

#endif
