/* matrix.h - who mentions whom, as a table: in the rows what is mentioned, in
 * the columns the roots of the trees that the mentions stand in.
 *
 * A kind that is mentioned has all of its nodes in rows, one that mentions all
 * of its in columns, up to some number, so that what has no link is seen. */
#ifndef PLANLINT_REPORT_MAP_MATRIX_H
#define PLANLINT_REPORT_MAP_MATRIX_H

#include <stdint.h>

#include "report/map/view.h"

struct pl_map_matrix {
    const struct pl_map_view *view;
    const uint32_t *rows; /* nodes */
    uint32_t rows_count;
    uint32_t hidden_rows;
    const uint32_t *columns; /* nodes */
    uint32_t columns_count;
    uint32_t hidden_columns;
    uint32_t *first;     /* of each column: a link of the row, or PL_NONE */
    uint32_t *next;      /* of each link: the next in the same cell */
    uint32_t *column_of; /* of each node that is a column; else PL_NONE */
};

struct pl_map_matrix pl_map_matrix_of(struct pl_arena *arena,
                                      const struct pl_map_view *view);

/* Fills `first` and `next` for a row. */
void pl_map_matrix_read_row(struct pl_map_matrix *matrix, uint32_t row);

#endif
