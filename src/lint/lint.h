/* lint.h - one run: all the rules at work judge one plan.
 *
 * Besides what the checks say, the engine reports through its own rules: one
 * that ran over its budget (PL901), directives that silence nothing (PL902) or
 * name nothing (PL903), more findings than are listed (PL904). */
#ifndef PLANLINT_LINT_LINT_H
#define PLANLINT_LINT_LINT_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "lint/finding.h"
#include "lint/severity.h"

struct pl_arena;
struct pl_plan;
struct pl_ruleset;
struct pl_run;
struct pl_settings;

enum { PL_LINT_MAX_FINDINGS = 1000 }; /* of one rule in one document */

struct pl_lint_result {
    struct pl_findings findings; /* in the order of reports */
    size_t suppressed;           /* silenced by directives in the text */
    size_t unfinished;           /* rules over budget or with too much to say */
    size_t by_severity[PL_SEVERITY_ERROR + 1];
    bool is_cancelled; /* then nothing else is to be read */

    /* The state before the tracked changes, when a rule has asked for it. */
    const struct pl_plan *original;
};

struct pl_lint_options {
    const struct pl_settings *settings; /* NULL: none */

    /* When it becomes true, from whatever thread, the run ends soon; NULL:
     * never. */
    const atomic_bool *cancel;
};

/* `options` may be NULL. The result lives in the arena and borrows from the
 * plan and the ruleset. */
struct pl_lint_result pl_lint(struct pl_arena *arena,
                              const struct pl_plan *plan,
                              const struct pl_ruleset *ruleset,
                              const struct pl_lint_options *options);

/* Runs one rule alone, whatever its severity, and adds what it finds to
 * `run->findings`, unsorted; for pl_lint(), examples and benchmarks. */
void pl_lint_rule(struct pl_run *run);

#endif
