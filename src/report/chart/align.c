/* Parents in the middle of what stands under them. */
#include "base/arena.h"
#include "base/range.h"
#include "report/chart/boxes.h"

enum { PULL = 8 /* how much more a parent's place matters than one alone */ };

/* Of each box: where the middles of a group are, on the average. */
struct middles {
    int64_t *sum;
    int *count;
};

static struct pl_chart_box *box_at(struct pl_chart_frame *frame,
                                   const struct pl_chart_item *item)
{
    return &frame->boxes.items[item->index];
}

/* The box of the parent, or PL_NONE. */
static uint32_t parent_box(const struct pl_chart_frame *frame, uint32_t index)
{
    uint32_t node = frame->boxes.items[index].node;
    uint32_t parent =
        node == PL_NONE ? PL_NONE : frame->view->chart->nodes[node].parent;
    return parent == PL_NONE ? PL_NONE : frame->box_of[parent];
}

static int middle(const struct pl_chart_item *item)
{
    return item->y + item->height / 2;
}

/* Of the children in the next columns, for each parent's box. */
static struct middles middles_of(struct pl_chart_frame *frame)
{
    size_t count = frame->boxes.len;
    struct middles middles = {
        pl_arena_array(frame->arena, count, sizeof(int64_t)),
        pl_arena_array(frame->arena, count, sizeof(int)),
    };
    for (size_t c = 0; c < frame->columns.len; c++) {
        const struct pl_chart_column *column = &frame->columns.items[c];
        for (size_t i = 0; i < column->items.len; i++) {
            const struct pl_chart_item *item = &column->items.items[i];
            uint32_t parent = parent_box(frame, item->index);
            if (parent != PL_NONE) {
                middles.sum[parent] += middle(item);
                middles.count[parent]++;
            }
        }
    }
    return middles;
}

static void stack(struct pl_chart_frame *frame, struct pl_chart_column *column)
{
    pl_chart_stack(frame->arena, column->items.items,
                   (uint32_t)column->items.len, PL_CHART_TOP);
    for (size_t i = 0; i < column->items.len; i++) {
        struct pl_chart_item *item = &column->items.items[i];
        if (item->kind == PL_CHART_ITEM_BOX) {
            box_at(frame, item)->y = item->y;
        }
    }
}

static void raise_parents(struct pl_chart_frame *frame, size_t column)
{
    struct middles middles = middles_of(frame);
    struct pl_chart_column *it = &frame->columns.items[column];
    for (size_t i = 0; i < it->items.len; i++) {
        struct pl_chart_item *item = &it->items.items[i];
        int count = middles.count[item->index];
        bool has_children = count > 0;
        item->weight = has_children ? PULL : 1;
        item->want = has_children ? (int)(middles.sum[item->index] / count) -
                                        item->height / 2
                                  : item->y;
    }
    stack(frame, it);
}

/* A group of children moves as one to where its parent is. */
static void follow_parents(struct pl_chart_frame *frame, size_t column)
{
    struct middles middles = middles_of(frame);
    struct pl_chart_column *it = &frame->columns.items[column];
    for (size_t i = 0; i < it->items.len; i++) {
        struct pl_chart_item *item = &it->items.items[i];
        uint32_t parent = parent_box(frame, item->index);
        item->weight = 1;
        item->want = item->y;
        if (parent != PL_NONE) {
            const struct pl_chart_box *box = &frame->boxes.items[parent];
            item->want += box->y + box->height / 2 -
                          (int)(middles.sum[parent] / middles.count[parent]);
        }
    }
    stack(frame, it);
}

void pl_chart_frame_align(struct pl_chart_frame *frame)
{
    size_t count = frame->columns.len;
    for (size_t i = count; i > 0; i--) {
        raise_parents(frame, i - 1);
    }
    for (size_t i = 0; i < count; i++) {
        follow_parents(frame, i);
    }
    for (size_t i = count; i > 0; i--) {
        raise_parents(frame, i - 1);
    }
}

/* Where the things that a node mentions are; `otherwise` when nowhere. */
static int middle_of_targets(const struct pl_chart_frame *frame, uint32_t node,
                             int otherwise)
{
    const struct pl_chart_view *view = frame->view;
    int64_t sum = 0;
    int count = 0;
    for (uint32_t at = view->first_out[node]; at != PL_NONE;
         at = view->next_out[at]) {
        uint32_t box = frame->box_of[view->chart->links[at].to];
        if (box != PL_NONE &&
            frame->boxes.items[box].kind != PL_CHART_SECTION) {
            sum +=
                frame->boxes.items[box].y + frame->boxes.items[box].height / 2;
            count++;
        }
    }
    return count > 0 ? (int)(sum / count) : otherwise;
}

void pl_chart_frame_align_sections(struct pl_chart_frame *frame)
{
    uint32_t column = frame->kinds.of_kind[PL_CHART_SECTION];
    if (column == PL_NONE) {
        return;
    }
    struct pl_chart_column *it = &frame->columns.items[column];
    for (size_t i = 0; i < it->items.len; i++) {
        struct pl_chart_item *item = &it->items.items[i];
        uint32_t node = box_at(frame, item)->node;
        item->weight = 1;
        item->want = item->y;
        if (node != PL_NONE) {
            int here = middle(item);
            item->want += middle_of_targets(frame, node, here) - here;
        }
    }
    stack(frame, it);
}
