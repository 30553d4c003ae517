#include "report/chart/stack.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Items that touch: they move as one. */
struct run {
    int64_t sum; /* of weight times shift */
    int64_t weight;
    uint32_t end; /* index after its last item */
};

/* Where the item would be if all above it touched, from 0. */
static int *offsets_of(struct pl_arena *scratch,
                       const struct pl_chart_item *items, uint32_t count)
{
    int *offsets = pl_arena_array(scratch, count, sizeof(*offsets));
    for (uint32_t i = 1; i < count; i++) {
        offsets[i] = offsets[i - 1] + items[i - 1].height + items[i].gap;
    }
    return offsets;
}

static bool is_above(const struct run *a, const struct run *b)
{
    return a->sum * b->weight <= b->sum * a->weight;
}

/* Shifts must not descend: runs that would are joined. */
static uint32_t join(struct run *runs, const struct pl_chart_item *items,
                     const int *offsets, uint32_t count)
{
    uint32_t len = 0;
    for (uint32_t i = 0; i < count; i++) {
        int64_t weight = items[i].weight;
        int64_t shift = items[i].want - offsets[i];
        struct run run = {weight * shift, weight, i + 1};
        while (len > 0 && !is_above(&runs[len - 1], &run)) {
            len--;
            run.sum += runs[len].sum;
            run.weight += runs[len].weight;
        }
        runs[len++] = run;
    }
    return len;
}

void pl_chart_stack(struct pl_arena *scratch, struct pl_chart_item *items,
                    uint32_t count, int top)
{
    int *offsets = offsets_of(scratch, items, count);
    struct run *runs = pl_arena_array(scratch, count, sizeof(*runs));
    uint32_t len = join(runs, items, offsets, count);
    uint32_t at = 0;
    for (uint32_t i = 0; i < len; i++) {
        int shift = (int)(runs[i].sum / runs[i].weight);
        shift = shift < top ? top : shift;
        for (; at < runs[i].end; at++) {
            items[at].y = offsets[at] + shift;
        }
    }
}
