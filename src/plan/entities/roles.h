/* roles.h - what a part of a plan is for: goals, targets, enablers, ...
 *
 * Told by the words of roles.def. */
#ifndef PLANLINT_PLAN_ROLES_H
#define PLANLINT_PLAN_ROLES_H

#include <stdint.h>

#include "base/str.h"

struct pl_arena;
struct pl_plan;

enum pl_role {
    PL_ROLE_NONE,
    PL_ROLE_ABBREVIATIONS, /* a list of them */
    PL_ROLE_DEFINITIONS,   /* a glossary */
    PL_ROLE_REFERENCES,    /* to other texts */
    PL_ROLE_FOREWORD,      /* before the text itself: a preface, a summary */
    PL_ROLE_COMPONENTS,
    PL_ROLE_VISION,
    PL_ROLE_MISSION,
    PL_ROLE_GOALS,
    PL_ROLE_TARGETS,
    PL_ROLE_PRIORITIES,
    PL_ROLE_OUTCOMES,
    PL_ROLE_OFFERINGS,
    PL_ROLE_ENABLERS,
    PL_ROLE_GENERAL, /* an introduction, an overview: part of no list */
};

/* The role that a title, a row's first cell or a phrase names; a text of more
 * than a few words has none. */
enum pl_role pl_role_of_title(pl_str title);

/* Fills plan->section_roles. */
void pl_roles_build(struct pl_arena *arena, struct pl_plan *plan);

/* Of a section by its title. */
enum pl_role pl_role_of_section(const struct pl_plan *plan, uint32_t section);

#endif
