/* random_edits.h - edits as editors send them, of all that is hard in texts,
 * and what they make of a text, found in the simplest way. */
#ifndef PLANLINT_TESTS_SUPPORT_RANDOM_EDITS_H
#define PLANLINT_TESTS_SUPPORT_RANDOM_EDITS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "lsp/revision.h"
#include "text/lines.h"

struct pl_arena;

struct random_edits {
    uint64_t state; /* any seed */
    bool has_nul;   /* texts to put in may hold NUL */
};

struct random_edit {
    bool is_whole; /* `text` takes the place of the whole text */
    struct pl_lsp_position start;
    struct pl_lsp_position end;
    pl_str text;
};

uint32_t random_below(struct random_edits *random, uint32_t limit);

/* An edit of about what stands in `text`; in the arena. */
struct random_edit random_edit_of(struct pl_arena *arena,
                                  struct random_edits *random, pl_str text);

/* The text after it, in the arena. */
pl_str random_edit_apply(struct pl_arena *arena, pl_str text,
                         const struct random_edit *edit,
                         enum pl_column_unit unit);

#endif
