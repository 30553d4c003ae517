/* line_ends.h - the characters that end a line in a file: LF, CR, CR LF, and
 * NEL, LS and PS of Unicode. Vertical tab and form feed are spaces. */
#ifndef PLANLINT_TEXT_LINE_ENDS_H
#define PLANLINT_TEXT_LINE_ENDS_H

#include <stddef.h>

#include "base/str.h"

/* A line end other than a lone "\n" in UTF-8 text. */
struct pl_line_end {
    size_t at;  /* PL_NOWHERE: there is none */
    size_t len; /* bytes */
};

/* The first at or after `from`. Takes any bytes. */
struct pl_line_end pl_line_end_find(pl_str text, size_t from);

#endif
