/* json_schema.h - whether a JSON value keeps to a JSON Schema.
 *
 * Knows as much of JSON Schema as the schemas of this project use, and fails
 * the test for a keyword that it does not know, so that nothing goes unchecked;
 * so it does for an object whose schema allows members that it does not name.
 */
#ifndef PLANLINT_TESTS_SUPPORT_JSON_SCHEMA_H
#define PLANLINT_TESTS_SUPPORT_JSON_SCHEMA_H

#include <stdbool.h>

#include "base/json.h"

struct pl_arena;

bool json_keeps_to_schema(struct pl_arena *arena, struct pl_json value,
                          struct pl_json schema);

#endif
