/* reference_context.h - whose places the words around a reference speak of:
 * "section 3 of this plan", "section 3 of Resolution 2". */
#ifndef PLANLINT_PLAN_REFERENCE_CONTEXT_H
#define PLANLINT_PLAN_REFERENCE_CONTEXT_H

#include <stdbool.h>

#include "base/range.h"
#include "base/str.h"

enum pl_context {
    PL_CONTEXT_OWN,      /* "of this plan" */
    PL_CONTEXT_PLAIN,    /* nothing said */
    PL_CONTEXT_WITHIN,   /* "of Annex 2", "of paragraph 5" */
    PL_CONTEXT_DOUBTFUL, /* "of the report", "the UNDP paragraph 5" */
    PL_CONTEXT_FOREIGN,  /* "of the Convention", "Resolution 71, section 2" */
};

/* `phrase` is the reference with its numbers, `block` the content of the block
 * that it stands in. */
enum pl_context pl_context_after(pl_str text, struct pl_range phrase,
                                 struct pl_range block);
enum pl_context pl_context_before(pl_str text, struct pl_range phrase,
                                  struct pl_range block);

/* Whether "of" and its like come directly after. */
bool pl_context_has_of(pl_str text, struct pl_range phrase,
                       struct pl_range block);

#endif
