/* entities.h - what a plan is about: its goals, objectives, targets,
 * indicators, actions and whatever else it numbers or names, the components of
 * its framework, and where they are named. */
#ifndef PLANLINT_PLAN_ENTITIES_H
#define PLANLINT_PLAN_ENTITIES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "plan/label.h"

struct pl_arena;
struct pl_plan;

enum pl_entity_kind {
#define PL_ENTITY(constant, name, plural) PL_ENTITY_##constant,
#include "plan/entity.def"
#undef PL_ENTITY
    PL_ENTITY_KIND_COUNT
};

const char *pl_entity_name(enum pl_entity_kind kind);   /* "goal" */
const char *pl_entity_plural(enum pl_entity_kind kind); /* "goals" */

/* The kind that a noun names in any language that is known, in singular or
 * plural and any capitals: "Objetivos" are objectives. Of one word or more. */
bool pl_entity_kind_of(pl_str noun, enum pl_entity_kind *kind);

struct pl_entity {
    enum pl_entity_kind kind;
    uint32_t family;        /* those of one kind that are named by another word
                               ("KPI 1", "Indicator 1") are numbered apart */
    struct pl_label label;  /* "1", "1.1", "A"; no parts for a named thing */
    struct pl_range number; /* as typed; of a code "SO1" it is the "1"; may be
                               empty */
    struct pl_range name;   /* "Universal Connectivity"; for an outcome or a
                               target its text */
    struct pl_range range;  /* keyword, number and name */
    uint32_t parent;        /* the entity it stands under, of another kind: a
                               target's goal, an outcome's priority, an action's
                               objective; PL_NONE when there is none. Parents
                               never form a circle */
    uint32_t block;
    uint32_t section; /* the section it is the heading of, or PL_NONE */
};

/* An entity named somewhere else: "Targets for Goal 1: Universal Connectivity",
 * "ITU's work under enabling environment is expected to deliver". */
struct pl_mention {
    enum pl_entity_kind kind;
    uint32_t family;       /* as of an entity; PL_NONE: not told */
    struct pl_label label; /* no parts when only the name is given */
    struct pl_range name;  /* may be empty when only the number is given */
    struct pl_range range;
    uint32_t entity; /* meant by its number, or by the place where it stands
                        (the section's own priority); PL_NONE */
    uint32_t from; /* the entity in whose text or section it stands; PL_NONE */
    uint32_t block;
};

/* Fill plan->entities and plan->mentions; the rest of the plan is there. */
void pl_entities_build(struct pl_arena *arena, struct pl_plan *plan);

#endif
