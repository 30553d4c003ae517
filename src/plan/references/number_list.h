/* number_list.h - the numbers after a word such as "sections": one, a list or a
 * range of them, with their sub-labels: "12(a)", "4.1, 5.1 and 6.1", "3 to 7".
 */
#ifndef PLANLINT_PLAN_NUMBER_LIST_H
#define PLANLINT_PLAN_NUMBER_LIST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "plan/label.h"
#include "plan/words/scan.h"

/* What a number may look like. A number that begins with a digit always may. */
enum pl_number_shape {
    PL_NUMBER_LETTERS = 1 << 0,  /* A, IV, A.2 */
    PL_NUMBER_MARKERS = 1 << 1,  /* a), (a), 3) */
    PL_NUMBER_HYPHENS = 1 << 2,  /* 12-2 is one label, of two parts */
    PL_NUMBER_NO_SPANS = 1 << 3, /* 12-2 is no range, 12-14 is */
    PL_NUMBER_MANY = 1 << 4,     /* the word before is a plural */
    PL_NUMBER_DOTTED = 1 << 5,   /* two parts at least: 7.2 */
};

struct pl_number {
    struct pl_label label; /* sub-labels are its last parts */
    uint8_t base_count;    /* parts before the sub-labels */
    struct pl_label to;    /* no parts: not a range */
    struct pl_range range; /* as typed, to the end of a range */
};

/* Reads the one number at the scan. False when there is none, or when it is
 * not a label but an amount, a year or a part of something else. */
bool pl_number_read(struct pl_scan *scan, unsigned shape,
                    struct pl_number *number);

/* A walk over the numbers of a list. Begin with {.scan, .shape}; afterwards
 * `scan` stands at the end of the last number. */
struct pl_numbers {
    struct pl_scan scan;
    unsigned shape; /* enum pl_number_shape */
    bool is_broken; /* the last number goes on in an unknown way: "17-4.2" */
    bool is_begun;
    bool is_last; /* an "and" has been read */
    struct pl_number last;
};

bool pl_numbers_next(struct pl_numbers *numbers, struct pl_number *number);

#endif
