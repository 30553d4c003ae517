/* citations.h - resolutions, decisions and recommendations by number. */
#ifndef PLANLINT_PLAN_CITATIONS_H
#define PLANLINT_PLAN_CITATIONS_H

struct pl_arena;
struct pl_plan;

/* Fills plan->citations: "Resolution 71 (Rev. Bucharest, 2022)", "Resolutions
 * 2 (Dubai, 2018) and 5 (Busan, 2014)", "Recommendation ITU-T G.8101/Y.1355",
 * "resolution 73/3", "A/RES/70/1". What a heading itself is called by is none.
 * The rest of the plan up to its sections is there. */
void pl_citations_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
