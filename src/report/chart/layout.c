#include "report/chart/layout.h"

#include "base/arena.h"
#include "report/chart/boxes.h"

enum { NARROWEST = 480, LEGEND = 22 };

static int height_of(const struct pl_chart_frame *frame)
{
    int bottom = PL_CHART_TOP;
    for (size_t i = 0; i < frame->boxes.len; i++) {
        const struct pl_chart_box *box = &frame->boxes.items[i];
        bottom = box->y + box->height > bottom ? box->y + box->height : bottom;
    }
    for (size_t i = 0; i < frame->lanes.len; i++) {
        int y = frame->lanes.items[i].y;
        bottom = y > bottom ? y : bottom;
    }
    return bottom + PL_CHART_MARGIN + LEGEND;
}

/* With half a channel at the right, for bows. */
static int width_of(const struct pl_chart_frame *frame)
{
    int width = pl_chart_column_x((uint32_t)frame->columns.len) -
                PL_CHART_CHANNEL / 2 + PL_CHART_MARGIN;
    return width < NARROWEST ? NARROWEST : width;
}

struct pl_chart_layout pl_chart_layout_of(struct pl_arena *arena,
                                          const struct pl_chart_view *view)
{
    struct pl_chart_frame frame = {
        .arena = arena,
        .view = view,
        .kinds = pl_chart_columns_of(arena, view),
        .box_of =
            pl_arena_array(arena, view->chart->nodes_count, sizeof(uint32_t)),
    };
    pl_chart_frame_fill(&frame);
    pl_chart_frame_connect(&frame);
    return (struct pl_chart_layout){
        .boxes = frame.boxes.items,
        .boxes_count = (uint32_t)frame.boxes.len,
        .lines = frame.lines.items,
        .captions = frame.captions.items,
        .captions_count = (uint32_t)frame.captions.len,
        .paths = frame.paths.items,
        .paths_count = (uint32_t)frame.paths.len,
        .points = frame.points.items,
        .hidden_links = frame.hidden_links,
        .width = width_of(&frame),
        .height = height_of(&frame),
    };
}
