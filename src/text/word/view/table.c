/* Tables of a view: a line for each row, as Markdown has it. */
#include "text/word/view/viewer.h"

enum { MOST_PARAGRAPHS = 12 }; /* of a cell; more are hardly a cell's text */

/* A paragraph of the table itself, or of one nested in it: then the cell is
 * that of the next paragraph of the table itself, which ends every cell. */
static uint32_t cell_end(const struct pl_word_viewer *viewer, uint32_t table,
                         uint32_t first, uint32_t end)
{
    const struct pl_word_para *paras = viewer->word->paras;
    uint32_t owner = first;
    while (owner < end && paras[owner].table != table) {
        owner++;
    }
    if (owner == end) {
        return end;
    }
    uint32_t row = paras[owner].row;
    uint32_t column = paras[owner].column;
    uint32_t after = owner;
    for (uint32_t i = owner; i < end; i++) {
        bool is_own = paras[i].table == table;
        if (is_own && (paras[i].row != row || paras[i].column != column)) {
            break;
        }
        after = is_own ? i + 1 : after;
    }
    return after;
}

static uint32_t outermost(const struct pl_word_file *word, uint32_t table)
{
    while (word->tables[table].parent != PL_NONE &&
           word->tables[word->tables[table].parent].story ==
               word->tables[table].story) {
        table = word->tables[table].parent;
    }
    return table;
}

static uint32_t table_end(const struct pl_word_viewer *viewer, uint32_t table,
                          uint32_t first, uint32_t end)
{
    const struct pl_word_file *word = viewer->word;
    while (first < end && word->paras[first].table != PL_NONE &&
           outermost(word, word->paras[first].table) == table) {
        first++;
    }
    return first;
}

/* Whether a table only puts text in its place: it has one column, or a cell
 * with headings, or many of its cells have more paragraphs than cells have. */
static bool is_layout(const struct pl_word_viewer *viewer, uint32_t table,
                      uint32_t first, uint32_t end)
{
    const struct pl_word_para *paras = viewer->word->paras;
    bool has_columns = false;
    uint32_t cells = 0;
    uint32_t long_cells = 0;
    for (uint32_t i = first; i < end;) {
        uint32_t next = cell_end(viewer, table, i, end);
        cells++;
        long_cells += next - i > MOST_PARAGRAPHS;
        for (; i < next; i++) {
            has_columns |= paras[i].table == table && paras[i].column > 0;
            if (pl_word_heading_level(viewer, i) > 0) {
                return true;
            }
        }
    }
    return !has_columns || long_cells * 4 > cells;
}

static void write_as_text(struct pl_word_viewer *viewer, uint32_t first,
                          uint32_t end)
{
    while (first < end) {
        struct pl_word_group group = pl_word_group_at(viewer, first, end);
        pl_word_write_paragraph(viewer, group);
        first = group.end;
    }
}

static void write_cell(struct pl_word_viewer *viewer, uint32_t first,
                       uint32_t end)
{
    pl_word_write_made(viewer, first, "| ");
    pl_word_begin_content(viewer, PL_WORD_LINE_CELL);
    pl_word_write_joined(viewer, first, end, "\t");
    pl_word_write_made(viewer, first, " ");
}

/* ----- rows ----- */

enum { MOST_COLUMNS = 512 };

/* A row that is being written: each cell stands under the heading of its
 * column. A column is where a cell of any row begins: cells that stand for
 * several, and those merged with the one above, leave empty ones. */
struct row {
    struct pl_word_viewer *viewer;
    uint32_t table;
    uint16_t ranks[MOST_COLUMNS + 1]; /* of columns, among those with cells */
    uint32_t number;                  /* of the row; PL_NONE before the first */
    size_t start;
    uint32_t written; /* cells */
    uint32_t gone;    /* columns of cells that the view does not have */
    uint32_t gone_from;
    bool has_text;
};

static uint32_t rank_of(const struct row *row, uint32_t column)
{
    return row->ranks[column < MOST_COLUMNS ? column : MOST_COLUMNS];
}

static void rank_columns(struct row *row, uint32_t first, uint32_t end)
{
    const struct pl_word_para *paras = row->viewer->word->paras;
    bool has_cell[MOST_COLUMNS] = {false};
    for (uint32_t i = first; i < end; i++) {
        if (paras[i].table == row->table && paras[i].column < MOST_COLUMNS) {
            has_cell[paras[i].column] = true;
        }
    }
    for (uint32_t i = 0; i < MOST_COLUMNS; i++) {
        row->ranks[i + 1] = (uint16_t)(row->ranks[i] + has_cell[i]);
    }
}

static void end_row(struct row *row, uint32_t para)
{
    if (row->has_text) {
        pl_word_write_made(row->viewer, para, "|\n");
    } else {
        pl_word_write_undo(row->viewer, row->start);
    }
    row->start = row->viewer->text.len;
    row->written = 0;
    row->gone = 0;
    row->gone_from = PL_NONE;
    row->has_text = false;
}

/* Whose paragraph of the table itself ends the cell. */
static const struct pl_word_para *owner_of(const struct row *row,
                                           uint32_t first, uint32_t end)
{
    const struct pl_word_para *paras = row->viewer->word->paras;
    while (first + 1 < end && paras[first].table != row->table) {
        first++;
    }
    return &paras[first];
}

static void add_cell(struct row *row, uint32_t first, uint32_t end)
{
    const struct pl_word_para *owner = owner_of(row, first, end);
    uint32_t rank = rank_of(row, owner->column);
    if (row->gone_from != PL_NONE) {
        row->gone += rank > row->gone_from ? rank - row->gone_from : 0;
        row->gone_from = PL_NONE;
    }
    bool is_merged = owner->row_states == 0;
    bool is_shown = pl_word_viewer_shows(row->viewer, owner->row_states);
    if (!is_merged && !is_shown) {
        row->gone_from = rank; /* a change took it away, or will bring it */
        return;
    }
    for (; row->written + row->gone < rank; row->written++) {
        pl_word_write_made(row->viewer, first, "|  ");
    }
    size_t before = row->viewer->text.len;
    if (is_shown) {
        write_cell(row->viewer, first, end);
    } else {
        pl_word_write_made(row->viewer, first, "|  ");
    }
    row->written++;
    row->has_text |= row->viewer->text.len > before + 3;
}

static void write_rows(struct pl_word_viewer *viewer, uint32_t table,
                       uint32_t first, uint32_t end)
{
    const struct pl_word_para *paras = viewer->word->paras;
    struct row row = {.viewer = viewer,
                      .table = table,
                      .number = PL_NONE,
                      .start = viewer->text.len,
                      .gone_from = PL_NONE};
    rank_columns(&row, first, end);
    for (uint32_t i = first; i < end;) {
        uint32_t next = cell_end(viewer, table, i, end);
        if (row.number != PL_NONE && paras[next - 1].row != row.number) {
            end_row(&row, i);
        }
        row.number = paras[next - 1].row;
        add_cell(&row, i, next);
        i = next;
    }
    end_row(&row, end - 1);
}

static bool has_directive(const struct pl_word_viewer *viewer)
{
    return viewer->word->comments_count > 0;
}

static void write_all_directives(struct pl_word_viewer *viewer, uint32_t first,
                                 uint32_t end)
{
    for (uint32_t i = first; has_directive(viewer) && i < end; i++) {
        pl_word_write_directives(viewer, (struct pl_word_group){i, i + 1, i});
    }
}

uint32_t pl_word_write_table(struct pl_word_viewer *viewer, uint32_t first,
                             uint32_t end)
{
    const struct pl_word_file *word = viewer->word;
    uint32_t table = outermost(word, word->paras[first].table);
    uint32_t after = table_end(viewer, table, first, end);
    if (is_layout(viewer, table, first, after)) {
        write_as_text(viewer, first, after);
        return after;
    }
    size_t start = viewer->text.len;
    pl_word_write_blank_line(viewer, first);
    write_all_directives(viewer, first, after);
    size_t rows = viewer->text.len;
    write_rows(viewer, table, first, after);
    if (viewer->text.len > rows) {
        pl_word_write_blank_line(viewer, first);
    } else {
        pl_word_write_undo(viewer, start);
    }
    pl_word_write_comments(viewer, first, false);
    for (uint32_t i = first; i < after; i++) {
        pl_word_write_boxes(viewer, i);
    }
    return after;
}
