/* entity_parents.h - what stands under what: targets under their goal. */
#ifndef PLANLINT_PLAN_ENTITY_PARENTS_H
#define PLANLINT_PLAN_ENTITY_PARENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "plan/entities.h"
#include "plan/label.h"

struct pl_entity_draft;

/* An entity with a number, and the group that it stands in. Its parent in the
 * draft is what the sections around it are about. */
struct pl_entity_ward {
    uint32_t entity;
    bool is_grouped;
    enum pl_entity_kind owner; /* of the group */
    struct pl_label label;     /* of that */
};

/* Puts entities under what owns their group, what comes before them, what
 * their section is about, or what their number names; in no circle. */
void pl_entity_parents_find(struct pl_entity_draft *draft,
                            const struct pl_entity_ward *wards, size_t count);

#endif
