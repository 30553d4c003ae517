/* word_scan.h - where words begin and end, sixty-four bytes at a time.
 *
 * Internal to the plan layer; words.h says what a word is. */
#ifndef PLANLINT_PLAN_WORD_SCAN_H
#define PLANLINT_PLAN_WORD_SCAN_H

#include <stddef.h>

#include "base/range.h"
#include "base/str.h"

enum { PL_WORD_BATCH = 256 }; /* words that one call finds at most */

struct pl_word_scan {
    pl_str text; /* valid UTF-8 */
    size_t at;   /* set both to the range of prose that is scanned */
    size_t end;
};

/* Writes the next words to `found`, which has room for PL_WORD_BATCH; returns
 * how many, 0 at the end. */
size_t pl_word_scan_next(struct pl_word_scan *scan, struct pl_range *found);

#endif
