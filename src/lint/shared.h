/* shared.h - what the rules of one document share: facts that several of them
 * need and that the plan does not have, each made by the first that asks. */
#ifndef PLANLINT_LINT_SHARED_H
#define PLANLINT_LINT_SHARED_H

struct pl_arena;
struct pl_plan;
struct pl_run;
struct pl_shared;
struct pl_tree;

/* For runs over one plan in the same arena. */
struct pl_shared *pl_shared_new(struct pl_arena *arena);

/* The syntax tree of the document. */
const struct pl_tree *pl_run_tree(struct pl_run *run);

/* What a Word file with tracked changes was before them. */
const struct pl_plan *pl_run_original(struct pl_run *run);

/* The same, when a rule has asked for it; else NULL. */
const struct pl_plan *pl_shared_original(const struct pl_shared *shared);

/* What `make` makes of the plan, in the arena of the run; it must not look at
 * the rule. A run that shares nothing has it made each time. */
const void *pl_run_share(struct pl_run *run,
                         const void *(*make)(struct pl_run *run));

#endif
