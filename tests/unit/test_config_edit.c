/* Words that are added to a planlint.json. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "checks/checks.h"
#include "lint/config.h"
#include "lint/config_edit.h"
#include "lint/ruleset.h"

static pl_str with_word(struct pl_arena *arena, const char *text)
{
    struct pl_config_word word = {
        .rule = PL_STR("PL401"), .parameter = "known", .word = PL_STR("CAP")};
    struct pl_edit edit;
    struct pl_error error;
    if (!pl_config_add_word(arena, "planlint.json", pl_str_from(text), word,
                            &edit, &error)) {
        fail_msg("%s", error.message);
    }
    return pl_edits_apply(arena, pl_str_from(text),
                          (struct pl_edits){&edit, 1});
}

/* What results is a configuration that is taken. */
static void assert_added(struct pl_arena *arena, const char *text,
                         const char *expected)
{
    pl_str after = with_word(arena, text);
    assert_string_equal(after.data, expected);
    struct pl_config config;
    struct pl_ruleset *ruleset;
    struct pl_error error;
    if (!pl_config_parse(arena, "planlint.json", after, &config, &error) ||
        !pl_ruleset_load(arena, pl_rule_files_builtin(NULL), pl_checks,
                         &ruleset, &error) ||
        !pl_config_apply(&config, (pl_str){0}, ruleset, &error)) {
        fail_msg("%s", error.message);
    }
}

static void the_way_to_the_list_is_made(void **state)
{
    assert_added(*state, "{}\n",
                 "{\"rules\": {\"PL401\": {\"params\": "
                 "{\"known\": [\"CAP\"]}}}}\n");
    assert_added(*state, "{\n  \"profile\": \"itu\"\n}\n",
                 "{\"rules\": {\"PL401\": {\"params\": "
                 "{\"known\": [\"CAP\"]}}}, \n  \"profile\": \"itu\"\n}\n");
    assert_added(*state, "{\"rules\": {\"PL2\": \"off\"}}",
                 "{\"rules\": {\"PL401\": {\"params\": "
                 "{\"known\": [\"CAP\"]}}, \"PL2\": \"off\"}}");
}

static void a_severity_stays(void **state)
{
    assert_added(*state, "{\"rules\": {\"PL401\": \"warning\"}}",
                 "{\"rules\": {\"PL401\": {\"severity\": \"warning\", "
                 "\"params\": {\"known\": [\"CAP\"]}}}}");
    assert_added(*state, "{\"rules\": {\"PL401\": {\"severity\": \"info\"}}}",
                 "{\"rules\": {\"PL401\": {\"params\": {\"known\": "
                 "[\"CAP\"]}, \"severity\": \"info\"}}}");
}

static void lists_that_are_there_grow(void **state)
{
    assert_added(*state,
                 "{\"rules\": {\"PL401\": {\"params\": {\"known\": []}}}}",
                 "{\"rules\": {\"PL401\": {\"params\": {\"known\": "
                 "[\"CAP\"]}}}}");
    assert_added(
        *state, "{\"rules\": {\"PL401\": {\"params\": {\"known\": [\"UN\"]}}}}",
        "{\"rules\": {\"PL401\": {\"params\": {\"known\": [\"CAP\", "
        "\"UN\"]}}}}");
    assert_added(*state,
                 "{\"rules\": {\"PL401\": {\"params\": {\"known\": "
                 "{\"UN\": \"United Nations\"}}}}}",
                 "{\"rules\": {\"PL401\": {\"params\": {\"known\": "
                 "{\"CAP\": [], \"UN\": \"United Nations\"}}}}}");
}

static void what_is_wrong_is_left_alone(void **state)
{
    static const char *const wrong[] = {"", "[]", "{\"rules\": 1}",
                                        "{\"rules\": {\"PL401\": 3}}"};
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct pl_config_word word = {.rule = PL_STR("PL401"),
                                      .parameter = "known",
                                      .word = PL_STR("CAP")};
        struct pl_edit edit;
        struct pl_error error;
        assert_false(pl_config_add_word(*state, "planlint.json",
                                        pl_str_from(wrong[i]), word, &edit,
                                        &error));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(the_way_to_the_list_is_made),
        ARENA_TEST(a_severity_stays),
        ARENA_TEST(lists_that_are_there_grow),
        ARENA_TEST(what_is_wrong_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
