/* place_kind.h - what is numbered apart from all else: sections, annexes,
 * tables ... */
#ifndef PLANLINT_PLAN_PLACE_KIND_H
#define PLANLINT_PLAN_PLACE_KIND_H

#include "plan/plan.h"

enum pl_place_kind {
    PL_PLACE_NONE, /* what no document of this kind numbers: rules */
    PL_PLACE_SECTION,
    PL_PLACE_CHAPTER,
    PL_PLACE_PART,
    PL_PLACE_ANNEX,
    PL_PLACE_APPENDIX,
    PL_PLACE_ATTACHMENT,
    PL_PLACE_SCHEDULE,
    PL_PLACE_ARTICLE,
    PL_PLACE_PARAGRAPH,
    PL_PLACE_ITEM,
    PL_PLACE_TABLE,
    PL_PLACE_FIGURE,
    PL_PLACE_BOX,
    PL_PLACE_GOAL,
    PL_PLACE_OBJECTIVE,
    PL_PLACE_TARGET,
    PL_PLACE_FOOTNOTE,
    PL_PLACE_KIND_COUNT
};

enum pl_place_kind pl_place_kind_of_section(const struct pl_section *section);
enum pl_place_kind pl_place_kind_of_caption(enum pl_caption_kind kind);

/* PL_PLACE_NONE for parts of a plan that have no numbers of their own. */
enum pl_place_kind pl_place_kind_of_entity(enum pl_entity_kind kind);

#endif
