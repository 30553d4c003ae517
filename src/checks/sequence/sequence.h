/* sequence.h - the numbers of a series that the kind of check "sequence"
 * judges, for the files of this folder alone. */
#ifndef PLANLINT_CHECKS_SEQUENCE_H
#define PLANLINT_CHECKS_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "lint/check.h"
#include "plan/plan.h"

struct pl_fault;

enum pl_sequence_fault {
    PL_SEQUENCE_GAP,
    PL_SEQUENCE_DUPLICATE,
    PL_SEQUENCE_ORDER,
    PL_SEQUENCE_MALFORMED,
};

/* See sequence.c for what they mean. */
struct pl_sequence_params {
    size_t series;  /* enum pl_series_kind */
    size_t fault;   /* enum pl_sequence_fault */
    size_t regular; /* per cent of a run that must be without fault */
    size_t max_gap; /* numbers; a wider gap is taken to be meant */
};

/* By enum pl_series_kind: "section", "paragraph", ... */
extern const char *const pl_sequence_series_names[];

/* `index` is one of plan->series_entries. */
static inline const struct pl_series_entry *
pl_sequence_entry(const struct pl_run *run, uint32_t index)
{
    return &run->plan->series_entries[index];
}

/* The number inside what was typed: "b" of "b)", "2" of "Annex 2". */
struct pl_range pl_sequence_number(const struct pl_run *run,
                                   const struct pl_series_entry *entry);

/* Whether what looks like that fault may well be none. */
bool pl_sequence_is_doubtful(const struct pl_run *run,
                             const struct pl_fault *fault);

void pl_sequence_report(struct pl_run *run, const struct pl_fault *fault);

/* Of entry `at`, whose number is damaged. */
void pl_sequence_report_malformed(struct pl_run *run,
                                  const struct pl_series *series, uint32_t at);

#endif
