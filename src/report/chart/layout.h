/* layout.h - where the boxes and lines of a map are drawn.
 *
 * Columns from left to right: sections that mention something, then each kind
 * beside the one it stands under, then the kinds that hang together with no
 * other, above each other. All numbers are
 * whole pixels and the same on every machine. Of a kind with very many nodes
 * only the first have boxes. */
#ifndef PLANLINT_REPORT_CHART_LAYOUT_H
#define PLANLINT_REPORT_CHART_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "report/chart/view.h"

enum {
    PL_CHART_LEFT = 24, /* of the first column */
    PL_CHART_BOX_WIDTH = 212,
    PL_CHART_BOX_PAD = 9,    /* left and right of the text */
    PL_CHART_HEAD_LINE = 24, /* top of the box to the base of its first line */
    PL_CHART_TEXT_LINE = 15, /* from one base line to the next */
    PL_CHART_BOX_TEXT = PL_CHART_BOX_WIDTH - 2 * PL_CHART_BOX_PAD, /* a line */
    PL_CHART_BOX_LINES = 4, /* of a name */
};

struct pl_chart_box {
    uint32_t node;   /* PL_NONE: those that have no box */
    uint32_t kind;   /* of the node or of those */
    uint32_t hidden; /* how many those are */
    uint32_t column;
    uint32_t hue; /* the same for all of a kind; from 0 */
    int x;
    int y;
    int height;
    uint32_t first_line; /* of lines: its name, then what it lacks */
    uint32_t line_count;
    uint32_t bad_count; /* the last of its lines that say what is wrong */
};

/* The heading of a column, or of a kind in one. */
struct pl_chart_caption {
    pl_str text;
    int x;
    int y; /* base line */
};

enum pl_chart_path_kind {
    PL_CHART_PATH_PARENT,
    PL_CHART_PATH_MISSING, /* to something that is missing */
    PL_CHART_PATH_MENTION,
    PL_CHART_PATH_NAMING,
};

struct pl_chart_point {
    int x;
    int y;
};

/* From one box to another: a curve between columns, a straight line across a
 * column, a curve, and so on. Two points with the same x are a bow. */
struct pl_chart_path {
    enum pl_chart_path_kind kind;
    uint32_t from; /* nodes */
    uint32_t to;
    uint32_t first_point;
    uint32_t point_count;
};

struct pl_chart_layout {
    const struct pl_chart_box *boxes;
    uint32_t boxes_count;
    const pl_str *lines; /* as they are shown; see words.h */
    const struct pl_chart_caption *captions;
    uint32_t captions_count;
    const struct pl_chart_path *paths;
    uint32_t paths_count;
    const struct pl_chart_point *points;
    uint32_t hidden_links; /* that have no line, because there are so many */
    int width;
    int height;
};

struct pl_chart_layout pl_chart_layout_of(struct pl_arena *arena,
                                          const struct pl_chart_view *view);

#endif
