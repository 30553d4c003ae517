/* svg.h - a drawing of a map, alone or in a page. */
#ifndef PLANLINT_REPORT_CHART_SVG_H
#define PLANLINT_REPORT_CHART_SVG_H

#include "report/chart/view.h"

struct pl_buf;

/* The element <svg>. */
void pl_chart_svg_add(struct pl_buf *out, struct pl_arena *scratch,
                      const struct pl_chart_view *view);

#endif
