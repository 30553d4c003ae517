/* page.h - text for people: colours, columns and wrapped lines.
 *
 * Whatever is put on a page is shown safely (see visible.h); the colours come
 * from style.def and never change the columns. */
#ifndef PLANLINT_REPORT_PAGE_H
#define PLANLINT_REPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"
#include "lint/severity.h"

enum pl_style {
#define PL_STYLE(constant, codes) PL_STYLE_##constant,
#include "report/style.def"
#undef PL_STYLE
};

enum pl_style pl_style_of_severity(enum pl_severity severity);

struct pl_page {
    struct pl_buf *out;
    bool has_colour;
    size_t width;  /* columns; lines are wrapped before this */
    size_t column; /* of what comes next, from 0 */
};

/* At the end of the line, whatever its width. */
void pl_page_add(struct pl_page *page, enum pl_style style, pl_str text);
void pl_page_add_text(struct pl_page *page, enum pl_style style,
                      const char *terminated);
void pl_page_add_number(struct pl_page *page, enum pl_style style,
                        size_t number);

/* As much of the text as fits in the line, and "…" when that is not all. */
void pl_page_add_cropped(struct pl_page *page, enum pl_style style,
                         pl_str text);

/* Spaces up to `column`; none when the line is that long already. */
void pl_page_pad(struct pl_page *page, size_t column);

/* Word by word, going on in a new line at `indent` when one is full. A line
 * end in the text begins a new line, an empty line stays one. */
void pl_page_wrap(struct pl_page *page, enum pl_style style, size_t indent,
                  pl_str text);

void pl_page_end_line(struct pl_page *page);

/* A text of several lines, each indented and otherwise as it is; what is longer
 * than the page goes on two columns further in. */
void pl_page_quote(struct pl_page *page, enum pl_style style, size_t indent,
                   pl_str text);

#endif
