/* same_json.h - whether two values in JSON read alike. */
#ifndef PLANLINT_TESTS_SUPPORT_SAME_JSON_H
#define PLANLINT_TESTS_SUPPORT_SAME_JSON_H

#include "base/json.h"

/* Fails the test at the first difference: kinds, keys, scalars, order. */
void assert_same_json(struct pl_json a, struct pl_json b);

#endif
