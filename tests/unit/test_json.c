/* JSON: what is read, what is refused, and where messages point. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "support/same_json.h"

struct fixture {
    struct pl_arena *arena;
    struct pl_json_file *file;
    struct pl_json root;
    struct pl_error error;
};

static int set_up(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){.arena = pl_arena_new()};
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    pl_json_close(fixture->file);
    pl_arena_free(fixture->arena);
    return 0;
}

static void open_text(struct fixture *fixture, const char *text)
{
    bool ok = pl_json_open("f.json", pl_str_from(text), &fixture->file,
                           &fixture->root, &fixture->error);
    if (!ok) {
        fail_msg("%s", fixture->error.message);
    }
}

static void assert_refused(const char *text, size_t len, const char *message)
{
    struct pl_json_file *file = NULL;
    struct pl_json root;
    struct pl_error error;
    assert_false(
        pl_json_open("f.json", (pl_str){text, len}, &file, &root, &error));
    assert_string_equal(error.message, message);
}

static void mistakes_of_form_are_named_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *message;
    } cases[] = {
        {"", "f.json:1:1: expected a value, found the end of the file"},
        {"{", "f.json:1:2: expected a key in double quotes, found the end of "
              "the file"},
        {"{\n  \"a\": 1,\n}",
         "f.json:3:1: expected a key in double quotes, found \"}\""},
        {"{\"a\" 1}", "f.json:1:6: expected \":\" after a key, found \"1\""},
        {"{\"a\": 1 \"b\": 2}",
         "f.json:1:9: expected \",\" or \"}\", found \"\"\""},
        {"[1, 2", "f.json:1:6: expected \",\" or \"]\", found the end of the "
                  "file"},
        {"[1,]", "f.json:1:4: expected a value, found \"]\""},
        {"[01]", "f.json:1:2: a number with a zero before it"},
        {"[1.]", "f.json:1:4: expected a digit, found \"]\""},
        {"[1e+]", "f.json:1:5: expected a digit, found \"]\""},
        {"[-]", "f.json:1:3: expected a digit, found \"]\""},
        {"[tru]", "f.json:1:2: expected a value, found \"t\""},
        {"[truest]", "f.json:1:6: expected \",\" or \"]\", found \"s\""},
        {"'a'", "f.json:1:1: expected a value, found \"'\""},
        {"// note\n1", "f.json:1:1: expected a value, found \"/\""},
        {"\"a\nb\"", "f.json:1:3: expected the closing \" of a string, found "
                     "a control character"},
        {"\"a\\x\"", "f.json:1:4: expected one of \" \\ / b f n r t u after a "
                     "backslash, found \"x\""},
        {"\"\\u12G4\"", "f.json:1:6: expected four hexadecimal digits after "
                        "\"\\u\", found \"G\""},
        {"\"\\uD800\"", "f.json:1:8: half of a surrogate pair, \"\\uD800\""},
        {"\"\\uDC00\"", "f.json:1:8: half of a surrogate pair, \"\\uDC00\""},
        {"\"\\u0000\"", "f.json:1:8: \"\\u0000\" cannot stand in a string "
                        "here"},
        {"{} {}", "f.json:1:4: expected nothing more, found \"{\""},
        {"[\"\xC3\xA9\", x]", "f.json:1:7: expected a value, found \"x\""},
        {"[\n\xE2\x82\xAC]",
         "f.json:2:1: expected a value, found \"\xE2\x82\xAC\""},
        {"{\"a\": 1,\n \"b\": {\"c\": 1, \"d\": 2, \"c\": 3}}",
         "f.json:2:24: the key \"c\" stands here a second time"},
        {"{\"a\": 1, \"\\u0061\": 2}",
         "f.json:1:10: the key \"a\" stands here a second time"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_refused(cases[i].text, strlen(cases[i].text), cases[i].message);
    }
}

static void bytes_that_are_not_utf8_are_refused(void **state)
{
    (void)state;
    assert_refused("[\"a\xFF\"]", 6, "f.json:1:4: byte 0xFF is not UTF-8");
    assert_refused("[\"\0\"]", 5,
                   "f.json:1:3: expected the closing \" of a "
                   "string, found a control character");
}

static void what_a_string_cannot_hold_is_found_at_any_place(void **state)
{
    (void)state;
    static const char wrong[] = {'\t', '\n', '\0', 0x1F};
    for (size_t at = 1; at < 30; at++) {
        for (size_t i = 0; i < sizeof(wrong); i++) {
            char text[] = "\"0123456789 \x7F abcdefghijklmnopqrs\"";
            text[at] = wrong[i];
            struct pl_json_file *file;
            struct pl_json root;
            struct pl_error error;
            assert_false(pl_json_open("f", (pl_str){text, sizeof(text) - 1},
                                      &file, &root, &error));
            struct pl_arena *scratch = pl_arena_new();
            assert_string_equal(
                error.message,
                pl_arena_printf(scratch,
                                "f:1:%zu: expected the closing \" of a "
                                "string, found a control character",
                                at + 1));
            pl_arena_free(scratch);
        }
    }
}

static void nesting_has_a_limit(void **state)
{
    struct fixture *fixture = *state;
    char deep[202];
    memset(deep, '[', 101);
    memset(deep + 101, ']', 101);
    assert_refused(deep, 202, "f.json:1:101: nested more than 100 deep");
    assert_true(pl_json_open("f.json", (pl_str){deep + 1, 200}, &fixture->file,
                             &fixture->root, &fixture->error));
}

static void a_repeated_key_among_many_is_found(void **state)
{
    struct fixture *fixture = *state;
    struct pl_buf text = pl_buf_in(fixture->arena);
    pl_buf_add_text(&text, "{\n");
    for (int i = 0; i < 1000; i++) {
        pl_buf_addf(&text, "\"k%d\": %d,\n", i, i);
    }
    pl_buf_add_text(&text, "\"k500\": 1}");
    assert_refused(text.data, text.len,
                   "f.json:1002:1: the key \"k500\" stands here a second time");
}

static void values_are_read_as_they_are(void **state)
{
    struct fixture *fixture = *state;
    open_text(fixture, "\xEF\xBB\xBF{\"s\": \"\\u00e9\\ud83d\\ude00\\n\", "
                       "\"n\": 12, \"t\": true, \"l\": [\"a\", \"b\"]}");
    pl_str s;
    size_t n = 0;
    bool t = false;
    struct pl_json_strings list;
    struct pl_error *error = &fixture->error;
    assert_true(pl_json_string(fixture->arena, fixture->root, "s", &s, error));
    assert_string_equal(s.data, "\xC3\xA9\xF0\x9F\x98\x80\n");
    assert_true(pl_json_size_or(fixture->root, "n", &n, error));
    assert_int_equal(n, 12);
    assert_true(pl_json_bool_or(fixture->root, "t", &t, error));
    assert_true(t);
    assert_true(
        pl_json_strings_or(fixture->arena, fixture->root, "l", &list, error));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[1].data, "b");
}

static void absent_members_leave_what_was_there(void **state)
{
    struct fixture *fixture = *state;
    open_text(fixture, "{}");
    pl_str s = PL_STR("before");
    size_t n = 7;
    bool t = true;
    struct pl_error *error = &fixture->error;
    assert_true(
        pl_json_string_or(fixture->arena, fixture->root, "s", &s, error));
    assert_true(pl_json_size_or(fixture->root, "n", &n, error));
    assert_true(pl_json_bool_or(fixture->root, "t", &t, error));
    assert_string_equal(s.data, "before");
    assert_int_equal(n, 7);
    assert_true(t);
}

static void another_type_is_refused_where_it_stands(void **state)
{
    struct fixture *fixture = *state;
    open_text(fixture, "{\n \"s\": 1,\n \"n\": 1.5,\n \"m\": -1,\n"
                       " \"t\": null,\n \"l\": [\"a\",\n  {}]}");
    struct pl_error *error = &fixture->error;
    pl_str s;
    size_t n;
    bool t;
    struct pl_json_strings list;
    assert_false(pl_json_string(fixture->arena, fixture->root, "s", &s, error));
    assert_string_equal(error->message,
                        "f.json:2:7: \"s\" must be a string, found a number");
    assert_false(pl_json_string(fixture->arena, fixture->root, "x", &s, error));
    assert_string_equal(error->message,
                        "f.json:1:1: \"x\" is missing, a string");
    assert_false(pl_json_size_or(fixture->root, "n", &n, error));
    assert_string_equal(error->message,
                        "f.json:3:7: \"n\" must be a whole number from 0 to "
                        "2147483648, found 1.5");
    assert_false(pl_json_size_or(fixture->root, "m", &n, error));
    assert_non_null(strstr(error->message, "f.json:4:7: "));
    assert_false(pl_json_bool_or(fixture->root, "t", &t, error));
    assert_string_equal(error->message,
                        "f.json:5:7: \"t\" must be true or false, found null");
    assert_false(
        pl_json_strings_or(fixture->arena, fixture->root, "l", &list, error));
    assert_string_equal(
        error->message,
        "f.json:7:3: this value must be a string, found an object");
}

static void a_value_is_given_back_as_it_stands(void **state)
{
    struct fixture *fixture = *state;
    open_text(fixture, "{ \"a\": {\"}\": [1,\n 2 ]} , \"b\": \"\\u00e9\"}");
    pl_str a = pl_json_raw(pl_json_get(fixture->root, "a"));
    pl_str b = pl_json_raw(pl_json_get(fixture->root, "b"));
    assert_true(pl_str_eq(a, (pl_str)PL_STR("{\"}\": [1,\n 2 ]}")));
    assert_true(pl_str_eq(b, (pl_str)PL_STR("\"\\u00e9\"")));
    assert_int_equal(pl_json_raw(pl_json_get(fixture->root, "c")).len, 0);
}

static void unknown_keys_are_refused_with_the_nearest_known(void **state)
{
    struct fixture *fixture = *state;
    static const char *const keys[] = {"severity", "name"};
    open_text(fixture, "{\"name\": 1,\n  \"sevrity\": [1]}");
    assert_false(pl_json_only_keys(fixture->root, keys, 2, &fixture->error));
    assert_string_equal(fixture->error.message,
                        "f.json:2:3: unknown key \"sevrity\", did you mean "
                        "\"severity\"?");
    assert_false(pl_json_only_keys(fixture->root, keys, 1, &fixture->error));
    assert_string_equal(fixture->error.message,
                        "f.json:1:2: unknown key \"name\"");
}

static void what_is_absent_has_no_keys_and_only_a_file(void **state)
{
    struct fixture *fixture = *state;
    static const char *const keys[] = {"name"};
    open_text(fixture, "{}");
    struct pl_json absent = pl_json_get(fixture->root, "params");
    assert_true(pl_json_only_keys(absent, keys, 1, &fixture->error));
    pl_str s;
    assert_false(
        pl_json_string(fixture->arena, absent, "name", &s, &fixture->error));
    assert_string_equal(fixture->error.message,
                        "f.json: \"name\" is missing, a string");
}

static void a_skipped_member_reads_as_null_and_moves_no_place(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "{\"a\": {\"big\": [1]},\n \"big\": [\"{\", [1, 2]],\n"
                       " \"z\": 1}";
    assert_true(pl_json_open_without(
        (struct pl_json_text){
            .path = "f.json", .text = pl_str_from(text), .skipped = "big"},
        &fixture->file, &fixture->root, &fixture->error));
    struct pl_json big = pl_json_get(fixture->root, "big");
    assert_int_equal(pl_json_kind(big), PL_JSON_NULL);
    assert_int_equal(pl_json_place(big).line, 2);
    assert_int_equal(pl_json_place(big).column, 9);
    struct pl_json inner = pl_json_get(pl_json_get(fixture->root, "a"), "big");
    assert_int_equal(pl_json_count(inner), 1);
    struct pl_json z = pl_json_get(fixture->root, "z");
    assert_int_equal(pl_json_place(z).line, 3);
    assert_int_equal(pl_json_place(z).column, 7);
    assert_int_equal(pl_json_key_place(z).column, 2);
}

static void a_skipped_member_is_still_checked(void **state)
{
    struct fixture *fixture = *state;
    assert_false(pl_json_open_without(
        (struct pl_json_text){
            .path = "f.json", .text = PL_STR("{\"b\": [1,]}"), .skipped = "b"},
        &fixture->file, &fixture->root, &fixture->error));
    assert_string_equal(fixture->error.message,
                        "f.json:1:10: expected a value, found \"]\"");
}

static void a_part_is_a_root_with_its_places_in_the_whole(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "{\"a\": 1,\n \"p\": {\"x\": \"y\",\n  \"z\": 2}}";
    pl_str whole = pl_str_from(text);
    struct pl_json_part part = {"f.json", whole, 15, whole.len - 1};
    fixture->root = pl_json_open_part(fixture->arena, part);
    assert_true(pl_json_is_known(fixture->root));
    assert_int_equal(pl_json_count(fixture->root), 2);
    assert_int_equal(pl_json_place(fixture->root).line, 2);
    assert_int_equal(pl_json_place(fixture->root).column, 7);
    struct pl_json z = pl_json_get(fixture->root, "z");
    assert_int_equal(pl_json_key_place(z).line, 3);
    assert_int_equal(pl_json_key_place(z).column, 3);
    pl_str raw = pl_json_raw(fixture->root);
    assert_int_equal(raw.len, part.to - part.from);
    size_t number = 0;
    assert_true(pl_json_size_or(fixture->root, "z", &number, &fixture->error));
    assert_int_equal(number, 2);
    assert_false(pl_json_size_or(fixture->root, "x", &number, &fixture->error));
    assert_string_equal(fixture->error.message,
                        "f.json:2:13: \"x\" must be a number, found a string");
}

static void a_part_reads_what_an_open_text_reads(void **state)
{
    struct fixture *fixture = *state;
    const char *text =
        " { \"a\\tb\" : [ true, false ,null, -1.5e2, 0 , [ ] , { } ],\r\n"
        "\t\"\\u00e9\\ud83d\\ude00\\u20AC\\\"\\\\\\/\\b\\f\\n\\r\" : "
        "\"\\\\\", \"\": \"\xC3\xA9\"} ";
    open_text(fixture, text);
    pl_str whole = pl_str_from(text);
    struct pl_json part = pl_json_open_part(
        fixture->arena, (struct pl_json_part){"f.json", whole, 0, whole.len});
    assert_same_json(part, fixture->root);
    assert_int_equal(pl_json_count(part), 3);
}

static void members_are_walked_in_order(void **state)
{
    struct fixture *fixture = *state;
    open_text(fixture, "{\"b\": 1, \"a\": [1, 2, 3]}");
    struct pl_json first = pl_json_first(fixture->root);
    assert_string_equal(pl_json_key(first).data, "b");
    struct pl_json second = pl_json_next(first);
    assert_string_equal(pl_json_key(second).data, "a");
    assert_int_equal(pl_json_count(second), 3);
    assert_null(pl_json_next(second).item);
    assert_int_equal(pl_json_count(first), 0);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(mistakes_of_form_are_named_with_their_place),
        TEST(bytes_that_are_not_utf8_are_refused),
        TEST(what_a_string_cannot_hold_is_found_at_any_place),
        TEST(nesting_has_a_limit),
        TEST(a_repeated_key_among_many_is_found),
        TEST(values_are_read_as_they_are),
        TEST(absent_members_leave_what_was_there),
        TEST(another_type_is_refused_where_it_stands),
        TEST(a_value_is_given_back_as_it_stands),
        TEST(unknown_keys_are_refused_with_the_nearest_known),
        TEST(what_is_absent_has_no_keys_and_only_a_file),
        TEST(a_skipped_member_reads_as_null_and_moves_no_place),
        TEST(a_skipped_member_is_still_checked),
        TEST(a_part_is_a_root_with_its_places_in_the_whole),
        TEST(a_part_reads_what_an_open_text_reads),
        TEST(members_are_walked_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
