/* columns.h - which column each kind of node stands in, and in what order:
 * sections first, for they mention the others; then the trees; then the kinds
 * that hang together with no other. */
#ifndef PLANLINT_REPORT_CHART_COLUMNS_H
#define PLANLINT_REPORT_CHART_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include "report/chart/view.h"

struct pl_chart_columns {
    uint32_t of_kind[PL_CHART_KIND_COUNT]; /* PL_NONE: there is none of it */
    bool is_flat[PL_CHART_KIND_COUNT]; /* hangs together with no other kind */
    uint32_t count;
    uint32_t first_flat;   /* column; those from here on hold flat kinds */
    const uint32_t *order; /* nodes to be drawn: each root, then what stands
                              below it */
    uint32_t order_count;
};

struct pl_chart_columns pl_chart_columns_of(struct pl_arena *arena,
                                            const struct pl_chart_view *view);

#endif
