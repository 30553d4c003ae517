/* rename_draft.h - a renaming under way.
 *
 * Internal to rename.c. */
#ifndef PLANLINT_PLAN_RENAME_DRAFT_H
#define PLANLINT_PLAN_RENAME_DRAFT_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/edit.h"
#include "base/error.h"
#include "base/vec.h"
#include "plan/symbols.h"

struct pl_plan;

struct pl_rename_draft {
    struct pl_arena *arena;   /* of the edits */
    struct pl_arena *scratch; /* ends with the renaming */
    const struct pl_symbols *symbols;
    const struct pl_plan *plan;
    const struct pl_symbol *symbol;
    const struct pl_occurrence *at; /* under the cursor */
    pl_str now;                     /* what is renamed, as it is defined */
    pl_str name;                    /* the new one, trimmed */
    PL_VEC(struct pl_edit) edits;
    struct pl_error *error;
};

/* Each refuses a name that will not do, or adds the edits. */
PL_MUST_CHECK bool pl_rename_acronym(struct pl_rename_draft *draft);
PL_MUST_CHECK bool pl_rename_footnote(struct pl_rename_draft *draft);
PL_MUST_CHECK bool pl_rename_label(struct pl_rename_draft *draft);
PL_MUST_CHECK bool pl_rename_link(struct pl_rename_draft *draft);
PL_MUST_CHECK bool pl_rename_name(struct pl_rename_draft *draft);

/* What stands in a range becomes `text`, unless it is that already. */
void pl_rename_replace(struct pl_rename_draft *draft, struct pl_range range,
                       pl_str text);

/* Every occurrence of a role becomes the new name. */
void pl_rename_all(struct pl_rename_draft *draft, enum pl_occurrence_role role);

/* Refuses the name because of what stands at an offset: `what` has it. */
bool pl_rename_is_taken(struct pl_rename_draft *draft, pl_str what,
                        uint32_t offset);

/* The same for a symbol. */
bool pl_rename_is_taken_by(struct pl_rename_draft *draft,
                           const struct pl_symbol *symbol);

/* Text in the plan. */
pl_str pl_rename_text(const struct pl_rename_draft *draft,
                      struct pl_range range);

#endif
