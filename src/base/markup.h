/* markup.h - text written into XML or HTML. */
#ifndef PLANLINT_BASE_MARKUP_H
#define PLANLINT_BASE_MARKUP_H

#include "base/str.h"

struct pl_buf;

/* UTF-8 as text or as a value in double quotes: its special characters are
 * escaped; characters that XML cannot hold are left out. */
void pl_markup_add_escaped(struct pl_buf *out, pl_str text);

#endif
