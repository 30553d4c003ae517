#include "report/chart/matrix.h"

#include "base/arena.h"
#include "base/range.h"

enum {
    MOST_ROWS = 300,
    MOST_COLUMNS = 40,
    MOST_TOLD = 60, /* of those without rows or columns */
};

static uint32_t root_of(const struct pl_chart *chart, uint32_t node)
{
    while (chart->nodes[node].parent != PL_NONE) {
        node = chart->nodes[node].parent;
    }
    return node;
}

/* What is mentioned, and which roots mention. */
struct roles {
    bool is_row_kind[PL_CHART_KIND_COUNT];
    bool is_column_kind[PL_CHART_KIND_COUNT];
    bool *is_row;    /* of each node */
    bool *is_column; /* of each node */
};

static struct roles roles_of(struct pl_arena *arena,
                             const struct pl_chart *chart)
{
    struct roles roles = {
        .is_row = pl_arena_array(arena, chart->nodes_count, sizeof(bool)),
        .is_column = pl_arena_array(arena, chart->nodes_count, sizeof(bool)),
    };
    for (uint32_t i = 0; i < chart->links_count; i++) {
        const struct pl_chart_link *link = &chart->links[i];
        if (link->kind != PL_CHART_ABOUT) {
            uint32_t root = root_of(chart, link->from);
            roles.is_row[link->to] = true;
            roles.is_column[root] = true;
            roles.is_row_kind[chart->nodes[link->to].kind] = true;
            roles.is_column_kind[chart->nodes[root].kind] = true;
        }
    }
    return roles;
}

static struct pl_chart_nodes new_nodes(struct pl_arena *arena, uint32_t most)
{
    return (struct pl_chart_nodes){
        .items = pl_arena_array(arena, most, sizeof(uint32_t))};
}

static void add(struct pl_chart_nodes *nodes, uint32_t most, uint32_t node)
{
    if (nodes->count < most) {
        nodes->items[nodes->count++] = node;
    } else {
        nodes->hidden++;
    }
}

static void sort_node(struct pl_chart_matrix *matrix, const struct roles *roles,
                      uint32_t node)
{
    const struct pl_chart_node *it = &matrix->view->chart->nodes[node];
    if (roles->is_row[node]) {
        add(&matrix->rows, MOST_ROWS, node);
    } else if (roles->is_row_kind[it->kind] && !it->is_missing) {
        add(&matrix->unmentioned, MOST_TOLD, node);
    }
    if (roles->is_column[node]) {
        matrix->column_of[node] = matrix->columns.count < MOST_COLUMNS
                                      ? matrix->columns.count
                                      : PL_NONE;
        add(&matrix->columns, MOST_COLUMNS, node);
    } else if (roles->is_column_kind[it->kind] && it->parent == PL_NONE &&
               it->kind != PL_CHART_SECTION && !it->is_missing) {
        add(&matrix->silent, MOST_TOLD, node);
    }
}

struct pl_chart_matrix pl_chart_matrix_of(struct pl_arena *arena,
                                          const struct pl_chart_view *view)
{
    const struct pl_chart *chart = view->chart;
    struct roles roles = roles_of(arena, chart);
    struct pl_chart_matrix matrix = {
        .view = view,
        .rows = new_nodes(arena, MOST_ROWS),
        .columns = new_nodes(arena, MOST_COLUMNS),
        .unmentioned = new_nodes(arena, MOST_TOLD),
        .silent = new_nodes(arena, MOST_TOLD),
        .first = pl_arena_array(arena, MOST_COLUMNS, sizeof(uint32_t)),
        .next = pl_arena_array(arena, chart->links_count, sizeof(uint32_t)),
        .column_of =
            pl_arena_array(arena, chart->nodes_count, sizeof(uint32_t)),
    };
    for (uint32_t i = 0; i < chart->nodes_count; i++) {
        matrix.column_of[i] = PL_NONE;
    }
    for (uint32_t kind = 0; kind < PL_CHART_KIND_COUNT; kind++) {
        unsigned depth = 0;
        for (uint32_t at = chart->first_root[kind]; at != PL_NONE;
             at = pl_chart_view_next(view, at, &depth)) {
            sort_node(&matrix, &roles, at);
        }
    }
    return matrix;
}

void pl_chart_matrix_read_row(struct pl_chart_matrix *matrix, uint32_t row)
{
    const struct pl_chart *chart = matrix->view->chart;
    uint32_t last[MOST_COLUMNS];
    for (uint32_t i = 0; i < matrix->columns.count; i++) {
        matrix->first[i] = PL_NONE;
        last[i] = PL_NONE;
    }
    for (uint32_t at = matrix->view->first_in[matrix->rows.items[row]];
         at != PL_NONE; at = pl_chart_view_next_in(matrix->view, at)) {
        uint32_t root = root_of(chart, chart->links[at].from);
        uint32_t column = matrix->column_of[root];
        if (column == PL_NONE || chart->links[at].kind == PL_CHART_ABOUT) {
            continue;
        }
        matrix->next[at] = PL_NONE;
        *(last[column] == PL_NONE ? &matrix->first[column]
                                  : &matrix->next[last[column]]) = at;
        last[column] = at;
    }
}
