/* fixing.h - what --fix and --diff make of a document. */
#ifndef PLANLINT_CLI_FIXING_H
#define PLANLINT_CLI_FIXING_H

#include <stdbool.h>

#include "base/attr.h"
#include "lint/severity.h"

struct pl_arena;
struct pl_fixed;
struct pl_plan;
struct pl_session;
struct pl_setup;

enum pl_fix_mode {
    PL_FIX_NOTHING,
    PL_FIX_WRITE, /* to the files, or to the output for standard input */
    PL_FIX_SHOW,  /* the differences, on the output */
};

struct pl_fixing {
    struct pl_session *session;
    enum pl_fix_mode mode;
    bool unsafe_too;
    enum pl_severity least; /* findings below are left alone */
    bool found_differences;
};

/* What the options ask for; false after a complaint about those that do not
 * go together. */
PL_MUST_CHECK bool pl_fixing_begin(struct pl_fixing *fixing,
                                   struct pl_session *session,
                                   enum pl_severity least);

struct pl_fixing_document {
    const char *path; /* as it was given: "-" for standard input */
    const struct pl_plan *plan;
    const struct pl_setup *setup;
};

/* Lints a document, fixes it when asked for, and writes what has to be
 * written. When something fails it complains, and the result is that of the
 * document as it is. All is in the arena. */
void pl_fixing_lint(struct pl_fixing *fixing, struct pl_arena *arena,
                    const struct pl_fixing_document *document,
                    struct pl_fixed *fixed);

#endif
