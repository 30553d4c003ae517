/* What an error says, and where. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/error.h"

static void a_place_can_be_read_back(void **state)
{
    (void)state;
    struct pl_error error;
    struct pl_place place = {.path = "a: b/c.json:7:1", .line = 3, .column = 9};
    pl_error_set_at(&error, place, "there is %s", "no rule: \"x\"");
    assert_string_equal(error.message,
                        "a: b/c.json:7:1:3:9: there is no rule: \"x\"");
    assert_int_equal(error.path_len, strlen("a: b/c.json:7:1"));
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 9);
    assert_string_equal(error.message + error.text_at,
                        "there is no rule: \"x\"");
}

static void without_a_place_all_is_text(void **state)
{
    (void)state;
    struct pl_error error;
    pl_error_set_at(&error, (struct pl_place){"a", 1, 1}, "b");
    pl_error_set(&error, "there is no profile");
    assert_int_equal(error.path_len, 0);
    assert_int_equal(error.line, 0);
    assert_string_equal(error.message + error.text_at, "there is no profile");
}

static void a_path_that_is_too_long_leaves_no_text(void **state)
{
    (void)state;
    static char path[2 * PL_ERROR_MAX];
    memset(path, 'p', sizeof(path) - 1);
    struct pl_error error;
    pl_error_set_at(&error, (struct pl_place){path, 1, 1}, "b");
    assert_true(error.text_at < PL_ERROR_MAX);
    assert_true(error.path_len <= error.text_at);
    assert_string_equal(error.message + error.text_at, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_can_be_read_back),
        cmocka_unit_test(without_a_place_all_is_text),
        cmocka_unit_test(a_path_that_is_too_long_leaves_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
