/* visible.h - how a character of a document is shown on a terminal: as itself,
 * or so that it can be seen and can do no harm.
 *
 * Tabs become spaces, line ends one space; controls, marks of writing
 * direction and other invisible characters are named, such as <U+202E>. */
#ifndef PLANLINT_REPORT_VISIBLE_H
#define PLANLINT_REPORT_VISIBLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

struct pl_arena;

/* Terminal columns of `code_point` when it is shown. */
size_t pl_visible_width(uint32_t code_point);

/* Adds a text of any bytes; what is not UTF-8 is shown as U+FFFD. Returns the
 * columns. */
size_t pl_visible_add_text(struct pl_buf *out, pl_str text);

/* Columns of what pl_visible_add_text() would add. */
size_t pl_visible_text_width(pl_str text);

/* Bytes of `text` (valid UTF-8) that fit in `columns`, whole characters. */
size_t pl_visible_fitting(pl_str text, size_t columns);

/* `text` without white space at its ends and with single spaces inside; in the
 * arena, or borrowed when it is so already. */
pl_str pl_visible_one_line(struct pl_arena *arena, pl_str text);

#endif
