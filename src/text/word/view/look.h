/* look.h - how paragraphs of a view are set, all told: by themselves, by their
 * lists, by their styles. */
#ifndef PLANLINT_TEXT_WORD_VIEW_LOOK_H
#define PLANLINT_TEXT_WORD_VIEW_LOOK_H

#include "text/word/view/viewer.h"

/* Where a paragraph stands between the margins, in twentieths of a point. */
struct pl_word_span {
    int32_t left; /* of its first line or the others, whichever is out */
    int32_t right;
};

struct pl_word_span pl_word_span_of(const struct pl_word_viewer *viewer,
                                    uint32_t para);

/* The list that numbers it; PL_NONE: none. */
uint32_t pl_word_list_id(const struct pl_word_viewer *viewer, uint32_t para);

/* How its visible letters are set. */
struct pl_word_letters {
    size_t count;
    size_t italic;
    uint16_t size; /* half points, of the largest */
};

struct pl_word_letters pl_word_letters_of(const struct pl_word_viewer *viewer,
                                          struct pl_word_group group);

#endif
