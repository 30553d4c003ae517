/* boxes.h - the boxes of a map in the making, column by column; for the files
 * of the layout. */
#ifndef PLANLINT_REPORT_MAP_BOXES_H
#define PLANLINT_REPORT_MAP_BOXES_H

#include "base/vec.h"
#include "report/map/columns.h"
#include "report/map/layout.h"
#include "report/map/stack.h"

struct pl_map_column {
    PL_VEC(struct pl_map_item) items; /* from top to bottom */
};

struct pl_map_lane {
    uint32_t column;
    int64_t want; /* the sum of where each line wants it */
    int count;    /* of lines */
    int y;
};

struct pl_map_frame {
    struct pl_arena *arena;
    const struct pl_map_view *view;
    struct pl_map_columns kinds;
    PL_VEC(struct pl_map_box) boxes;
    PL_VEC(pl_str) lines;
    PL_VEC(struct pl_map_caption) captions;
    PL_VEC(struct pl_map_path) paths;
    PL_VEC(struct pl_map_point) points;
    PL_VEC(struct pl_map_column) columns;
    PL_VEC(struct pl_map_lane) lanes;
    uint32_t *box_of; /* of each node; PL_NONE */
    uint32_t hidden_links;
};

enum {
    PL_MAP_MARGIN = 24,       /* right; below, above the legend */
    PL_MAP_CHANNEL = 76,      /* between columns */
    PL_MAP_TOP = 66,          /* of the first box */
    PL_MAP_CAPTION_BASE = 12, /* of a caption, below its top */
};

int pl_map_column_x(uint32_t column);

/* Makes all boxes and captions and puts them into columns, with their places.
 */
void pl_map_frame_fill(struct pl_map_frame *frame);

/* Moves what stands under another near to it, and the other to the middle. */
void pl_map_frame_align(struct pl_map_frame *frame);

/* Moves each section to the middle of what it mentions. */
void pl_map_frame_align_sections(struct pl_map_frame *frame);

/* Draws the lines between boxes, through lanes where columns lie between. */
void pl_map_frame_connect(struct pl_map_frame *frame);

#endif
