/* fix.h - fixes of findings, applied to a document until nothing is left that
 * they could do.
 *
 * Of each finding the first fix counts when it is safe. Of the others, which
 * a person has to judge, only one without alternatives is ever applied, and
 * only when asked for. */
#ifndef PLANLINT_LINT_FIX_H
#define PLANLINT_LINT_FIX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/edit.h"
#include "base/error.h"
#include "lint/lint.h"
#include "lint/severity.h"

struct pl_arena;
struct pl_plan;
struct pl_ruleset;
struct pl_settings;

/* What is chosen in one round. */
struct pl_fix_choice {
    struct pl_edits edits; /* in the document's text */
    size_t findings;       /* that they fix */
};

/* Chooses from findings in the order of reports, in the arena. A fix is taken
 * whole or not at all: not when it overlaps or touches one of an earlier
 * finding, and not when it changes nothing. `text` is the document's, `least`
 * the severity from which on a finding counts. */
struct pl_fix_choice pl_fix_choose(struct pl_arena *arena, pl_str text,
                                   const struct pl_findings *findings,
                                   enum pl_severity least, bool unsafe_too);

/* How to lint and to fix. */
struct pl_fixer {
    const struct pl_ruleset *ruleset;
    const struct pl_settings *settings; /* may be NULL */
    enum pl_severity least;             /* findings below are left alone */
    bool unsafe_too;
};

enum { PL_FIX_MAX_ROUNDS = 100 };

struct pl_fixed {
    const struct pl_plan *plan;   /* as it is after the fixes */
    struct pl_lint_result result; /* what remains to be said about it */
    struct pl_edits edits;        /* in the bytes of the file as it was */
    size_t findings;              /* that were fixed */
    bool is_settled; /* false: there would be more after the last round */
};

/* Lints a document, applies fixes, and reads and lints what that gives, until
 * there is nothing more to fix. All is in the arena or borrowed from `plan`
 * and the ruleset. Fails, and the document is to be left as it is, when its
 * encoding cannot write a fix. */
PL_MUST_CHECK bool pl_fix_document(struct pl_arena *arena,
                                   const struct pl_plan *plan,
                                   const struct pl_fixer *fixer,
                                   struct pl_fixed *fixed,
                                   struct pl_error *error);

#endif
