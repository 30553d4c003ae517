/* sheet.h - rows of cells, for people in aligned columns and for spreadsheets
 * as comma-separated values.
 *
 * Cells are filled row by row; their text is borrowed until the sheet is
 * written. */
#ifndef PLANLINT_REPORT_SHEET_H
#define PLANLINT_REPORT_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "base/vec.h"
#include "report/page.h"

struct pl_arena;
struct pl_buf;

struct pl_sheet_column {
    const char *title;    /* for people */
    const char *key;      /* for programs: one word */
    bool is_right;        /* numbers */
    bool is_main;         /* what is read most: gets the most room */
    bool is_for_programs; /* left out of what people read */
    enum pl_style style;
};

struct pl_sheet_cell {
    pl_str text;
    bool is_repeated; /* the same as in the row above: people see nothing */
};

struct pl_sheet {
    struct pl_arena *arena;
    const struct pl_sheet_column *columns;
    size_t column_count; /* at most PL_SHEET_COLUMNS */
    PL_VEC(struct pl_sheet_cell) cells;
};

enum { PL_SHEET_COLUMNS = 12 };

/* The next cell, from left to right and top to bottom. */
void pl_sheet_add(struct pl_sheet *sheet, pl_str text);
void pl_sheet_add_repeated(struct pl_sheet *sheet, pl_str text);
void pl_sheet_add_number(struct pl_sheet *sheet, size_t number);

/* In columns as wide as the page allows, long cells in several lines; on a
 * page too narrow for columns each cell in a line of its own. */
void pl_sheet_text(struct pl_page *page, const struct pl_sheet *sheet);

/* RFC 4180 with plain line ends, the keys first. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front. */
void pl_sheet_csv(struct pl_buf *out, const struct pl_sheet *sheet);

#endif
