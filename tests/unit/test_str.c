/* Borrowed strings: slices, searches, splitting. */
#include "cmocka_wrap.h"

#include <stdbool.h>

#include "base/chars.h"
#include "base/str.h"

static const pl_str empty = {0};

static pl_str str(const char *terminated)
{
    return pl_str_from(terminated);
}

static void no_pointer_is_the_empty_string(void **state)
{
    (void)state;
    assert_int_equal(pl_str_from(NULL).len, 0);
    assert_true(pl_str_eq(pl_str_from(NULL), str("")));
}

static void slices_are_clamped(void **state)
{
    (void)state;
    assert_true(pl_str_eq(pl_str_slice(str("abcd"), 1, 3), str("bc")));
    assert_true(pl_str_eq(pl_str_slice(str("abcd"), 2, 99), str("cd")));
    assert_int_equal(pl_str_slice(str("abcd"), 3, 1).len, 0);
    assert_int_equal(pl_str_slice(str("abcd"), 9, 12).len, 0);
    assert_int_equal(pl_str_slice(empty, 0, PL_NOWHERE).len, 0);
}

static void equality_is_of_bytes(void **state)
{
    (void)state;
    assert_true(pl_str_eq((pl_str){"a\0b", 3}, (pl_str){"a\0b", 3}));
    assert_false(pl_str_eq((pl_str){"a\0b", 3}, (pl_str){"a\0c", 3}));
    assert_false(pl_str_eq(str("a"), str("ab")));
    assert_true(pl_str_eq(empty, str("")));
}

static void case_is_ignored_in_ascii_alone(void **state)
{
    (void)state;
    assert_true(pl_str_eq_ignore_case(str("ICTs"), str("icTS")));
    assert_false(pl_str_eq_ignore_case(str("[a"), str("{a")));
    assert_false(pl_str_eq_ignore_case(str("\xC3\xA9"), str("\xC3\x89")));
    assert_false(pl_str_eq_ignore_case(str("ab"), str("abc")));
}

static void both_ends_can_be_asked_for(void **state)
{
    (void)state;
    assert_true(pl_str_starts(str("Goal 1"), str("Goal")));
    assert_true(pl_str_starts(str("Goal"), empty));
    assert_false(pl_str_starts(str("Go"), str("Goal")));
    assert_true(pl_str_ends(str("plan.md"), str(".md")));
    assert_false(pl_str_ends(str("md"), str(".md")));
    assert_true(pl_str_ends(empty, empty));
}

static void order_is_by_bytes_and_then_by_length(void **state)
{
    (void)state;
    assert_true(pl_str_compare(str("a"), str("b")) < 0);
    assert_true(pl_str_compare(str("ab"), str("a")) > 0);
    assert_true(pl_str_compare(str("\xC3"), str("z")) > 0);
    assert_int_equal(pl_str_compare(empty, empty), 0);
    assert_true(pl_str_compare(empty, str("a")) < 0);
}

static void characters_are_found_from_an_offset_on(void **state)
{
    (void)state;
    assert_int_equal(pl_str_find_char(str("a.b.c"), '.', 0), 1);
    assert_int_equal(pl_str_find_char(str("a.b.c"), '.', 2), 3);
    assert_int_equal(pl_str_find_char(str("a.b.c"), '.', 4), PL_NOWHERE);
    assert_int_equal(pl_str_find_char(str("a.b.c"), '.', 99), PL_NOWHERE);
    assert_int_equal(pl_str_find_char(empty, '.', 0), PL_NOWHERE);
}

static void pieces_are_found_from_an_offset_on(void **state)
{
    (void)state;
    assert_int_equal(pl_str_find(str("aaab"), str("aab"), 0), 1);
    assert_int_equal(pl_str_find(str("abab"), str("ab"), 1), 2);
    assert_int_equal(pl_str_find(str("abab"), str("abc"), 0), PL_NOWHERE);
    assert_int_equal(pl_str_find(str("ab"), str("ab"), 3), PL_NOWHERE);
    assert_int_equal(pl_str_find(str("ab"), str("b"), PL_NOWHERE), PL_NOWHERE);
    assert_int_equal(pl_str_find(str("ab"), str("abc"), 0), PL_NOWHERE);
}

static void the_empty_piece_is_found_anywhere(void **state)
{
    (void)state;
    assert_int_equal(pl_str_find(str("ab"), empty, 1), 1);
    assert_int_equal(pl_str_find(str("ab"), empty, 2), 2);
    assert_int_equal(pl_str_find(str("ab"), empty, 3), PL_NOWHERE);
    assert_int_equal(pl_str_find(empty, empty, 0), 0);
}

static void trimming_takes_spaces_off_both_ends(void **state)
{
    (void)state;
    assert_true(pl_str_eq(pl_str_trim(str(" \t a b\r\n\v\f")), str("a b")));
    assert_int_equal(pl_str_trim(str(" \n ")).len, 0);
    assert_int_equal(pl_str_trim(empty).len, 0);
}

static void splitting_gives_every_part(void **state)
{
    (void)state;
    pl_str rest = str("a,,b");
    assert_true(pl_str_eq(pl_str_split(&rest, ','), str("a")));
    assert_true(pl_str_eq(pl_str_split(&rest, ','), str("")));
    assert_true(pl_str_eq(pl_str_split(&rest, ','), str("b")));
    assert_int_equal(rest.len, 0);
    assert_int_equal(pl_str_split(&rest, ',').len, 0);
}

static void classes_hold_ascii_alone(void **state)
{
    (void)state;
    for (int byte = 0x80; byte <= 0xFF; byte++) {
        char c = (char)byte;
        assert_false(pl_is_alnum(c) || pl_is_space(c));
        assert_true(pl_is_wide(c));
        assert_int_equal(pl_to_lower(c), c);
        assert_int_equal(pl_to_upper(c), c);
    }
    assert_int_equal(pl_to_lower('Z'), 'z');
    assert_int_equal(pl_to_upper('a'), 'A');
    assert_int_equal(pl_to_upper('@'), '@');
    assert_true(pl_is_space('\v') && pl_is_space('\f') && !pl_is_space('\b'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_pointer_is_the_empty_string),
        cmocka_unit_test(slices_are_clamped),
        cmocka_unit_test(equality_is_of_bytes),
        cmocka_unit_test(case_is_ignored_in_ascii_alone),
        cmocka_unit_test(both_ends_can_be_asked_for),
        cmocka_unit_test(order_is_by_bytes_and_then_by_length),
        cmocka_unit_test(characters_are_found_from_an_offset_on),
        cmocka_unit_test(pieces_are_found_from_an_offset_on),
        cmocka_unit_test(the_empty_piece_is_found_anywhere),
        cmocka_unit_test(trimming_takes_spaces_off_both_ends),
        cmocka_unit_test(splitting_gives_every_part),
        cmocka_unit_test(classes_hold_ascii_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
