/* places.h - where each number of a document stands: section 2.1, paragraph
 * 12, Annex B, Table 3, item c). */
#ifndef PLANLINT_PLAN_PLACES_H
#define PLANLINT_PLAN_PLACES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "plan/label.h"
#include "plan/references/place_kind.h"

struct pl_arena;
struct pl_plan;
struct pl_places;

/* Sections to footnotes of the plan must be there. Everything in `arena`. */
struct pl_places *pl_places_build(struct pl_arena *arena,
                                  const struct pl_plan *plan);

/* The place with that number in the part (annex or main body) that holds the
 * offset `near`, nearest to it; else the nearest anywhere. */
bool pl_places_find(struct pl_places *places, enum pl_place_kind kind,
                    struct pl_label label, uint32_t near,
                    struct pl_range *found);

/* The first place with that number in a piece of the text. */
bool pl_places_find_in(struct pl_places *places, enum pl_place_kind kind,
                       struct pl_label label, struct pl_range piece,
                       struct pl_range *found);

/* Numbered places of a kind, and those whose number looks like `label`: as
 * many parts, and a figure or a letter first. */
uint32_t pl_places_count(const struct pl_places *places,
                         enum pl_place_kind kind);
uint32_t pl_places_count_alike(const struct pl_places *places,
                               enum pl_place_kind kind, struct pl_label label);

/* Places whose number differs from `label` in the value of its last part: the
 * sisters of 2.4 are 2.1, 2.2 ... */
struct pl_sisters {
    uint32_t count;
    uint32_t lowest; /* value of a last part; 0 when there is none */
};
struct pl_sisters pl_places_sisters(struct pl_places *places,
                                    enum pl_place_kind kind,
                                    struct pl_label label);

/* From one part's beginning to the next: the main body, an annex. */
struct pl_range pl_places_part(const struct pl_places *places, uint32_t offset);

#endif
