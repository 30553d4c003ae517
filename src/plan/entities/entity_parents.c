#include "plan/entities/entity_parents.h"

#include "plan/entities/entity_draft.h"
#include "plan/entities/entity_order.h"
#include "plan/plan.h"

enum { MOST_LEVELS = 16 }; /* of entities under each other */

/* The entity that the beginning of a number names: of the kind that stands
 * nearest above, in the order of the kinds. */
static uint32_t owner_by_number(const struct pl_entity_draft *draft,
                                const struct pl_entity *entity)
{
    struct pl_label label = entity->label;
    while (label.count > 1) {
        label.count--;
        for (uint32_t kind = entity->kind; kind-- > 0;) {
            uint32_t owner = pl_entity_draft_find(
                draft, (enum pl_entity_kind)kind, PL_NONE, label);
            if (owner != PL_NONE) {
                return owner;
            }
        }
    }
    return PL_NONE;
}

/* Leaves out links that would close a circle. */
static void open_circles(struct pl_entity_draft *draft)
{
    struct pl_entity *entities = draft->entities.items;
    for (size_t i = 0; i < draft->entities.len; i++) {
        uint32_t at = entities[i].parent;
        for (uint32_t n = 0; at != PL_NONE && n < MOST_LEVELS; n++) {
            at = entities[at].parent;
        }
        if (at != PL_NONE) {
            entities[i].parent = PL_NONE;
        }
    }
}

void pl_entity_parents_find(struct pl_entity_draft *draft,
                            const struct pl_entity_ward *wards, size_t count)
{
    struct pl_entity *entities = draft->entities.items;
    pl_entity_order_link(draft->arena, draft->plan, entities,
                         (uint32_t)draft->entities.len);
    for (size_t i = 0; i < count; i++) {
        const struct pl_entity_ward *it = &wards[i];
        struct pl_entity *entity = &entities[it->entity];
        if (it->is_grouped) {
            entity->parent =
                pl_entity_draft_find(draft, it->owner, PL_NONE, it->label);
        } else if (entity->parent == PL_NONE) {
            entity->parent = owner_by_number(draft, entity);
        }
    }
    open_circles(draft);
}
