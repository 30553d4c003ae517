/* entity_key.h - what makes two entities one: kind, family and number. */
#ifndef PLANLINT_PLAN_ENTITY_KEY_H
#define PLANLINT_PLAN_ENTITY_KEY_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "plan/entities.h"
#include "plan/label.h"

/* A text that is the same for entities of one kind and family (or of any,
 * PL_NONE) with equal labels, in itself. */
struct pl_entity_key {
    char bytes[1 + sizeof(uint32_t) + PL_LABEL_MAX_PARTS * 6];
    size_t len;
};

struct pl_entity_key pl_entity_key_of(enum pl_entity_kind kind, uint32_t family,
                                      struct pl_label label);

/* Writes a number as four bytes, for keys; returns how many that are. */
size_t pl_entity_key_put(char *out, uint32_t number);

#endif
