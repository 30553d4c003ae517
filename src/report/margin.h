/* margin.h - the left margin of outlines and maps: the line of the document
 * that something stands in. */
#ifndef PLANLINT_REPORT_MARGIN_H
#define PLANLINT_REPORT_MARGIN_H

#include <stdint.h>

struct pl_page;
struct pl_plan;

enum {
    PL_MARGIN_END = 6,  /* column at which numbers end */
    PL_MARGIN_TEXT = 8, /* column at which the text begins */
};

/* The number of the line that byte `offset` of the text stands in. */
void pl_margin_add_line(struct pl_page *page, const struct pl_plan *plan,
                        uint32_t offset);

#endif
