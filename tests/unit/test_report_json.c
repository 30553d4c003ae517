/* The JSON writer: layout, escapes, any bytes. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "report/json_writer.h"

struct fixture {
    struct pl_arena *arena;
    struct pl_buf out;
    struct pl_json_writer to;
};

static struct fixture fixture;

static int set_up(void **state)
{
    (void)state;
    fixture.arena = pl_arena_new();
    fixture.out = pl_buf_in(fixture.arena);
    fixture.to = pl_json_writer_to(&fixture.out);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_free(fixture.arena);
    return 0;
}

static void assert_written(const char *expected)
{
    pl_buf_add_char(&fixture.out, '\0');
    assert_string_equal(fixture.out.data, expected);
}

static void members_are_laid_out_one_a_line(void **state)
{
    (void)state;
    struct pl_json_writer *to = &fixture.to;
    pl_write_object(to, NULL, PL_JSON_LAID_OUT);
    pl_write_size(to, "a", 1);
    pl_write_array(to, "b", PL_JSON_LAID_OUT);
    pl_write_bool(to, NULL, true);
    pl_write_null(to, NULL);
    pl_write_end(to);
    pl_write_end(to);
    assert_written("{\n"
                   "  \"a\": 1,\n"
                   "  \"b\": [\n"
                   "    true,\n"
                   "    null\n"
                   "  ]\n"
                   "}");
}

static void what_is_inside_an_inline_object_is_inline(void **state)
{
    (void)state;
    struct pl_json_writer *to = &fixture.to;
    pl_write_array(to, NULL, PL_JSON_LAID_OUT);
    pl_write_object(to, NULL, PL_JSON_INLINE);
    pl_write_array(to, "a", PL_JSON_LAID_OUT);
    pl_write_size(to, NULL, 1);
    pl_write_size(to, NULL, 2);
    pl_write_end(to);
    pl_write_bool(to, "b", false);
    pl_write_end(to);
    pl_write_object(to, NULL, PL_JSON_LAID_OUT);
    pl_write_size(to, "c", 3);
    pl_write_end(to);
    pl_write_end(to);
    assert_written("[\n"
                   "  {\"a\": [1, 2], \"b\": false},\n"
                   "  {\n"
                   "    \"c\": 3\n"
                   "  }\n"
                   "]");
}

static void a_compact_object_has_no_blanks_in_it(void **state)
{
    (void)state;
    struct pl_json_writer *to = &fixture.to;
    pl_write_array(to, NULL, PL_JSON_LAID_OUT);
    pl_write_object(to, NULL, PL_JSON_COMPACT);
    pl_write_array(to, "a", PL_JSON_INLINE);
    pl_write_size(to, NULL, 32601);
    pl_write_raw(to, NULL, (pl_str)PL_STR("{\"as\":  \"it is\"}"));
    pl_write_end(to);
    pl_write_str(to, "b", (pl_str)PL_STR("c d"));
    pl_write_end(to);
    pl_write_object(to, NULL, PL_JSON_INLINE);
    pl_write_size(to, "e", 1);
    pl_write_end(to);
    pl_write_end(to);
    assert_written("[\n"
                   "  {\"a\":[32601,{\"as\":  \"it is\"}],\"b\":\"c d\"},\n"
                   "  {\"e\": 1}\n"
                   "]");
}

static void what_is_empty_stays_on_its_line(void **state)
{
    (void)state;
    struct pl_json_writer *to = &fixture.to;
    pl_write_object(to, NULL, PL_JSON_LAID_OUT);
    pl_write_array(to, "a", PL_JSON_LAID_OUT);
    pl_write_end(to);
    pl_write_object(to, "b", PL_JSON_INLINE);
    pl_write_end(to);
    pl_write_end(to);
    assert_written("{\n  \"a\": [],\n  \"b\": {}\n}");
}

static void quotes_and_controls_are_escaped(void **state)
{
    (void)state;
    static const pl_str text = PL_STR("a\"b\\c/\b\f\n\r\t\0\x1f\x7f");
    pl_write_str(&fixture.to, NULL, text);
    assert_written("\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\"");
}

static void other_characters_stay_as_they_are(void **state)
{
    (void)state;
    pl_write_text(&fixture.to, NULL, "déjà – 计划 𝄞");
    assert_written("\"déjà – 计划 𝄞\"");
}

static void bytes_that_are_not_utf8_are_replaced_one_by_one(void **state)
{
    (void)state;
    pl_write_text(&fixture.to, NULL, "a\xff\xfe\"\xc3");
    assert_written("\"a\xef\xbf\xbd\xef\xbf\xbd\\\"\xef\xbf\xbd\"");
}

static void nesting_may_be_deep(void **state)
{
    (void)state;
    for (size_t i = 0; i < PL_JSON_WRITER_DEPTH; i++) {
        pl_write_array(&fixture.to, NULL, PL_JSON_INLINE);
    }
    for (size_t i = 0; i < PL_JSON_WRITER_DEPTH; i++) {
        pl_write_end(&fixture.to);
    }
    assert_int_equal(fixture.out.len, 2 * PL_JSON_WRITER_DEPTH);
    assert_int_equal(fixture.out.data[PL_JSON_WRITER_DEPTH - 1], '[');
    assert_int_equal(fixture.out.data[PL_JSON_WRITER_DEPTH], ']');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(members_are_laid_out_one_a_line),
        TEST(what_is_inside_an_inline_object_is_inline),
        TEST(a_compact_object_has_no_blanks_in_it),
        TEST(what_is_empty_stays_on_its_line),
        TEST(quotes_and_controls_are_escaped),
        TEST(other_characters_stay_as_they_are),
        TEST(bytes_that_are_not_utf8_are_replaced_one_by_one),
        TEST(nesting_may_be_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
