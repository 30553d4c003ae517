/* snippet.h - the line of a finding with its range marked, cut to a width.
 *
 *     │ … as called for in paragraph 27 of the annex, and shall should …
 *     │                                                   ^^^^^^^^^^^^ */
#ifndef PLANLINT_REPORT_SNIPPET_H
#define PLANLINT_REPORT_SNIPPET_H

#include "base/range.h"
#include "report/page.h"
#include "text/lines.h"

/* Two lines from `indent` on: the text, and the mark in `mark_style`. Of
 * a range of several lines the first is shown. The cost depends on the width
 * of the page, not on the length of the line. */
void pl_snippet_add(struct pl_page *page, size_t indent,
                    enum pl_style mark_style, const struct pl_lines *lines,
                    struct pl_range range);

#endif
