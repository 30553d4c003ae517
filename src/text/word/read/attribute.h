/* attribute.h - values of attributes in Word's XML. */
#ifndef PLANLINT_TEXT_WORD_READ_ATTRIBUTE_H
#define PLANLINT_TEXT_WORD_READ_ATTRIBUTE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum {
    PL_WORD_NO_OUTLINE = 9,      /* said to be no heading */
    PL_WORD_UNSAID_OUTLINE = 10, /* nothing said */
    PL_WORD_LAST_LEVEL = 8,
};

/* A number from 0 to 2^31 - 1; PL_NONE: it is none. */
uint32_t pl_word_number(pl_str text);

/* A level of a list, the last one for what is beyond it. */
uint8_t pl_word_level(uint32_t number);

/* A switch: "0", "false" and "off" are off; empty is `otherwise`. */
bool pl_word_is_on(pl_str text, bool otherwise);

#endif
