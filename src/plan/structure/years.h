/* years.h - the years and spans of years that a document names. */
#ifndef PLANLINT_PLAN_YEARS_H
#define PLANLINT_PLAN_YEARS_H

struct pl_arena;
struct pl_plan;

/* Fills plan->years with the years 1900 to 2100 and their spans ("2028-2031",
 * "2028 to 2031", "2028/29") and plan->period from the first title that says
 * what span the plan is for. Numbers that a slip has made of years, such as
 * the two readings of "2028-20314-2027", are left out. The rest of the plan up
 * to its captions is there. */
void pl_years_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
