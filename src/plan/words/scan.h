/* scan.h - reading a piece of text from left to right.
 *
 * Every function that accepts something moves past it and returns true, or
 * leaves the scan where it is. Nothing is read at or after `end`. */
#ifndef PLANLINT_PLAN_SCAN_H
#define PLANLINT_PLAN_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct pl_scan {
    pl_str text;
    uint32_t at;
    uint32_t end;
};

/* The byte at `at` plus `ahead`, or NUL at the end. */
static inline char pl_scan_peek(const struct pl_scan *scan, uint32_t ahead)
{
    return scan->end > scan->at && ahead < scan->end - scan->at
               ? scan->text.data[scan->at + ahead]
               : '\0';
}

/* White space but tabs, no-break spaces, and marks of emphasis ("*", "_"). */
bool pl_scan_blanks(struct pl_scan *scan);

static inline bool pl_scan_char(struct pl_scan *scan, char c)
{
    if (scan->at < scan->end && pl_scan_peek(scan, 0) == c) {
        scan->at++;
        return true;
    }
    return false;
}

/* A hyphen, a dash or a minus sign. */
bool pl_scan_dash(struct pl_scan *scan);

/* The letters (ASCII, or any wide character but a no-break space) at `at`;
 * does not move. */
pl_str pl_scan_letters(const struct pl_scan *scan);

/* The letters at `at` when they are `word` (lower case) in any case, and all
 * of it. */
bool pl_scan_word(struct pl_scan *scan, const char *word);

/* The same for one of `words`, which ends with NULL. */
bool pl_scan_any_word(struct pl_scan *scan, const char *const *words);

/* "l'" or "d'" before the letter of a French word. */
bool pl_scan_elision(struct pl_scan *scan);

/* Whether `word` is one of `list` (lower case), which ends with NULL, in any
 * capitals. */
bool pl_is_one_of(pl_str word, const char *const *list);

/* The offset before the blanks that end at `at`, not before `from`. */
uint32_t pl_scan_back(pl_str text, uint32_t from, uint32_t at);

/* The letters, digits and apostrophes that end at `at`. */
pl_str pl_scan_word_before(pl_str text, uint32_t from, uint32_t at);

#endif
