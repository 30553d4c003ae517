/* str.h - pl_str, a borrowed piece of text: pointer and length in bytes.
 *
 * A pl_str owns nothing, is not terminated, may contain any byte and lives as
 * long as what it borrows from. {NULL, 0} is the empty string. */
#ifndef PLANLINT_BASE_STR_H
#define PLANLINT_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct pl_str {
    const char *data;
    size_t len; /* bytes */
} pl_str;

#define PL_NOWHERE SIZE_MAX /* a position that does not exist */

/* A pl_str of a string literal, usable in static tables. */
#define PL_STR(literal)                               \
    {                                                 \
        .data = (literal), .len = sizeof(literal) - 1 \
    }

/* For printf's "%.*s". */
#define PL_STR_ARG(s) (int)(s).len, (s).data

pl_str pl_str_from(const char *terminated); /* NULL gives the empty string */

/* The bytes [from, to); both are clamped to the string. What is empty points
 * into it, too. */
static inline pl_str pl_str_slice(pl_str s, size_t from, size_t to)
{
    to = to < s.len ? to : s.len;
    return from < to ? (pl_str){s.data + from, to - from} : (pl_str){s.data, 0};
}

bool pl_str_eq(pl_str a, pl_str b);
/* Upper and lower case ASCII letters are equal. */
bool pl_str_eq_ignore_case(pl_str a, pl_str b);
bool pl_str_starts(pl_str s, pl_str prefix);
bool pl_str_ends(pl_str s, pl_str suffix);
/* Byte order; the shorter first when one begins the other. */
int pl_str_compare(pl_str a, pl_str b);

/* Offset of the first `c` or of `needle` at or after `from`, or PL_NOWHERE. */
size_t pl_str_find_char(pl_str s, char c, size_t from);
size_t pl_str_find(pl_str s, pl_str needle, size_t from);

/* Without spaces, tabs and line ends at both ends. */
pl_str pl_str_trim(pl_str s);

/* Cuts the part before the first `separator` off `*rest` and returns it; the
 * whole of `*rest` when there is none (then `*rest` becomes empty). */
pl_str pl_str_split(pl_str *rest, char separator);

#endif
