/* series_faults.h - what is wrong in one run of numbers, told as shortly as
 * can be: one number out of place is one fault, whatever follows it.
 *
 * The numbers that rise for the longest are taken to be right; what is not
 * among them is a duplicate or out of order, and what is missing between them
 * is a gap unless a number out of place explains it. A series may begin at
 * any number. A run that begins again at its first number is judged apart. */
#ifndef PLANLINT_CHECKS_SERIES_FAULTS_H
#define PLANLINT_CHECKS_SERIES_FAULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "plan/label.h"
#include "plan/plan.h"

struct pl_arena;

enum pl_fault_kind {
    PL_FAULT_GAP,       /* numbers are missing before `entry` */
    PL_FAULT_DUPLICATE, /* `entry` has the number of `other` */
    PL_FAULT_ORDER,     /* `entry` belongs elsewhere */
};

/* Entries are indexes into plan->series_entries. */
struct pl_fault {
    enum pl_fault_kind kind;
    uint32_t entry;
    uint32_t other;  /* of a duplicate: the entry with the same number; of two
                        numbers that changed places: the other one; or
                        PL_NONE */
    uint32_t before; /* the right number before `entry`, or PL_NONE */
    uint32_t after;  /* and the one after it; of a gap: `entry` itself */
    struct pl_label missing; /* the number the place calls for; of a gap: the
                                first one missing; no parts: none */
    uint32_t missing_count;  /* of a gap, from `missing` on */
};

struct pl_faults {
    const struct pl_fault *items; /* by entry */
    size_t count;
    size_t entries; /* of the run that they were found in */
};

/* The entries of a series that are judged together: where numbers are written
 * in two ways ("4" and "4.", or by Word and by hand), those of the more
 * frequent one; and none of what is quoted. */
struct pl_numbers_run {
    const struct pl_series_entry *entries;
    const uint32_t *origins; /* their indexes in plan->series_entries; NULL:
                                from `first` on without a break */
    uint32_t first;
    uint32_t count;
};

/* Whether nothing is wrong in a series: each number follows the one before. */
bool pl_series_is_in_order(const struct pl_plan *plan,
                           const struct pl_series *series);

/* `quoted` says by block what does not count; NULL: all does. */
struct pl_numbers_run pl_numbers_run_of(struct pl_arena *arena,
                                        const struct pl_plan *plan,
                                        const struct pl_series *series,
                                        const bool *quoted);

/* One after the other gives the faults of each stretch of numbers up to where
 * they begin again: `*from`, 0 at first, moves to the entry after it. The
 * result lives in `arena`. */
struct pl_faults pl_faults_find(struct pl_arena *arena,
                                const struct pl_numbers_run *numbers,
                                uint32_t *from);

#endif
