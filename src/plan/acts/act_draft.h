/* act_draft.h - the acts of a plan while they are being found; for the files
 * of this folder. */
#ifndef PLANLINT_PLAN_ACT_DRAFT_H
#define PLANLINT_PLAN_ACT_DRAFT_H

#include "base/vec.h"
#include "plan/acts.h"

struct pl_arena;
struct pl_plan;

struct pl_act_draft {
    struct pl_arena *arena;
    const struct pl_plan *plan;
    PL_VEC(struct pl_act) acts;
    PL_VEC(struct pl_clause) clauses;
    PL_VEC(struct pl_clause_item) items;
};

/* The clauses, and the acts that they make up; items are left for later. */
void pl_act_draft_find(struct pl_act_draft *draft);

/* The items of the clauses. */
void pl_act_draft_add_items(struct pl_act_draft *draft);

/* Fills plan->pinpoints; the acts are in the plan. */
void pl_pinpoints_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
