/* matrix.h - who mentions whom, as a table: in the rows what is mentioned, in
 * the columns the roots of the trees that the mentions stand in.
 *
 * Of a kind that is mentioned or mentions at all, those that are not or do not
 * are kept, too: they have no rows and columns, but should be told. */
#ifndef PLANLINT_REPORT_CHART_MATRIX_H
#define PLANLINT_REPORT_CHART_MATRIX_H

#include <stdint.h>

#include "report/chart/view.h"

struct pl_chart_nodes {
    uint32_t *items;
    uint32_t count;
    uint32_t hidden; /* more of them, for which there is no room */
};

struct pl_chart_matrix {
    const struct pl_chart_view *view;
    struct pl_chart_nodes rows;
    struct pl_chart_nodes columns;
    struct pl_chart_nodes unmentioned;
    struct pl_chart_nodes silent; /* mention nothing */
    uint32_t *first;     /* of each column: a link of the row, or PL_NONE */
    uint32_t *next;      /* of each link: the next in the same cell */
    uint32_t *column_of; /* of each node that is a column; else PL_NONE */
};

struct pl_chart_matrix pl_chart_matrix_of(struct pl_arena *arena,
                                          const struct pl_chart_view *view);

/* Fills `first` and `next` for a row. */
void pl_chart_matrix_read_row(struct pl_chart_matrix *matrix, uint32_t row);

#endif
