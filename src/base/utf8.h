/* utf8.h - code points and their UTF-8 form, and what kind they are.
 *
 * Functions that take text expect valid UTF-8, except those that say not. */
#ifndef PLANLINT_BASE_UTF8_H
#define PLANLINT_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { PL_UTF8_MAX = 4 }; /* bytes of a code point */

/* Offset of the first byte that is not valid UTF-8 (RFC 3629: no surrogates,
 * no overlong forms, at most U+10FFFF), or s.len. Takes any bytes. */
size_t pl_utf8_validate(pl_str s);

/* Writes at most PL_UTF8_MAX bytes; returns how many. What is no code point
 * is written as U+FFFD. */
size_t pl_utf8_encode(uint32_t code_point, char *out);

/* The code point at `at` < s.len; `*len` is its bytes. */
uint32_t pl_utf8_decode(pl_str s, size_t at, size_t *len);

/* Start of the code point that `at` is in; `at` itself from s.len on. */
size_t pl_utf8_start(pl_str s, size_t at);

/* Start of the code point before `at` > 0. */
size_t pl_utf8_before(pl_str s, size_t at);

size_t pl_utf8_count(pl_str s);       /* code points */
size_t pl_utf8_utf16_count(pl_str s); /* UTF-16 code units */
size_t pl_utf8_width(pl_str s);       /* terminal columns */

bool pl_utf8_is_letter(uint32_t code_point); /* combining marks included */
bool pl_utf8_is_upper(uint32_t code_point);  /* title case included */
bool pl_utf8_is_lower(uint32_t code_point);
bool pl_utf8_is_space(uint32_t code_point); /* no-break spaces included */
uint32_t pl_utf8_to_lower(uint32_t code_point);
uint32_t pl_utf8_to_upper(uint32_t code_point);

/* Whether `s` in lower case is `lower`. */
bool pl_utf8_lowers_to(pl_str s, pl_str lower);

/* The letters that `s` begins with, combining marks included. */
pl_str pl_utf8_letters(pl_str s);

#endif
