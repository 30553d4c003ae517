/* entity_order.h - what stands under what where only the order tells:
 * objectives after the pillar that they belong to, at the same level. */
#ifndef PLANLINT_PLAN_ENTITY_ORDER_H
#define PLANLINT_PLAN_ENTITY_ORDER_H

#include <stdint.h>

struct pl_arena;
struct pl_entity;
struct pl_plan;

/* Gives headings without a parent, and other lines, the one before them that is
 * of a kind above, when lines of the two kinds take turns. */
void pl_entity_order_link(struct pl_arena *arena, const struct pl_plan *plan,
                          struct pl_entity *entities, uint32_t count);

#endif
