/* Rulesets: loading, profiles, overrides, selection. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/json.h"
#include "lint/check.h"
#include "lint/profile.h"
#include "lint/ruleset.h"
#include "rule_files.h"

struct params {
    size_t limit;
};

static bool load_params(struct pl_arena *arena, struct pl_json json,
                        struct pl_rule *rule, struct pl_error *error)
{
    struct params *made = pl_arena_alloc(arena, sizeof(*made));
    if (rule->params) {
        *made = *(const struct params *)rule->params;
    }
    rule->params = made;
    return pl_json_size_or(json, "limit", &made->limit, error);
}

static const struct pl_check counting = {.name = "counting",
                                         .load = load_params};
static const struct pl_check *const check_list[] = {&counting};
static const struct pl_checks checks = {check_list, 1};

#define RULE(id, rule_name, severity) \
    RULE_FILE(id, rule_name, severity, "counting")

static const struct pl_embedded_file rules[] = {
    RULE("PL101", "section-gap", "error"),
    RULE("PL102", "section-double", "warning"),
    RULE("PL401", "acronym-late", "info"),
};
static const struct pl_embedded_file sets[] = {
    EMBEDDED("core.json", "{\"name\": \"core\", \"summary\": \"s\",\n"
                          "\"rules\": {\"PL1\": \"on\"}}"),
    EMBEDDED("loop.json", "{\"name\": \"loop\", \"summary\": \"s\",\n"
                          "\"extends\": \"loop\", \"rules\": {}}"),
    EMBEDDED("un.json", "{\"name\": \"un\", \"summary\": \"s\",\n"
                        "\"extends\": \"core\", \"rules\": {\"PL401\": {},\n"
                        "\"section-gap\": \"info\", \"PL102\": {\"params\": "
                        "{\"limit\": 3}}}}"),
    EMBEDDED("wrong.json", "{\"name\": \"wrong\", \"summary\": \"s\",\n"
                           "\"rules\": {\"PL999\": \"on\"}}"),
};

struct fixture {
    struct pl_arena *arena;
    struct pl_ruleset *ruleset;
    struct pl_error error;
};

static struct pl_rule_files files(void)
{
    return (struct pl_rule_files){
        .rules = rules, .rule_count = 3, .sets = sets, .set_count = 4};
}

static int set_up(void **state)
{
    static struct fixture it;
    it = (struct fixture){.arena = pl_arena_new()};
    *state = &it;
    if (!pl_ruleset_load(it.arena, files(), checks, &it.ruleset, &it.error)) {
        fail_msg("%s", it.error.message);
    }
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *it = *state;
    pl_arena_free(it->arena);
    return 0;
}

static enum pl_severity severity_of(const struct fixture *it, const char *rule)
{
    return pl_ruleset_find(it->ruleset, pl_str_from(rule))->severity;
}

static bool apply(struct fixture *it, const char *text)
{
    struct pl_json_file *file;
    struct pl_json root;
    if (!pl_json_open("c.json", pl_str_from(text), &file, &root, &it->error)) {
        return false;
    }
    bool ok = pl_overrides_apply(it->ruleset, root, false, &it->error);
    pl_json_close(file);
    return ok;
}

static void nothing_is_at_work_before_a_profile_is_used(void **state)
{
    struct fixture *it = *state;
    assert_int_equal(it->ruleset->count, 3);
    for (size_t i = 0; i < it->ruleset->count; i++) {
        assert_int_equal(it->ruleset->rules[i].severity, PL_SEVERITY_OFF);
    }
}

static void a_profile_turns_on_what_it_lists(void **state)
{
    struct fixture *it = *state;
    assert_true(
        pl_profile_use(it->ruleset, (pl_str)PL_STR("core"), &it->error));
    assert_int_equal(severity_of(it, "PL101"), PL_SEVERITY_ERROR);
    assert_int_equal(severity_of(it, "section-double"), PL_SEVERITY_WARNING);
    assert_int_equal(severity_of(it, "PL401"), PL_SEVERITY_OFF);
}

static void a_profile_comes_after_what_it_extends(void **state)
{
    struct fixture *it = *state;
    assert_true(pl_profile_use(it->ruleset, (pl_str)PL_STR("un"), &it->error));
    assert_int_equal(severity_of(it, "PL101"), PL_SEVERITY_INFO);
    assert_int_equal(severity_of(it, "PL102"), PL_SEVERITY_WARNING);
    assert_int_equal(severity_of(it, "PL401"), PL_SEVERITY_INFO);
    const struct params *params =
        pl_ruleset_find(it->ruleset, (pl_str)PL_STR("PL102"))->params;
    assert_int_equal(params->limit, 3);
}

static void a_profile_says_what_it_is(void **state)
{
    struct fixture *it = *state;
    struct pl_rule_files from = files();
    struct pl_profile profile;
    assert_true(pl_profile_read(it->arena, &from, 2, &profile, &it->error));
    assert_string_equal(profile.name.data, "un");
    assert_string_equal(profile.extends.data, "core");
}

static void wrong_profiles_are_refused(void **state)
{
    struct fixture *it = *state;
    static const struct {
        const char *name;
        const char *message;
    } cases[] = {
        {"UN", "there is no profile \"UN\"; there are: core, loop, un, wrong"},
        {"loop", "loop.json: profiles extend each other in a circle"},
        {"wrong", "wrong.json:2:11: there is no rule \"PL999\""},
    };
    for (size_t i = 0; i < 3; i++) {
        assert_false(pl_profile_use(it->ruleset, pl_str_from(cases[i].name),
                                    &it->error));
        assert_string_equal(it->error.message, cases[i].message);
    }
}

static void overrides_apply_in_their_order(void **state)
{
    struct fixture *it = *state;
    assert_true(apply(it, "{\"PL\": \"on\", \"PL1\": \"off\",\n"
                          "\"section-gap\": \"warning\",\n"
                          "\"PL401\": {\"params\": {\"limit\": 9}},\n"
                          "\"PL102\": {\"severity\": \"on\"}}"));
    assert_int_equal(severity_of(it, "PL101"), PL_SEVERITY_WARNING);
    assert_int_equal(severity_of(it, "PL102"), PL_SEVERITY_WARNING);
    assert_int_equal(severity_of(it, "PL401"), PL_SEVERITY_INFO);
}

static void params_alone_do_not_turn_a_rule_on(void **state)
{
    struct fixture *it = *state;
    assert_true(apply(it, "{\"PL401\": {\"params\": {\"limit\": 9}}}"));
    assert_int_equal(severity_of(it, "PL401"), PL_SEVERITY_OFF);
    const struct params *params =
        pl_ruleset_find(it->ruleset, (pl_str)PL_STR("PL401"))->params;
    assert_int_equal(params->limit, 9);
}

static void wrong_overrides_are_refused_where_they_stand(void **state)
{
    struct fixture *it = *state;
    static const struct {
        const char *text;
        const char *message;
    } cases[] = {
        {"[]", "c.json:1:1: \"rules\" must be an object, found an array"},
        {"{\"PL101\": \"on\",\n \"PL4O1\": \"off\"}",
         "c.json:2:2: there is no rule \"PL4O1\", did you mean \"PL401\"?"},
        {"{\"section-gaps\": \"off\"}",
         "c.json:1:2: there is no rule \"section-gaps\", did you mean "
         "\"section-gap\"?"},
        {"{\"P\": \"off\"}", "c.json:1:2: there is no rule \"P\""},
        {"{\"PL101\": \"fatal\"}",
         "c.json:1:11: a severity is \"error\", \"warning\", \"info\", "
         "\"off\" or \"on\", found \"fatal\""},
        {"{\"PL101\": true}",
         "c.json:1:11: \"PL101\" must be a severity or an object of "
         "\"severity\", \"params\" and \"within\", found true or false"},
        {"{\"PL101\": {\"level\": 1}}", "c.json:1:12: unknown key \"level\""},
        {"{\"PL101\": {\"params\": {\"limit\": true}}}",
         "c.json:1:32: \"limit\" must be a number, found true or false"},
        {"{\"PL1\": {\"params\": {\"limit\": true}}}",
         "c.json:1:30: \"limit\" must be a number, found true or false"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_false(apply(it, cases[i].text));
        assert_string_equal(it->error.message, cases[i].message);
    }
}

static void selecting_leaves_the_selected_only(void **state)
{
    struct fixture *it = *state;
    assert_true(apply(it, "{\"PL101\": \"info\", \"PL102\": \"on\"}"));
    const pl_str wanted[] = {PL_STR("section-gap"), PL_STR("PL4")};
    assert_true(pl_ruleset_select(it->ruleset, wanted, 2, &it->error));
    assert_int_equal(severity_of(it, "PL101"), PL_SEVERITY_INFO);
    assert_int_equal(severity_of(it, "PL102"), PL_SEVERITY_OFF);
    assert_int_equal(severity_of(it, "PL401"), PL_SEVERITY_INFO);
}

static void ignoring_turns_off(void **state)
{
    struct fixture *it = *state;
    assert_true(apply(it, "{\"PL\": \"on\"}"));
    const pl_str unwanted[] = {PL_STR("PL1")};
    assert_true(pl_ruleset_ignore(it->ruleset, unwanted, 1, &it->error));
    assert_int_equal(severity_of(it, "PL101"), PL_SEVERITY_OFF);
    assert_int_equal(severity_of(it, "PL401"), PL_SEVERITY_INFO);
}

static void a_selector_must_match_something(void **state)
{
    struct fixture *it = *state;
    const pl_str wrong[] = {PL_STR("PL101"), PL_STR("acronym-lat")};
    assert_false(pl_ruleset_select(it->ruleset, wrong, 2, &it->error));
    assert_string_equal(it->error.message,
                        "there is no rule \"acronym-lat\", did you mean "
                        "\"acronym-late\"?");
    assert_false(it->ruleset->is_narrowed);
    assert_false(
        pl_ruleset_ignore(it->ruleset, &(pl_str)PL_STR(""), 1, &it->error));
}

static void ids_and_names_are_given_once(void **state)
{
    struct fixture *it = *state;
    static const struct pl_embedded_file twice[] = {
        RULE("PL101", "section-gap", "error"),
        RULE("PL101", "other", "error"),
        RULE("PL102", "section-gap", "error"),
    };
    struct pl_rule_files from = {.rules = twice, .rule_count = 2};
    struct pl_ruleset *ruleset;
    assert_false(
        pl_ruleset_load(it->arena, from, checks, &ruleset, &it->error));
    assert_string_equal(it->error.message,
                        "PL101-section-gap.json:1:8: \"PL101\" is already "
                        "the id of the rule in PL101-other.json");
    struct pl_rule_files by_name = {.rules = twice + 1, .rule_count = 2};
    assert_true(
        pl_ruleset_load(it->arena, by_name, checks, &ruleset, &it->error));
    struct pl_embedded_file pair[] = {twice[0], twice[2]};
    struct pl_rule_files same = {.rules = pair, .rule_count = 2};
    assert_false(
        pl_ruleset_load(it->arena, same, checks, &ruleset, &it->error));
    assert_string_equal(it->error.message,
                        "PL102-section-gap.json:1:25: \"section-gap\" is "
                        "already the name of the rule in "
                        "PL101-section-gap.json");
}

static void write_rule(struct fixture *it, const char *path, const char *text)
{
    if (!pl_file_write(path, pl_str_from(text), &it->error)) {
        fail_msg("%s", it->error.message);
    }
}

static void own_rules_are_read_from_their_folder_and_are_on(void **state)
{
    struct fixture *it = *state;
    char folder[] = "test-rules.XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *good = pl_path_join(it->arena, folder, "MY001.json");
    const char *notes = pl_path_join(it->arena, folder, "notes.txt");
    write_rule(it, notes, "not a rule");
    write_rule(it, good,
               "{\"id\": \"MY001\", \"name\": \"mine\", \"severity\": "
               "\"info\", \"summary\": \"s\", \"message\": \"m\",\n"
               "\"check\": \"counting\"}");
    struct pl_rule_files from = files();
    from.folder = folder;
    struct pl_ruleset *ruleset = NULL;
    bool ok = pl_ruleset_load(it->arena, from, checks, &ruleset, &it->error);
    write_rule(it, good, "{\"id\": 1}");
    struct pl_ruleset *wrong;
    bool refused =
        !pl_ruleset_load(it->arena, from, checks, &wrong, &it->error);
    unlink(good);
    unlink(notes);
    rmdir(folder);
    assert_true(ok && refused);
    assert_int_equal(ruleset->count, 4);
    assert_int_equal(pl_ruleset_find(ruleset, (pl_str)PL_STR("mine"))->severity,
                     PL_SEVERITY_INFO);
    assert_int_equal(ruleset->rules[0].severity, PL_SEVERITY_INFO);
    assert_non_null(
        strstr(it->error.message, "MY001.json:1:8: \"id\" must be a string"));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_at_work_before_a_profile_is_used),
        TEST(a_profile_turns_on_what_it_lists),
        TEST(a_profile_comes_after_what_it_extends),
        TEST(a_profile_says_what_it_is),
        TEST(wrong_profiles_are_refused),
        TEST(overrides_apply_in_their_order),
        TEST(params_alone_do_not_turn_a_rule_on),
        TEST(wrong_overrides_are_refused_where_they_stand),
        TEST(selecting_leaves_the_selected_only),
        TEST(ignoring_turns_off),
        TEST(a_selector_must_match_something),
        TEST(ids_and_names_are_given_once),
        TEST(own_rules_are_read_from_their_folder_and_are_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
