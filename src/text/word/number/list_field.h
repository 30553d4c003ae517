/* list_field.h - LISTNUM, the field that is a number of a list in the middle
 * of a paragraph. Word keeps no result of it. */
#ifndef PLANLINT_TEXT_WORD_NUMBER_LIST_FIELD_H
#define PLANLINT_TEXT_WORD_NUMBER_LIST_FIELD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct pl_word_list_field {
    pl_str list;    /* its name; empty: that of the paragraph */
    uint32_t level; /* 0 to 8; PL_NONE: not said */
    uint32_t start; /* PL_NONE: the next one */
};

/* False when the instruction is that of another field. */
bool pl_word_list_field_read(pl_str instruction,
                             struct pl_word_list_field *field);

#endif
