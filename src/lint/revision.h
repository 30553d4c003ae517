/* revision.h - which findings a revision brings in.
 *
 * A Word file with tracked changes is linted as it will be and as it was. What
 * is found in both was there before; what is found only in the final state is
 * introduced by the revision; what is found only in the original is resolved.
 */
#ifndef PLANLINT_LINT_REVISION_H
#define PLANLINT_LINT_REVISION_H

#include <stdbool.h>
#include <stddef.h>

struct pl_arena;
struct pl_finding;
struct pl_lint_options;
struct pl_lint_result;
struct pl_plan;
struct pl_ruleset;

struct pl_revision {
    size_t introduced;
    size_t existing;
    size_t resolved;
    const struct pl_plan *original;                    /* the state before it */
    const struct pl_finding *const *resolved_findings; /* `resolved` of them, in
                                                          the text of that */
};

/* Whether the document is the final state of a Word file with changes. */
bool pl_revision_is_one(const struct pl_plan *plan);

/* What such a document was before, with the same vocabulary. */
const struct pl_plan *pl_revision_original(struct pl_arena *arena,
                                           const struct pl_plan *plan);

/* Marks the findings of such a document, which pl_lint() has made in the same
 * arena with the same ruleset and options, and says who introduced them where
 * that is known. A finding is the same when its rule and the text of its place
 * are, first in the same paragraph, then anywhere; a number that Word computes
 * is the same in the same paragraph, whatever it is now. */
struct pl_revision pl_revision_mark(struct pl_arena *arena,
                                    const struct pl_plan *plan,
                                    const struct pl_ruleset *ruleset,
                                    const struct pl_lint_options *options,
                                    struct pl_lint_result *result);

#endif
