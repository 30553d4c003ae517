/* numbering.h - everything in a plan that has a number, and what each stands
 * in.
 *
 * Internal to the plan layer. One number may be that of several things: an
 * item that is an outcome, a paragraph that is a target. */
#ifndef PLANLINT_PLAN_NUMBERING_H
#define PLANLINT_PLAN_NUMBERING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "plan/label.h"
#include "plan/references/places.h"
#include "plan/renumber.h"
#include "plan/renumber/typed.h"

struct pl_arena;
struct pl_map;
struct pl_plan;

enum pl_numbered_source {
    PL_NUMBERED_SECTION,
    PL_NUMBERED_PARAGRAPH,
    PL_NUMBERED_ITEM,
    PL_NUMBERED_CAPTION,
    PL_NUMBERED_ENTITY,
    PL_NUMBERED_FOOTNOTE,
    PL_NUMBERED_SOURCE_COUNT
};

struct pl_numbered {
    struct pl_label label;     /* as understood; no parts: it has no number */
    struct pl_label new_label; /* what it becomes */
    struct pl_range range;     /* as the plan has it, keywords too */
    struct pl_typed typed;     /* in `range` */
    enum pl_numbered_source source;
    enum pl_place_kind place;
    uint32_t block;
    uint32_t same;      /* the first thing with this very number: itself, or
                           what holds `new_label` for both */
    uint32_t next_same; /* the next one with it; PL_NONE */
    uint32_t run;       /* series that it is renumbered in; PL_NONE */
    uint32_t model;     /* of one that has no number yet: what it is to look
                           like; else PL_NONE */
    bool is_damaged;    /* what is typed is not the label */
    bool is_kept;       /* it must stay as it is */
    enum pl_renumber_reason why_kept;
    bool has_own; /* the last part of `new_label` is set */
};

struct pl_numbering {
    struct pl_arena *arena;
    const struct pl_plan *plan;
    struct pl_places *places; /* where references look */
    struct pl_numbered *items;
    uint32_t count;
    uint32_t first[PL_NUMBERED_SOURCE_COUNT + 1]; /* of each source */
    uint32_t *by_place;   /* those with a number, by the start of `range` */
    uint32_t place_count; /* of them */
    uint32_t *by_parts;   /* the same, those with fewer parts first */
    struct pl_map *old_labels; /* of what changes, by kind and number */
    struct pl_map *new_labels;
};

/* All is in the arena. There is room for one thing more, without a number. */
struct pl_numbering *pl_numbering_build(struct pl_arena *arena,
                                        const struct pl_plan *plan);

/* Finds the numbers that are to be kept. */
void pl_numbering_keep(struct pl_numbering *numbering,
                       const struct pl_renumber_keeper *keeper);

/* What has its number at an offset, of one of the sources (bits); PL_NONE. */
uint32_t pl_numbering_find(const struct pl_numbering *numbering,
                           unsigned sources, uint32_t start);

/* The next numbered thing around: a section, a paragraph, an item, a parent;
 * PL_NONE. */
uint32_t pl_numbering_around(const struct pl_numbering *numbering,
                             uint32_t index);

/* The thing around whose number begins the one of `index`: 2 of 2.1; PL_NONE.
 */
uint32_t pl_numbering_holder(const struct pl_numbering *numbering,
                             uint32_t index);

/* Gives everything that has no own new number the one that follows from what
 * it stands in, and remembers which numbers change. */
void pl_numbering_settle(struct pl_numbering *numbering);

bool pl_numbered_changes(const struct pl_numbering *numbering, uint32_t index);

/* Whether a number of that kind is one that changes; the second: or one that
 * begins it; the third: or one that something gets. */
bool pl_numbering_has_old(const struct pl_numbering *numbering,
                          enum pl_place_kind place, struct pl_label label);
bool pl_numbering_is_old(const struct pl_numbering *numbering,
                         enum pl_place_kind place, struct pl_label label);
bool pl_numbering_is_touched(const struct pl_numbering *numbering,
                             enum pl_place_kind place, struct pl_label label);

#endif
