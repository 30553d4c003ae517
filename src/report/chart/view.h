/* view.h - a map as its forms show it: what hangs on each node. */
#ifndef PLANLINT_REPORT_CHART_VIEW_H
#define PLANLINT_REPORT_CHART_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "report/chart.h"

/* Lists of indexes for each node; PL_NONE ends them. */
struct pl_chart_view {
    const struct pl_chart *chart;
    const uint32_t *first_in;  /* links to it: indexes of map->links */
    const uint32_t *first_out; /* links from it */
    const uint32_t *next_out;  /* of each link */
    const uint32_t *first_gap; /* of each node: map->gaps */
    const uint32_t *next_gap;  /* of each gap */
    const bool *is_mixed;      /* of each node: several kinds stand under it */
};

struct pl_chart_view pl_chart_view_of(struct pl_arena *arena,
                                      const struct pl_chart *chart);

/* The next link to the same node, or PL_NONE. */
uint32_t pl_chart_view_next_in(const struct pl_chart_view *view, uint32_t link);

/* The next node of the tree: below a node, beside it, or beside one above it;
 * `*depth` follows. PL_NONE at the end of the root's row. Roots of one kind
 * come one after the other. */
uint32_t pl_chart_view_next(const struct pl_chart_view *view, uint32_t node,
                            unsigned *depth);

/* The name of a node, "missing" for one that is and has none. */
pl_str pl_chart_view_name(const struct pl_chart_node *node);

/* Where a node stands, without what its name and number say: "2.6, para 18"
 * of an outcome. Empty for a section and for what is missing. */
pl_str pl_chart_view_place(struct pl_arena *arena, const struct pl_chart *chart,
                           uint32_t node);

/* Addresses in the order of the text, each once. */
struct pl_chart_places {
    pl_str *addresses;
    uint32_t count;
};

/* Where a node is mentioned. */
struct pl_chart_places pl_chart_view_places(struct pl_arena *arena,
                                            const struct pl_chart_view *view,
                                            uint32_t node,
                                            enum pl_chart_link_kind kind);

/* "1 goal", "2 goals". */
pl_str pl_chart_view_count(struct pl_arena *arena, uint32_t kind,
                           uint32_t count);

/* What is said of a document with nothing in it. */
extern const char pl_chart_view_nothing[];

/* The gaps that are missing things, or the doubts. */
uint32_t pl_chart_view_gaps(const struct pl_chart *chart, bool doubts);

/* "2 goals, 12 targets and 5 priorities". */
pl_str pl_chart_view_counts(struct pl_arena *arena,
                            const struct pl_chart *chart);

#endif
