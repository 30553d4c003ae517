/* default_lists.h - the lists that Word has without a definition in the file:
 * LISTNUM counts in them by their names. */
#ifndef PLANLINT_TEXT_WORD_NUMBER_DEFAULT_LISTS_H
#define PLANLINT_TEXT_WORD_NUMBER_DEFAULT_LISTS_H

#include <stdint.h>

#include "text/word/number/numbering.h"

enum { PL_WORD_DEFAULT_LISTS = 3 };

/* A definition, of its own list alone; `index` < PL_WORD_DEFAULT_LISTS. Source:
 * ECMA-376 17.16.5.33. */
struct pl_word_abstract pl_word_default_list(uint32_t index);

#endif
