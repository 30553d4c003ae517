/* meaning.h - what a reference means for certain, and what its number becomes.
 *
 * Internal to the plan layer. */
#ifndef PLANLINT_PLAN_MEANING_H
#define PLANLINT_PLAN_MEANING_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/label.h"
#include "plan/renumber.h"

struct pl_numbering;
struct pl_runs;

enum pl_meaning_kind {
    PL_MEANING_SAME,    /* nothing that it means changes */
    PL_MEANING_CHANGED, /* certain, and with new numbers */
    PL_MEANING_LEFT,    /* may be meant to change, but that is not certain */
};

struct pl_meaning {
    enum pl_meaning_kind kind;
    enum pl_renumber_reason reason; /* why it is left */
    struct pl_label label;          /* what it becomes */
    struct pl_label to;             /* the same for the end of a range */
};

/* References are asked for in their order. */
struct pl_meaner {
    const struct pl_numbering *numbering; /* settled */
    const struct pl_runs *runs;
    uint32_t phrase; /* start of the last one, and */
    uint32_t owner;  /* the reference it says it is part of, or PL_NONE */
};

struct pl_meaner pl_meaner_of(const struct pl_numbering *numbering,
                              const struct pl_runs *runs);

/* `index` is that of one of the plan's references. */
struct pl_meaning pl_meaner_ask(struct pl_meaner *meaner, uint32_t index);

#endif
