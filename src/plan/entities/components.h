/* components.h - the table of what a plan consists of: vision, mission, goals.
 */
#ifndef PLANLINT_PLAN_COMPONENTS_H
#define PLANLINT_PLAN_COMPONENTS_H

#include <stdbool.h>
#include <stdint.h>

struct pl_plan;

/* Whether the table at `index` lists components: its first column is headed so,
 * and some of what stands below are parts of plans. */
bool pl_table_lists_components(const struct pl_plan *plan, uint32_t index);

#endif
