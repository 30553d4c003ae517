/* Tables of a view: a line for each row, as Markdown has it. */
#include "text/word/viewer.h"

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

/* Whether paragraphs of a cell stand in the view at all. */
static bool is_shown(const struct pl_word_viewer *viewer, uint32_t table,
                     uint32_t first, uint32_t end)
{
    const struct pl_word_para *paras = viewer->word->paras;
    for (uint32_t i = first; i < end; i++) {
        if (paras[i].table == table) {
            return pl_word_viewer_shows(viewer, paras[i].row_states);
        }
    }
    return true;
}

static void end_row(struct pl_word_viewer *viewer, uint32_t para,
                    size_t *row_start, bool has_text)
{
    if (has_text) {
        pl_word_write_made(viewer, para, "|\n");
    } else {
        pl_word_write_undo(viewer, *row_start);
    }
    *row_start = viewer->text.len;
}

static void write_rows(struct pl_word_viewer *viewer, uint32_t table,
                       uint32_t first, uint32_t end)
{
    const struct pl_word_para *paras = viewer->word->paras;
    size_t row_start = viewer->text.len;
    bool has_text = false;
    uint32_t row = PL_NONE;
    for (uint32_t i = first; i < end;) {
        uint32_t next = cell_end(viewer, table, i, end);
        if (row != PL_NONE && paras[next - 1].row != row) {
            end_row(viewer, i, &row_start, has_text);
            has_text = false;
        }
        row = paras[next - 1].row;
        if (is_shown(viewer, table, i, next)) {
            size_t before = viewer->text.len;
            write_cell(viewer, i, next);
            has_text |= viewer->text.len > before + 3;
        }
        i = next;
    }
    end_row(viewer, end - 1, &row_start, has_text);
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
