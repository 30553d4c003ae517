#include "base/str.h"

#include <string.h>

#include "base/chars.h"

pl_str pl_str_from(const char *terminated)
{
    if (!terminated) {
        return (pl_str){0};
    }
    return (pl_str){terminated, strlen(terminated)};
}

bool pl_str_eq(pl_str a, pl_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

bool pl_str_eq_ignore_case(pl_str a, pl_str b)
{
    if (a.len != b.len) {
        return false;
    }
    for (size_t i = 0; i < a.len; i++) {
        if (pl_to_lower(a.data[i]) != pl_to_lower(b.data[i])) {
            return false;
        }
    }
    return true;
}

bool pl_str_starts(pl_str s, pl_str prefix)
{
    return s.len >= prefix.len &&
           pl_str_eq(pl_str_slice(s, 0, prefix.len), prefix);
}

bool pl_str_ends(pl_str s, pl_str suffix)
{
    return s.len >= suffix.len &&
           pl_str_eq(pl_str_slice(s, s.len - suffix.len, s.len), suffix);
}

int pl_str_compare(pl_str a, pl_str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.data, b.data, shared) : 0;
    if (order != 0) {
        return order;
    }
    return (a.len > b.len) - (a.len < b.len);
}

size_t pl_str_find_char(pl_str s, char c, size_t from)
{
    if (from >= s.len) {
        return PL_NOWHERE;
    }
    const char *found = memchr(s.data + from, c, s.len - from);
    return found ? (size_t)(found - s.data) : PL_NOWHERE;
}

size_t pl_str_find(pl_str s, pl_str needle, size_t from)
{
    if (from > s.len || needle.len > s.len - from) {
        return PL_NOWHERE;
    }
    if (needle.len == 0) {
        return from;
    }
    size_t first = pl_str_find_char(s, needle.data[0], from);
    if (first == PL_NOWHERE) {
        return PL_NOWHERE; /* most often, and memmem() has to prepare */
    }
    const char *found =
        memmem(s.data + first, s.len - first, needle.data, needle.len);
    return found ? (size_t)(found - s.data) : PL_NOWHERE;
}

pl_str pl_str_trim(pl_str s)
{
    size_t from = 0;
    size_t to = s.len;
    while (from < to && pl_is_space(s.data[from])) {
        from++;
    }
    while (to > from && pl_is_space(s.data[to - 1])) {
        to--;
    }
    return pl_str_slice(s, from, to);
}

pl_str pl_str_split(pl_str *rest, char separator)
{
    pl_str whole = *rest;
    size_t at = pl_str_find_char(whole, separator, 0);
    if (at == PL_NOWHERE) {
        *rest = (pl_str){0};
        return whole;
    }
    *rest = pl_str_slice(whole, at + 1, whole.len);
    return pl_str_slice(whole, 0, at);
}
