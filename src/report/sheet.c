#include "report/sheet.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "report/visible.h"

enum {
    GAP = 2,        /* columns between two cells of a line */
    LEAST = 12,     /* what a column is not made narrower than */
    MAX_WIDTH = 400 /* what no column is wider than */
};

void pl_sheet_add(struct pl_sheet *sheet, pl_str text)
{
    *PL_VEC_PUSH(sheet->arena, &sheet->cells) =
        (struct pl_sheet_cell){text, false};
}

void pl_sheet_add_repeated(struct pl_sheet *sheet, pl_str text)
{
    *PL_VEC_PUSH(sheet->arena, &sheet->cells) =
        (struct pl_sheet_cell){text, true};
}

void pl_sheet_add_number(struct pl_sheet *sheet, size_t number)
{
    pl_sheet_add(sheet, pl_arena_number(sheet->arena, number));
}

static bool is_shown(const struct pl_sheet *sheet, size_t column)
{
    return !sheet->columns[column].is_for_programs;
}

/* What is still to be written of each cell of a row. */
struct line {
    pl_str rest[PL_SHEET_COLUMNS];
};

static struct line read_row(const struct pl_sheet *sheet, size_t row)
{
    struct line line = {0};
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct pl_sheet_cell *cell =
            &sheet->cells.items[row * sheet->column_count + i];
        line.rest[i] =
            cell->is_repeated ? (pl_str){0} : pl_str_trim(cell->text);
    }
    return line;
}

static size_t row_count(const struct pl_sheet *sheet)
{
    assert(sheet->column_count > 0);
    return sheet->cells.len / sheet->column_count;
}

/* Without bounds on the whole. */
static void measure(const struct pl_sheet *sheet, size_t *widths)
{
    for (size_t i = 0; i < sheet->column_count; i++) {
        widths[i] = is_shown(sheet, i) ? strlen(sheet->columns[i].title) : 0;
    }
    for (size_t row = 0; row < row_count(sheet); row++) {
        struct line line = read_row(sheet, row);
        for (size_t i = 0; i < sheet->column_count; i++) {
            size_t width =
                is_shown(sheet, i) ? pl_visible_text_width(line.rest[i]) : 0;
            width = width > MAX_WIDTH ? MAX_WIDTH : width;
            widths[i] = width > widths[i] ? width : widths[i];
        }
    }
}

static size_t sum_of(const struct pl_sheet *sheet, const size_t *widths)
{
    size_t sum = 0;
    for (size_t i = 0; i < sheet->column_count; i++) {
        sum += is_shown(sheet, i) ? widths[i] + GAP : 0;
    }
    return sum > 0 ? sum - GAP : 0;
}

/* A column is never narrower than its title. */
static size_t least_of(const struct pl_sheet_column *column, size_t main_least)
{
    size_t title = strlen(column->title);
    size_t least = column->is_main ? main_least : LEAST;
    return title > least ? title : least;
}

/* The widest column that may still give; the count when there is none. */
static size_t widest_of(const struct pl_sheet *sheet, const size_t *widths,
                        size_t main_least)
{
    size_t widest = sheet->column_count;
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (widths[i] > least_of(&sheet->columns[i], main_least) &&
            (widest == sheet->column_count || widths[i] > widths[widest])) {
            widest = i;
        }
    }
    return widest;
}

/* Takes from the widest column until the page has room for all; the main one
 * keeps two fifths of it as long as others can give. False when there is no
 * room. */
static bool fit(const struct pl_sheet *sheet, size_t *widths, size_t page)
{
    size_t main_least = page * 2 / 5 > LEAST ? page * 2 / 5 : LEAST;
    for (size_t sum = sum_of(sheet, widths); sum > page; sum--) {
        size_t widest = widest_of(sheet, widths, main_least);
        if (widest == sheet->column_count) {
            widest = widest_of(sheet, widths, LEAST);
        }
        if (widest == sheet->column_count) {
            return false;
        }
        widths[widest]--;
    }
    return true;
}

/* After a space, a hyphen or a slash a line may end. */
static bool may_break_after(char c)
{
    return c == ' ' || c == '-' || c == '/';
}

/* Cuts what a line of the cell has room for off `*rest`: whole words, or a
 * part of one that is too long. */
static pl_str take(pl_str *rest, size_t width)
{
    size_t room = pl_visible_fitting(*rest, width);
    size_t end = room;
    bool ends_word = room == rest->len || rest->data[room] == ' ';
    while (!ends_word && end > 0 && !may_break_after(rest->data[end - 1])) {
        end--;
    }
    end = end > 0 ? end : room;
    if (end == 0) {
        end = rest->len; /* not even one character fits */
    }
    pl_str head = pl_str_slice(*rest, 0, end);
    *rest = pl_str_trim(pl_str_slice(*rest, end, rest->len));
    return pl_str_trim(head);
}

static bool is_written(const struct pl_sheet *sheet, const struct line *line)
{
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (is_shown(sheet, i) && line->rest[i].len > 0) {
            return false;
        }
    }
    return true;
}

static void add_line(struct pl_page *page, const struct pl_sheet *sheet,
                     const size_t *widths, struct line *line)
{
    size_t column = 0;
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (!is_shown(sheet, i)) {
            continue;
        }
        pl_str piece = take(&line->rest[i], widths[i]);
        size_t indent = sheet->columns[i].is_right
                            ? widths[i] - pl_visible_text_width(piece)
                            : 0;
        if (piece.len > 0) {
            pl_page_pad(page, column + indent);
        }
        pl_page_add(page, sheet->columns[i].style, piece);
        column += widths[i] + GAP;
    }
    pl_page_end_line(page);
}

static void add_titles(struct pl_page *page, const struct pl_sheet *sheet,
                       const size_t *widths)
{
    size_t column = 0;
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (!is_shown(sheet, i)) {
            continue;
        }
        const char *title = sheet->columns[i].title;
        size_t indent =
            sheet->columns[i].is_right ? widths[i] - strlen(title) : 0;
        pl_page_pad(page, column + indent);
        pl_page_add_text(page, PL_STYLE_HEADING, title);
        column += widths[i] + GAP;
    }
    pl_page_end_line(page);
}

/* Each cell in lines of its own, after its title. */
static void add_stacked(struct pl_page *page, const struct pl_sheet *sheet,
                        size_t row)
{
    struct line line = read_row(sheet, row);
    line.rest[0] = sheet->cells.items[row * sheet->column_count].text;
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (!is_shown(sheet, i) || line.rest[i].len == 0) {
            continue;
        }
        pl_page_add_text(page, PL_STYLE_DIM, sheet->columns[i].title);
        pl_page_add_text(page, PL_STYLE_DIM, ": ");
        pl_page_wrap(page, sheet->columns[i].style, GAP, line.rest[i]);
        pl_page_end_line(page);
    }
    pl_page_end_line(page);
}

void pl_sheet_text(struct pl_page *page, const struct pl_sheet *sheet)
{
    size_t widths[PL_SHEET_COLUMNS];
    measure(sheet, widths);
    bool fits = fit(sheet, widths, page->width);
    if (fits) {
        add_titles(page, sheet, widths);
    }
    for (size_t row = 0; row < row_count(sheet); row++) {
        if (!fits) {
            add_stacked(page, sheet, row);
            continue;
        }
        struct line line = read_row(sheet, row);
        while (!is_written(sheet, &line)) {
            add_line(page, sheet, widths, &line);
        }
    }
}

static bool is_formula(pl_str text)
{
    static const pl_str marks = PL_STR("=+-@\t\r");
    return text.len > 0 &&
           pl_str_find_char(marks, text.data[0], 0) != PL_NOWHERE;
}

static void add_value(struct pl_buf *out, pl_str text)
{
    bool is_quoted = pl_str_find_char(text, ',', 0) != PL_NOWHERE ||
                     pl_str_find_char(text, '"', 0) != PL_NOWHERE ||
                     pl_str_find_char(text, '\n', 0) != PL_NOWHERE ||
                     pl_str_find_char(text, '\r', 0) != PL_NOWHERE;
    pl_buf_add_text(out, is_quoted ? "\"" : "");
    pl_buf_add_text(out, is_formula(text) ? "'" : "");
    for (size_t i = 0; i < text.len; i++) {
        pl_buf_add_text(out, text.data[i] == '"' ? "\"" : "");
        pl_buf_add_char(out, text.data[i]);
    }
    pl_buf_add_text(out, is_quoted ? "\"" : "");
}

void pl_sheet_csv(struct pl_buf *out, const struct pl_sheet *sheet)
{
    assert(sheet->column_count > 0);
    for (size_t i = 0; i < sheet->column_count; i++) {
        pl_buf_add_text(out, i > 0 ? "," : "");
        pl_buf_add_text(out, sheet->columns[i].key);
    }
    pl_buf_add_char(out, '\n');
    for (size_t i = 0; i < sheet->cells.len; i++) {
        pl_buf_add_text(out, i % sheet->column_count > 0 ? "," : "");
        add_value(out, sheet->cells.items[i].text);
        bool is_last = i % sheet->column_count == sheet->column_count - 1;
        pl_buf_add_text(out, is_last ? "\n" : "");
    }
}
