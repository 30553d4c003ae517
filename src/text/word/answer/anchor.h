/* anchor.h - where a comment on a range of a view begins and ends in the file.
 */
#ifndef PLANLINT_TEXT_WORD_ANSWER_ANCHOR_H
#define PLANLINT_TEXT_WORD_ANSWER_ANCHOR_H

#include "base/attr.h"
#include "base/error.h"
#include "base/range.h"
#include "text/word/answer/cut.h"

struct pl_word_splices;
struct pl_word_view;

struct pl_word_anchor {
    uint32_t part;
    uint32_t para; /* PL_NONE: nowhere */
    struct pl_word_cut start;
    struct pl_word_cut end;
    uint32_t end_para;
    uint32_t reference; /* offset of the mark of the comment, behind what holds
                           the end of the range */
    bool is_point;      /* there is nothing between start and end */
};

/* Of a range in the view's text; of the first paragraph when it is NULL. */
PL_MUST_CHECK bool pl_word_anchor_find(const struct pl_word_view *view,
                                       struct pl_word_splices *splices,
                                       const struct pl_range *range,
                                       struct pl_word_anchor *anchor,
                                       struct pl_error *error);

#endif
