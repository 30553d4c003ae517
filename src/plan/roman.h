/* roman.h - Roman numbers, from 1 to 3999. */
#ifndef PLANLINT_PLAN_ROMAN_H
#define PLANLINT_PLAN_ROMAN_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum {
    PL_ROMAN_MAX = 3999,
    PL_ROMAN_SIZE = 16, /* bytes; the longest, 3888, has 15 letters */
};

/* The value of a well-formed number in any capitals; 0 for all else. */
uint32_t pl_roman_value(pl_str letters);

/* Writes a value up to PL_ROMAN_MAX in small letters, not terminated; returns
 * their number, none for 0. */
size_t pl_roman_write(uint32_t value, char out[PL_ROMAN_SIZE]);

/* The small letter that alone is a value: 'x' for 10; NUL for none. */
char pl_roman_letter(uint32_t value);

#endif
