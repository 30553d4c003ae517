/* The rules and profiles inside the binary. */
#include "cmocka_wrap.h"

#include "base/arena.h"
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

static void the_largest_profile_leaves_no_rule_out(void **state)
{
    struct fixture *it = *state;
    struct pl_error error;
    pl_str name = PL_STR("itu");
    if (!pl_profile_use(it->ruleset, name, &error)) {
        fail_msg("%s", error.message);
    }
    for (size_t i = 0; i < it->ruleset->count; i++) {
        if (it->ruleset->rules[i].severity == PL_SEVERITY_OFF) {
            fail_msg("%s is in no profile", it->ruleset->rules[i].path);
        }
    }
}

static void a_profile_adds_to_the_one_that_it_extends(void **state)
{
    struct fixture *it = *state;
    static const char *const names[] = {"core", "un", "itu"};
    size_t before = 0;
    for (size_t n = 0; n < 3; n++) {
        struct pl_error error;
        if (!pl_profile_use(it->ruleset, pl_str_from(names[n]), &error)) {
            fail_msg("%s", error.message);
        }
        size_t count = 0;
        for (size_t i = 0; i < it->ruleset->count; i++) {
            count += it->ruleset->rules[i].severity != PL_SEVERITY_OFF;
        }
        assert_true(count > before);
        before = count;
    }
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
        TEST(a_rule_says_why_and_where_it_comes_from),
        TEST(the_largest_profile_leaves_no_rule_out),
        TEST(a_profile_adds_to_the_one_that_it_extends),
        TEST(a_profile_file_is_called_after_its_profile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
