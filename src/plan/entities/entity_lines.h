/* entity_lines.h - the lines of a plan that introduce or name an entity by its
 * number, and which of those introduce it.
 *
 * A goal may be named by several such lines: in a summary, as a heading, in a
 * table. The most prominent of them introduces it, the others mention it. */
#ifndef PLANLINT_PLAN_ENTITY_LINES_H
#define PLANLINT_PLAN_ENTITY_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "plan/entities/entity_text.h"

struct pl_arena;
struct pl_plan;

enum pl_entity_line_what {
    PL_ENTITY_LINE_ENTITY,
    PL_ENTITY_LINE_MENTION,
    PL_ENTITY_LINE_GROUP, /* the header of a group of targets */
};

struct pl_entity_line {
    enum pl_entity_line_what what;
    struct pl_entity_text text;
    uint32_t block;
    uint32_t prominence; /* of the kind of block; more is more */
    uint32_t place; /* lines of one place form one numbering; PL_NONE is one */
    pl_str key;     /* of kind and label; see pl_entity_key() */
};

struct pl_entity_lines {
    const struct pl_entity_line *items; /* in document order */
    size_t count;
    const uint8_t *roles; /* enum pl_role of each section */
};

struct pl_entity_lines pl_entity_lines_read(struct pl_arena *arena,
                                            const struct pl_plan *plan);

/* A text that is the same for entities of one kind with equal labels. */
pl_str pl_entity_key(struct pl_arena *arena, enum pl_entity_kind kind,
                     struct pl_label label);

/* The targets that a header is followed by. */
struct pl_entity_group {
    struct pl_label label; /* of the goal */
    uint32_t section;      /* the header's; PL_NONE: no section */
    uint32_t section_end;  /* sections [section, section_end) */
    bool is_open;          /* false: there is no group */
};

struct pl_entity_group pl_entity_group_begin(const struct pl_plan *plan,
                                             const struct pl_entity_line *line);
bool pl_entity_group_holds(const struct pl_plan *plan,
                           const struct pl_entity_group *group, uint32_t block);

#endif
