/* Roman numbers: every value is read as it is written, and nothing else is. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/chars.h"
#include "plan/roman.h"

static void every_value_is_read_as_written(void **state)
{
    (void)state;
    for (uint32_t value = 1; value <= PL_ROMAN_MAX; value++) {
        char letters[PL_ROMAN_SIZE];
        pl_str small = {letters, pl_roman_write(value, letters)};
        assert_in_range(small.len, 1, PL_ROMAN_SIZE - 1);
        assert_int_equal(pl_roman_value(small), value);
        for (size_t i = 0; i < small.len; i++) {
            letters[i] = pl_to_upper(letters[i]);
        }
        assert_int_equal(pl_roman_value(small), value);
    }
}

static void known_numbers_have_their_letters(void **state)
{
    (void)state;
    static const struct {
        uint32_t value;
        const char *letters;
    } numbers[] = {
        {4, "iv"},         {9, "ix"},        {14, "xiv"},
        {49, "xlix"},      {90, "xc"},       {400, "cd"},
        {1994, "mcmxciv"}, {2031, "mmxxxi"}, {3888, "mmmdccclxxxviii"}};
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        char letters[PL_ROMAN_SIZE];
        size_t len = pl_roman_write(numbers[i].value, letters);
        assert_int_equal(len, strlen(numbers[i].letters));
        assert_memory_equal(letters, numbers[i].letters, len);
    }
}

static void other_letters_have_no_value(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "a",
                                        "iiii",
                                        "iix",
                                        "ixv",
                                        "vx",
                                        "im",
                                        "mmmm",
                                        "i i",
                                        "ii1",
                                        "mmmdccclxxxviiii"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        assert_int_equal(pl_roman_value(pl_str_from(texts[i])), 0);
    }
}

static void single_letters_stand_for_seven_values(void **state)
{
    (void)state;
    size_t found = 0;
    for (uint32_t value = 0; value <= PL_ROMAN_MAX; value++) {
        char letters[PL_ROMAN_SIZE];
        bool is_single = pl_roman_write(value, letters) == 1;
        assert_int_equal(pl_roman_letter(value), is_single ? letters[0] : '\0');
        found += is_single;
    }
    assert_int_equal(found, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_is_read_as_written),
        cmocka_unit_test(known_numbers_have_their_letters),
        cmocka_unit_test(other_letters_have_no_value),
        cmocka_unit_test(single_letters_stand_for_seven_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
