/* markers.h - the marker of a list item: how it is written and what it counts.
 *
 * Internal to the plan layer. */
#ifndef PLANLINT_PLAN_MARKERS_H
#define PLANLINT_PLAN_MARKERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "plan/label.h"

struct pl_draft;

/* How a marker is written: items of one list are written alike. */
struct pl_marker_style {
    char open;    /* '(' or 0 */
    char close;   /* ')', '.', ':' or 0 */
    char kind;    /* '1', 'a', 'A'; the first byte of a bullet */
    char bullet2; /* its second byte: bullets outside ASCII differ there */
};

/* A marker and the ways it can be read. */
struct pl_marker {
    struct pl_range range;
    struct pl_marker_style style;
    struct pl_label label; /* no parts: a bullet */
    struct pl_label roman; /* no parts: no Roman number of one letter */
    uint32_t indent;       /* columns of blanks before it in its line */
};

struct pl_marker pl_marker_read(const struct pl_draft *draft,
                                struct pl_range range);

bool pl_marker_is_alike(struct pl_marker_style a, struct pl_marker_style b);

#endif
