/* renumber.h - numbers that follow each other again, and every reference with
 * them.
 *
 * A pure refactoring: from a plan and a wish to edits of the plan's text, and
 * a list of what was left as it is and why. A reference is rewritten only when
 * it is certain what it means; one to a number that is there twice never is.
 * Numbers keep the form in which they were typed. */
#ifndef PLANLINT_PLAN_RENUMBER_H
#define PLANLINT_PLAN_RENUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/edit.h"
#include "base/range.h"
#include "base/str.h"
#include "plan/entities.h"

struct pl_arena;
struct pl_plan;

enum pl_renumber_kind {
#define PL_NUMBERED(constant, plural) PL_RENUMBER_##constant,
#include "plan/renumber.def"
#undef PL_NUMBERED
    PL_RENUMBER_ENTITIES, /* plus an enum pl_entity_kind */
    PL_RENUMBER_KIND_COUNT = PL_RENUMBER_ENTITIES + PL_ENTITY_KIND_COUNT
};

const char *pl_renumber_plural(enum pl_renumber_kind kind); /* "goals" */
bool pl_renumber_kind_from_plural(pl_str plural, enum pl_renumber_kind *kind);

enum pl_renumber_style {
    PL_RENUMBER_PLAIN,  /* no gap, no double, from the first number on */
    PL_RENUMBER_BIS,    /* numbers stay; what doubles the 6 before it, or has
                           no number, becomes 6bis, 6ter ... */
    PL_RENUMBER_LETTER, /* the same with 6A, 6B and 6.1a, 6.1b */
};

/* Why something was left as it is. */
enum pl_renumber_reason {
    PL_LEFT_DOUBLED,   /* more than one place has the number that is meant */
    PL_LEFT_MISSING,   /* nothing has it */
    PL_LEFT_UNSURE,    /* what it means is not certain */
    PL_LEFT_EXTERNAL,  /* another document's, but it looks like one of these */
    PL_LEFT_COMMENT,   /* in a comment, which is its author's */
    PL_LEFT_ORDER,     /* a range that would run backwards */
    PL_LEFT_FORM,      /* the new number cannot be written in the old's form */
    PL_LEFT_FAR,       /* a number far from those before and after it */
    PL_LEFT_NO_ROOM,   /* the number to insert is there already */
    PL_LEFT_NO_SERIES, /* the first of numbers that do not follow each other;
                          with an offset they are renumbered all the same */
    PL_LEFT_COMPUTED,  /* whoever shows the text computes it: kept */
    PL_LEFT_NO_TEXT,   /* no plain text: kept */
    PL_LEFT_BESIDE,    /* one of its series that would have to change is kept */
};

/* Tells which digits and letters of a text have to be kept as they are. A
 * series in which one of these would change stays as a whole, and so do the
 * references to it. */
struct pl_renumber_keeper {
    bool (*keeps)(const void *context, struct pl_range range,
                  enum pl_renumber_reason *reason);
    const void *context;
};

struct pl_renumber_request {
    const struct pl_renumber_keeper *keeper; /* NULL: all may change */
    enum pl_renumber_kind kind;
    enum pl_renumber_style style;

    /* From the one in the block at this offset on, or from the first one after
     * it, to the end of its series. A paragraph or a heading without a number
     * there gets one when there is one before it. PL_NONE: all series of the
     * kind. What is numbered by the part it stands in (2.1 in 2) always goes
     * with that part. */
    uint32_t offset;

    /* The number that each series begins with, or the one at `offset`; 0: the
     * first stays as it is, and the one at `offset` follows the one before. */
    uint16_t first;
};

struct pl_renumber_left {
    struct pl_range range; /* the number or the whole phrase */
    enum pl_renumber_reason reason;
};

struct pl_renumbered {
    struct pl_edits edits; /* in the plan's text */
    const struct pl_renumber_left *left;
    uint32_t left_count;
    uint32_t series;     /* that were looked at; 0: there is none there */
    uint32_t numbers;    /* that change */
    uint32_t references; /* that change with them */
};

/* All is in the arena. When the edits are applied, the same request (its offset
 * moved with the text) gives none. */
struct pl_renumbered pl_renumber(struct pl_arena *arena,
                                 const struct pl_plan *plan,
                                 struct pl_renumber_request request);

/* What can be renumbered from a place on. */
struct pl_renumber_spot {
    enum pl_renumber_kind kind;
    struct pl_range number; /* that stands there; empty: it has none yet */
};

/* The innermost numbered thing of the block that holds an offset: an item
 * before its paragraph. False when there is nothing of the kind. */
bool pl_renumber_series_at(const struct pl_plan *plan, uint32_t offset,
                           struct pl_renumber_spot *spot);

/* Says why, as a clause: "two or more places have this number". */
const char *pl_renumber_reason_text(enum pl_renumber_reason reason);

#endif
