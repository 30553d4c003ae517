#include "report/page.h"

#include "report/visible.h"

enum { QUOTE_INDENT = 2 }; /* columns, of the rest of a line that is broken */

static const char *const codes_of[] = {
#define PL_STYLE(constant, codes) [PL_STYLE_##constant] = (codes),
#include "report/style.def"
#undef PL_STYLE
};

enum pl_style pl_style_of_severity(enum pl_severity severity)
{
    static const enum pl_style styles[] = {
        [PL_SEVERITY_OFF] = PL_STYLE_DIM,
        [PL_SEVERITY_INFO] = PL_STYLE_INFO,
        [PL_SEVERITY_WARNING] = PL_STYLE_WARNING,
        [PL_SEVERITY_ERROR] = PL_STYLE_ERROR,
    };
    return styles[severity];
}

static bool begin_style(struct pl_page *page, enum pl_style style)
{
    bool is_shown = page->has_colour && codes_of[style][0] != '\0';
    if (is_shown) {
        pl_buf_addf(page->out, "\x1b[%sm", codes_of[style]);
    }
    return is_shown;
}

static void end_style(struct pl_page *page, bool was_shown)
{
    if (was_shown) {
        pl_buf_add_text(page->out, "\x1b[0m");
    }
}

void pl_page_add(struct pl_page *page, enum pl_style style, pl_str text)
{
    if (text.len == 0) {
        return;
    }
    bool is_shown = begin_style(page, style);
    page->column += pl_visible_add_text(page->out, text);
    end_style(page, is_shown);
}

void pl_page_add_text(struct pl_page *page, enum pl_style style,
                      const char *terminated)
{
    pl_page_add(page, style, pl_str_from(terminated));
}

void pl_page_add_number(struct pl_page *page, enum pl_style style,
                        size_t number)
{
    bool is_shown = begin_style(page, style);
    size_t before = page->out->len;
    pl_buf_add_number(page->out, number);
    page->column += page->out->len - before;
    end_style(page, is_shown);
}

void pl_page_add_cropped(struct pl_page *page, enum pl_style style, pl_str text)
{
    size_t room = page->width > page->column ? page->width - page->column : 1;
    if (pl_visible_fitting(text, room) < text.len) {
        pl_str head = pl_str_slice(text, 0, pl_visible_fitting(text, room - 1));
        pl_page_add(page, style, pl_str_trim(head));
        pl_page_add_text(page, PL_STYLE_DIM, "…");
    } else {
        pl_page_add(page, style, text);
    }
}

void pl_page_pad(struct pl_page *page, size_t column)
{
    if (page->column < column) {
        pl_buf_add_repeated(page->out, ' ', column - page->column);
        page->column = column;
    }
}

void pl_page_end_line(struct pl_page *page)
{
    pl_buf_add_char(page->out, '\n');
    page->column = 0;
}

static void wrap_word(struct pl_page *page, size_t indent, pl_str word,
                      bool is_joined)
{
    size_t columns = pl_visible_text_width(word);
    size_t gap = is_joined ? 0 : 1;
    bool is_full = page->column + gap + columns > page->width;
    if (is_full && page->column > indent) {
        pl_page_end_line(page);
        gap = 0;
    }
    pl_page_pad(page, indent);
    pl_buf_add_repeated(page->out, ' ', gap);
    page->column += gap + pl_visible_add_text(page->out, word);
}

static void wrap_line(struct pl_page *page, enum pl_style style, size_t indent,
                      pl_str line)
{
    bool is_joined = true;
    bool is_shown = begin_style(page, style);
    while (line.len > 0) {
        pl_str word = pl_str_split(&line, ' ');
        if (word.len > 0) {
            wrap_word(page, indent, word, is_joined);
            is_joined = false;
        }
    }
    end_style(page, is_shown);
}

void pl_page_wrap(struct pl_page *page, enum pl_style style, size_t indent,
                  pl_str text)
{
    bool is_first = true;
    while (text.len > 0) {
        if (!is_first) {
            pl_page_end_line(page);
        }
        is_first = false;
        wrap_line(page, style, indent, pl_str_split(&text, '\n'));
    }
}

/* The end of what fits in a line, at a space where there is one. */
static size_t fitting_words(pl_str line, size_t columns)
{
    size_t end = pl_visible_fitting(line, columns);
    size_t space = end;
    while (end < line.len && space > 0 && line.data[space] != ' ') {
        space--;
    }
    return space > 0 ? space : end;
}

static void quote_line(struct pl_page *page, enum pl_style style, size_t indent,
                       pl_str line)
{
    size_t in = indent;
    while (line.len > 0) {
        size_t end =
            fitting_words(line, page->width > in ? page->width - in : 1);
        end = end > 0 ? end : line.len;
        pl_page_pad(page, in);
        pl_page_add(page, style, pl_str_slice(line, 0, end));
        bool has_space = end < line.len && line.data[end] == ' ';
        line = pl_str_slice(line, end + has_space, line.len);
        in = indent + QUOTE_INDENT;
        if (line.len > 0) {
            pl_page_end_line(page);
        }
    }
}

void pl_page_quote(struct pl_page *page, enum pl_style style, size_t indent,
                   pl_str text)
{
    while (text.len > 0) {
        quote_line(page, style, indent, pl_str_split(&text, '\n'));
        pl_page_end_line(page);
    }
}
