/* markup.h - text in SVG and HTML. */
#ifndef PLANLINT_REPORT_CHART_MARKUP_H
#define PLANLINT_REPORT_CHART_MARKUP_H

#include "base/buf.h"
#include "base/str.h"

/* Any bytes as text or as a value in double quotes; controls are named. */
void pl_markup_add(struct pl_buf *out, pl_str text);
void pl_markup_add_text(struct pl_buf *out, const char *terminated);

#endif
