/* completion_context.h - what a person is about to write. */
#ifndef PLANLINT_LSP_FEATURES_COMPLETION_CONTEXT_H
#define PLANLINT_LSP_FEATURES_COMPLETION_CONTEXT_H

#include <stdint.h>

#include "base/range.h"
#include "plan/entities.h"
#include "plan/references.h"

struct pl_plan;

enum pl_completion_kind {
    PL_COMPLETION_NONE,
    PL_COMPLETION_WORD,      /* a word of prose */
    PL_COMPLETION_REFERENCE, /* a number after "paragraph" */
    PL_COMPLETION_ENTITY,    /* a number after "target" */
    PL_COMPLETION_FOOTNOTE,  /* an id after "[^" */
    PL_COMPLETION_DIRECTIVE, /* after "<!-- " */
    PL_COMPLETION_RULE,      /* in a directive */
};

struct pl_completion_context {
    enum pl_completion_kind kind;
    enum pl_reference_kind reference;
    enum pl_entity_kind entity;
    struct pl_range typed; /* what there is of it, up to the cursor */
};

struct pl_completion_context
pl_completion_context_at(const struct pl_plan *plan, uint32_t offset);

#endif
