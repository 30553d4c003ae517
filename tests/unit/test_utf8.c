/* Code points and their UTF-8 form. */
#include "cmocka_wrap.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

enum { LAST = 0x10FFFF };

static bool is_surrogate(uint32_t code_point)
{
    return code_point >= 0xD800 && code_point <= 0xDFFF;
}

static size_t validate(const char *bytes)
{
    return pl_utf8_validate(pl_str_from(bytes));
}

static void every_code_point_survives_the_round_trip(void **state)
{
    (void)state;
    for (uint32_t it = 0; it <= LAST; it++) {
        char bytes[PL_UTF8_MAX];
        pl_str s = {bytes, pl_utf8_encode(it, bytes)};
        size_t len = 0;
        uint32_t expected = is_surrogate(it) ? 0xFFFD : it;
        if (pl_utf8_decode(s, 0, &len) != expected || len != s.len ||
            pl_utf8_validate(s) != s.len || pl_utf8_count(s) != 1 ||
            pl_utf8_utf16_count(s) != (it > 0xFFFF ? 2U : 1U)) {
            fail_msg("U+%04X", (unsigned)it);
        }
    }
}

/* What RFC 3629 allows, said in another way than the code says it. */
static bool is_one_code_point(const unsigned char *p, size_t len)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t want = p[0] < 0x80           ? 1
                  : (p[0] >> 5) == 0x6  ? 2
                  : (p[0] >> 4) == 0xE  ? 3
                  : (p[0] >> 3) == 0x1E ? 4
                                        : 0;
    if (want != len) {
        return false;
    }
    uint32_t value = len == 1 ? p[0] : p[0] & (0x7FU >> len);
    for (size_t i = 1; i < len; i++) {
        if ((p[i] >> 6) != 2) {
            return false;
        }
        value = value << 6 | (p[i] & 0x3FU);
    }
    return value >= least[len] && value <= LAST && !is_surrogate(value);
}

static void every_sequence_of_up_to_three_bytes_is_judged_rightly(void **state)
{
    (void)state;
    for (uint32_t it = 0; it < 1U << 24; it++) {
        unsigned char p[3] = {(unsigned char)(it >> 16),
                              (unsigned char)(it >> 8), (unsigned char)it};
        if (p[0] < 0x80) {
            it |= 0xFFFF; /* one byte says it all */
        }
        bool one = is_one_code_point(p, 1) || is_one_code_point(p, 2) ||
                   is_one_code_point(p, 3);
        bool found = pl_utf8_validate((pl_str){(char *)p, 3}) > 0;
        if (one != found) {
            fail_msg("%02x %02x %02x", p[0], p[1], p[2]);
        }
    }
}

static void the_limits_of_four_bytes_are_kept(void **state)
{
    (void)state;
    assert_int_equal(validate("\xF0\x90\x80\x80"), 4);
    assert_int_equal(validate("\xF0\x8F\xBF\xBF"), 0);
    assert_int_equal(validate("\xF4\x8F\xBF\xBF"), 4);
    assert_int_equal(validate("\xF4\x90\x80\x80"), 0);
    assert_int_equal(validate("\xF5\x80\x80\x80"), 0);
    assert_int_equal(validate("\xF0\x90\x80"), 0);
    assert_int_equal(validate("\xF0\x90\x80z"), 0);
}

static void the_first_bad_byte_is_found_wherever_it_is(void **state)
{
    (void)state;
    char bytes[200];
    for (size_t at = 0; at < sizeof(bytes); at++) {
        memset(bytes, 'a', sizeof(bytes));
        bytes[at] = (char)0xFF;
        assert_int_equal(pl_utf8_validate((pl_str){bytes, sizeof(bytes)}), at);
    }
    for (size_t at = 0; at + 3 < sizeof(bytes); at++) {
        memset(bytes, 'a', sizeof(bytes));
        bytes[at] = (char)0xE2;
        bytes[at + 1] = (char)0x80;
        bytes[at + 2] = (char)0x93;
        assert_int_equal(pl_utf8_validate((pl_str){bytes, sizeof(bytes)}),
                         sizeof(bytes));
        assert_int_equal(pl_utf8_validate((pl_str){bytes, at + 2}), at);
    }
    assert_int_equal(pl_utf8_validate((pl_str){0}), 0);
}

static void starts_of_code_points_are_found(void **state)
{
    (void)state;
    pl_str s = PL_STR("a\xC3\xA9\xF0\x9F\x98\x80");
    static const size_t starts[] = {0, 1, 1, 3, 3, 3, 3, 7, 9};
    static const size_t before[] = {0, 0, 1, 1, 3, 3, 3, 3};
    for (size_t at = 0; at <= s.len; at++) {
        assert_int_equal(pl_utf8_start(s, at), starts[at]);
        if (at > 0) {
            assert_int_equal(pl_utf8_before(s, at), before[at]);
        }
    }
    assert_int_equal(pl_utf8_start(s, 9), 9);
}

static void columns_of_a_terminal_are_counted(void **state)
{
    (void)state;
    assert_int_equal(pl_utf8_width((pl_str)PL_STR("abc")), 3);
    assert_int_equal(pl_utf8_width((pl_str)PL_STR("e\xCC\x81")), 1);
    assert_int_equal(pl_utf8_width((pl_str)PL_STR("\xE8\xA8\x88")), 2);
    assert_int_equal(pl_utf8_width((pl_str){0}), 0);
}

static void letters_have_a_case_in_every_alphabet(void **state)
{
    (void)state;
    assert_true(pl_utf8_is_upper(0x0416) && !pl_utf8_is_lower(0x0416));
    assert_true(pl_utf8_is_lower(0x0436) && !pl_utf8_is_upper(0x0436));
    assert_true(pl_utf8_is_upper(0x01C5)); /* title case */
    assert_true(pl_utf8_is_letter(0x8A08) && pl_utf8_is_letter(0x0301));
    assert_false(pl_utf8_is_letter(0x2013) || pl_utf8_is_letter('1'));
    assert_int_equal(pl_utf8_to_lower(0x0416), 0x0436);
    assert_int_equal(pl_utf8_to_lower('A'), 'a');
    assert_int_equal(pl_utf8_to_lower(0x2013), 0x2013);
}

static void spaces_of_every_kind_are_spaces(void **state)
{
    (void)state;
    static const uint32_t spaces[] = {' ',    '\t',   '\n',   '\r',   '\v',
                                      '\f',   0x85,   0xA0,   0x2009, 0x2028,
                                      0x2029, 0x202F, 0x3000, 0xFEFF};
    for (size_t i = 0; i < sizeof(spaces) / sizeof(*spaces); i++) {
        assert_true(pl_utf8_is_space(spaces[i]));
    }
    assert_false(pl_utf8_is_space('a') || pl_utf8_is_space(0x2013) ||
                 pl_utf8_is_space(0xAD));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_survives_the_round_trip),
        cmocka_unit_test(every_sequence_of_up_to_three_bytes_is_judged_rightly),
        cmocka_unit_test(the_limits_of_four_bytes_are_kept),
        cmocka_unit_test(the_first_bad_byte_is_found_wherever_it_is),
        cmocka_unit_test(starts_of_code_points_are_found),
        cmocka_unit_test(columns_of_a_terminal_are_counted),
        cmocka_unit_test(letters_have_a_case_in_every_alphabet),
        cmocka_unit_test(spaces_of_every_kind_are_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
