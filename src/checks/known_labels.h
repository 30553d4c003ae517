/* known_labels.h - which numbers of a kind a document has, in words: evidence
 * for a number that is not among them. */
#ifndef PLANLINT_CHECKS_KNOWN_LABELS_H
#define PLANLINT_CHECKS_KNOWN_LABELS_H

#include "base/str.h"
#include "checks/params.h"
#include "plan/label.h"
#include "plan/references.h"

struct pl_arena;
struct pl_plan;

/* The names of enum pl_reference_kind: "paragraph", "section", ... */
extern const struct pl_choices pl_reference_kinds;

/* "the sections below 2 run from 2.1 to 2.9", "the last paragraph is 50",
 * "there is no table with a number". */
pl_str pl_known_labels(struct pl_arena *arena, const struct pl_plan *plan,
                       enum pl_reference_kind kind, struct pl_label missing);

#endif
