/* sample_parts.h - the parts of a small Word document, put into a file; for
 * sample.h. */
#ifndef PLANLINT_TEXT_WORD_SAMPLE_PARTS_H
#define PLANLINT_TEXT_WORD_SAMPLE_PARTS_H

#include "base/str.h"

struct pl_arena;

/* `body` and `comments` are what is inside of w:body and w:comments. */
pl_str pl_word_sample_pack(struct pl_arena *arena, pl_str body,
                           pl_str comments);

#endif
