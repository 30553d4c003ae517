#include "text/line_ends.h"

#include <stdbool.h>

enum { STRIDE = 32 };

/* Without branches, so that it becomes a few vector instructions. */
static bool stride_may_have_one(const char *bytes)
{
    unsigned char hits = 0;
    for (size_t i = 0; i < STRIDE; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        hits |=
            (unsigned char)((byte == '\r') | (byte == 0xC2) | (byte == 0xE2));
    }
    return hits != 0;
}

/* Bytes of the line end at `at`, or 0. */
static size_t length_at(pl_str text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.data + at;
    size_t left = text.len - at;
    switch (p[0]) {
    case '\r':
        return left > 1 && p[1] == '\n' ? 2 : 1;
    case 0xC2:
        return left > 1 && p[1] == 0x85 ? 2 : 0;
    case 0xE2:
        return left > 2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9) ? 3
                                                                          : 0;
    default:
        return 0;
    }
}

struct pl_line_end pl_line_end_find(pl_str text, size_t from)
{
    size_t at = from;
    while (at < text.len) {
        while (text.len - at >= STRIDE &&
               !stride_may_have_one(text.data + at)) {
            at += STRIDE;
        }
        size_t stop = text.len - at > STRIDE ? at + STRIDE : text.len;
        for (; at < stop; at++) {
            size_t len = length_at(text, at);
            if (len != 0) {
                return (struct pl_line_end){at, len};
            }
        }
    }
    return (struct pl_line_end){.at = PL_NOWHERE};
}
