/* numbered.h - which list numbers a paragraph, and at which level. */
#ifndef PLANLINT_TEXT_WORD_NUMBER_NUMBERED_H
#define PLANLINT_TEXT_WORD_NUMBER_NUMBERED_H

#include <stdbool.h>
#include <stdint.h>

#include "text/word/model.h"
#include "text/word/number/numbering.h"

struct pl_word_numbered {
    const struct pl_word_list *list;
    uint32_t abstract; /* the definition that it follows */
    uint32_t level;
};

/* By its own properties or those of its style; false: nothing numbers it. */
bool pl_word_find_numbered(const struct pl_word_file *word,
                           const struct pl_word_para *para,
                           enum pl_word_state state,
                           struct pl_word_numbered *out);

#endif
