/* Growable arrays. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/vec.h"

struct pair {
    size_t number;
    char tag;
};

static void pushed_items_stay_in_order(void **state)
{
    (void)state;
    struct pl_arena *arena = pl_arena_new();
    PL_VEC(struct pair) pairs = {0};
    for (size_t i = 0; i < 5000; i++) {
        struct pair *added = PL_VEC_PUSH(arena, &pairs);
        assert_int_equal(added->number, 0);
        added->number = i;
        added->tag = 'x';
    }
    assert_int_equal(pairs.len, 5000);
    for (size_t i = 0; i < pairs.len; i++) {
        assert_int_equal(pairs.items[i].number, i);
    }
    pl_arena_free(arena);
}

static void vectors_may_grow_in_turns(void **state)
{
    (void)state;
    struct pl_arena *arena = pl_arena_new();
    PL_VEC(int) odd = {0};
    PL_VEC(int) even = {0};
    for (int i = 0; i < 3000; i++) {
        int *added =
            i % 2 ? PL_VEC_PUSH(arena, &odd) : PL_VEC_PUSH(arena, &even);
        *added = i;
    }
    assert_int_equal(odd.len, 1500);
    assert_int_equal(even.len, 1500);
    for (int i = 0; i < 1500; i++) {
        assert_int_equal(even.items[i], 2 * i);
        assert_int_equal(odd.items[i], 2 * i + 1);
    }
    pl_arena_free(arena);
}

static void new_items_are_zeroed_after_a_move(void **state)
{
    (void)state;
    struct pl_arena *arena = pl_arena_new();
    PL_VEC(struct pair) pairs = {0};
    for (size_t i = 0; i < 1000; i++) {
        struct pair *added = PL_VEC_PUSH(arena, &pairs);
        assert_int_equal(added->tag, 0);
        added->tag = 'y';
        *(char *)pl_arena_alloc(arena, 1) = 'z'; /* the next grow must move */
    }
    pl_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pushed_items_stay_in_order),
        cmocka_unit_test(vectors_may_grow_in_turns),
        cmocka_unit_test(new_items_are_zeroed_after_a_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
