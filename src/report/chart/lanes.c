/* The lines between boxes, and the lanes in which they cross columns. */
#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/range.h"
#include "report/chart/boxes.h"

enum {
    MOST_LINKS = 800, /* that are drawn */
    LANE = 6,         /* height */
    LANE_GAP = 4,
    FIRM = 100, /* boxes stay rather than lanes */
};

/* A line to be drawn, between boxes. */
struct wire {
    enum pl_chart_path_kind kind;
    uint32_t from;
    uint32_t to;
    uint32_t first_lane; /* of wiring.lanes: one for each column crossed */
};

struct wiring {
    struct pl_chart_frame *frame;
    PL_VEC(struct wire) wires;
    PL_VEC(uint32_t) lanes;
    struct pl_map *lane_of; /* lines to the same box share their lanes */
};

static int middle_of(const struct pl_chart_box *box)
{
    return box->y + box->height / 2;
}

static bool is_link(enum pl_chart_path_kind kind)
{
    return kind == PL_CHART_PATH_MENTION || kind == PL_CHART_PATH_NAMING;
}

static uint32_t lane_in(struct wiring *wiring, const struct wire *wire,
                        uint32_t column, bool to_the_right)
{
    struct pl_chart_frame *frame = wiring->frame;
    uint32_t parts[] = {is_link(wire->kind) ? wire->to : wire->from, column,
                        (is_link(wire->kind) ? 2U : 0U) + to_the_right};
    pl_str key = pl_arena_copy(frame->arena,
                               (pl_str){(const char *)parts, sizeof(parts)});
    uint32_t next = (uint32_t)frame->lanes.len;
    uint32_t lane = pl_map_get_or_add(wiring->lane_of, key, next);
    if (lane == next) {
        PL_VEC_PUSH(frame->arena, &frame->lanes)->column = column;
    }
    return lane;
}

/* A lane in each column between the ends, on the straight line. */
static void add_lanes(struct wiring *wiring, struct wire *wire)
{
    struct pl_chart_frame *frame = wiring->frame;
    const struct pl_chart_box *from = &frame->boxes.items[wire->from];
    const struct pl_chart_box *to = &frame->boxes.items[wire->to];
    bool to_the_right = from->column < to->column;
    int steps = to_the_right ? (int)(to->column - from->column)
                             : (int)(from->column - to->column);
    wire->first_lane = (uint32_t)wiring->lanes.len;
    for (int i = 1; i < steps; i++) {
        uint32_t column = to_the_right ? from->column + (uint32_t)i
                                       : from->column - (uint32_t)i;
        uint32_t lane = lane_in(wiring, wire, column, to_the_right);
        *PL_VEC_PUSH(frame->arena, &wiring->lanes) = lane;
        struct pl_chart_lane *it = &frame->lanes.items[lane];
        it->want += middle_of(from) +
                    (int64_t)(middle_of(to) - middle_of(from)) * i / steps;
        it->count++;
    }
}

static void add_wire(struct wiring *wiring, enum pl_chart_path_kind kind,
                     uint32_t from_node, uint32_t to_node)
{
    struct pl_chart_frame *frame = wiring->frame;
    struct wire wire = {.kind = kind,
                        .from = frame->box_of[from_node],
                        .to = frame->box_of[to_node]};
    if (wire.from == PL_NONE || wire.to == PL_NONE) {
        frame->hidden_links += is_link(kind);
        return;
    }
    add_lanes(wiring, &wire);
    *PL_VEC_PUSH(frame->arena, &wiring->wires) = wire;
}

static void add_parents(struct wiring *wiring)
{
    const struct pl_chart *chart = wiring->frame->view->chart;
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        const struct pl_chart_node *it = &chart->nodes[i];
        if (it->parent != PL_NONE) {
            bool is_missing =
                it->is_missing || chart->nodes[it->parent].is_missing;
            add_wire(wiring,
                     is_missing ? PL_CHART_PATH_MISSING : PL_CHART_PATH_PARENT,
                     it->parent, i);
        }
    }
}

/* One line for all links from one node to another. */
static void add_links(struct wiring *wiring)
{
    const struct pl_chart *chart = wiring->frame->view->chart;
    uint32_t drawn = 0;
    for (uint32_t i = 0; i < chart->links_count;) {
        const struct pl_chart_link *it = &chart->links[i];
        while (i < chart->links_count && chart->links[i].from == it->from &&
               chart->links[i].to == it->to) {
            i++;
        }
        if (it->kind == PL_CHART_ABOUT) {
            continue;
        }
        if (drawn == MOST_LINKS) {
            wiring->frame->hidden_links++;
            continue;
        }
        drawn++;
        add_wire(wiring,
                 it->kind == PL_CHART_MENTION ? PL_CHART_PATH_MENTION
                                              : PL_CHART_PATH_NAMING,
                 it->from, it->to);
    }
}

/* ----- room for the lanes ----- */

static int want_of(const struct pl_chart_lane *lane)
{
    return (int)(lane->want / lane->count);
}

static int by_want(const void *a, const void *b)
{
    const struct pl_chart_item *left = a;
    const struct pl_chart_item *right = b;
    if (left->want != right->want) {
        return left->want < right->want ? -1 : 1;
    }
    return (left->index > right->index) - (left->index < right->index);
}

static struct pl_chart_column lanes_of(struct pl_chart_frame *frame,
                                       uint32_t column)
{
    struct pl_chart_column lanes = {0};
    for (uint32_t i = 0; i < frame->lanes.len; i++) {
        if (frame->lanes.items[i].column == column) {
            *PL_VEC_PUSH(frame->arena, &lanes.items) = (struct pl_chart_item){
                .kind = PL_CHART_ITEM_LANE,
                .index = i,
                .height = LANE,
                .gap = LANE_GAP,
                .want = want_of(&frame->lanes.items[i]) - LANE / 2,
                .weight = 1,
            };
        }
    }
    if (lanes.items.len > 1) {
        qsort(lanes.items.items, lanes.items.len, sizeof(struct pl_chart_item),
              by_want);
    }
    return lanes;
}

/* A box after a lane may come closer to it than to another box. */
static int gap_after_lane(int gap)
{
    int rest = gap - LANE - LANE_GAP;
    return rest > LANE_GAP ? rest : LANE_GAP;
}

/* The lanes among the boxes, each before the first box whose middle is below
 * it. */
static void merge(struct pl_chart_frame *frame, struct pl_chart_column *column,
                  const struct pl_chart_column *lanes)
{
    struct pl_chart_column merged = {0};
    size_t lane = 0;
    for (size_t i = 0; i < column->items.len; i++) {
        struct pl_chart_item item = column->items.items[i];
        item.want = item.y;
        item.weight = FIRM;
        size_t first = lane;
        while (lane < lanes->items.len &&
               lanes->items.items[lane].want < item.y + item.height / 2) {
            *PL_VEC_PUSH(frame->arena, &merged.items) =
                lanes->items.items[lane++];
        }
        item.gap = lane > first ? gap_after_lane(item.gap) : item.gap;
        *PL_VEC_PUSH(frame->arena, &merged.items) = item;
    }
    while (lane < lanes->items.len) {
        *PL_VEC_PUSH(frame->arena, &merged.items) = lanes->items.items[lane++];
    }
    *column = merged;
}

static void take_places(struct pl_chart_frame *frame,
                        const struct pl_chart_column *column)
{
    for (size_t i = 0; i < column->items.len; i++) {
        const struct pl_chart_item *item = &column->items.items[i];
        switch (item->kind) {
        case PL_CHART_ITEM_BOX:
            frame->boxes.items[item->index].y = item->y;
            break;
        case PL_CHART_ITEM_CAPTION:
            frame->captions.items[item->index].y =
                item->y + PL_CHART_CAPTION_BASE;
            break;
        case PL_CHART_ITEM_LANE:
            frame->lanes.items[item->index].y = item->y + LANE / 2;
            break;
        }
    }
}

static void make_room(struct pl_chart_frame *frame)
{
    for (uint32_t i = 0; i < frame->columns.len; i++) {
        struct pl_chart_column *column = &frame->columns.items[i];
        struct pl_chart_column lanes = lanes_of(frame, i);
        merge(frame, column, &lanes);
        pl_chart_stack(frame->arena, column->items.items,
                       (uint32_t)column->items.len, PL_CHART_TOP);
        take_places(frame, column);
    }
}

/* ----- paths ----- */

static void add_point(struct pl_chart_frame *frame, int x, int y)
{
    *PL_VEC_PUSH(frame->arena, &frame->points) = (struct pl_chart_point){x, y};
}

/* Links use the lower part of a box, so that they part from the tree. */
static int port_of(const struct pl_chart_box *box, enum pl_chart_path_kind kind)
{
    return is_link(kind) ? box->y + box->height * 3 / 4 : middle_of(box);
}

/* The x of the side that faces, and of the one that looks away. */
static int side(uint32_t column, bool right)
{
    return pl_chart_column_x(column) + (right ? PL_CHART_BOX_WIDTH : 0);
}

static void add_points(const struct wiring *wiring, const struct wire *wire)
{
    struct pl_chart_frame *frame = wiring->frame;
    const struct pl_chart_box *from = &frame->boxes.items[wire->from];
    const struct pl_chart_box *to = &frame->boxes.items[wire->to];
    bool to_the_right = from->column <= to->column;
    uint32_t step = to_the_right ? 1 : UINT32_MAX; /* which is -1 */
    add_point(frame, side(from->column, to_the_right),
              port_of(from, wire->kind));
    uint32_t lane = wire->first_lane;
    uint32_t column = from->column + step;
    for (; from->column != to->column && column != to->column; column += step) {
        assert(frame->lanes.items && wiring->lanes.items);
        int y = frame->lanes.items[wiring->lanes.items[lane++]].y;
        add_point(frame, side(column, !to_the_right), y);
        add_point(frame, side(column, to_the_right), y);
    }
    bool is_bow = from->column == to->column;
    add_point(frame, side(to->column, is_bow || !to_the_right),
              port_of(to, wire->kind));
}

static void add_path(const struct wiring *wiring, const struct wire *wire)
{
    struct pl_chart_frame *frame = wiring->frame;
    uint32_t first = (uint32_t)frame->points.len;
    add_points(wiring, wire);
    *PL_VEC_PUSH(frame->arena, &frame->paths) = (struct pl_chart_path){
        .kind = wire->kind,
        .from = frame->boxes.items[wire->from].node,
        .to = frame->boxes.items[wire->to].node,
        .first_point = first,
        .point_count = (uint32_t)frame->points.len - first,
    };
}

void pl_chart_frame_connect(struct pl_chart_frame *frame)
{
    struct wiring wiring = {.frame = frame,
                            .lane_of = pl_map_new(frame->arena, 64)};
    add_parents(&wiring);
    add_links(&wiring);
    make_room(frame);
    for (size_t i = 0; i < wiring.wires.len; i++) {
        add_path(&wiring, &wiring.wires.items[i]);
    }
}
