/* reference.h - one pass of the kind of check "reference" over the references
 * of a plan, for the files of this folder alone. */
#ifndef PLANLINT_CHECKS_REFERENCE_H
#define PLANLINT_CHECKS_REFERENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "checks/shared/quotations.h"
#include "lint/check.h"
#include "plan/plan.h"
#include "plan/references.h"

struct pl_known_labels;

struct pl_reference_pass {
    struct pl_run *run;
    struct pl_known_labels *known;
    uint32_t looked_up; /* bare numbers */
    /* By enum pl_caption_kind, a bit each: */
    unsigned looked_for;
    unsigned shown; /* of these, what the document shows */
};

/* Each reports its fault when the reference, one of the plan's, has it. */
#define PL_REFERENCE_FAULT(function, name)                            \
    void pl_reference_find_##function(struct pl_reference_pass *pass, \
                                      const struct pl_reference *reference);
#include "checks/reference/reference.def"
#undef PL_REFERENCE_FAULT

/* What is referred to, "annex". */
static inline pl_str pl_reference_kind_text(const struct pl_reference *it)
{
    return pl_str_from(pl_reference_name(it->kind));
}

/* As typed, "see Annex 2". */
static inline pl_str pl_reference_phrase(const struct pl_run *run,
                                         const struct pl_reference *it)
{
    return pl_range_text(run->plan->text, it->phrase);
}

/* Whether somebody is quoted who refers to another document. */
static inline bool pl_reference_is_quoted(struct pl_run *run,
                                          const struct pl_reference *it)
{
    return pl_quotations_have(run, it->block, it->phrase.start);
}

#endif
