/* typed_mentions.h - typed numbers of paragraphs, sections and points that a
 * plan mentions elsewhere, where it is certain what they mean. */
#ifndef PLANLINT_CHECKS_WORD_TYPED_MENTIONS_H
#define PLANLINT_CHECKS_WORD_TYPED_MENTIONS_H

#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "plan/label.h"

struct pl_arena;
struct pl_plan;

enum { PL_TYPED_ENDS = 2 }; /* of "3 to 7"; "3" has one */

struct pl_typed_end {
    struct pl_label label;
    uint32_t target; /* offset of the number that is meant; PL_NONE: unknown */
};

struct pl_typed_mention {
    struct pl_range range; /* of the number or numbers, as typed */
    pl_str kind;           /* "paragraph"; of a point its verb, "resolves" */
    pl_str kinds;          /* of several: "paragraphs" */
    struct pl_typed_end ends[PL_TYPED_ENDS];
    uint32_t end_count;
};

struct pl_typed_mentions {
    const struct pl_typed_mention *items; /* by range */
    uint32_t count;
};

/* In the arena. Titles are passed over: they speak of other documents, too. */
struct pl_typed_mentions pl_typed_mentions_of(struct pl_arena *arena,
                                              const struct pl_plan *plan);

#endif
