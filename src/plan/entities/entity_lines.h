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
    PL_ENTITY_LINE_GROUP, /* the header of a group: "Targets for Goal 1" */
};

struct pl_entity_line {
    enum pl_entity_line_what what;
    struct pl_entity_text text;
    struct pl_noun list; /* of a group: what it is a group of */
    uint32_t block;
    bool is_alone; /* a number alone in a cell; the name is of the next one */
    bool is_again; /* ... and not the first one */
    uint32_t prominence; /* of the kind of block; more is more */
    uint32_t place;  /* lines of one place form one numbering; PL_NONE is one */
    uint32_t family; /* see struct pl_entity */
    pl_str key;      /* of kind, family and label; see pl_entity_key_of() */
};

struct pl_entity_lines {
    const struct pl_entity_line *items; /* in document order */
    size_t count;
    const uint8_t *roles;        /* enum pl_role of each section */
    const struct pl_noun *lists; /* of each section: what it is titled as a
                                    list of; else no noun (`word_end` 0) */
    struct pl_lexicon lexicon;
};

struct pl_entity_lines pl_entity_lines_read(struct pl_arena *arena,
                                            const struct pl_plan *plan);

/* A text that is the same for entities of one kind and family (or of any,
 * PL_NONE) with equal labels. */
struct pl_entity_key {
    char bytes[1 + sizeof(uint32_t) + PL_LABEL_MAX_PARTS * 6];
    size_t len;
};
struct pl_entity_key pl_entity_key_of(enum pl_entity_kind kind, uint32_t family,
                                      struct pl_label label);

/* The entities that a header is followed by. */
struct pl_entity_group {
    struct pl_noun list;       /* what they are */
    enum pl_entity_kind owner; /* what they belong to */
    struct pl_label label;     /* of that */
    uint32_t section;          /* the header's; PL_NONE: no section */
    uint32_t section_end;      /* sections [section, section_end) */
    bool is_open;              /* false: there is no group */
};

struct pl_entity_group pl_entity_group_begin(const struct pl_plan *plan,
                                             const struct pl_entity_line *line);
bool pl_entity_group_holds(const struct pl_plan *plan,
                           const struct pl_entity_group *group, uint32_t block);

#endif
