/* map.h - from text to a number: indexes, sets, interned names.
 *
 * Lives in an arena; keys are borrowed and must outlive the map. A map has no
 * order: what is printed must never depend on one. */
#ifndef PLANLINT_BASE_MAP_H
#define PLANLINT_BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/range.h"
#include "base/str.h"

struct pl_arena;
struct pl_map;

/* Room for about `expected` keys at once; it grows beyond that. */
struct pl_map *pl_map_new(struct pl_arena *arena, size_t expected);

/* The number of `key`, or PL_NONE. */
uint32_t pl_map_get(const struct pl_map *map, pl_str key);

/* The number of `key`; when it was not there it is added with `value`. */
uint32_t pl_map_get_or_add(struct pl_map *map, pl_str key, uint32_t value);

/* Adds or replaces. */
void pl_map_put(struct pl_map *map, pl_str key, uint32_t value);

size_t pl_map_count(const struct pl_map *map);

#endif
