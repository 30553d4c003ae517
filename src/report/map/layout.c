#include "report/map/layout.h"

#include "base/arena.h"
#include "report/map/boxes.h"

enum { NARROWEST = 480, LEGEND = 22 };

static int height_of(const struct pl_map_frame *frame)
{
    int bottom = PL_MAP_TOP;
    for (size_t i = 0; i < frame->boxes.len; i++) {
        const struct pl_map_box *box = &frame->boxes.items[i];
        bottom = box->y + box->height > bottom ? box->y + box->height : bottom;
    }
    for (size_t i = 0; i < frame->lanes.len; i++) {
        int y = frame->lanes.items[i].y;
        bottom = y > bottom ? y : bottom;
    }
    return bottom + PL_MAP_MARGIN + LEGEND;
}

/* With half a channel at the right, for bows. */
static int width_of(const struct pl_map_frame *frame)
{
    int width = pl_map_column_x((uint32_t)frame->columns.len) -
                PL_MAP_CHANNEL / 2 + PL_MAP_MARGIN;
    return width < NARROWEST ? NARROWEST : width;
}

struct pl_map_layout pl_map_layout_of(struct pl_arena *arena,
                                      const struct pl_map_view *view)
{
    struct pl_map_frame frame = {
        .arena = arena,
        .view = view,
        .kinds = pl_map_columns_of(arena, view),
        .box_of =
            pl_arena_array(arena, view->map->nodes_count, sizeof(uint32_t)),
    };
    pl_map_frame_fill(&frame);
    pl_map_frame_connect(&frame);
    return (struct pl_map_layout){
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
