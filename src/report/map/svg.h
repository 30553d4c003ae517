/* svg.h - a drawing of a map, alone or in a page. */
#ifndef PLANLINT_REPORT_MAP_SVG_H
#define PLANLINT_REPORT_MAP_SVG_H

#include "report/map/view.h"

struct pl_buf;

/* The element <svg>. */
void pl_map_svg_add(struct pl_buf *out, struct pl_arena *scratch,
                    const struct pl_map_view *view);

#endif
