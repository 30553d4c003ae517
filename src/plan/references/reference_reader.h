/* reference_reader.h - references being read, one phrase after the other. */
#ifndef PLANLINT_PLAN_REFERENCE_READER_H
#define PLANLINT_PLAN_REFERENCE_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "plan/plan.h"
#include "plan/references/direction.h"
#include "plan/references/number_list.h"
#include "plan/references/reference_words.h"
#include "plan/references/resolve.h"
#include "plan/words/scan.h"

struct pl_reference_reader {
    struct pl_arena *scratch;
    const struct pl_plan *plan;
    struct pl_resolver resolver;
    PL_VEC(struct pl_reference) references;
    PL_VEC(struct pl_number) numbers; /* of the phrase being read */
    unsigned hyphened; /* bit 1 << place: captions such as "Table 12-2" */
    uint32_t covered;  /* the text before this offset has been read */
    uint32_t last_end; /* of the last phrase that was added; 0: none yet */
    uint32_t citation; /* the first that ends after the last phrase's start */
    size_t chain;      /* the first reference of "paragraph 5 of section 3" */
    bool is_external;  /* the last phrase was of another document */
};

/* A phrase being read. */
struct pl_phrase {
    uint32_t block;
    struct pl_range range; /* from its word to its end */
    enum pl_reference_kind kind;
    enum pl_place_kind place;
    unsigned shape; /* enum pl_number_shape */
};

/* Reads the numbers at the scan, finds out what they mean and adds them. False
 * when there are none; the scan then stays. */
bool pl_reference_reader_add(struct pl_reference_reader *reader,
                             struct pl_phrase *phrase, struct pl_scan *scan);

#endif
