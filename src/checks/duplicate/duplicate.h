/* duplicate.h - paragraphs that stand more than once. */
#ifndef PLANLINT_CHECKS_DUPLICATE_H
#define PLANLINT_CHECKS_DUPLICATE_H

#include <stddef.h>

#include "checks/shared/scope.h"

struct pl_run;

struct pl_duplicate_params {
    size_t min_words;
    size_t max_times;
    struct pl_scope scope;
};

void pl_duplicate_paragraphs(struct pl_run *run,
                             const struct pl_duplicate_params *params);

#endif
