/* Numbers that stand in a list more than once. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "checks/shared/repeated.h"

enum { COUNT = 20000 };

/* All different: the factor is odd. */
static uint32_t *different_numbers(struct pl_arena *arena)
{
    uint32_t *numbers = pl_arena_array(arena, COUNT, sizeof(*numbers));
    for (uint32_t i = 0; i < COUNT; i++) {
        numbers[i] = i * UINT32_C(2654435769) + 7;
    }
    return numbers;
}

static bool has(const struct pl_repeated *repeated, uint32_t index)
{
    for (size_t i = 0; i < repeated->count; i++) {
        if (repeated->indexes[i] == index) {
            return true;
        }
    }
    return false;
}

static void all_that_stand_twice_are_found_and_few_others(void **state)
{
    uint32_t *numbers = different_numbers(*state);
    for (uint32_t i = 0; i < COUNT; i += 1000) {
        numbers[COUNT - 1 - i] = numbers[i];
    }
    struct pl_repeated found = pl_repeated_find(*state, numbers, COUNT);
    for (uint32_t i = 0; i < COUNT; i += 1000) {
        assert_true(has(&found, i));
        assert_true(has(&found, COUNT - 1 - i));
    }
    assert_true(found.count < COUNT / 10);
}

static void indexes_ascend(void **state)
{
    uint32_t *numbers = different_numbers(*state);
    for (uint32_t i = 1; i < COUNT; i += 2) {
        numbers[i] = numbers[i - 1];
    }
    struct pl_repeated found = pl_repeated_find(*state, numbers, COUNT);
    assert_int_equal(found.count, COUNT);
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_int_equal(found.indexes[i], i);
    }
}

static void nothing_repeats_in_an_empty_list(void **state)
{
    assert_int_equal(pl_repeated_find(*state, NULL, 0).count, 0);
}

static void the_value_before_is_told(void **state)
{
    struct pl_last_seen seen = {.arena = *state};
    assert_int_equal(pl_last_seen_put(&seen, 5, 10), PL_NONE);
    assert_int_equal(pl_last_seen_put(&seen, 6, 11), PL_NONE);
    assert_int_equal(pl_last_seen_put(&seen, 5, 12), 10);
    assert_int_equal(pl_last_seen_put(&seen, 5, 13), 12);
    assert_int_equal(pl_last_seen_put(&seen, 6, 14), 11);
}

int main(void)
{
#define TEST(f) ARENA_TEST(f)
    const struct CMUnitTest tests[] = {
        TEST(all_that_stand_twice_are_found_and_few_others),
        TEST(indexes_ascend),
        TEST(nothing_repeats_in_an_empty_list),
        TEST(the_value_before_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
