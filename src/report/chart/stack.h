/* stack.h - things above each other in a column, each as near as can be to
 * where it wants to be, in their order and without overlaps. */
#ifndef PLANLINT_REPORT_CHART_STACK_H
#define PLANLINT_REPORT_CHART_STACK_H

#include <stdint.h>

struct pl_arena;

enum pl_chart_item_kind {
    PL_CHART_ITEM_BOX,
    PL_CHART_ITEM_CAPTION,
    PL_CHART_ITEM_LANE, /* where lines cross the column */
};

struct pl_chart_item {
    enum pl_chart_item_kind kind;
    uint32_t index; /* of the box, caption or lane */
    int y;          /* the result: top */
    int height;
    int gap;    /* to the item above it, at least */
    int want;   /* where its top would best be */
    int weight; /* how much that matters; 1 or more */
};

/* Sets `y` of all items, none above `top`. Least squares; linear. */
void pl_chart_stack(struct pl_arena *scratch, struct pl_chart_item *items,
                    uint32_t count, int top);

#endif
