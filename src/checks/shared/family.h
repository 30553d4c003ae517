/* family.h - the forms that one thing has in a plan, and the one finding that
 * tells of them when they mix.
 *
 * How severe such a finding is, is decided here and nowhere else. The form
 * that most places have is the majority, all other places are the minority.
 * The finding has the severity of the rule (never more) when the majority is
 * clear: it has at least "uses" places, and the minority at most "share" per
 * cent of all. Else it is worth a look: info at most. */
#ifndef PLANLINT_CHECKS_FAMILY_H
#define PLANLINT_CHECKS_FAMILY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/range.h"
#include "base/str.h"
#include "base/vec.h"

struct pl_params;
struct pl_run;

/* One form and where it stands. */
struct pl_variant {
    pl_str form; /* as the message shows it */
    PL_VEC(struct pl_range) places;
};

/* The parameter "mixed" of a rule: {"share": 20, "uses": 5, "least": 1,
 * "onlyClear": false}. */
struct pl_mix {
    size_t share; /* per cent */
    size_t uses;
    size_t least; /* places that the majority must have, or nothing is said */
    bool only_clear; /* nothing is said without a clear majority */
};

/* What stands there when a rule says nothing. */
struct pl_mix pl_mix_default(void);

/* Reads "mixed"; what it does not name stays. */
PL_MUST_CHECK bool pl_mix_load(const struct pl_params *params,
                               struct pl_mix *mix);

struct pl_family {
    struct pl_variant *variants;
    size_t count;

    /* The form of the house; it counts as the majority whatever the counts.
     * NULL: none. */
    const struct pl_variant *preferred;

    /* The text of a place of the minority when it is given the form `to`, in
     * the arena of the run; empty: better not. NULL: no fix. */
    pl_str (*rewrite)(const struct pl_run *run, const struct pl_family *family,
                      struct pl_range place, const struct pl_variant *to);
    const void *thing;    /* for `rewrite` */
    bool is_quoted;       /* its forms stand in quotation marks of their own */
    bool skip_quotations; /* places in quotation marks do not count */
    bool safe; /* the fix changes only typography: safe when it is clear */
};

/* Sorts the places of each form; those in another language than the document's
 * do not count. Adds a finding when more than one form
 * stands in the plan: at the first place of the minority, related to all others
 * and to one of the majority. Message: {minority} (its first text), {count},
 * {majority}, {others} (its count), {counts} (all forms with theirs). */
void pl_family_judge(struct pl_run *run, const struct pl_family *family,
                     const struct pl_mix *mix);

#endif
