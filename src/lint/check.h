/* check.h - what a kind of check is: it judges a plan by one rule.
 *
 * A check reads the plan and adds findings; it never sees JSON after `load`,
 * and keeps no state between runs. Only the kind "query" sees the syntax tree.
 */
#ifndef PLANLINT_LINT_CHECK_H
#define PLANLINT_LINT_CHECK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/json.h"
#include "lint/finding.h"
#include "lint/rule.h"

struct pl_arena;
struct pl_plan;
struct pl_settings;
struct pl_shared;

/* One rule at work on one plan. */
struct pl_run {
    struct pl_arena *arena; /* of the run: findings, messages, what is shared */
    struct pl_arena
        *scratch; /* while the rule is at work: pl_lint_rule() empties
                     it after that, or makes one when it is NULL */
    const struct pl_plan *plan;
    const struct pl_rule *rule;
    struct pl_findings *findings;
    const struct pl_settings *settings; /* plan period and the like */
    bool over_budget; /* set by a check that had to give up: becomes a PL9xx */
    uint32_t gave_up_at;       /* then: the byte offset where; may stay 0 */
    struct pl_shared *shared;  /* with the other rules; NULL: nothing */
    const atomic_bool *cancel; /* see pl_run_is_cancelled(); NULL: never */
};

/* True when nobody waits for the findings any more: a check that may take long
 * looks now and then, and ends early. */
static inline bool pl_run_is_cancelled(const struct pl_run *run)
{
    return run->cancel &&
           atomic_load_explicit(run->cancel, memory_order_relaxed);
}

struct pl_check {
    const char *name; /* the "check" of a rule file: "sequence" */

    /* Turns the "params" of a rule file into rule->params, in the arena; fails
     * with the place of what is wrong. Called again for each profile or
     * configuration that changes parameters of the rule: then rule->params is
     * set, and what the new object does not name stays as it is (the old
     * params must be copied, not changed). `params` may be nothing. NULL: the
     * kind takes no parameters. */
    bool (*load)(struct pl_arena *arena, struct pl_json params,
                 struct pl_rule *rule, struct pl_error *error);

    void (*run)(struct pl_run *run);
};

#endif
