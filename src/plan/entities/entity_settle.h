/* entity_settle.h - which of the lines that look like entities are some, which
 * introduce one, and which mention it; for entity_lines.c alone. */
#ifndef PLANLINT_PLAN_ENTITY_SETTLE_H
#define PLANLINT_PLAN_ENTITY_SETTLE_H

#include <stddef.h>

#include "base/str.h"
#include "plan/entities/entity_lines.h"

struct pl_arena;

enum pl_prominence {
    PL_PROMINENCE_CELL = 1,
    PL_PROMINENCE_TEXT,
    PL_PROMINENCE_HEADING,
};

/* Sets `what`, family and key of each line, and leaves out those that only look
 * like entities; returns how many are left. */
size_t pl_entity_lines_settle(struct pl_arena *arena, pl_str text,
                              struct pl_entity_line *lines, size_t count);

#endif
