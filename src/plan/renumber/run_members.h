/* run_members.h - which numbers of a plan follow each other.
 *
 * Internal to the plan layer. */
#ifndef PLANLINT_PLAN_RUN_MEMBERS_H
#define PLANLINT_PLAN_RUN_MEMBERS_H

#include "plan/renumber/runs.h"

/* Adds all series of a kind: those of the plan, told apart by what they stand
 * in and joined where one goes on with the numbers of another. Their members
 * know their run. */
void pl_run_members_find(struct pl_runs *runs, struct pl_numbering *numbering,
                         enum pl_renumber_kind kind);

#endif
