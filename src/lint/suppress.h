/* suppress.h - directives in a document's text that silence findings.
 *
 *     <!-- planlint-disable-next-line PL401 -- why it is right as it is -->
 *     <!-- planlint-disable PL401, paragraph-number-gap -->
 *     <!-- planlint-enable -->
 *     <!-- planlint-disable-file PL4 -->
 *
 * Ids, names and families ("PL4") are parted by spaces or commas; none means
 * every rule. The next line is the next that is neither blank nor a directive;
 * a block ends where what began it is enabled, or with the text. A finding is
 * silenced where it begins. A directive in code is shown, not meant. */
#ifndef PLANLINT_LINT_SUPPRESS_H
#define PLANLINT_LINT_SUPPRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/range.h"
#include "base/str.h"
#include "base/vec.h"

struct pl_arena;
struct pl_findings;
struct pl_plan;
struct pl_ruleset;

/* One selector of one directive. */
struct pl_suppression {
    pl_str selector;        /* empty: every rule */
    struct pl_range place;  /* of the selector, or of the directive */
    struct pl_range covers; /* findings that begin in it, its end included */
    bool is_enable;         /* one that ends nothing: it never covers */
    bool is_redundant;      /* another does the same: it never covers */
    bool is_used;
};

/* A word in a directive that means nothing. */
struct pl_unknown_word {
    struct pl_range place;
    bool is_directive; /* false: a rule */
};

struct pl_suppressions {
    PL_VEC(struct pl_suppression) list; /* by the start of `covers` */
    PL_VEC(struct pl_unknown_word) unknown;
};

/* Finds the directives of a document; in the arena. Linear in its text. */
struct pl_suppressions *pl_suppressions_find(struct pl_arena *arena,
                                             const struct pl_plan *plan,
                                             const struct pl_ruleset *ruleset);

/* Takes what is silenced out of the findings, which are sorted, marks what
 * silenced it as used, and returns how many findings that were. `named_only`:
 * directives for every rule do not count, only those that name some. */
size_t pl_suppressions_apply(struct pl_arena *scratch,
                             struct pl_suppressions *suppressions,
                             bool named_only, struct pl_findings *findings);

/* The directives there are, from 0 on; the empty string after the last. */
pl_str pl_directive_at(size_t index);

/* The directive that was probably meant, or the empty string. */
pl_str pl_directive_nearest(pl_str word);

#endif
