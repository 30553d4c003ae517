/* framework.h - the components that a plan says it consists of, and which
 * section is about each. */
#ifndef PLANLINT_CHECKS_FRAMEWORK_H
#define PLANLINT_CHECKS_FRAMEWORK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"

struct pl_arena;
struct pl_framework_title;
struct pl_plan;

enum { PL_FRAMEWORK_MAX = 64 }; /* more are another kind of table */

struct pl_framework {
    const struct pl_plan *plan;
    struct pl_framework_title *titles;     /* of all sections */
    uint32_t components[PL_FRAMEWORK_MAX]; /* indexes of entities */
    uint32_t sections[PL_FRAMEWORK_MAX];   /* the first one; PL_NONE: none */
    bool covered[PL_FRAMEWORK_MAX];        /* by a section or by things */
    uint32_t count;
    uint32_t covered_count;
};

/* False when the plan has no framework most of whose components have sections;
 * then nothing can be said about the others. */
PL_MUST_CHECK bool pl_framework_read(struct pl_arena *arena,
                                     const struct pl_plan *plan,
                                     struct pl_framework *framework);

/* The next section among those of the components that is about none of them;
 * PL_NONE as `after` gives the first, and as result means no more. */
uint32_t pl_framework_uncovered(const struct pl_framework *framework,
                                uint32_t after);

#endif
