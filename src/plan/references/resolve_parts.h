/* resolve_parts.h - what resolve.c is made of, for its files alone: it finds
 * places, resolve_missing.c says when there can be none, resolve_items.c finds
 * items of a place. */
#ifndef PLANLINT_PLAN_RESOLVE_PARTS_H
#define PLANLINT_PLAN_RESOLVE_PARTS_H

#include "plan/references/resolve.h"

enum { PL_RESOLVE_SOME = 2 }; /* numbers that show that more are numbered */

/* The place of a number, among its own kind or those that are numbered with
 * it; the one that is nearest. */
bool pl_resolver_find_base(const struct pl_resolver *r,
                           enum pl_place_kind place, struct pl_label label,
                           uint32_t near, struct pl_range *found);

/* The numbers at the level of this one, below the same parent. */
struct pl_sisters pl_resolver_sisters(const struct pl_resolver *r,
                                      enum pl_place_kind place,
                                      struct pl_label label);

/* 6 of 6.3. */
struct pl_label pl_resolver_parent(struct pl_label label);

/* The index of the first section whose heading begins after an offset. */
uint32_t pl_resolver_section_after(const struct pl_plan *plan, uint32_t offset);

/* Fills in what is known of the document's way to number. */
void pl_resolver_look_at_numbers(struct pl_resolver *r);

/* How many places there are that a number of that kind may be one of. */
uint32_t pl_resolver_count_places(const struct pl_resolver *r,
                                  enum pl_place_kind place,
                                  struct pl_label label);

/* Whether a number that has no place must be wrong. */
bool pl_resolver_is_missing(const struct pl_resolver *r,
                            enum pl_place_kind place, struct pl_label label,
                            uint32_t near);

/* Where the next section begins after an offset; UINT32_MAX: nowhere. */
uint32_t pl_resolver_next_section(const struct pl_plan *plan, uint32_t offset);

/* The item of the place at `base` that the sub-labels name, those from
 * `base_count` on. */
bool pl_resolver_find_item(const struct pl_resolver *r, struct pl_label label,
                           uint8_t base_count, struct pl_range base,
                           struct pl_range *found);

/* Whether the lists of the place at `base` end before an item with that mark;
 * then `last` is the mark of their last one. */
bool pl_resolver_ends_before(const struct pl_resolver *r,
                             struct pl_label_part part, struct pl_range base,
                             struct pl_range *last);

#endif
