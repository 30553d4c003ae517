/* Which configuration and which rules count in a folder. */
#include "cmocka_wrap.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "checks/checks.h"
#include "lint/ruleset.h"
#include "lint/setup.h"
#include "temp_folder.h"

struct fixture {
    struct pl_arena *arena;
    struct pl_setup_options options;
    char folder[TEMP_FOLDER_SIZE];
    char complaint[PL_ERROR_MAX];
    size_t complaints;
};

static struct fixture fixture;

static void complain(void *context, const struct pl_error *error)
{
    struct fixture *it = context;
    snprintf(it->complaint, sizeof(it->complaint), "%s", error->message);
    it->complaints++;
}

static int set_up(void **state)
{
    (void)state;
    fixture = (struct fixture){.arena = pl_arena_new()};
    fixture.options = (struct pl_setup_options){
        .checks = pl_checks, .complain = complain, .context = &fixture};
    if (temp_folder_enter(fixture.folder) != 0) {
        return -1;
    }
    return mkdir(".git", 0777) + mkdir("a", 0777) + mkdir("a/b", 0777) +
           mkdir("c", 0777);
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_free(fixture.arena);
    return temp_folder_leave(fixture.folder);
}

static struct pl_setups *make_setups(void)
{
    return pl_setups_new(fixture.arena, &fixture.options);
}

static enum pl_severity severity_in(struct pl_setups *setups,
                                    const char *folder, const char *rule)
{
    const struct pl_setup *setup = pl_setups_for(setups, folder);
    assert_non_null(setup);
    return pl_ruleset_find(setup->ruleset, pl_str_from(rule))->severity;
}

static void the_nearest_configuration_counts(void **state)
{
    (void)state;
    make_file("planlint.json", "{\"rules\": {\"PL103\": \"info\"}}");
    make_file("a/planlint.json", "{\"rules\": {\"PL103\": \"off\"}}");
    struct pl_setups *setups = make_setups();
    assert_int_equal(severity_in(setups, "c", "PL103"), PL_SEVERITY_INFO);
    assert_int_equal(severity_in(setups, "a/b", "PL103"), PL_SEVERITY_OFF);
    assert_string_equal(pl_setups_config(setups, "a/b")->path,
                        "a/planlint.json");
    assert_ptr_equal(pl_setups_for(setups, "a"), pl_setups_for(setups, "a/b"));
}

static void without_one_the_defaults_hold(void **state)
{
    (void)state;
    struct pl_setups *setups = make_setups();
    assert_int_equal(severity_in(setups, "a", "PL103"), PL_SEVERITY_ERROR);
    assert_null(pl_setups_config(setups, "a")->path);
}

static void a_mistake_is_told_once_and_leaves_others_alone(void **state)
{
    (void)state;
    make_file("a/planlint.json", "{\"profil\": \"itu\"}");
    struct pl_setups *setups = make_setups();
    assert_null(pl_setups_for(setups, "a"));
    assert_null(pl_setups_for(setups, "a/b"));
    assert_int_equal(fixture.complaints, 1);
    assert_int_equal(strncmp(fixture.complaint, "a/planlint.json:1:2: ", 21),
                     0);
    assert_string_equal(pl_setups_config(setups, "a/b")->path,
                        "a/planlint.json");
    assert_non_null(pl_setups_for(setups, "c"));
}

static void what_is_asked_for_goes_before_the_configuration(void **state)
{
    (void)state;
    make_file("planlint.json",
              "{\"language\": \"fr\", \"rules\": {\"PL1\": \"info\"}}");
    fixture.options.language = "es";
    fixture.options.overrides =
        (struct pl_setup_overrides){"client", PL_STR("{\"PL103\": \"off\"}")};
    struct pl_setups *setups = make_setups();
    assert_int_equal(severity_in(setups, ".", "PL103"), PL_SEVERITY_OFF);
    assert_int_equal(severity_in(setups, ".", "PL102"), PL_SEVERITY_INFO);
    assert_true(pl_str_eq(pl_setups_for(setups, ".")->config.settings.language,
                          (pl_str)PL_STR("es")));
}

static void wrong_overrides_have_a_place(void **state)
{
    (void)state;
    fixture.options.overrides =
        (struct pl_setup_overrides){"client", PL_STR("{\"PL103\": \"of\"}")};
    assert_null(pl_setups_for(make_setups(), "."));
    assert_int_equal(strncmp(fixture.complaint, "client:1:11: ", 13), 0);
}

static void overrides_of_rules_that_are_elsewhere_are_passed_over(void **state)
{
    (void)state;
    fixture.options.overrides = (struct pl_setup_overrides){
        "client", PL_STR("{\"HU001\": \"off\", \"PL103\": \"info\"}")};
    assert_int_equal(severity_in(make_setups(), ".", "PL103"),
                     PL_SEVERITY_INFO);
}

static void what_holds_otherwise_gives_way_to_the_configuration(void **state)
{
    (void)state;
    make_file("a/planlint.json", "{\"profile\": \"un\"}");
    make_file("c/planlint.json", "{\"language\": \"fr\"}");
    fixture.options.otherwise.profile = (pl_str)PL_STR("itu");
    fixture.options.otherwise.language = (pl_str)PL_STR("es");
    struct pl_setups *setups = make_setups();
    const struct pl_setup *a = pl_setups_for(setups, "a");
    const struct pl_setup *c = pl_setups_for(setups, "c");
    assert_true(pl_str_eq(a->config.settings.language, (pl_str)PL_STR("es")));
    assert_true(pl_str_eq(c->config.settings.language, (pl_str)PL_STR("fr")));
    assert_int_equal(severity_in(setups, "a", "telecommunication-ict-form"),
                     PL_SEVERITY_OFF);
    assert_int_not_equal(severity_in(setups, "c", "telecommunication-ict-form"),
                         PL_SEVERITY_OFF);
}

static void files_that_a_wrong_rule_comes_from_are_known(void **state)
{
    (void)state;
    make_file("planlint.json", "{\"rulesFolder\": \"c\"}");
    make_file("c/HU001-x.json", "{}");
    struct pl_setups *setups = make_setups();
    assert_null(pl_setups_for(setups, "a"));
    assert_string_equal(pl_setups_config(setups, "a")->path, "planlint.json");
    assert_string_equal(pl_setups_config(setups, "a")->rules_folder, "c");
    assert_int_equal(strncmp(fixture.complaint, "c/HU001-x.json:1:", 17), 0);
}

static void new_setups_read_what_has_changed(void **state)
{
    (void)state;
    make_file("planlint.json", "{\"rules\": {\"PL103\": \"off\"}}");
    assert_int_equal(severity_in(make_setups(), ".", "PL103"), PL_SEVERITY_OFF);
    make_file("planlint.json", "{\"rules\": {\"PL103\": \"warning\"}}");
    assert_int_equal(severity_in(make_setups(), ".", "PL103"),
                     PL_SEVERITY_WARNING);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(the_nearest_configuration_counts),
        TEST(without_one_the_defaults_hold),
        TEST(a_mistake_is_told_once_and_leaves_others_alone),
        TEST(what_is_asked_for_goes_before_the_configuration),
        TEST(wrong_overrides_have_a_place),
        TEST(overrides_of_rules_that_are_elsewhere_are_passed_over),
        TEST(what_holds_otherwise_gives_way_to_the_configuration),
        TEST(files_that_a_wrong_rule_comes_from_are_known),
        TEST(new_setups_read_what_has_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
