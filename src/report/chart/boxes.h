/* boxes.h - the boxes of a map in the making, column by column; for the files
 * of the layout. */
#ifndef PLANLINT_REPORT_CHART_BOXES_H
#define PLANLINT_REPORT_CHART_BOXES_H

#include "base/vec.h"
#include "report/chart/columns.h"
#include "report/chart/layout.h"
#include "report/chart/stack.h"

struct pl_chart_column {
    PL_VEC(struct pl_chart_item) items; /* from top to bottom */
};

struct pl_chart_lane {
    uint32_t column;
    int64_t want; /* the sum of where each line wants it */
    int count;    /* of lines */
    int y;
};

struct pl_chart_frame {
    struct pl_arena *arena;
    const struct pl_chart_view *view;
    struct pl_chart_columns kinds;
    PL_VEC(struct pl_chart_box) boxes;
    PL_VEC(pl_str) lines;
    PL_VEC(struct pl_chart_caption) captions;
    PL_VEC(struct pl_chart_path) paths;
    PL_VEC(struct pl_chart_point) points;
    PL_VEC(struct pl_chart_column) columns;
    PL_VEC(struct pl_chart_lane) lanes;
    uint32_t *box_of; /* of each node; PL_NONE */
    uint32_t hidden_links;
};

enum {
    PL_CHART_MARGIN = 24,       /* right; below, above the legend */
    PL_CHART_CHANNEL = 76,      /* between columns */
    PL_CHART_TOP = 66,          /* of the first box */
    PL_CHART_CAPTION_BASE = 12, /* of a caption, below its top */
};

int pl_chart_column_x(uint32_t column);

/* Makes all boxes and captions and puts them into columns, with their places.
 */
void pl_chart_frame_fill(struct pl_chart_frame *frame);

/* Moves what stands under another near to it, and the other to the middle. */
void pl_chart_frame_align(struct pl_chart_frame *frame);

/* Moves each section to the middle of what it mentions. */
void pl_chart_frame_align_sections(struct pl_chart_frame *frame);

/* Draws the lines between boxes, through lanes where columns lie between. */
void pl_chart_frame_connect(struct pl_chart_frame *frame);

#endif
