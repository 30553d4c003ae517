/* The rules and profiles inside the binary. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/json.h"
#include "checks/checks.h"
#include "lint/embedded.h"
#include "lint/profile.h"
#include "lint/ruleset.h"

struct fixture {
    struct pl_arena *arena;
    struct pl_ruleset *ruleset;
};

static int set_up(void **state)
{
    static struct fixture it;
    struct pl_error error;
    it = (struct fixture){.arena = pl_arena_new()};
    *state = &it;
    if (!pl_ruleset_load(it.arena, pl_rule_files_builtin(NULL), pl_checks,
                         &it.ruleset, &error)) {
        fail_msg("%s", error.message);
    }
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *it = *state;
    pl_arena_free(it->arena);
    return 0;
}

static void a_rule_file_is_called_after_its_rule(void **state)
{
    struct fixture *it = *state;
    assert_true(it->ruleset->count > 0);
    for (size_t i = 0; i < it->ruleset->count; i++) {
        const struct pl_rule *rule = &it->ruleset->rules[i];
        assert_string_equal(rule->path,
                            pl_arena_printf(it->arena, "%.*s-%.*s.json",
                                            PL_STR_ARG(rule->id),
                                            PL_STR_ARG(rule->name)));
    }
}

/* Where examples stand is known since the build; then nothing is checked. */
static void a_rule_file_is_right_when_it_is_checked(void **state)
{
    struct fixture *it = *state;
    for (size_t i = 0; i < pl_embedded_rules_count; i++) {
        const struct pl_embedded_file *file = &pl_embedded_rules[i];
        struct pl_rule_file unknown = {
            .path = file->name, .text = {(const char *)file->data, file->size}};
        struct pl_rule rule;
        struct pl_error error;
        if (!pl_rule_load(it->arena, unknown, pl_checks, &rule, &error)) {
            fail_msg("%s", error.message);
        }
        struct pl_json_file *json;
        struct pl_json root;
        assert_true(
            pl_json_open(file->name, unknown.text, &json, &root, &error));
        pl_str examples = pl_json_raw(pl_json_get(root, "examples"));
        assert_string_equal(
            pl_arena_strndup(it->arena, examples.data, examples.len),
            pl_arena_strndup(it->arena, unknown.text.data + file->examples_from,
                             file->examples_to - file->examples_from));
        pl_json_close(json);
    }
}

static void a_rule_says_why_and_where_it_comes_from(void **state)
{
    struct fixture *it = *state;
    for (size_t i = 0; i < it->ruleset->count; i++) {
        const struct pl_rule *rule = &it->ruleset->rules[i];
        if (rule->why.len < 20 || rule->source.len == 0) {
            fail_msg("%s", rule->path);
        }
    }
}

static void use_profile(struct fixture *it, const char *name)
{
    struct pl_error error;
    if (!pl_profile_use(it->ruleset, pl_str_from(name), &error)) {
        fail_msg("%s", error.message);
    }
}

/* What a user has to turn on. */
static bool is_left_to_users(const struct pl_rule *rule)
{
    return pl_str_eq(rule->name, (pl_str)PL_STR("serial-comma"));
}

static void every_rule_is_at_work_in_a_profile(void **state)
{
    struct fixture *it = *state;
    size_t count = it->ruleset->count;
    bool *is_used = pl_arena_array(it->arena, count, sizeof(*is_used));
    static const char *const names[] = {"core", "un", "itu", "eu"};
    for (size_t n = 0; n < 4; n++) {
        use_profile(it, names[n]);
        for (size_t i = 0; i < count; i++) {
            is_used[i] |= it->ruleset->rules[i].severity != PL_SEVERITY_OFF;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (!is_used[i] && !is_left_to_users(&it->ruleset->rules[i])) {
            fail_msg("%s is in no profile", it->ruleset->rules[i].path);
        }
    }
}

static size_t count_at_work(struct fixture *it, const char *profile)
{
    size_t count = 0;
    use_profile(it, profile);
    for (size_t i = 0; i < it->ruleset->count; i++) {
        count += it->ruleset->rules[i].severity != PL_SEVERITY_OFF;
    }
    return count;
}

static void a_profile_adds_to_the_core(void **state)
{
    struct fixture *it = *state;
    size_t core = count_at_work(it, "core");
    assert_true(core > 0);
    assert_true(count_at_work(it, "un") > core);
    assert_true(count_at_work(it, "itu") > core);
    assert_true(count_at_work(it, "eu") > core);
}

static void a_profile_file_is_called_after_its_profile(void **state)
{
    struct fixture *it = *state;
    for (size_t i = 0; i < it->ruleset->files.set_count; i++) {
        struct pl_profile profile;
        struct pl_error error;
        if (!pl_profile_read(it->arena, &it->ruleset->files, i, &profile,
                             &error)) {
            fail_msg("%s", error.message);
        }
        assert_string_equal(
            it->ruleset->files.sets[i].name,
            pl_arena_printf(it->arena, "%.*s.json", PL_STR_ARG(profile.name)));
    }
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_rule_file_is_called_after_its_rule),
        TEST(a_rule_file_is_right_when_it_is_checked),
        TEST(a_rule_says_why_and_where_it_comes_from),
        TEST(every_rule_is_at_work_in_a_profile),
        TEST(a_profile_adds_to_the_core),
        TEST(a_profile_file_is_called_after_its_profile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
