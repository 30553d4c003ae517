/* words.h - names cut into lines, for boxes of a fixed width. */
#ifndef PLANLINT_REPORT_CHART_WORDS_H
#define PLANLINT_REPORT_CHART_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct pl_arena;

struct pl_chart_line {
    pl_str text;
    bool is_cut; /* there was more, and it has no place */
};

/* As much of a long text as anyone reads, as it is shown: valid UTF-8 without
 * controls; see report/visible.h. */
pl_str pl_chart_words_visible(struct pl_arena *arena, pl_str text);

/* What the width of a line is counted in. */
enum pl_chart_unit {
    PL_CHART_UNIT_COLUMN, /* of a terminal */
    PL_CHART_UNIT_PIXEL,  /* of Helvetica at 12 pixels, rather more than less */
};

/* Cuts a line of at most `width` off `*rest` (valid UTF-8), at a space where
 * there is one. The last line ends before "…" would be too wide. */
struct pl_chart_line pl_chart_words_line(pl_str *rest, enum pl_chart_unit unit,
                                         size_t width, bool is_last);

#endif
