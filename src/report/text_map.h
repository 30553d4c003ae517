/* text_map.h - where the lines of a Word file's text come from, as JSON. */
#ifndef PLANLINT_REPORT_TEXT_MAP_H
#define PLANLINT_REPORT_TEXT_MAP_H

#include "base/buf.h"

struct pl_source;

/* `source` may be any; of a text there are no lines to tell of. */
void pl_text_map_json(struct pl_buf *out, const struct pl_source *source);

#endif
