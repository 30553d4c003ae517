/* known_labels.h - which numbers of a kind a document has, in words: evidence
 * for a number that is not among them. */
#ifndef PLANLINT_CHECKS_KNOWN_LABELS_H
#define PLANLINT_CHECKS_KNOWN_LABELS_H

#include "base/str.h"
#include "checks/shared/params.h"
#include "plan/label.h"
#include "plan/references.h"

struct pl_arena;
struct pl_known_labels;
struct pl_plan;

/* The names of enum pl_reference_kind: "paragraph", "section", ... */
extern const struct pl_choices pl_reference_kinds;

/* In the arena; both must outlive it. */
struct pl_known_labels *pl_known_labels_new(struct pl_arena *arena,
                                            const struct pl_plan *plan);

/* "the sections below 2 run from 2.1 to 2.9", "the only table is 1", "there
 * are no such annexes". The plan is looked through once for all
 * numbers of a kind that differ in their last part alone. */
pl_str pl_known_labels_tell(struct pl_known_labels *known,
                            enum pl_reference_kind kind,
                            struct pl_label missing);

#endif
