/* sample_parts.h - the parts of a small Word document, put into a file; for
 * sample.h. */
#ifndef PLANLINT_TEXT_WORD_SAMPLE_SAMPLE_PARTS_H
#define PLANLINT_TEXT_WORD_SAMPLE_SAMPLE_PARTS_H

#include "base/str.h"

struct pl_arena;

/* What is inside of w:body, w:comments and w:footnotes. */
struct pl_word_sample_parts {
    pl_str body;
    pl_str comments;
    pl_str notes;
};

pl_str pl_word_sample_pack(struct pl_arena *arena,
                           struct pl_word_sample_parts parts);

#endif
