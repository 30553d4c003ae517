#include "report/snippet.h"

#include <stdbool.h>

#include "base/chars.h"
#include "base/utf8.h"
#include "report/visible.h"

enum {
    ELLIPSIS_COLUMNS = 2, /* "… " */
    LEAST_COLUMNS = 20,   /* shown on however narrow a page */
    BYTES_A_COLUMN = 8,   /* looked at; characters without width count too */
};

/* What is shown of the text, with the marked part in it. */
struct window {
    pl_str text;
    struct pl_range line;
    size_t from;
    size_t mark_from;
    size_t mark_to;
    size_t to;
    bool goes_on; /* the marked range, in further lines */
};

/* The end of the characters from `at` that fit in `*columns`, which becomes
 * what is left of them. */
static size_t go_right(const struct window *it, size_t at, size_t limit,
                       size_t *columns)
{
    size_t last = at + *columns * BYTES_A_COLUMN;
    while (at < limit && at < last) {
        size_t len;
        size_t width = pl_visible_width(pl_utf8_decode(it->text, at, &len));
        if (width > *columns) {
            break;
        }
        *columns -= width;
        at += len;
    }
    return at;
}

static size_t go_left(const struct window *it, size_t at, size_t *columns)
{
    size_t reach = *columns * BYTES_A_COLUMN;
    size_t first = at > reach ? at - reach : 0;
    while (at > it->line.start && at > first) {
        size_t before = pl_utf8_before(it->text, at);
        size_t len;
        size_t width = pl_visible_width(pl_utf8_decode(it->text, before, &len));
        if (width > *columns) {
            break;
        }
        *columns -= width;
        at = before;
    }
    return at;
}

/* Begins and ends a cut line with a whole word, where that leaves something
 * of it between the cut and the mark. */
static size_t snapped_start(const struct window *it)
{
    size_t at = it->from;
    if (at == it->line.start || pl_is_blank(it->text.data[at - 1])) {
        return at;
    }
    while (at < it->mark_from && !pl_is_blank(it->text.data[at])) {
        at++;
    }
    return at + 1 < it->mark_from ? at : it->from;
}

static size_t snapped_end(const struct window *it)
{
    size_t at = it->to;
    if (at == it->line.end || pl_is_blank(it->text.data[at])) {
        return at;
    }
    while (at > it->mark_to && !pl_is_blank(it->text.data[at - 1])) {
        at--;
    }
    return at > it->mark_to + 1 ? at : it->to;
}

static void trim_window(struct window *it)
{
    while (it->from < it->mark_from && pl_is_blank(it->text.data[it->from])) {
        it->from++;
    }
    while (it->to > it->mark_to && pl_is_blank(it->text.data[it->to - 1])) {
        it->to--;
    }
}

/* Half of the room is for what stands before the mark; what one side does not
 * need is given to the other. */
static void choose_window(struct window *it, size_t columns)
{
    size_t reserved = 2 * ELLIPSIS_COLUMNS;
    size_t room =
        columns > LEAST_COLUMNS + reserved ? columns - reserved : LEAST_COLUMNS;
    it->mark_to = go_right(it, it->mark_from, it->mark_to, &room);
    size_t left = room / 2;
    size_t right = room - left;
    it->from = go_left(it, it->mark_from, &left);
    if (it->from == it->line.start) {
        right += left;
        left = 0;
    }
    it->to = go_right(it, it->mark_to, it->line.end, &right);
    if (it->to == it->line.end && it->from > it->line.start) {
        left += right;
        it->from = go_left(it, it->from, &left);
    }
    it->from = snapped_start(it);
    it->to = snapped_end(it);
    trim_window(it);
}

/* `range` may be anything; what is marked lies in one line. */
static struct window window_of(const struct pl_lines *lines,
                               struct pl_range range)
{
    size_t number = pl_lines_position(lines, range.start).line;
    struct window it = {.text = lines->text,
                        .line = pl_lines_range(lines, number)};
    it.mark_from = range.start < it.line.end ? range.start : it.line.end;
    it.mark_to = range.end < it.line.end ? range.end : it.line.end;
    if (it.mark_to < it.mark_from) {
        it.mark_to = it.mark_from;
    }
    it.goes_on = it.line.end + 1 < it.text.len && range.end > it.line.end + 1;
    return it;
}

static size_t add_part(struct pl_page *page, const struct window *it,
                       size_t from, size_t to)
{
    size_t before = page->column;
    pl_page_add(page, PL_STYLE_PLAIN, pl_str_slice(it->text, from, to));
    return page->column - before;
}

static bool is_empty_text(const struct window *it, size_t from, size_t to)
{
    return pl_str_trim(pl_str_slice(it->text, from, to)).len == 0;
}

/* "…" touches a word that is cut. */
static void add_head_ellipsis(struct pl_page *page, const struct window *it)
{
    if (!is_empty_text(it, it->line.start, it->from)) {
        bool is_cut = !pl_is_blank(it->text.data[it->from - 1]);
        pl_page_add_text(page, PL_STYLE_DIM, is_cut ? "…" : "… ");
    }
}

static void add_tail_ellipsis(struct pl_page *page, const struct window *it)
{
    bool is_whole = is_empty_text(it, it->to, it->line.end);
    if (!is_whole || it->goes_on) {
        bool is_cut = !is_whole && !pl_is_blank(it->text.data[it->to]);
        pl_page_add_text(page, PL_STYLE_DIM, is_cut ? "…" : " …");
    }
}

static void add_carets(struct pl_page *page, enum pl_style style, size_t count)
{
    static const char carets[] = "^^^^^^^^^^^^^^^^";
    size_t left = count ? count : 1;
    while (left > 0) {
        size_t next = left < sizeof(carets) - 1 ? left : sizeof(carets) - 1;
        pl_page_add(page, style, (pl_str){carets, next});
        left -= next;
    }
}

static void begin_line(struct pl_page *page, size_t indent)
{
    pl_page_pad(page, indent);
    pl_page_add_text(page, PL_STYLE_DIM, "│ ");
}

void pl_snippet_add(struct pl_page *page, size_t indent,
                    enum pl_style mark_style, const struct pl_lines *lines,
                    struct pl_range range)
{
    struct window it = window_of(lines, range);
    begin_line(page, indent);
    choose_window(&it,
                  page->width > page->column ? page->width - page->column : 0);
    add_head_ellipsis(page, &it);
    add_part(page, &it, it.from, it.mark_from);
    size_t mark_column = page->column;
    size_t mark_columns = add_part(page, &it, it.mark_from, it.mark_to);
    add_part(page, &it, it.mark_to, it.to);
    add_tail_ellipsis(page, &it);
    pl_page_end_line(page);

    begin_line(page, indent);
    pl_page_pad(page, mark_column);
    add_carets(page, mark_style, mark_columns);
    pl_page_end_line(page);
}
