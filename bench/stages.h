/* stages.h - the way of a document through planlint, stage by stage, timed.
 *
 * The stages come first, one after the other; then the parts of the model and
 * the rules, each measured on its own on what the stages made. */
#ifndef PLANLINT_BENCH_STAGES_H
#define PLANLINT_BENCH_STAGES_H

#include <stddef.h>

#include "base/str.h"
#include "base/vec.h"
#include "measure.h"

struct pl_arena;
struct pl_subject;

enum pl_stage_kind { PL_STAGE_WHOLE, PL_STAGE_PART, PL_STAGE_RULE };

struct pl_stage {
    pl_str name;
    enum pl_stage_kind kind;
    struct pl_times times;
    size_t count; /* of what it made: nodes of the model, findings; or 0 */
};

struct pl_stages {
    struct pl_arena *arena;
    const struct pl_subject *subject;
    PL_VEC(struct pl_stage) list; /* the first is the whole: end to end */
};

/* Runs all stages, parts and rules `runs` times. */
struct pl_stages *pl_stages_measure(struct pl_arena *arena,
                                    const struct pl_subject *subject,
                                    size_t runs);

#endif
