/* subject.h - what is measured: a text and the rules that judge it. */
#ifndef PLANLINT_BENCH_SUBJECT_H
#define PLANLINT_BENCH_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct pl_arena;
struct pl_bench_options;
struct pl_ruleset;

struct pl_subject {
    const char *name;
    pl_str bytes;
    const struct pl_ruleset *ruleset;
};

/* The file that the options name, or else a generated plan of `bytes`; says on
 * stderr what is wrong. */
bool pl_subject_make(struct pl_arena *arena,
                     const struct pl_bench_options *options, size_t bytes,
                     struct pl_subject *subject);

#endif
