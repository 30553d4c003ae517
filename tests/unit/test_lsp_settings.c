/* The settings of an editor: what is wrong in them does no harm to the rest. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "lsp/settings.h"

struct fixture {
    struct pl_arena *arena;
    struct pl_json_file *file;
    struct pl_lsp_settings settings;
    struct pl_error error;
};

static int set_up(void **state)
{
    static struct fixture it;
    it = (struct fixture){.arena = pl_arena_new()};
    *state = &it;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *it = *state;
    pl_json_close(it->file);
    pl_arena_free(it->arena);
    return 0;
}

static bool read(struct fixture *it, const char *json)
{
    struct pl_json root;
    struct pl_error error;
    pl_json_close(it->file);
    if (!pl_json_open("test", pl_str_from(json), &it->file, &root, &error)) {
        fail_msg("%s", error.message);
    }
    return pl_lsp_settings_read(it->arena, pl_lsp_settings_section(root),
                                &it->settings, &it->error);
}

static bool is(pl_str a, const char *b)
{
    return pl_str_eq(a, pl_str_from(b));
}

static void nothing_set_is_the_default(void **state)
{
    struct fixture *it = *state;
    static const char *const empty[] = {"{}", "null", "{\"planlint\": {}}",
                                        "{\"debounce\": null, \"trace\": 1}"};
    for (size_t i = 0; i < 4; i++) {
        assert_true(read(it, empty[i]));
        assert_true(it->settings.enable);
        assert_int_equal(it->settings.debounce, PL_LSP_ADAPTIVE);
        assert_int_equal(it->settings.rules.len, 0);
    }
}

static void all_members_are_read(void **state)
{
    struct fixture *it = *state;
    assert_true(read(it, "{\"planlint\": {\"enable\": false, \"config\": \"c\","
                         "\"profile\": \"itu\", \"language\": \"fr\","
                         "\"rules\": {\"PL4\":  \"off\"}, \"debounce\": 20,"
                         "\"documents\": [\"a\", \"b\"]}}"));
    assert_false(it->settings.enable);
    assert_true(is(it->settings.config, "c"));
    assert_true(is(it->settings.profile, "itu"));
    assert_true(is(it->settings.language, "fr"));
    assert_true(is(it->settings.rules, "{\"PL4\":  \"off\"}"));
    assert_int_equal(it->settings.debounce, 20);
    assert_int_equal(it->settings.document_count, 2);
    assert_true(is(it->settings.documents[1], "b"));
    assert_true(read(it, "{\"debounce\": 2000000}"));
    assert_int_equal(it->settings.debounce, PL_LSP_DEBOUNCE_MAX);
}

static void what_is_wrong_counts_as_not_set(void **state)
{
    struct fixture *it = *state;
    static const struct {
        const char *json;
        const char *says;
    } cases[] = {
        {"{\"profile\": \"un\", \"enable\": 3}", "enable"},
        {"{\"profile\": \"un\", \"language\": \"French\"}", "\"French\""},
        {"{\"profile\": \"un\", \"rules\": []}", "rules"},
        {"{\"profile\": \"un\", \"debounce\": -1}", "debounce"},
        {"{\"profile\": \"un\", \"documents\": \"a\"}", "documents"},
        {"{\"profile\": \"un\", \"config\": 1}", "config"},
    };
    for (size_t i = 0; i < 6; i++) {
        assert_false(read(it, cases[i].json));
        if (!strstr(it->error.message, cases[i].says)) {
            fail_msg("%s: %s", cases[i].json, it->error.message);
        }
        assert_true(is(it->settings.profile, "un"));
        assert_true(it->settings.enable);
        assert_int_equal(it->settings.language.len, 0);
        assert_int_equal(it->settings.debounce, PL_LSP_ADAPTIVE);
    }
    assert_false(read(it, "[1]"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(nothing_set_is_the_default),
        TEST(all_members_are_read),
        TEST(what_is_wrong_counts_as_not_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
