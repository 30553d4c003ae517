#include "report/chart/boxes.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/range.h"
#include "plan/plan.h"
#include "report/chart/words.h"

enum {
    MOST_BOXES = 150, /* of one kind */
    BOTTOM = 9,       /* last base line to the box's lower edge */
    BESIDE = 8,       /* between boxes that stand under the same one */
    APART = 22,       /* between others */
    CAPTION = 20,     /* height */
    CAPTION_GAP = 26,
    CAPTION_WIDTH = 190, /* at 12 pixels; captions are larger */
    SHELF = 700, /* flat kinds go on in a new column beyond this height */
};

int pl_chart_column_x(uint32_t column)
{
    return PL_CHART_LEFT +
           (int)column * (PL_CHART_BOX_WIDTH + PL_CHART_CHANNEL);
}

/* ----- boxes ----- */

static void add_line(struct pl_chart_frame *frame, struct pl_chart_box *box,
                     struct pl_chart_line line)
{
    pl_str text = line.text;
    if (line.is_cut) {
        struct pl_buf cut = pl_buf_in(frame->arena);
        pl_buf_add(&cut, text);
        pl_buf_add_text(&cut, "…");
        text = pl_buf_str(&cut);
    }
    *PL_VEC_PUSH(frame->arena, &frame->lines) = text;
    box->line_count++;
}

static void add_text(struct pl_chart_frame *frame, struct pl_chart_box *box,
                     pl_str text, uint32_t most_lines)
{
    pl_str rest = pl_chart_words_visible(frame->arena, text);
    for (uint32_t i = 0; i < most_lines && rest.len > 0; i++) {
        add_line(frame, box,
                 pl_chart_words_line(&rest, PL_CHART_UNIT_PIXEL,
                                     PL_CHART_BOX_TEXT, i + 1 == most_lines));
    }
}

static void add_bad_text(struct pl_chart_frame *frame, struct pl_chart_box *box,
                         pl_str text)
{
    uint32_t before = box->line_count;
    add_text(frame, box, text, 2);
    box->bad_count += box->line_count - before;
}

static void finish_box(struct pl_chart_frame *frame, struct pl_chart_box box)
{
    box.height = PL_CHART_HEAD_LINE + PL_CHART_TEXT_LINE * (int)box.line_count +
                 BOTTOM - (box.line_count > 0 ? 4 : 0);
    *PL_VEC_PUSH(frame->arena, &frame->boxes) = box;
}

/* Kinds that are there have hues in turn. */
static uint32_t hue_of(const struct pl_chart_frame *frame, uint32_t kind)
{
    uint32_t hue = 0;
    for (uint32_t i = 0; i < kind; i++) {
        hue += frame->view->chart->first_root[i] != PL_NONE ||
               frame->view->chart->count[i] > 0;
    }
    return hue;
}

/* Of a component the section about it. */
static void add_section(struct pl_chart_frame *frame, struct pl_chart_box *box,
                        const struct pl_chart_node *node)
{
    if (node->kind == PL_CHART_SECTION || node->section == PL_NONE) {
        return;
    }
    const struct pl_plan *plan = frame->view->chart->plan;
    const struct pl_section *section = &plan->sections[node->section];
    struct pl_buf text = pl_buf_in(frame->arena);
    pl_buf_add_text(&text, "→ section ");
    pl_label_write(&text, section->label);
    if (section->label.count == 0) {
        pl_buf_add(&text, pl_range_text(plan->text, section->title));
    }
    add_text(frame, box, pl_buf_str(&text), 1);
}

static void add_box(struct pl_chart_frame *frame, uint32_t node)
{
    const struct pl_chart_view *view = frame->view;
    const struct pl_chart_node *it = &view->chart->nodes[node];
    struct pl_chart_box box = {.node = node,
                               .kind = it->kind,
                               .hue = hue_of(frame, it->kind),
                               .first_line = (uint32_t)frame->lines.len};
    frame->box_of[node] = (uint32_t)frame->boxes.len;
    if (it->is_missing) {
        add_bad_text(frame, &box, pl_chart_view_name(it));
        finish_box(frame, box);
        return;
    }
    add_text(frame, &box, it->name, PL_CHART_BOX_LINES);
    add_section(frame, &box, it);
    for (uint32_t at = view->first_gap[node]; at != PL_NONE;
         at = view->next_gap[at]) {
        add_bad_text(frame, &box, view->chart->gaps[at].shorthand);
    }
    finish_box(frame, box);
}

static void add_rest(struct pl_chart_frame *frame, uint32_t kind,
                     uint32_t hidden)
{
    struct pl_chart_box box = {.node = PL_NONE,
                               .kind = kind,
                               .hidden = hidden,
                               .first_line = (uint32_t)frame->lines.len};
    finish_box(frame, box);
}

static void add_boxes(struct pl_chart_frame *frame)
{
    const struct pl_chart *chart = frame->view->chart;
    uint32_t drawn[PL_CHART_KIND_COUNT] = {0};
    uint32_t hidden[PL_CHART_KIND_COUNT] = {0};
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        frame->box_of[i] = PL_NONE;
    }
    for (uint32_t i = 0; i < frame->kinds.order_count; i++) {
        uint32_t node = frame->kinds.order[i];
        uint32_t kind = chart->nodes[node].kind;
        if (drawn[kind] == MOST_BOXES) {
            hidden[kind]++;
        } else {
            drawn[kind]++;
            add_box(frame, node);
        }
    }
    for (uint32_t kind = 0; kind < PL_CHART_KIND_COUNT; kind++) {
        if (hidden[kind] > 0) {
            add_rest(frame, kind, hidden[kind]);
        }
    }
}

/* ----- columns ----- */

/* "3 sections": those that are drawn. */
static pl_str count_of(const struct pl_chart_frame *frame, uint32_t kind)
{
    const struct pl_chart_columns *kinds = &frame->kinds;
    uint32_t count = 0;
    for (uint32_t i = 0; i < kinds->order_count; i++) {
        const struct pl_chart_node *it =
            &frame->view->chart->nodes[kinds->order[i]];
        count += it->kind == kind && !it->is_missing;
    }
    return pl_chart_view_count(frame->arena, kind, count);
}

static uint32_t parent_of(const struct pl_chart_frame *frame,
                          const struct pl_chart_box *box)
{
    return box->node == PL_NONE ? PL_NONE
                                : frame->view->chart->nodes[box->node].parent;
}

static int height_of(const struct pl_chart_column *column)
{
    int height = 0;
    for (size_t i = 0; i < column->items.len; i++) {
        height += column->items.items[i].gap + column->items.items[i].height;
    }
    return height;
}

static void add_item(struct pl_chart_frame *frame, uint32_t column,
                     uint32_t index)
{
    struct pl_chart_column *to = &frame->columns.items[column];
    struct pl_chart_box *box = &frame->boxes.items[index];
    box->column = column;
    box->x = pl_chart_column_x(column);
    int gap = 0;
    if (to->items.len > 0) {
        const struct pl_chart_item *last = &to->items.items[to->items.len - 1];
        bool is_beside = last->kind == PL_CHART_ITEM_CAPTION ||
                         parent_of(frame, &frame->boxes.items[last->index]) ==
                             parent_of(frame, box);
        gap = is_beside ? BESIDE : APART;
    }
    int y = PL_CHART_TOP + height_of(to) + gap;
    *PL_VEC_PUSH(frame->arena, &to->items) =
        (struct pl_chart_item){.kind = PL_CHART_ITEM_BOX,
                               .index = index,
                               .y = y,
                               .height = box->height,
                               .gap = gap};
}

static pl_str caption_of(struct pl_chart_frame *frame, uint32_t column)
{
    const struct pl_chart_columns *kinds = &frame->kinds;
    struct pl_buf out = pl_buf_in(frame->arena);
    for (uint32_t kind = 0; kind < PL_CHART_KIND_COUNT; kind++) {
        if (kinds->of_kind[kind] == column) {
            pl_buf_add_text(&out, out.len > 0 ? ", " : "");
            pl_buf_add(&out, count_of(frame, kind));
        }
    }
    return pl_buf_str(&out);
}

/* In two lines when it is long. */
static void add_caption(struct pl_chart_frame *frame, uint32_t column)
{
    pl_str rest = caption_of(frame, column);
    pl_str all = rest;
    struct pl_chart_line line =
        pl_chart_words_line(&rest, PL_CHART_UNIT_PIXEL, CAPTION_WIDTH, false);
    bool is_long = line.text.len < all.len;
    for (int lines = is_long ? 2 : 1; lines > 0; lines--) {
        *PL_VEC_PUSH(frame->arena, &frame->captions) =
            (struct pl_chart_caption){
                .text = line.text,
                .x = pl_chart_column_x(column),
                .y = PL_CHART_TOP - 16 - (lines - 1) * 18,
            };
        line = pl_chart_words_line(&rest, PL_CHART_UNIT_PIXEL, CAPTION_WIDTH,
                                   true);
    }
}

static void add_tree_columns(struct pl_chart_frame *frame)
{
    for (uint32_t i = 0; i < frame->kinds.first_flat; i++) {
        PL_VEC_PUSH(frame->arena, &frame->columns);
        add_caption(frame, i);
    }
    for (uint32_t i = 0; i < frame->boxes.len; i++) {
        uint32_t column = frame->kinds.of_kind[frame->boxes.items[i].kind];
        if (column != PL_NONE) {
            add_item(frame, column, i);
        }
    }
}

/* ----- flat kinds ----- */

static int height_of_kind(const struct pl_chart_frame *frame, uint32_t kind)
{
    int height = CAPTION_GAP + CAPTION;
    for (uint32_t i = 0; i < frame->boxes.len; i++) {
        if (frame->boxes.items[i].kind == kind) {
            height += frame->boxes.items[i].height + BESIDE;
        }
    }
    return height;
}

static void add_flat_caption(struct pl_chart_frame *frame, uint32_t column,
                             uint32_t kind)
{
    struct pl_chart_column *to = &frame->columns.items[column];
    bool is_first = to->items.len == 0;
    int y = PL_CHART_TOP + height_of(to);
    struct pl_chart_caption caption = {
        .text = count_of(frame, kind),
        .x = pl_chart_column_x(column),
        .y = is_first ? PL_CHART_TOP - 16
                      : y + CAPTION_GAP + PL_CHART_CAPTION_BASE,
    };
    if (!is_first) {
        *PL_VEC_PUSH(frame->arena, &to->items) = (struct pl_chart_item){
            .kind = PL_CHART_ITEM_CAPTION,
            .index = (uint32_t)frame->captions.len,
            .y = y + CAPTION_GAP,
            .height = CAPTION,
            .gap = CAPTION_GAP,
        };
    }
    *PL_VEC_PUSH(frame->arena, &frame->captions) = caption;
}

/* The tallest column sets how much is put above each other. */
static int shelf_height(const struct pl_chart_frame *frame)
{
    int tallest = SHELF;
    for (size_t i = 0; i < frame->columns.len; i++) {
        int height = height_of(&frame->columns.items[i]);
        tallest = height > tallest ? height : tallest;
    }
    return tallest;
}

static void add_flat_columns(struct pl_chart_frame *frame)
{
    int shelf = shelf_height(frame);
    uint32_t column = PL_NONE;
    for (uint32_t kind = 0; kind < PL_CHART_KIND_COUNT; kind++) {
        if (!frame->kinds.is_flat[kind]) {
            continue;
        }
        if (column == PL_NONE || height_of(&frame->columns.items[column]) +
                                         height_of_kind(frame, kind) >
                                     shelf) {
            column = (uint32_t)frame->columns.len;
            PL_VEC_PUSH(frame->arena, &frame->columns);
        }
        add_flat_caption(frame, column, kind);
        for (uint32_t i = 0; i < frame->boxes.len; i++) {
            if (frame->boxes.items[i].kind == kind) {
                add_item(frame, column, i);
            }
        }
    }
}

void pl_chart_frame_fill(struct pl_chart_frame *frame)
{
    add_boxes(frame);
    add_tree_columns(frame);
    pl_chart_frame_align(frame);
    pl_chart_frame_align_sections(frame);
    add_flat_columns(frame);
}
