/* finding.h - one inconsistency: what, where, why, the evidence and the fix.
 *
 * Findings and all they point to live in the arena of the run. Ranges count in
 * the text of the document (struct pl_source), not in the file. */
#ifndef PLANLINT_LINT_FINDING_H
#define PLANLINT_LINT_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/edit.h"
#include "base/range.h"
#include "base/str.h"
#include "base/vec.h"
#include "lint/severity.h"

struct pl_arena;
struct pl_confines;
struct pl_rule;

/* Another place that proves the finding ("first paragraph 7"). */
struct pl_related {
    struct pl_range range;
    const char *message;
};

struct pl_fix {
    const char *title; /* "number it 2.2" */
    bool safe;         /* may be applied without a person looking */
    PL_VEC(struct pl_edit) edits;
};

enum pl_revision_status {
    PL_REVISION_NONE, /* the document is no revision */
    PL_REVISION_EXISTING,
    PL_REVISION_INTRODUCED,
};

/* What a revision has to do with a finding; see revision.h. */
struct pl_finding_revision {
    enum pl_revision_status status;
    pl_str author; /* who introduced it; empty: that is not known */
    pl_str date;   /* when: "2026-05-04T09:30:00Z"; may be empty */
};

struct pl_finding {
    const struct pl_rule *rule;
    enum pl_severity severity;
    struct pl_range range;
    const char *message; /* complete; lower case, no full stop */
    pl_str subject; /* the name of what it is about, such as an acronym, for
                       ledgers; may be empty */
    struct pl_finding_revision revision;
    PL_VEC(struct pl_related) related;
    PL_VEC(struct pl_fix) fixes;
};

struct pl_findings {
    struct pl_arena *arena;
    PL_VEC(struct pl_finding *) list;
    const struct pl_confines *within; /* what begins elsewhere is forgotten;
                                         NULL: nothing is */

    /* For the engine: beyond `limit` findings (0: no limit) they are counted
     * and forgotten, so that memory stays bounded. */
    size_t limit;
    size_t dropped;
    struct pl_range first_dropped;
    struct pl_finding *spare; /* what pl_findings_add() returns for these and
                                 for what is forgotten */
};

/* A name and value for the rule's templates: "{number}". */
struct pl_arg {
    const char *name;
    pl_str value;
};

struct pl_args {
    const struct pl_arg *items;
    size_t count;
};

/* Arguments in place: PL_ARGS({"number", number}, {"first", where}) */
#define PL_ARGS(...)                                                 \
    ((struct pl_args){(const struct pl_arg[]){__VA_ARGS__},          \
                      sizeof((const struct pl_arg[]){__VA_ARGS__}) / \
                          sizeof(struct pl_arg)})
#define PL_NO_ARGS ((struct pl_args){NULL, 0})

/* `text` with each "{name}" replaced; a name without an argument stays as it
 * is. In the arena, terminated. */
const char *pl_template_fill(struct pl_arena *arena, pl_str text,
                             const struct pl_arg *args, size_t arg_count);

/* Adds a finding whose message is the rule's template with the arguments put
 * in; the caller may go on to add related places and fixes. */
struct pl_finding *pl_findings_add(struct pl_findings *findings,
                                   const struct pl_rule *rule,
                                   struct pl_range range,
                                   const struct pl_arg *args, size_t arg_count);

/* pl_findings_add() with the arguments in place:
 *     PL_FINDING(run, range, {"number", number}, {"first", where}) */
#define PL_FINDING(run, range_, ...)                               \
    pl_findings_add((run)->findings, (run)->rule, (range_),        \
                    (const struct pl_arg[]){__VA_ARGS__},          \
                    sizeof((const struct pl_arg[]){__VA_ARGS__}) / \
                        sizeof(struct pl_arg))

void pl_finding_relate(struct pl_findings *findings, struct pl_finding *finding,
                       struct pl_range range, const char *message);

/* Offers a fix of one edit, whose title is the "fix" of the rule's file with
 * the arguments put in. More edits may be pushed to the fix that is returned;
 * NULL, and nothing is offered, when the rule has no "fix". */
struct pl_fix *pl_finding_fix(struct pl_findings *findings,
                              struct pl_finding *finding, bool safe,
                              struct pl_edit edit, struct pl_args args);

/* By place (start, then end), then rule id, then message: the order of every
 * report. Findings that are equal in all these keep their order. */
void pl_findings_sort(struct pl_findings *findings);

#endif
