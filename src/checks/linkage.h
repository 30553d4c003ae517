/* linkage.h - relations between the parts of a plan, for linkage.c alone. */
#ifndef PLANLINT_CHECKS_LINKAGE_H
#define PLANLINT_CHECKS_LINKAGE_H

#include "plan/entities.h"

struct pl_run;

/* What a relation is between; PL_ENTITY_KIND_COUNT where it takes none. */
struct pl_link {
    enum pl_entity_kind of;
    enum pl_entity_kind to;
};

/* A mention that calls the thing it means by another name than its own, which
 * is not (same-name) or is (own-name) the name of another thing of the kind. */
void pl_link_same_name(struct pl_run *run, struct pl_link link);
void pl_link_own_name(struct pl_run *run, struct pl_link link);

/* A component of the framework that no section is about, and the reverse. */
void pl_link_has_section(struct pl_run *run, struct pl_link link);
void pl_link_has_component(struct pl_run *run, struct pl_link link);

#endif
