/* From text to a number. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "base/map.h"

static pl_str key_of(struct pl_arena *arena, size_t number)
{
    return pl_str_from(pl_arena_printf(arena, "key %zu", number));
}

static void what_was_not_put_is_not_there(void **state)
{
    struct pl_map *map = pl_map_new(*state, 0);
    assert_int_equal(pl_map_get(map, pl_str_from("a")), PL_NONE);
    assert_int_equal(pl_map_get(map, (pl_str){0}), PL_NONE);
    assert_int_equal(pl_map_count(map), 0);
}

static void the_last_put_counts(void **state)
{
    struct pl_map *map = pl_map_new(*state, 4);
    pl_map_put(map, pl_str_from("goal"), 1);
    pl_map_put(map, pl_str_from("goal"), 2);
    assert_int_equal(pl_map_get(map, pl_str_from("goal")), 2);
    assert_int_equal(pl_map_count(map), 1);
}

static void the_first_add_counts(void **state)
{
    struct pl_map *map = pl_map_new(*state, 4);
    assert_int_equal(pl_map_get_or_add(map, pl_str_from("goal"), 1), 1);
    assert_int_equal(pl_map_get_or_add(map, pl_str_from("goal"), 2), 1);
    assert_int_equal(pl_map_get(map, pl_str_from("goal")), 1);
}

static void keys_are_bytes_of_any_kind(void **state)
{
    struct pl_map *map = pl_map_new(*state, 4);
    pl_map_put(map, (pl_str){"a\0b", 3}, 1);
    pl_map_put(map, (pl_str){"a\0c", 3}, 2);
    pl_map_put(map, (pl_str){"a\0", 2}, 3);
    pl_map_put(map, (pl_str){0}, 4);
    assert_int_equal(pl_map_get(map, (pl_str){"a\0b", 3}), 1);
    assert_int_equal(pl_map_get(map, (pl_str){"a\0c", 3}), 2);
    assert_int_equal(pl_map_get(map, (pl_str){"a\0", 2}), 3);
    assert_int_equal(pl_map_get(map, pl_str_from("")), 4);
    assert_int_equal(pl_map_get(map, pl_str_from("a")), PL_NONE);
}

static void keys_of_every_length_are_told_apart(void **state)
{
    static const char zeros[100];
    struct pl_map *map = pl_map_new(*state, 4);
    for (uint32_t len = 0; len <= 100; len++) {
        pl_map_put(map, (pl_str){zeros, len}, len);
    }
    assert_int_equal(pl_map_count(map), 101);
    for (uint32_t len = 0; len <= 100; len++) {
        assert_int_equal(pl_map_get(map, (pl_str){zeros, len}), len);
    }
}

static void a_map_grows_beyond_what_was_expected(void **state)
{
    enum { KEYS = 50000 };
    struct pl_map *map = pl_map_new(*state, 3);
    for (uint32_t i = 0; i < KEYS; i++) {
        pl_map_put(map, key_of(*state, i), i);
    }
    assert_int_equal(pl_map_count(map), KEYS);
    for (uint32_t i = 0; i < KEYS; i++) {
        assert_int_equal(pl_map_get(map, key_of(*state, i)), i);
    }
    assert_int_equal(pl_map_get(map, key_of(*state, KEYS)), PL_NONE);
}

int main(void)
{
#define TEST(f) ARENA_TEST(f)
    const struct CMUnitTest tests[] = {
        TEST(what_was_not_put_is_not_there),
        TEST(the_last_put_counts),
        TEST(the_first_add_counts),
        TEST(keys_are_bytes_of_any_kind),
        TEST(keys_of_every_length_are_told_apart),
        TEST(a_map_grows_beyond_what_was_expected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
