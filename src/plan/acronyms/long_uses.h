/* long_uses.h - where a name that has an acronym is written out again. */
#ifndef PLANLINT_PLAN_LONG_USES_H
#define PLANLINT_PLAN_LONG_USES_H

#include <stdint.h>

#include "base/range.h"
#include "plan/acronyms/long_form.h"

struct pl_arena;
struct pl_plan;

/* The places of words whatever their capitals; for many searches. */
struct pl_long_uses {
    struct pl_arena *scratch;
    const struct pl_plan *plan;
    const uint32_t *folds;          /* of each form */
    const uint32_t *first_of_fold;  /* a form of that fold, or PL_NONE */
    const uint32_t *next_of_fold;   /* the next of the same fold, or PL_NONE */
    const uint32_t *fold_counts;    /* occurrences */
    const struct pl_range *defined; /* where long forms are introduced, sorted;
                                       `end` is the furthest so far */
    uint32_t defined_count;
    uint32_t budget; /* occurrences that may still be looked at: keeps the
                        whole linear in any document */
};

/* In a scratch arena. `defined` are the long forms of all definitions, in any
 * order; a name inside one of them is not "again". */
struct pl_long_uses pl_long_uses_new(struct pl_arena *scratch,
                                     const struct pl_plan *plan,
                                     struct pl_range *defined,
                                     uint32_t defined_count);

/* Where `long_form` is written again, in singular or plural, after word
 * `after`; ascending, in `arena`. */
const struct pl_range *pl_long_uses_find(struct pl_arena *arena,
                                         struct pl_long_uses *uses,
                                         struct pl_word_run long_form,
                                         uint32_t after, uint32_t *count);

#endif
