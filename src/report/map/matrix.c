#include "report/map/matrix.h"

#include "base/arena.h"
#include "base/range.h"

enum { MOST_ROWS = 300, MOST_COLUMNS = 40 };

static uint32_t root_of(const struct pl_plan_map *map, uint32_t node)
{
    while (map->nodes[node].parent != PL_NONE) {
        node = map->nodes[node].parent;
    }
    return node;
}

struct roles {
    bool is_row[PL_MAP_KIND_COUNT];
    bool is_column[PL_MAP_KIND_COUNT];
};

static struct roles roles_of(const struct pl_plan_map *map)
{
    struct roles roles = {0};
    for (uint32_t i = 0; i < map->links_count; i++) {
        const struct pl_map_link *link = &map->links[i];
        if (link->kind != PL_MAP_ABOUT) {
            uint32_t root = root_of(map, link->from);
            roles.is_row[map->nodes[link->to].kind] = true;
            roles.is_column[map->nodes[root].kind] = true;
        }
    }
    return roles;
}

/* All nodes of the kinds that are rows, parents before children. */
static void find_rows(struct pl_map_matrix *matrix, const struct roles *roles,
                      uint32_t *rows)
{
    const struct pl_plan_map *map = matrix->view->map;
    for (uint32_t kind = 0; kind < PL_MAP_KIND_COUNT; kind++) {
        unsigned depth = 0;
        for (uint32_t at = map->first_root[kind]; at != PL_NONE;
             at = pl_map_view_next(matrix->view, at, &depth)) {
            const struct pl_map_node *it = &map->nodes[at];
            bool is_named = !it->is_missing || it->label.count > 0;
            if (!roles->is_row[it->kind] || !is_named) {
                continue;
            }
            if (matrix->rows_count < MOST_ROWS) {
                rows[matrix->rows_count++] = at;
            } else {
                matrix->hidden_rows++;
            }
        }
    }
    matrix->rows = rows;
}

/* Of sections only those that mention something. */
static void find_columns(struct pl_map_matrix *matrix,
                         const struct roles *roles, uint32_t *columns)
{
    const struct pl_plan_map *map = matrix->view->map;
    for (uint32_t kind = 0; kind < PL_MAP_KIND_COUNT; kind++) {
        if (!roles->is_column[kind]) {
            continue;
        }
        for (uint32_t at = map->first_root[kind]; at != PL_NONE;
             at = map->nodes[at].next) {
            bool is_silent = kind == PL_MAP_SECTION &&
                             matrix->view->first_out[at] == PL_NONE;
            if (is_silent || map->nodes[at].is_missing) {
                continue;
            }
            if (matrix->columns_count < MOST_COLUMNS) {
                matrix->column_of[at] = matrix->columns_count;
                columns[matrix->columns_count++] = at;
            } else {
                matrix->hidden_columns++;
            }
        }
    }
    matrix->columns = columns;
}

struct pl_map_matrix pl_map_matrix_of(struct pl_arena *arena,
                                      const struct pl_map_view *view)
{
    const struct pl_plan_map *map = view->map;
    struct roles roles = roles_of(map);
    struct pl_map_matrix matrix = {
        .view = view,
        .first = pl_arena_array(arena, MOST_COLUMNS, sizeof(uint32_t)),
        .next = pl_arena_array(arena, map->links_count, sizeof(uint32_t)),
        .column_of = pl_arena_array(arena, map->nodes_count, sizeof(uint32_t)),
    };
    for (uint32_t i = 0; i < map->nodes_count; i++) {
        matrix.column_of[i] = PL_NONE;
    }
    find_rows(&matrix, &roles,
              pl_arena_array(arena, MOST_ROWS, sizeof(uint32_t)));
    find_columns(&matrix, &roles,
                 pl_arena_array(arena, MOST_COLUMNS, sizeof(uint32_t)));
    return matrix;
}

void pl_map_matrix_read_row(struct pl_map_matrix *matrix, uint32_t row)
{
    const struct pl_plan_map *map = matrix->view->map;
    uint32_t last[MOST_COLUMNS];
    for (uint32_t i = 0; i < matrix->columns_count; i++) {
        matrix->first[i] = PL_NONE;
        last[i] = PL_NONE;
    }
    for (uint32_t at = matrix->view->first_in[matrix->rows[row]]; at != PL_NONE;
         at = pl_map_view_next_in(matrix->view, at)) {
        uint32_t root = root_of(map, map->links[at].from);
        uint32_t column = matrix->column_of[root];
        if (column == PL_NONE || map->links[at].kind == PL_MAP_ABOUT) {
            continue;
        }
        matrix->next[at] = PL_NONE;
        *(last[column] == PL_NONE ? &matrix->first[column]
                                  : &matrix->next[last[column]]) = at;
        last[column] = at;
    }
}
