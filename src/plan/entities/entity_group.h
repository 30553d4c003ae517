/* entity_group.h - the entities that a header is followed by: "Targets for
 * Goal 1". */
#ifndef PLANLINT_PLAN_ENTITY_GROUP_H
#define PLANLINT_PLAN_ENTITY_GROUP_H

#include <stdbool.h>
#include <stdint.h>

#include "plan/entities.h"
#include "plan/entities/lexicon.h"
#include "plan/label.h"

struct pl_entity_line;
struct pl_plan;

struct pl_entity_group {
    struct pl_noun list;       /* what they are */
    enum pl_entity_kind owner; /* what they belong to */
    struct pl_label label;     /* of that */
    uint32_t section;          /* the header's; PL_NONE: no section */
    uint32_t section_end;      /* sections [section, section_end) */
    bool is_open;              /* false: there is no group */
};

/* The group that a line is the header of. */
struct pl_entity_group pl_entity_group_begin(const struct pl_plan *plan,
                                             const struct pl_entity_line *line);

/* Whether a block stands in it. */
bool pl_entity_group_holds(const struct pl_plan *plan,
                           const struct pl_entity_group *group, uint32_t block);

#endif
