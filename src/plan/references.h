/* references.h - mentions of other places: "see paragraph 12", "Annex 2",
 * "sections 4.1, 5.1 and 6.1", "Resolution 71 (Rev. Bucharest, 2022)". */
#ifndef PLANLINT_PLAN_REFERENCES_H
#define PLANLINT_PLAN_REFERENCES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "plan/label.h"

struct pl_arena;
struct pl_plan;

enum pl_reference_kind {
#define PL_REFERENCE(constant, name, plural) PL_REFERENCE_##constant,
#include "plan/reference.def"
#undef PL_REFERENCE
};

const char *pl_reference_name(enum pl_reference_kind kind);   /* "annex" */
const char *pl_reference_plural(enum pl_reference_kind kind); /* "annexes" */

/* The kind that a word before a number refers to in any language that is known,
 * in any capitals: "paras", "Anexo". */
bool pl_reference_kind_of(pl_str word, enum pl_reference_kind *kind);

enum pl_direction {
    PL_DIRECTION_NONE,
    PL_DIRECTION_ABOVE, /* "above", "preceding" */
    PL_DIRECTION_BELOW, /* "below", "following" */
};

/* The word that says the opposite: "below" for "above"; empty when there is
 * none that could stand in its place. */
pl_str pl_direction_opposite(pl_str word);

enum pl_resolution {
    PL_RESOLUTION_FOUND,
    PL_RESOLUTION_MISSING,  /* nothing of that kind has that label */
    PL_RESOLUTION_EXTERNAL, /* in another document: "section 3 of Resolution 2",
                               or a kind that this document does not number */
    PL_RESOLUTION_UNLABELLED,   /* "the figure below": no number to look for */
    PL_RESOLUTION_ITEM_MISSING, /* "paragraph 5 (d)" of a list that ends with
                                   c): `target` is its last marker */
    PL_RESOLUTION_UNSURE,       /* the document numbers too little to tell */
};

const char *pl_resolution_name(enum pl_resolution resolution); /* "found" */

/* One number that is referred to; a phrase such as "sections 4.1, 5.1 and 6.1"
 * gives three with the same `phrase`. */
struct pl_reference {
    enum pl_reference_kind kind;
    enum pl_direction direction;
    enum pl_resolution resolution;
    struct pl_label label;  /* no parts: "the figure below" */
    struct pl_label to;     /* the end of "3 to 7"; no parts: a single one */
    struct pl_range range;  /* of the number or numbers; of the phrase when
                               there is none */
    struct pl_range phrase; /* "sections 4.1, 5.1 and 6.1 above" */
    struct pl_range target; /* the number it means, when found */
    struct pl_range target_end; /* the same for `to` */
    bool is_beside_one; /* missing, where only one such annex is there */
    uint32_t block;
};

/* A decision, resolution or recommendation by number, of whatever body. */
struct pl_citation {
    pl_str instrument;     /* "Resolution", "Decision", "Recommendation", ... */
    struct pl_range range; /* of the whole citation */
    struct pl_range number; /* "71", "ITU-T G.8101" */
    bool is_revision;       /* "(Rev. ...)" */
    struct pl_range place;  /* "Bucharest"; may be empty */
    struct pl_range year;   /* "2022"; may be empty */
    uint32_t block;
};

/* Fills plan->references, and plan->citations by pl_citations_build(); the rest
 * of the plan is there. */
void pl_references_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
