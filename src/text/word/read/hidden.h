/* hidden.h - text that the styles of a document hide. */
#ifndef PLANLINT_TEXT_WORD_READ_HIDDEN_H
#define PLANLINT_TEXT_WORD_READ_HIDDEN_H

#include "text/word/model.h"

/* Marks the pieces that a style hides; `pieces` are those of the document.
 * What a run says of itself holds; hidden by the style of its paragraph and by
 * its own is shown again (ECMA-376 17.7.3). */
void pl_word_hide_by_styles(const struct pl_word_file *word,
                            struct pl_word_piece *pieces);

#endif
