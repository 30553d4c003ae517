/* entity_draft.h - the entities and mentions of a plan while they are found.
 *
 * Internal to this folder. */
#ifndef PLANLINT_PLAN_ENTITY_DRAFT_H
#define PLANLINT_PLAN_ENTITY_DRAFT_H

#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "plan/entities.h"
#include "plan/entities/roles.h"

struct pl_block;
struct pl_lexicon;

struct pl_entity_draft {
    struct pl_arena *arena; /* a scratch one */
    const struct pl_plan *plan;
    PL_VEC(struct pl_entity) entities;
    PL_VEC(struct pl_mention) mentions; /* in any order until the end */
    struct pl_map *numbered;            /* from kind and label to the entity */
    const struct pl_lexicon *lexicon;
};

/* Makes an entity known by its number; the first of a number stays. */
void pl_entity_draft_number(struct pl_entity_draft *draft, uint32_t entity);

/* The first entity of a kind with that number, of a family or of any
 * (PL_NONE); or PL_NONE. */
uint32_t pl_entity_draft_find(const struct pl_entity_draft *draft,
                              enum pl_entity_kind kind, uint32_t family,
                              struct pl_label label);

/* The entity that a number means: of the family, else of any. */
uint32_t pl_entity_draft_meant(const struct pl_entity_draft *draft,
                               enum pl_entity_kind kind, uint32_t family,
                               struct pl_label label);

/* The range of a block that is its own prose: without its marker, and without
 * comments and footnotes that end it. */
struct pl_range pl_entity_prose(const struct pl_plan *plan,
                                const struct pl_block *block);

/* A piece of that block, cut at comments and footnotes in the same way. */
struct pl_range pl_entity_piece(const struct pl_plan *plan,
                                const struct pl_block *block,
                                struct pl_range piece);

/* "ITU's work under <name> is expected to deliver ...": adds a mention of
 * `priority` for the sentence of `block`. */
void pl_mentions_add_outcome_sentence(struct pl_entity_draft *draft,
                                      uint32_t block, uint32_t priority);

/* "Goal 2 (Shared Waterways)" and the like in running text; all entities are
 * there. */
void pl_mentions_add_running(struct pl_entity_draft *draft);

/* By their places. */
void pl_mentions_sort(struct pl_entity_draft *draft);

/* Sorts the mentions, says what they mean, and stores them in the plan, in its
 * arena. */
void pl_mentions_store(struct pl_entity_draft *draft, struct pl_arena *arena,
                       struct pl_plan *plan);

#endif
