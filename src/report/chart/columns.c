#include "report/chart/columns.h"

#include "base/arena.h"
#include "base/range.h"

struct kinds {
    bool is_there[PL_CHART_KIND_COUNT];
    bool has_children[PL_CHART_KIND_COUNT];
    uint32_t parent[PL_CHART_KIND_COUNT]; /* usual one; PL_NONE */
};

static bool is_drawn(const struct pl_chart_view *view, uint32_t node)
{
    const struct pl_chart_node *it = &view->chart->nodes[node];
    return it->kind != PL_CHART_SECTION || view->first_out[node] != PL_NONE ||
           view->first_gap[node] != PL_NONE || it->is_missing;
}

/* The kind of most parents of a kind, of equals the first. */
static uint32_t usual_parent(const struct pl_chart *chart, uint32_t kind)
{
    uint32_t counts[PL_CHART_KIND_COUNT] = {0};
    uint32_t best = PL_NONE;
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        if (chart->nodes[i].kind == kind && chart->nodes[i].parent != PL_NONE) {
            counts[chart->nodes[chart->nodes[i].parent].kind]++;
        }
    }
    for (uint32_t i = 0; i < PL_CHART_KIND_COUNT; i++) {
        if (i != kind && counts[i] > 0 &&
            (best == PL_NONE || counts[i] > counts[best])) {
            best = i;
        }
    }
    return best;
}

/* Kinds that are each other's parents make no column of their own. */
static void break_circles(struct kinds *kinds)
{
    for (uint32_t kind = 0; kind < PL_CHART_KIND_COUNT; kind++) {
        uint32_t steps = 0;
        uint32_t at = kind;
        while (at != PL_NONE && steps <= PL_CHART_KIND_COUNT) {
            at = kinds->parent[at];
            steps++;
        }
        if (at != PL_NONE) {
            kinds->parent[kind] = PL_NONE;
        }
    }
}

static struct kinds kinds_of(const struct pl_chart_view *view)
{
    const struct pl_chart *chart = view->chart;
    struct kinds kinds = {0};
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        kinds.is_there[chart->nodes[i].kind] |= is_drawn(view, i);
    }
    for (uint32_t i = 0; i < PL_CHART_KIND_COUNT; i++) {
        kinds.parent[i] = kinds.is_there[i] ? usual_parent(chart, i) : PL_NONE;
    }
    break_circles(&kinds);
    for (uint32_t i = 0; i < PL_CHART_KIND_COUNT; i++) {
        if (kinds.parent[i] != PL_NONE) {
            kinds.has_children[kinds.parent[i]] = true;
        }
    }
    return kinds;
}

/* Kinds at one depth below a root share a column. */
static void place_below(const struct kinds *kinds,
                        struct pl_chart_columns *columns, uint32_t parent)
{
    for (uint32_t i = 0; i < PL_CHART_KIND_COUNT; i++) {
        if (kinds->parent[i] != parent) {
            continue;
        }
        columns->of_kind[i] = columns->of_kind[parent] + 1;
        if (columns->of_kind[i] >= columns->count) {
            columns->count = columns->of_kind[i] + 1;
        }
        place_below(kinds, columns, i);
    }
}

static void place_kinds(const struct kinds *kinds,
                        struct pl_chart_columns *columns)
{
    for (uint32_t i = 0; i < PL_CHART_KIND_COUNT; i++) {
        columns->of_kind[i] = PL_NONE;
        columns->is_flat[i] = kinds->is_there[i] && !kinds->has_children[i] &&
                              kinds->parent[i] == PL_NONE;
    }
    if (kinds->is_there[PL_CHART_SECTION]) {
        columns->is_flat[PL_CHART_SECTION] = false;
        columns->of_kind[PL_CHART_SECTION] = columns->count++;
    }
    for (uint32_t i = 0; i < PL_CHART_KIND_COUNT; i++) {
        if (kinds->has_children[i] && kinds->parent[i] == PL_NONE) {
            columns->of_kind[i] = columns->count++;
            place_below(kinds, columns, i);
        }
    }
    columns->first_flat = columns->count;
}

struct pl_chart_columns pl_chart_columns_of(struct pl_arena *arena,
                                            const struct pl_chart_view *view)
{
    const struct pl_chart *chart = view->chart;
    struct kinds kinds = kinds_of(view);
    struct pl_chart_columns columns = {0};
    place_kinds(&kinds, &columns);
    uint32_t *order = pl_arena_array(arena, chart->nodes_count, sizeof(*order));
    for (uint32_t kind = 0; kind < PL_CHART_KIND_COUNT; kind++) {
        unsigned depth = 0;
        for (uint32_t at = chart->first_root[kind]; at != PL_NONE;
             at = pl_chart_view_next(view, at, &depth)) {
            if (is_drawn(view, at)) {
                order[columns.order_count++] = at;
            }
        }
    }
    columns.order = order;
    return columns;
}
