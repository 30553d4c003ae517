/* The rules and profiles inside the binary. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/json.h"
#include "builtin_rules.h"
#include "checks/checks.h"
#include "lint/embedded.h"
#include "lint/profile.h"
#include "lint/ruleset.h"
#include "support/same_json.h"

struct fixture {
    struct pl_arena *arena;
    struct pl_ruleset *ruleset;
};

static int set_up(void **state)
{
    static struct fixture it;
    it = (struct fixture){.arena = pl_arena_new()};
    it.ruleset = builtin_rules(it.arena, NULL);
    *state = &it;
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

static void assert_str_equal(struct pl_arena *arena, pl_str a, pl_str b)
{
    assert_string_equal(pl_arena_strndup(arena, a.data, a.len),
                        pl_arena_strndup(arena, b.data, b.len));
}

static void assert_same_rule(struct pl_arena *arena, const struct pl_rule *a,
                             const struct pl_rule *b)
{
    assert_str_equal(arena, a->id, b->id);
    assert_str_equal(arena, a->name, b->name);
    assert_str_equal(arena, a->summary, b->summary);
    assert_str_equal(arena, a->why, b->why);
    assert_str_equal(arena, a->source, b->source);
    assert_str_equal(arena, a->message, b->message);
    assert_str_equal(arena, a->fix, b->fix);
    assert_int_equal(a->severity, b->severity);
    assert_int_equal(a->own_severity, b->own_severity);
    assert_int_equal(a->kept_in, b->kept_in);
    assert_ptr_equal(a->check, b->check);
    assert_int_equal(a->language_count, b->language_count);
    for (size_t i = 0; i < a->language_count; i++) {
        assert_str_equal(arena, a->languages[i], b->languages[i]);
    }
}

static void assert_span_of(struct fixture *it,
                           const struct pl_embedded_file *file,
                           struct pl_embedded_span span, struct pl_json value)
{
    pl_str text = {(const char *)file->data, file->size};
    assert_str_equal(it->arena, pl_json_raw(value),
                     pl_str_slice(text, span.from, span.to));
    if (span.to > 0) {
        struct pl_json_part part = {file->name, text, span.from, span.to};
        assert_same_json(pl_json_open_part(it->arena, part), value);
    }
}

/* Nothing is checked of what the build has prepared. */
static void the_head_of_a_rule_says_what_its_file_says(void **state)
{
    struct fixture *it = *state;
    for (size_t i = 0; i < pl_embedded_rules_count; i++) {
        const struct pl_embedded_file *file = &pl_embedded_rules[i];
        struct pl_rule_file whole = {file->name,
                                     {(const char *)file->data, file->size}};
        struct pl_rule rule;
        struct pl_rule head;
        struct pl_json_file *json;
        struct pl_json root;
        struct pl_error error;
        if (!pl_rule_load(it->arena, whole, pl_checks, &rule, &error)) {
            fail_msg("%s", error.message);
        }
        assert_non_null(file->head);
        assert_true(pl_rule_load_head(file, pl_checks, &head, &error));
        assert_same_rule(it->arena, &head, &rule);
        assert_true(pl_json_open(file->name, whole.text, &json, &root, &error));
        assert_span_of(it, file, file->head->params,
                       pl_json_get(root, "params"));
        assert_span_of(it, file, file->head->within,
                       pl_json_get(root, "within"));
        pl_json_close(json);
    }
}

static void a_rule_that_is_not_at_work_is_left_unread(void **state)
{
    struct fixture *it = *state;
    struct pl_rule_files files = pl_rule_files_builtin(NULL);
    struct pl_ruleset *lazy;
    struct pl_error error;
    files.heads_only = true;
    assert_true(pl_ruleset_load(it->arena, files, pl_checks, &lazy, &error));
    assert_true(pl_profile_use(lazy, (pl_str)PL_STR("core"), &error));
    assert_true(pl_ruleset_complete(lazy, &error));
    size_t unread = 0;
    for (size_t i = 0; i < lazy->count; i++) {
        const struct pl_rule *rule = &lazy->rules[i];
        bool is_off = rule->severity == PL_SEVERITY_OFF;
        assert_true(is_off || !rule->unread);
        assert_true(rule->unread || !it->ruleset->rules[i].params ||
                    rule->params);
        unread += rule->unread != NULL;
    }
    assert_true(unread > 0);
    assert_true(pl_ruleset_complete_all(lazy, &error));
    for (size_t i = 0; i < lazy->count; i++) {
        assert_null(lazy->rules[i].unread);
        assert_null(it->ruleset->rules[i].unread);
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
        TEST(the_head_of_a_rule_says_what_its_file_says),
        TEST(a_rule_that_is_not_at_work_is_left_unread),
        TEST(a_rule_says_why_and_where_it_comes_from),
        TEST(every_rule_is_at_work_in_a_profile),
        TEST(a_profile_adds_to_the_core),
        TEST(a_profile_file_is_called_after_its_profile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
