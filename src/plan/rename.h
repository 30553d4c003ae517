/* rename.h - changing the name or the number of a symbol everywhere at once.
 *
 * What can be renamed: the names of goals, priorities and other entities;
 * acronyms and their long forms; footnotes; labels of links; and the numbers
 * of sections, annexes, paragraphs, items, entities and captions, with every
 * reference to them. Only what the plan knows to be an occurrence is touched.
 */
#ifndef PLANLINT_PLAN_RENAME_H
#define PLANLINT_PLAN_RENAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/edit.h"
#include "base/error.h"
#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_symbols;

struct pl_rename_target {
    struct pl_range range; /* around the cursor: what a person types over */
    pl_str placeholder;    /* the name or label now, in one line */
};

/* Whether what stands at an offset can be renamed, with the placeholder in the
 * arena; else the error says why not: "nothing that can be renamed stands
 * here". */
PL_MUST_CHECK bool pl_rename_prepare(struct pl_arena *arena,
                                     const struct pl_symbols *symbols,
                                     uint32_t offset,
                                     struct pl_rename_target *target,
                                     struct pl_error *error);

/* The edits that rename what stands at an offset, in the arena; none when the
 * name is the same. Refused with a reason: a name that is no name of its kind,
 * and one that something else has ("Goal 2 has the name already, in 2.2, para
 * 4, line 12"). */
PL_MUST_CHECK bool pl_rename(struct pl_arena *arena,
                             const struct pl_symbols *symbols, uint32_t offset,
                             pl_str new_name, struct pl_edits *edits,
                             struct pl_error *error);

#endif
