/* places.h - where things of a Word document stand in the text of a view. */
#ifndef PLANLINT_TEXT_WORD_VIEW_PLACES_H
#define PLANLINT_TEXT_WORD_VIEW_PLACES_H

#include <stdint.h>

#include "base/range.h"
#include "text/word/view/view.h"

struct pl_arena;

/* Ranges that start at PL_NONE are nowhere in the text. */
struct pl_word_places {
    const struct pl_word_view *view;
    const struct pl_range *pieces; /* by index */
    const struct pl_range *paras;  /* by index, with their labels */
    const struct pl_range *labels; /* by paragraph */
};

/* In the arena. Linear. */
const struct pl_word_places *pl_word_places_of(struct pl_arena *arena,
                                               const struct pl_word_view *view);

/* The text of pieces [first, end) that is there, blanks at its ends aside; else
 * the place of the paragraph, empty. */
struct pl_range pl_word_place_of(const struct pl_word_places *places,
                                 uint32_t para, uint32_t first, uint32_t end);

/* The label of a paragraph, or where its text begins. */
struct pl_range pl_word_place_of_label(const struct pl_word_places *places,
                                       uint32_t para);

#endif
