/* resolve.h - what a reference means: a place of this document, one of
 * another, or one that does not exist. */
#ifndef PLANLINT_PLAN_RESOLVE_H
#define PLANLINT_PLAN_RESOLVE_H

#include <stdbool.h>

#include "plan/references.h"
#include "plan/references/number_list.h"
#include "plan/references/places.h"
#include "plan/references/reference_context.h"

struct pl_plan;

struct pl_resolver {
    const struct pl_plan *plan;
    struct pl_places *places;
    bool are_sections_numbered; /* most of them are */
    bool has_escaped_numbers;   /* "12\\. The Council" */
};

struct pl_resolver pl_resolver_of(const struct pl_plan *plan,
                                  struct pl_places *places);

/* Where a reference points, besides its label. */
struct pl_pointer {
    enum pl_place_kind place;
    enum pl_context context;
    uint8_t base_count; /* parts of the label before its sub-labels */
};

/* Sets resolution, target and target_end from the reference's labels. Missing
 * is only what the document numbers in such a way that the number has no
 * place there. */
void pl_resolver_resolve(const struct pl_resolver *resolver,
                         struct pl_pointer pointer,
                         struct pl_reference *reference);

#endif
