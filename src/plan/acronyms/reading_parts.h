/* reading_parts.h - the parts of a document that are read alone: an annex, a
 * foreword, one of many decisions. What an acronym stands for is told anew in
 * each.
 *
 * Internal to acronyms.c. */
#ifndef PLANLINT_PLAN_READING_PARTS_H
#define PLANLINT_PLAN_READING_PARTS_H

#include <stdint.h>

struct pl_arena;
struct pl_plan;

/* Fills plan->reading_parts, in `arena`, and plan->is_collection. */
void pl_reading_parts_find(struct pl_arena *arena, struct pl_plan *plan);

#endif
