/* plan_from_text.h - plans made of short texts, for tests. */
#ifndef PLANLINT_TESTS_PLAN_FROM_TEXT_H
#define PLANLINT_TESTS_PLAN_FROM_TEXT_H

#include "base/arena.h"
#include "plan/plan.h"
#include "text/source.h"

/* The plan of a text; its format is found from the text itself. */
const struct pl_plan *plan_from_text(struct pl_arena *arena, const char *text);

/* The same with a format given. */
const struct pl_plan *plan_from(struct pl_arena *arena, const char *text,
                                enum pl_format format);

const struct pl_plan *plan_from_markdown(struct pl_arena *arena,
                                         const char *text);

/* Fails unless the text in the range is what is expected. */
void assert_range_text(const struct pl_plan *plan, struct pl_range range,
                       const char *expected);

/* The offset of the first `needle` in the plan's text; fails without one. */
uint32_t offset_of(const struct pl_plan *plan, const char *needle);

/* Setup and teardown of a cmocka test whose state is an arena. */
int arena_setup(void **state);
int arena_teardown(void **state);

#define ARENA_TEST(name) \
    cmocka_unit_test_setup_teardown(name, arena_setup, arena_teardown)

#endif
