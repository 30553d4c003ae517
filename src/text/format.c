#include "text/format.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/array.h"
#include "base/chars.h"
#include "base/file.h"

enum { LOOKED_AT = 64 * 1024 }; /* bytes */

static const pl_str format_names[] = {
#define PL_FORMAT(constant, name) [PL_FORMAT_##constant] = PL_STR(name),
#include "text/format.def"
#undef PL_FORMAT
};

enum { FORMAT_COUNT = PL_COUNT(format_names) };

const char *pl_format_name(enum pl_format format)
{
    return format_names[format].data;
}

bool pl_format_marks_headings(enum pl_format format)
{
    return format == PL_FORMAT_MARKDOWN || format == PL_FORMAT_WORD;
}

bool pl_format_from_name(pl_str name, enum pl_format *format)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (pl_str_eq(format_names[i], name)) {
            *format = (enum pl_format)i;
            return true;
        }
    }
    return false;
}

/* Points for each format. A sign that only one format has is worth ENOUGH or
 * nearly so, one that plain text may have too is worth 1. */
struct signs {
    size_t word_text;
    size_t markdown;
    bool in_fence;
    bool has_bullets; /* these two count once: other kinds of plain */
    bool has_bold;    /* text have them too */
    size_t cells;     /* in this run of lines that begin with a tab */
    size_t last_row;  /* cells of the row right before this run, or 0 */
};

enum { ENOUGH = 3, BEYOND_DOUBT = 8 };

static const struct {
    pl_str mark;
    pl_str end;  /* must follow in the line */
    bool spaces; /* there may be some in between */
    size_t word_text;
    size_t markdown;
} inline_marks[] = {
    {PL_STR("[footnoteRef:"), PL_STR("]"), .word_text = 4},
    {PL_STR("[endnoteRef:"), PL_STR("]"), .word_text = 4},
    {PL_STR("\tComment by "), PL_STR(": "), .spaces = true, .word_text = 4},
    {PL_STR("[^"), PL_STR("]"), .markdown = 1},
    {PL_STR("]("), PL_STR(")"), .markdown = 1},
};

enum { MARK_COUNT = PL_COUNT(inline_marks) };

static bool has_inline_mark(pl_str line, size_t index)
{
    pl_str mark = inline_marks[index].mark;
    size_t at = pl_str_find(line, mark, 0);
    if (at == PL_NOWHERE) {
        return false;
    }
    size_t from = at + mark.len;
    size_t end = pl_str_find(line, inline_marks[index].end, from);
    size_t space = inline_marks[index].spaces
                       ? PL_NOWHERE
                       : pl_str_find_char(line, ' ', from);
    return end != PL_NOWHERE && end > from && end < space;
}

static void look_for_inline_marks(pl_str line, struct signs *signs)
{
    for (size_t i = 0; i < MARK_COUNT; i++) {
        if (has_inline_mark(line, i)) {
            signs->word_text += inline_marks[i].word_text;
            signs->markdown += inline_marks[i].markdown;
        }
    }
}

static size_t run_of(pl_str line, size_t from, char c)
{
    size_t at = from;
    while (at < line.len && line.data[at] == c) {
        at++;
    }
    return at - from;
}

/* "# Title", up to six signs; also "##Title", which many people write. */
static bool is_atx_heading(pl_str line)
{
    size_t level = run_of(line, 0, '#');
    bool title = level < line.len && pl_str_trim(line).len > level;
    bool blank = title && pl_is_blank(line.data[level]);
    return level >= 1 && level <= 6 && title && (blank || level >= 2);
}

static bool is_fence(pl_str line)
{
    return run_of(line, 0, '`') >= 3 || run_of(line, 0, '~') >= 3;
}

/* "|---|:--:|", the row below the heads of a pipe table. */
static bool is_delimiter_row(pl_str line)
{
    size_t pipes = 0;
    size_t dashes = 0;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        pipes += c == '|';
        dashes += c == '-';
        if (c != '|' && c != '-' && c != ':' && !pl_is_blank(c)) {
            return false;
        }
    }
    return pipes > 0 && dashes > 0;
}

static bool is_bullet(pl_str line)
{
    bool sign = line.len > 2 && (line.data[0] == '-' || line.data[0] == '*' ||
                                 line.data[0] == '+');
    return sign && line.data[1] == ' ';
}

static bool has_bold(pl_str line)
{
    size_t at = pl_str_find(line, (pl_str)PL_STR("**"), 0);
    return at != PL_NOWHERE && at + 2 < line.len &&
           (pl_is_alnum(line.data[at + 2]) || pl_is_wide(line.data[at + 2]));
}

/* "2.1 <tab>Title": the number that Word shows, a space, and Word's tab. */
static bool is_word_heading(pl_str line)
{
    size_t at = 0;
    while (at < line.len &&
           (pl_is_digit(line.data[at]) || (at > 0 && line.data[at] == '.'))) {
        at++;
    }
    return at > 0 && pl_str_starts(pl_str_slice(line, at, line.len),
                                   (pl_str)PL_STR(" \t"));
}

/* Rows of Word tables: a line for each cell, a tab before it, a blank line
 * after the row. Two rows alike in a row are a sign. */
static void look_for_rows(pl_str line, struct signs *signs)
{
    bool blank = pl_str_trim(line).len == 0;
    if (!blank && line.data[0] == '\t') {
        signs->cells++;
    } else if (blank && signs->cells >= 2) {
        signs->word_text += signs->cells == signs->last_row;
        signs->last_row = signs->cells;
        signs->cells = 0;
    } else {
        signs->last_row = 0;
        signs->cells = 0;
    }
}

static size_t markdown_points(pl_str line, struct signs *signs)
{
    size_t points = 0;
    points += is_atx_heading(line) ? 2 : 0;
    points += is_delimiter_row(line) ? ENOUGH : 0;
    if (!signs->has_bold && has_bold(line)) {
        signs->has_bold = true;
        points++;
    }
    if (!signs->has_bullets && is_bullet(line)) {
        signs->has_bullets = true;
        points++;
    }
    return points;
}

static void look_at_line(pl_str line, struct signs *signs)
{
    if (is_fence(line)) {
        signs->markdown += signs->in_fence ? 0 : 2;
        signs->in_fence = !signs->in_fence;
        return;
    }
    if (signs->in_fence) {
        return;
    }
    look_for_inline_marks(line, signs);
    look_for_rows(line, signs);
    signs->word_text += is_word_heading(line);
    signs->markdown += markdown_points(line, signs);
}

static bool is_markdown_path(const char *path)
{
    pl_str extension = pl_path_extension(path);
    return pl_str_eq_ignore_case(extension, (pl_str)PL_STR("md")) ||
           pl_str_eq_ignore_case(extension, (pl_str)PL_STR("markdown"));
}

enum pl_format pl_format_detect(const char *path, pl_str text)
{
    struct signs signs = {0};
    pl_str rest = pl_str_slice(text, 0, LOOKED_AT);
    while (rest.len) {
        look_at_line(pl_str_split(&rest, '\n'), &signs);
    }
    bool named_markdown = is_markdown_path(path);
    size_t needed = named_markdown ? BEYOND_DOUBT : ENOUGH;
    if (signs.word_text >= needed && signs.word_text > signs.markdown) {
        return PL_FORMAT_WORD_TEXT;
    }
    if (named_markdown || signs.markdown >= ENOUGH) {
        return PL_FORMAT_MARKDOWN;
    }
    return PL_FORMAT_TEXT;
}
