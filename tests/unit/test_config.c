/* planlint.json: how it is found, read, applied; globs. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/json.h"
#include "base/wildmatch.h"
#include "lint/config.h"
#include "lint/ruleset.h"
#include "rule_files.h"

static struct pl_config parse(struct pl_arena *arena, const char *text)
{
    struct pl_config config;
    struct pl_error error;
    if (!pl_config_parse(arena, "docs/planlint.json", pl_str_from(text),
                         &config, &error)) {
        fail_msg("%s", error.message);
    }
    return config;
}

static void every_key_is_read(void **state)
{
    struct pl_config config =
        parse(*state, "{\"$schema\": \"x\", \"profile\": \"itu\",\n"
                      "\"rules\": {\"PL101\": \"off\"},\n"
                      "\"include\": [\"plans/**\"], \"exclude\": [\"*.bak\"],\n"
                      "\"period\": {\"from\": 2028, \"to\": 2031},\n"
                      "\"failLevel\": \"error\", \"language\": \"en\"}");
    assert_string_equal(config.profile.data, "itu");
    assert_string_equal(config.folder, "docs");
    assert_int_equal(config.include_count, 1);
    assert_int_equal(config.exclude_count, 1);
    assert_int_equal(config.settings.period_from, 2028);
    assert_int_equal(config.settings.period_to, 2031);
    assert_string_equal(config.settings.language.data, "en");
    assert_int_equal(config.fail_level, PL_SEVERITY_ERROR);
    assert_null(config.rules_folder);
}

static void a_vocabulary_is_read(void **state)
{
    struct pl_config config =
        parse(*state, "{\"vocabulary\": {\"action\": [\"Handlung\", "
                      "\"M\"], \"result\": [{\"one\": \"Key-Result\", "
                      "\"many\": \"Key  results\"}]}}");
    const struct pl_vocabulary *vocabulary = &config.settings.vocabulary;
    assert_int_equal(vocabulary->count, 3);
    assert_int_equal(vocabulary->items[1].kind, PL_ENTITY_ACTION);
    assert_string_equal(vocabulary->items[1].one.data, "M");
    assert_string_equal(vocabulary->items[2].one.data, "key result");
    assert_string_equal(vocabulary->items[2].many.data, "key results");
}

static void an_empty_config_is_the_default(void **state)
{
    struct pl_config config = parse(*state, "{}");
    assert_string_equal(config.profile.data, "core");
    assert_int_equal(config.fail_level, PL_SEVERITY_WARNING);
    assert_int_equal(config.settings.period_from, 0);
}

static void the_rules_folder_counts_from_the_config(void **state)
{
    struct pl_config config;
    struct pl_error error;
    assert_true(pl_config_parse(*state, "/dev/planlint.json",
                                (pl_str)PL_STR("{\"rulesFolder\": \"fd\"}"),
                                &config, &error));
    assert_string_equal(config.rules_folder, "/dev/fd");
    assert_true(pl_config_parse(*state, "x/planlint.json",
                                (pl_str)PL_STR("{\"rulesFolder\": \"/dev\"}"),
                                &config, &error));
    assert_string_equal(config.rules_folder, "/dev");
}

static void mistakes_are_named_with_their_place(void **state)
{
    static const struct {
        const char *text;
        const char *message;
    } cases[] = {
        {"{\n  \"profil\": 1}",
         "p.json:2:3: unknown key \"profil\", did you mean \"profile\"?"},
        {"{\"profile\": 1}",
         "p.json:1:13: \"profile\" must be a string, found a number"},
        {"{\"include\": \"a\"}",
         "p.json:1:13: \"include\" must be an array, found a string"},
        {"{\"rulesFolder\": \"none\"}",
         "p.json:1:17: there is no folder \"none\""},
        {"{\"failLevel\": \"fatal\"}",
         "p.json:1:15: \"failLevel\" must be \"error\", \"warning\", \"info\" "
         "or \"off\", found \"fatal\""},
        {"{\"period\": 2028}",
         "p.json:1:12: \"period\" must be an object, found a number"},
        {"{\"period\": {\"from\": 2028}}",
         "p.json:1:12: \"to\" is missing, a year"},
        {"{\"period\": {\"from\": 28, \"to\": 31}}",
         "p.json:1:21: \"from\" must be a year of four digits, found 28"},
        {"{\"period\": {\"from\": 2031,\n\"to\": 2028}}",
         "p.json:2:7: the period ends in 2028, before it begins in 2031"},
        {"{\"period\": {\"from\": \"2028\"}}",
         "p.json:1:21: \"from\" must be a number, found a string"},
        {"{\"language\": \"En\"}",
         "p.json:1:14: \"language\" must be a code of two letters "
         "such as \"en\", found \"En\""},
        {"{\"vocabulary\": []}",
         "p.json:1:16: \"vocabulary\" must be an object, found an array"},
        {"{\"vocabulary\": {\"acton\": []}}",
         "p.json:1:17: there is no kind of part \"acton\", did you mean "
         "\"action\"?"},
        {"{\"vocabulary\": {\"action\": \"Measure\"}}",
         "p.json:1:27: \"action\" must be an array of words, found a string"},
        {"{\"vocabulary\": {\"action\": [\"Step 1\"]}}",
         "p.json:1:28: a word of the vocabulary is up to 3 words of letters, "
         "found \"Step 1\""},
        {"{\"vocabulary\": {\"action\": [{\"many\": \"Steps\"}]}}",
         "p.json:1:28: \"one\" is missing, a word"},
        {"{\"vocabulary\": {\"action\": [\"Step\"],\n\"task\": [\"step\"]}}",
         "p.json:2:10: \"step\" is in the vocabulary already"},
        {"{,}", "p.json:1:2: expected a key in double quotes, found \",\""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct pl_config config;
        struct pl_error error;
        assert_false(pl_config_parse(
            *state, "p.json", pl_str_from(cases[i].text), &config, &error));
        assert_string_equal(error.message, cases[i].message);
    }
}

static const struct pl_embedded_file rules[] = {
    RULE_FILE("PL101", "one", "error", "builtin"),
    RULE_FILE("PL102", "two", "error", "builtin"),
};
static const struct pl_embedded_file sets[] = {
    SET_FILE("core", "{\"PL101\": \"on\"}"),
    SET_FILE("itu", "{\"PL\": \"on\"}"),
};

static struct pl_ruleset *ruleset_of(struct pl_arena *arena)
{
    struct pl_rule_files files = {
        .rules = rules, .rule_count = 2, .sets = sets, .set_count = 2};
    struct pl_ruleset *ruleset;
    struct pl_error error;
    if (!pl_ruleset_load(arena, files, (struct pl_checks){0}, &ruleset,
                         &error)) {
        fail_msg("%s", error.message);
    }
    return ruleset;
}

static void the_profile_comes_first_and_then_the_rules(void **state)
{
    struct pl_ruleset *ruleset = ruleset_of(*state);
    struct pl_error error;
    struct pl_config config =
        parse(*state, "{\"profile\": \"itu\", \"rules\": {\"two\": \"info\"}}");
    assert_true(pl_config_apply(&config, (pl_str){0}, ruleset, &error));
    assert_int_equal(ruleset->rules[0].severity, PL_SEVERITY_ERROR);
    assert_int_equal(ruleset->rules[1].severity, PL_SEVERITY_INFO);
}

static void the_profile_of_the_command_line_goes_before(void **state)
{
    struct pl_ruleset *ruleset = ruleset_of(*state);
    struct pl_error error;
    struct pl_config config = parse(*state, "{\"profile\": \"itu\"}");
    pl_str core = PL_STR("core");
    assert_true(pl_config_apply(&config, core, ruleset, &error));
    assert_int_equal(ruleset->rules[1].severity, PL_SEVERITY_OFF);
    struct pl_config none = pl_config_default();
    pl_str itu = PL_STR("itu");
    assert_true(pl_config_apply(&none, itu, ruleset, &error));
    assert_int_equal(ruleset->rules[1].severity, PL_SEVERITY_ERROR);
}

static void wrong_profiles_and_rules_are_named_with_their_place(void **state)
{
    struct pl_ruleset *ruleset = ruleset_of(*state);
    struct pl_error error;
    struct pl_config config = parse(*state, "{\"profile\": \"who\"}");
    assert_false(pl_config_apply(&config, (pl_str){0}, ruleset, &error));
    assert_string_equal(error.message,
                        "docs/planlint.json:1:13: there is no profile "
                        "\"who\"; there are: core, itu");
    config = parse(*state, "{\"rules\": {\"PL1O1\": \"off\"}}");
    assert_false(pl_config_apply(&config, (pl_str){0}, ruleset, &error));
    assert_string_equal(error.message,
                        "docs/planlint.json:1:12: there is no rule \"PL1O1\", "
                        "did you mean \"PL101\"?");
}

static void make(struct pl_arena *arena, const char *root, const char *name,
                 const char *text)
{
    struct pl_error error;
    const char *path = pl_path_join(arena, root, name);
    if (!text) {
        assert_int_equal(mkdir(path, 0700), 0);
    } else if (!pl_file_write(path, pl_str_from(text), &error)) {
        fail_msg("%s", error.message);
    }
}

static void the_nearest_config_up_to_the_repository_is_found(void **state)
{
    struct pl_arena *arena = *state;
    char root[] = "test-config.XXXXXX";
    assert_non_null(mkdtemp(root));
    make(arena, root, "planlint.json", "{}");
    make(arena, root, "a", NULL);
    make(arena, root, "a/.git", NULL);
    make(arena, root, "a/b", NULL);
    make(arena, root, "c", NULL);
    make(arena, root, "c/d", NULL);
    const char *beyond =
        pl_config_find(arena, pl_path_join(arena, root, "a/b"));
    const char *above = pl_config_find(arena, pl_path_join(arena, root, "c/d"));
    make(arena, root, "a/planlint.json", "{}");
    const char *at_root =
        pl_config_find(arena, pl_path_join(arena, root, "a/b"));
    static const char *const made[] = {
        "a/planlint.json", "planlint.json", "a/b", "a/.git", "a", "c/d", "c"};
    char *before = getcwd(NULL, 0);
    assert_int_equal(chdir(pl_path_join(arena, root, "c/d")), 0);
    const char *relative = pl_config_find(arena, ".");
    assert_int_equal(chdir(before), 0);
    free(before);
    for (size_t i = 0; i < sizeof(made) / sizeof(*made); i++) {
        assert_int_equal(remove(pl_path_join(arena, root, made[i])), 0);
    }
    rmdir(root);
    assert_null(beyond);
    assert_string_equal(above, pl_path_join(arena, root, "planlint.json"));
    assert_string_equal(at_root, pl_path_join(arena, root, "a/planlint.json"));
    assert_string_equal(relative, "../../planlint.json");
}

static void globs_match_as_in_gitignore(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        const char *path;
        bool covers;
    } cases[] = {
        {"*.txt", "a.txt", true},
        {"*.txt", "b/c/a.txt", true},
        {"*.txt", "a.txt.md", false},
        {"/*.txt", "b/a.txt", false},
        {"b/*.txt", "b/a.txt", true},
        {"b/*.txt", "b/c/a.txt", false},
        {"b/**/*.txt", "b/a.txt", true},
        {"b/**/*.txt", "b/c/d/a.txt", true},
        {"b/**/*.txt", "c/b/a.txt", false},
        {"**/d", "a/b/d/e.txt", true},
        {"a/**", "a/b/c", true},
        {"a/**", "b", false},
        {"drafts", "x/drafts/y.md", true},
        {"drafts/", "drafts/y.md", true},
        {"./drafts/*", "drafts/y.md", true},
        {"draft?", "drafts/y.md", true},
        {"draft?", "draft", false},
        {"a?b", "a/b", false},
        {"plan-[0-9].md", "plan-7.md", true},
        {"plan-[!0-9].md", "plan-7.md", false},
        {"plan-[]x].md", "plan-].md", true},
        {"[a", "[a", false},
        {"a*b*c", "axxbyyc", true},
        {"a*b*c", "axxbyy", false},
        {"a/*/c/**/e*", "a/b/c/d/d/exx", true},
        {"a/*/c/**/e*", "a/b/b/c/d/d/exx", false},
        {"**", "a/b", true},
        {"", "a", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        bool covers = pl_wildmatch_covers(pl_str_from(cases[i].pattern),
                                          pl_str_from(cases[i].path));
        if (covers != cases[i].covers) {
            fail_msg("%s, %s", cases[i].pattern, cases[i].path);
        }
    }
}

static void hostile_globs_end_soon(void **state)
{
    (void)state;
    char pattern[200];
    char path[4000];
    for (size_t i = 0; i + 2 < sizeof(pattern); i += 2) {
        pattern[i] = '*';
        pattern[i + 1] = 'a';
    }
    memset(path, 'a', sizeof(path));
    path[sizeof(path) - 1] = 'b';
    assert_false(pl_wildmatch_covers((pl_str){pattern, sizeof(pattern) - 2},
                                     (pl_str){path, sizeof(path)}));
}

static void include_and_exclude_decide_what_is_checked(void **state)
{
    struct pl_arena *arena = *state;
    struct pl_config config =
        parse(arena, "{\"include\": [\"plans/\"], \"exclude\": [\"*.bak\"]}");
    assert_true(pl_config_covers(arena, &config, "docs/plans/a.txt"));
    assert_true(pl_config_covers(arena, &config, "docs/./x/../plans/a.txt"));
    assert_false(pl_config_covers(arena, &config, "docs/plans/a.bak"));
    assert_false(pl_config_covers(arena, &config, "docs/a.txt"));
    assert_false(pl_config_covers(arena, &config, "docs-plans/plans.txt"));
    struct pl_config none = pl_config_default();
    assert_true(pl_config_covers(arena, &none, "a.bak"));
}

/* The schema is for editors; the reader decides. */
static void the_schema_names_no_key_that_the_reader_refuses(void **state)
{
    struct pl_arena *arena = *state;
    const char *path = PLANLINT_SOURCE_DIR "/rules/schema/config.schema.json";
    pl_str text;
    struct pl_error error;
    struct pl_json_file *file;
    struct pl_json schema;
    assert_true(pl_file_read(arena, path, 1 << 20, &text, &error));
    assert_true(pl_json_open(path, text, &file, &schema, &error));
    struct pl_json keys = pl_json_get(schema, "properties");
    assert_int_equal(pl_json_count(keys), 10);
    for (struct pl_json it = pl_json_first(keys); it.item;
         it = pl_json_next(it)) {
        const char *config = pl_arena_printf(arena, "{\"%.*s\": 1}",
                                             PL_STR_ARG(pl_json_key(it)));
        struct pl_config unused;
        bool read = pl_config_parse(arena, "p.json", pl_str_from(config),
                                    &unused, &error);
        assert_true(read || !strstr(error.message, "unknown key"));
    }
    pl_json_close(file);
}

int main(void)
{
#define TEST(f) ARENA_TEST(f)
    const struct CMUnitTest tests[] = {
        TEST(every_key_is_read),
        TEST(a_vocabulary_is_read),
        TEST(an_empty_config_is_the_default),
        TEST(the_rules_folder_counts_from_the_config),
        TEST(mistakes_are_named_with_their_place),
        TEST(the_profile_comes_first_and_then_the_rules),
        TEST(the_profile_of_the_command_line_goes_before),
        TEST(wrong_profiles_and_rules_are_named_with_their_place),
        TEST(the_nearest_config_up_to_the_repository_is_found),
        TEST(globs_match_as_in_gitignore),
        TEST(hostile_globs_end_soon),
        TEST(include_and_exclude_decide_what_is_checked),
        TEST(the_schema_names_no_key_that_the_reader_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
