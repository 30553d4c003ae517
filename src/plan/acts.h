/* acts.h - what bodies adopt: resolutions, decisions and recommendations, with
 * their preamble, their operative part, and pin-points such as "considering
 * e) above". */
#ifndef PLANLINT_PLAN_ACTS_H
#define PLANLINT_PLAN_ACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "plan/label.h"
#include "plan/references.h"

struct pl_arena;
struct pl_plan;

/* A verb and what is said under it, up to the next verb: "considering" on a
 * line of its own and its items, or a paragraph that begins with "Recalling"
 * or "3. Decides". */
struct pl_clause {
    bool is_operative;       /* decides, resolves; else recalling, noting */
    bool is_alone;           /* the verb stands alone in its line */
    struct pl_label label;   /* of "3. Decides"; no parts without a number */
    struct pl_range number;  /* as typed; may be empty */
    struct pl_range verb;    /* "Further recalling", "resolves" */
    struct pl_range name;    /* what it is cited by: the verb, or the whole line
                                that it stands in, "instructs the Council" */
    struct pl_range content; /* of its own block, from the verb on */
    uint32_t act;
    uint32_t block;      /* that it begins with */
    uint32_t block_end;  /* its blocks: [block, block_end) */
    uint32_t first_item; /* its items: [first_item, item_end) */
    uint32_t item_end;
};

/* One thing under a verb: "a) that ports grow;". Items of items are part of
 * its content. */
struct pl_clause_item {
    struct pl_label label;
    struct pl_range marker;  /* as typed */
    struct pl_range content; /* to the end of the item's own block */
    uint32_t clause;
    uint32_t block;
};

struct pl_act {
    struct pl_range title; /* the heading that names it; may be empty */
    struct pl_range organ; /* "The Council,"; may be empty */
    uint32_t first_block;  /* from the organ, or the first verb, on */
    uint32_t block_end;
    uint32_t first_clause; /* clauses [first_clause, clause_end) */
    uint32_t clause_end;
};

/* "considering a) and c) above" gives two. */
struct pl_pinpoint {
    struct pl_label label;
    struct pl_range range;  /* of the label as typed */
    struct pl_range phrase; /* from the verb to the last label */
    struct pl_range name;   /* the part of the phrase that names the clause */
    enum pl_direction direction;
    bool has_clause; /* whether the act has a clause of that name */
    uint32_t item;   /* that it means: a clause item, or PL_NONE */
    uint32_t act;
    uint32_t block;
};

/* Fills plan->acts, plan->clauses, plan->clause_items and plan->pinpoints.
 * Sections and lists are there. */
void pl_acts_build(struct pl_arena *arena, struct pl_plan *plan);

/* The act that a block is in, or PL_NONE. Logarithmic. */
uint32_t pl_plan_act_of(const struct pl_plan *plan, uint32_t block);

#endif
