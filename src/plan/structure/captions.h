/* captions.h - the titles of figures, tables and boxes. */
#ifndef PLANLINT_PLAN_CAPTIONS_H
#define PLANLINT_PLAN_CAPTIONS_H

struct pl_arena;
struct pl_plan;

/* Fills plan->captions with what is "Figure 2 - ...", "TABLE 3" or "Box 1."
 * on a line of its own, and with images, which count as figures without a
 * number. The rest of the plan up to its words is there. */
void pl_captions_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
