/* Bytes being written. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"

static void assert_holds(const struct pl_buf *buf, const char *text)
{
    assert_true(pl_str_eq(pl_buf_str(buf), pl_str_from(text)));
}

static void a_new_buffer_is_empty(void **state)
{
    struct pl_buf buf = pl_buf_in(*state);
    assert_holds(&buf, "");
    pl_buf_add(&buf, (pl_str){0});
    pl_buf_add_text(&buf, "");
    pl_buf_add_repeated(&buf, 'x', 0);
    assert_holds(&buf, "");
}

static void all_kinds_of_additions_follow_each_other(void **state)
{
    struct pl_buf buf = pl_buf_in(*state);
    pl_buf_add(&buf, (pl_str){"abc", 2});
    pl_buf_add_text(&buf, "-");
    pl_buf_add_char(&buf, '\0');
    pl_buf_add_repeated(&buf, '=', 3);
    pl_buf_add_number(&buf, 0);
    pl_buf_add_number(&buf, 1203);
    pl_buf_add_code_point(&buf, 0x2013);
    pl_buf_addf(&buf, "%d%s", -5, "!");
    pl_str expected = PL_STR("ab-\0===01203\xE2\x80\x93-5!");
    assert_true(pl_str_eq(pl_buf_str(&buf), expected));
}

static void the_largest_number_is_written_whole(void **state)
{
    struct pl_buf buf = pl_buf_in(*state);
    pl_buf_add_number(&buf, SIZE_MAX);
    struct pl_buf expected = pl_buf_in(*state);
    pl_buf_addf(&expected, "%zu", SIZE_MAX);
    assert_true(pl_str_eq(pl_buf_str(&buf), pl_buf_str(&expected)));
}

static void what_is_no_code_point_becomes_the_replacement(void **state)
{
    struct pl_buf buf = pl_buf_in(*state);
    pl_buf_add_code_point(&buf, 0xD800);
    pl_buf_add_code_point(&buf, 0x110000);
    pl_buf_add_code_point(&buf, UINT32_MAX);
    assert_holds(&buf, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void reserved_room_can_be_filled(void **state)
{
    struct pl_buf buf = pl_buf_in(*state);
    memcpy(pl_buf_reserve(&buf, 1000), "xyz", 3);
    buf.len += 3;
    assert_true(buf.cap >= 1000);
    assert_holds(&buf, "xyz");
}

static void content_survives_much_growth(void **state)
{
    struct pl_buf one = pl_buf_in(*state);
    struct pl_buf other = pl_buf_in(*state);
    for (size_t i = 0; i < 20000; i++) {
        pl_buf_add_char(&one, (char)('a' + i % 26));
        pl_buf_addf(&other, "%c", (int)('a' + i % 26));
    }
    assert_int_equal(one.len, 20000);
    assert_true(pl_str_eq(pl_buf_str(&one), pl_buf_str(&other)));
}

int main(void)
{
#define TEST(f) ARENA_TEST(f)
    const struct CMUnitTest tests[] = {
        TEST(a_new_buffer_is_empty),
        TEST(all_kinds_of_additions_follow_each_other),
        TEST(the_largest_number_is_written_whole),
        TEST(what_is_no_code_point_becomes_the_replacement),
        TEST(reserved_room_can_be_filled),
        TEST(content_survives_much_growth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
