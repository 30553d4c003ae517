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
    pl_str key;      /* of kind, family and label; see entity_key.h */
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

#endif
