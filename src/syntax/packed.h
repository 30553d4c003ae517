/* packed.h - a text as the parser reads it: plain words four bytes at a time.
 *
 * The parser spends most of its time in going from character to character. In
 * the middle of running text the scanner does nothing but count them, so they
 * are handed out four at a time, as a character of four bytes that Unicode sets
 * aside for use inside a program: see "Packed text" in grammar/README.md.
 * Positions stay those of the text, and so does the tree. */
#ifndef PLANLINT_SYNTAX_PACKED_H
#define PLANLINT_SYNTAX_PACKED_H

#include <stdint.h>

#include "base/str.h"

enum {
    /* Lines of at least so many bytes are handed out as they are: the scanner
     * cuts their text at a certain character, which may not be in a pack. */
    PL_PACKED_WINDOW = 8192,
    PL_PACKED_WINDOWS = 2, /* for the parser often goes back a little */
};

/* A stretch of the text, packed. */
struct pl_packed_window {
    uint32_t start; /* in the text */
    uint32_t length;
    char bytes[PL_PACKED_WINDOW];
};

struct pl_packed {
    pl_str text; /* valid UTF-8 */
    struct pl_packed_window windows[PL_PACKED_WINDOWS];
    uint32_t next; /* the window to fill next */
    uint32_t end;  /* of what was handed out last */
    uint32_t room; /* for the window filled last */
};

void pl_packed_init(struct pl_packed *packed, pl_str text);

/* What is there from `at` on, `*length` bytes of it; none at the end of the
 * text. Valid until the call after the next. */
const char *pl_packed_read(struct pl_packed *packed, uint32_t at,
                           uint32_t *length);

#endif
