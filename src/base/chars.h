/* chars.h - classes of ASCII characters, the same in every locale.
 *
 * Bytes of 0x80 and above belong to no class; for those see utf8.h. */
#ifndef PLANLINT_BASE_CHARS_H
#define PLANLINT_BASE_CHARS_H

#include <stdbool.h>

static inline bool pl_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool pl_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool pl_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool pl_is_letter(char c)
{
    return pl_is_lower(c) || pl_is_upper(c);
}

static inline bool pl_is_alnum(char c)
{
    return pl_is_letter(c) || pl_is_digit(c);
}

static inline bool pl_is_hex(char c)
{
    return pl_is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static inline bool pl_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Space, tab, line feed, vertical tab, form feed, carriage return. */
static inline bool pl_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Part of a character outside ASCII. */
static inline bool pl_is_wide(char c)
{
    return (unsigned char)c >= 0x80;
}

static inline char pl_to_lower(char c)
{
    return pl_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

static inline char pl_to_upper(char c)
{
    return pl_is_lower(c) ? (char)(c - 'a' + 'A') : c;
}

#endif
