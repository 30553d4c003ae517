/* Arenas: zeroed, aligned, growing, released at once. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <stdalign.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"

static bool all_zero(const char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

static void memory_is_zeroed_and_aligned(void **state)
{
    for (size_t size = 0; size < 200; size++) {
        char *memory = pl_arena_alloc(*state, size);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        assert_true(all_zero(memory, size));
        if (size) {
            memset(memory, 0xA5, size);
        }
    }
}

static void pieces_do_not_overlap_across_blocks(void **state)
{
    enum { PIECES = 200, SIZE = 3000 };
    char *pieces[PIECES];
    for (int i = 0; i < PIECES; i++) {
        pieces[i] = pl_arena_alloc(*state, SIZE);
        memset(pieces[i], i, SIZE);
    }
    for (int i = 0; i < PIECES; i++) {
        assert_int_equal((unsigned char)pieces[i][0], i);
        assert_int_equal((unsigned char)pieces[i][SIZE - 1], i);
    }
}

static void more_than_a_block_is_given_too(void **state)
{
    enum { LARGE = 9 * 1024 * 1024 };
    char *large = pl_arena_alloc(*state, LARGE);
    assert_true(all_zero(large, LARGE));
    assert_true(pl_arena_used(*state) >= LARGE);
}

static void a_reset_gives_zeroed_memory_again(void **state)
{
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++) {
            char *memory = pl_arena_alloc(*state, 1000);
            assert_true(all_zero(memory, 1000));
            memset(memory, 0xFF, 1000);
        }
        pl_arena_reset(*state);
        assert_int_equal(pl_arena_used(*state), 0);
    }
}

static void an_unused_arena_can_be_reset_and_freed(void **state)
{
    (void)state;
    struct pl_arena *arena = pl_arena_new();
    pl_arena_reset(arena);
    assert_int_equal(pl_arena_used(arena), 0);
    pl_arena_free(arena);
    pl_arena_free(NULL);
}

static void the_last_piece_grows_in_place(void **state)
{
    char *memory = pl_arena_alloc(*state, 20);
    memset(memory, 1, 20);
    char *grown = pl_arena_grow(*state, memory, 20, 500);
    assert_ptr_equal(grown, memory);
    assert_int_equal(grown[19], 1);
    assert_true(all_zero(grown + 20, 480));
}

static void other_pieces_grow_by_moving(void **state)
{
    char *memory = pl_arena_alloc(*state, 20);
    memset(memory, 1, 20);
    char *after = pl_arena_alloc(*state, 1);
    *after = 7;
    char *grown = pl_arena_grow(*state, memory, 20, 100000);
    assert_int_equal(grown[0], 1);
    assert_int_equal(grown[19], 1);
    assert_true(all_zero(grown + 20, 100000 - 20));
    assert_int_equal(*after, 7);
}

/* Pieces that share no block leave nothing behind when they grow. */
static void pieces_that_grow_in_turns_are_counted_once(void **state)
{
    enum { LEAST = 64 * 1024, TIMES = 3, GROWN = LEAST << TIMES };
    char *small = pl_arena_alloc(*state, 100);
    memset(small, 7, 100);
    char *last = pl_arena_alloc(*state, LEAST);
    for (size_t size = LEAST; size < GROWN; size *= 2) {
        memset(last, 1, size);
        last = pl_arena_grow(*state, last, size, size * 2);
        assert_int_equal(last[size - 1], 1);
        assert_true(all_zero(last + size, size));
        memset(pl_arena_alloc(*state, 100), 8, 100);
    }
    assert_int_equal(small[99], 7);
    assert_true(pl_arena_used(*state) < GROWN + LEAST);
}

static void what_is_shrunk_keeps_its_beginning(void **state)
{
    enum { LARGE = 8 * 1024 * 1024, KEPT = 100 * 1000 };
    char *large = pl_arena_alloc(*state, LARGE);
    char *after = pl_arena_alloc(*state, LARGE);
    memset(large, 1, LARGE);
    *after = 2;
    pl_arena_shrink(*state, large, LARGE, KEPT);
    assert_int_equal(large[0] + large[KEPT - 1], 2);
    assert_int_equal(*after, 2);
    assert_true(pl_arena_used(*state) < LARGE + 2 * KEPT);
    char *small = pl_arena_alloc(*state, 100);
    memset(small, 3, 100);
    pl_arena_shrink(*state, small, 100, 0);
    assert_true(all_zero(pl_arena_alloc(*state, 100), 100));
}

static void large_pieces_grow_and_keep_what_they_hold(void **state)
{
    enum { LARGE = 1024 * 1024, TIMES = 6 };
    size_t size = LARGE / 2;
    char *first = pl_arena_alloc(*state, size);
    char *second = pl_arena_alloc(*state, size);
    for (int i = 0; i < TIMES; i++) {
        memset(first, 1, size);
        memset(second, 2, size);
        first = pl_arena_grow(*state, first, size, size * 2);
        second = pl_arena_grow(*state, second, size, size * 2);
        assert_int_equal(first[0] + first[size - 1], 2);
        assert_int_equal(second[0] + second[size - 1], 4);
        assert_true(all_zero(first + size, size));
        assert_true(all_zero(second + size, size));
        size *= 2;
    }
    assert_true(pl_arena_used(*state) >= 2 * size);
    pl_arena_reset(*state);
    assert_int_equal(pl_arena_used(*state), 0);
    assert_true(all_zero(pl_arena_alloc(*state, size), size));
}

static void nothing_grows_into_something(void **state)
{
    char *memory = pl_arena_grow(*state, NULL, 0, 64);
    assert_true(all_zero(memory, 64));
}

static void copies_are_terminated(void **state)
{
    pl_str copy = pl_arena_copy(*state, (pl_str){"abcdef", 3});
    assert_int_equal(copy.len, 3);
    assert_string_equal(copy.data, "abc");
    assert_string_equal(pl_arena_copy(*state, (pl_str){0}).data, "");
    assert_string_equal(pl_arena_strndup(*state, "abcdef", 2), "ab");
}

static void formatted_text_has_any_length(void **state)
{
    const char *text = pl_arena_printf(*state, "%s-%d", "a", 12);
    assert_string_equal(text, "a-12");
    assert_int_equal(strlen(pl_arena_printf(*state, "%*d", 70000, 1)), 70000);
    assert_string_equal(pl_arena_printf(*state, "%s", ""), "");
    assert_string_equal(pl_arena_number(*state, 120).data, "120");
}

static void count_release(void *count)
{
    ++*(int *)count;
}

static void what_was_adopted_is_released_once(void **state)
{
    (void)state;
    int released = 0;
    struct pl_arena *arena = pl_arena_new();
    pl_arena_adopt(arena, &released, count_release);
    pl_arena_adopt(arena, &released, count_release);
    pl_arena_reset(arena);
    assert_int_equal(released, 2);
    pl_arena_adopt(arena, &released, count_release);
    pl_arena_free(arena);
    assert_int_equal(released, 3);
}

int main(void)
{
#define TEST(f) ARENA_TEST(f)
    const struct CMUnitTest tests[] = {
        TEST(memory_is_zeroed_and_aligned),
        TEST(pieces_do_not_overlap_across_blocks),
        TEST(more_than_a_block_is_given_too),
        TEST(a_reset_gives_zeroed_memory_again),
        TEST(an_unused_arena_can_be_reset_and_freed),
        TEST(the_last_piece_grows_in_place),
        TEST(other_pieces_grow_by_moving),
        TEST(pieces_that_grow_in_turns_are_counted_once),
        TEST(what_is_shrunk_keeps_its_beginning),
        TEST(large_pieces_grow_and_keep_what_they_hold),
        TEST(nothing_grows_into_something),
        TEST(copies_are_terminated),
        TEST(formatted_text_has_any_length),
        cmocka_unit_test(what_was_adopted_is_released_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
