/* rename_room.h - whether a number is free among those it would stand with.
 *
 * Internal to rename_label.c. */
#ifndef PLANLINT_PLAN_RENAME_ROOM_H
#define PLANLINT_PLAN_RENAME_ROOM_H

#include "plan/label.h"

struct pl_rename_draft;
struct pl_symbol;

/* The symbol that has `label` already where `symbol` would get it; NULL. */
const struct pl_symbol *pl_rename_room_find(const struct pl_rename_draft *draft,
                                            const struct pl_symbol *symbol,
                                            struct pl_label label);

#endif
