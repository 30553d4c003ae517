/* Edits: applied, and several joined to one. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/buf.h"
#include "base/edit.h"
#include "base/vec.h"

static void edits_replace_insert_and_delete(void **state)
{
    static const struct pl_edit items[] = {
        {{0, 0}, PL_STR("<")},
        {{1, 3}, PL_STR("BCD")},
        {{4, 5}, {NULL, 0}},
        {{6, 6}, PL_STR(">")},
    };
    pl_str after = pl_edits_apply(*state, (pl_str)PL_STR("abcdef"),
                                  (struct pl_edits){items, 4});
    assert_string_equal(after.data, "<aBCDdf>");
    assert_int_equal(after.len, 8);
}

static void no_edits_change_nothing(void **state)
{
    pl_str after = pl_edits_apply(*state, (pl_str)PL_STR("abc"),
                                  (struct pl_edits){NULL, 0});
    assert_string_equal(after.data, "abc");
    after = pl_edits_apply(*state, (pl_str){0}, (struct pl_edits){NULL, 0});
    assert_int_equal(after.len, 0);
}

static void an_edit_inside_of_an_edit_becomes_part_of_it(void **state)
{
    static const struct pl_edit first = {{2, 3}, PL_STR("xyz")};
    static const struct pl_edit second = {{3, 4}, PL_STR("Y")};
    struct pl_edits joined = pl_edits_join(*state, (struct pl_edits){&first, 1},
                                           (struct pl_edits){&second, 1});
    assert_int_equal(joined.count, 1);
    assert_int_equal(joined.items[0].range.start, 2);
    assert_int_equal(joined.items[0].range.end, 3);
    assert_true(pl_str_eq(joined.items[0].text, (pl_str)PL_STR("xYz")));
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* Sorted edits that may touch, some of them empty. */
static struct pl_edits random_edits(struct pl_arena *arena, uint32_t *seed,
                                    size_t length)
{
    static const pl_str texts[] = {
        {NULL, 0}, PL_STR("x"), PL_STR("yz"), PL_STR("\n")};
    struct {
        PL_VEC(struct pl_edit) all;
    } made = {0};
    uint32_t at = next_random(seed) % 3;
    while (at <= length) {
        uint32_t end = at + next_random(seed) % 4;
        end = end > length ? (uint32_t)length : end;
        *PL_VEC_PUSH(arena, &made.all) =
            (struct pl_edit){{at, end}, texts[next_random(seed) % 4]};
        at = (end > at ? end : end + 1) + next_random(seed) % 5;
    }
    return (struct pl_edits){made.all.items, made.all.len};
}

static void joined_edits_do_what_both_do(void **state)
{
    for (uint32_t round = 0; round < 20000; round++) {
        uint32_t seed = round;
        static const pl_str texts[] = {
            PL_STR("abcdefghijklmnop"), PL_STR("q"), {NULL, 0}};
        pl_str text = texts[round % 3];
        struct pl_edits first = random_edits(*state, &seed, text.len);
        pl_str middle = pl_edits_apply(*state, text, first);
        struct pl_edits second = random_edits(*state, &seed, middle.len);
        pl_str expected = pl_edits_apply(*state, middle, second);
        struct pl_edits joined = pl_edits_join(*state, first, second);
        pl_str after = pl_edits_apply(*state, text, joined);
        if (!pl_str_eq(after, expected)) {
            fail_msg("round %u: \"%.*s\" instead of \"%.*s\"", round,
                     PL_STR_ARG(after), PL_STR_ARG(expected));
        }
        pl_arena_reset(*state);
    }
}

static void inverse_edits_give_the_old_text_again(void **state)
{
    for (uint32_t round = 0; round < 5000; round++) {
        uint32_t seed = round;
        static const pl_str texts[] = {
            PL_STR("abcdefghijklmnop"), PL_STR("q"), {NULL, 0}};
        pl_str text = texts[round % 3];
        struct pl_edits edits = random_edits(*state, &seed, text.len);
        pl_str after = pl_edits_apply(*state, text, edits);
        struct pl_edits inverse = pl_edits_invert(*state, text, edits);
        if (!pl_str_eq(pl_edits_apply(*state, after, inverse), text)) {
            fail_msg("round %u", round);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(edits_replace_insert_and_delete),
        ARENA_TEST(no_edits_change_nothing),
        ARENA_TEST(an_edit_inside_of_an_edit_becomes_part_of_it),
        ARENA_TEST(joined_edits_do_what_both_do),
        ARENA_TEST(inverse_edits_give_the_old_text_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
