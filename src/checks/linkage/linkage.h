/* linkage.h - relations between the parts of a plan, for the files of this
 * folder alone. */
#ifndef PLANLINT_CHECKS_LINKAGE_H
#define PLANLINT_CHECKS_LINKAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"
#include "checks/shared/params.h"
#include "plan/entities.h"

struct pl_run;

/* What a relation is between, and how sure it must be. */
struct pl_link {
    uint32_t of;                 /* a bit for each kind of part */
    uint32_t to;                 /* the same; 0 where the relation takes none */
    size_t share;                /* per cent of their like for which it holds */
    size_t fewest;               /* of them, for which it holds */
    struct pl_words_param words; /* that a relation looks for */
    struct pl_words_param when;  /* the same: words that call for them */
};

static inline bool pl_link_has(uint32_t kinds, enum pl_entity_kind kind)
{
    return kinds >> kind & 1;
}

/* Whether `holds` of `total` are enough for the rest to be wrong. */
static inline bool pl_link_is_usual(const struct pl_link *link, size_t holds,
                                    size_t total)
{
    return holds >= link->fewest && holds * 100 >= total * link->share;
}

/* Parts of a kind that have a section of their own, and those that have none,
 * are not alike. */
enum { PL_LINK_LIKES = 2 * PL_ENTITY_KIND_COUNT };

static inline size_t pl_link_like(const struct pl_entity *entity)
{
    return 2 * (size_t)entity->kind + (entity->section != PL_NONE);
}

/* "objective 1.2", "KPI 3" as typed, or "target 1.2" for a number alone; the
 * name in quotes for a part without a number. In the run's arena. */
pl_str pl_link_what(const struct pl_run *run, const struct pl_entity *entity);

/* "1.2"; in the run's arena. */
pl_str pl_link_number(const struct pl_run *run, const struct pl_entity *entity);

/* Adds the finding for a part: {what}, {number}, {name} and {kinds}. */
void pl_link_report(struct pl_run *run, const struct pl_entity *entity);

/* Of each part, whether another of its kind has its name and another number:
 * then the number is what is wrong. In the run's arena. */
const bool *pl_link_twins(const struct pl_run *run);

/* See linkage.c for what each of these finds. */
#define PL_RELATION(function, name) \
    void pl_link_##function(struct pl_run *run, const struct pl_link *link);
#include "checks/linkage/linkage.def"
#undef PL_RELATION

#endif
