/* Rule files: what is read, and what is refused where. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/json.h"
#include "lint/builtin.h"
#include "lint/check.h"
#include "lint/rule.h"

struct series_params {
    size_t first;
    bool strict;
};

static bool load_series(struct pl_arena *arena, struct pl_json params,
                        struct pl_rule *rule, struct pl_error *error)
{
    struct series_params *made = pl_arena_alloc(arena, sizeof(*made));
    if (rule->params) {
        *made = *(const struct series_params *)rule->params;
    }
    rule->params = made;
    return pl_json_size_or(params, "first", &made->first, error) &&
           pl_json_bool_or(params, "strict", &made->strict, error);
}

static const struct pl_check series = {.name = "series", .load = load_series};
static const struct pl_check plain = {.name = "plain"};
static const struct pl_check *const check_list[] = {&series, &plain};
static const struct pl_checks checks = {check_list, 2};

static struct pl_rule load(struct pl_arena *arena, const char *text)
{
    struct pl_rule rule;
    struct pl_error error;
    if (!pl_rule_load(
            arena,
            (struct pl_rule_file){.path = "r.json", .text = pl_str_from(text)},
            checks, &rule, &error)) {
        fail_msg("%s", error.message);
    }
    return rule;
}

#define HEAD                                                  \
    "{\"id\": \"PL101\", \"name\": \"section-number-gap\",\n" \
    "\"severity\": \"error\", \"summary\": \"a gap\", \"message\": \"gap\",\n"

static void a_rule_is_read_whole(void **state)
{
    struct pl_rule rule = load(
        *state, HEAD "\"why\": \"w\", \"source\": \"s\", \"fix\": \"f\",\n"
                     "\"languages\": [\"en\", \"fr\"], \"check\": \"series\",\n"
                     "\"params\": {\"first\": 3}}");
    assert_string_equal(rule.id.data, "PL101");
    assert_string_equal(rule.name.data, "section-number-gap");
    assert_int_equal(rule.severity, PL_SEVERITY_ERROR);
    assert_string_equal(rule.why.data, "w");
    assert_string_equal(rule.source.data, "s");
    assert_string_equal(rule.fix.data, "f");
    assert_int_equal(rule.language_count, 2);
    assert_ptr_equal(rule.check, &series);
    const struct series_params *params = rule.params;
    assert_int_equal(params->first, 3);
}

static void further_params_leave_the_others(void **state)
{
    struct pl_arena *arena = *state;
    struct pl_rule rule = load(arena, HEAD "\"check\": \"series\", \"params\": "
                                           "{\"first\": 3}}");
    const struct series_params *before = rule.params;
    struct pl_json_file *file;
    struct pl_json more;
    struct pl_error error;
    assert_true(pl_json_open("c.json", (pl_str)PL_STR("{\"strict\": true}"),
                             &file, &more, &error));
    assert_true(pl_rule_set_params(arena, &rule, more, &error));
    pl_json_close(file);
    const struct series_params *after = rule.params;
    assert_true(after->strict);
    assert_int_equal(after->first, 3);
    assert_false(before->strict);
}

static void the_engine_has_a_kind_of_its_own(void **state)
{
    struct pl_rule rule = load(*state, HEAD "\"check\": \"builtin\"}");
    assert_ptr_equal(rule.check, &pl_check_builtin);
}

static void mistakes_are_named_with_their_place(void **state)
{
    static const struct {
        const char *text;
        const char *message;
    } cases[] = {
        {"[]", "r.json:1:1: this value must be an object, found an array"},
        {"{\"name\": \"a\"}", "r.json:1:1: \"id\" is missing, a string"},
        {"{\"id\": \"PL1\", \"name\": \"a\"}",
         "r.json:1:8: \"id\" must be capital letters and three digits "
         "such as \"PL103\", found \"PL1\""},
        {"{\"id\": \"PL101\", \"name\": \"Section Gap\"}",
         "r.json:1:25: \"name\" must be lower-case words with hyphens such as "
         "\"section-number-gap\", found \"Section Gap\""},
        {"{\"id\": \"PL101\", \"name\": \"a-\"}",
         "r.json:1:25: \"name\" must be lower-case words with hyphens such as "
         "\"section-number-gap\", found \"a-\""},
        {"{\"id\": \"PL101\",\n\"name\": \"a\", \"severity\": \"off\"}",
         "r.json:2:26: \"severity\" must be \"error\", \"warning\" or "
         "\"info\", found \"off\""},
        {"{\"id\": \"PL101\",\n\"name\": \"a\", \"severity\": \"info\",\n"
         "\"summary\": \"  \"}",
         "r.json:3:12: \"summary\" is empty"},
        {"{\"id\": \"PL101\",\n\"mesage\": \"a\"}",
         "r.json:2:1: unknown key \"mesage\", did you mean \"message\"?"},
        {HEAD "\"check\": \"serie\"}", "r.json:3:10: there is no kind of check "
                                       "\"serie\", did you mean \"series\"?"},
        {HEAD "\"check\": \"zzz\"}",
         "r.json:3:10: there is no kind of check \"zzz\""},
        {HEAD "\"check\": \"plain\", \"params\": {\"a\": 1}}",
         "r.json:3:29: the kind of check \"plain\" takes no parameters"},
        {HEAD "\"check\": \"series\", \"params\": [1]}",
         "r.json:3:30: \"params\" must be an object, found an array"},
        {HEAD "\"check\": \"series\", \"params\": {\n\"first\": -1}}",
         "r.json:4:10: \"first\" must be a whole number from 0 to 2147483648, "
         "found -1"},
        {HEAD "\"register\": \"closed\", \"check\": \"plain\"}",
         "r.json:3:13: \"register\" must be \"acronyms\" or \"open\", found "
         "\"closed\""},
        {HEAD "\"languages\": \"en\", \"check\": \"plain\"}",
         "r.json:3:14: \"languages\" must be an array, found a string"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct pl_rule rule;
        struct pl_error error;
        assert_false(pl_rule_load(
            *state,
            (struct pl_rule_file){.path = "r.json",
                                  .text = pl_str_from(cases[i].text)},
            checks, &rule, &error));
        assert_string_equal(error.message, cases[i].message);
    }
}

static void examples_are_read_when_asked_for(void **state)
{
    struct pl_arena *arena = *state;
    struct pl_rule rule =
        load(arena, HEAD "\"check\": \"plain\", \"examples\": [\n"
                         "{\"title\": \"t\", \"format\": \"markdown\",\n"
                         " \"text\": [\"one\", \"two\"],\n"
                         " \"findings\": [\"two\", {\"text\": \"one\", "
                         "\"message\": \"m\"}]},\n"
                         "{\"text\": \"good\"}]}");
    assert_int_equal(rule.example_count, 0);
    struct pl_error error;
    assert_true(pl_rule_load_examples(arena, &rule, &error));
    assert_int_equal(rule.example_count, 2);
    const struct pl_example *bad = &rule.examples[0];
    assert_true(pl_str_eq(bad->text, (pl_str)PL_STR("one\ntwo\n")));
    assert_true(bad->forced_format);
    assert_int_equal(bad->format, PL_FORMAT_MARKDOWN);
    assert_int_equal(bad->expected_count, 2);
    assert_string_equal(bad->expected[0].text.data, "two");
    assert_int_equal(bad->expected[0].message.len, 0);
    assert_string_equal(bad->expected[1].message.data, "m");
    const struct pl_example *good = &rule.examples[1];
    assert_string_equal(good->text.data, "good");
    assert_false(good->forced_format);
    assert_int_equal(good->expected_count, 0);
}

static void mistakes_in_examples_are_named_with_their_place(void **state)
{
    static const struct {
        const char *examples;
        const char *message;
    } cases[] = {
        {"{}", "r.json:4:1: \"examples\" must be an array, found an object"},
        {"[{\"text\": 3}]",
         "r.json:4:11: \"text\" must be a string, found a number"},
        {"[{\"title\": \"a\"}]",
         "r.json:4:2: \"text\" is missing, a string or an array of lines"},
        {"[{\"text\": \"\", \"format\": \"pdf\"}]",
         "r.json:4:25: there is no format \"pdf\""},
        {"[{\"text\": \"\", \"finding\": []}]",
         "r.json:4:15: unknown key \"finding\", did you mean \"findings\"?"},
        {"[{\"text\": \"\", \"findings\": [{\"message\": \"\"}]}]",
         "r.json:4:28: \"text\" is missing, a string"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        const char *text = pl_arena_printf(
            *state, HEAD "\"check\": \"plain\", \"examples\":\n%s}",
            cases[i].examples);
        struct pl_rule rule = load(*state, text);
        struct pl_error error;
        assert_false(pl_rule_load_examples(*state, &rule, &error));
        assert_string_equal(error.message, cases[i].message);
    }
}

/* The schema is for editors; the reader decides. */
static void the_schema_names_no_key_that_the_reader_refuses(void **state)
{
    struct pl_arena *arena = *state;
    const char *path = PLANLINT_SOURCE_DIR "/rules/schema/rule.schema.json";
    pl_str text;
    struct pl_error error;
    struct pl_json_file *file;
    struct pl_json schema;
    assert_true(pl_file_read(arena, path, 1 << 20, &text, &error));
    assert_true(pl_json_open(path, text, &file, &schema, &error));
    struct pl_json keys = pl_json_get(schema, "properties");
    assert_true(pl_json_count(keys) > 12);
    for (struct pl_json it = pl_json_first(keys); it.item;
         it = pl_json_next(it)) {
        const char *rule = pl_arena_printf(arena, "{\"%.*s\": []}",
                                           PL_STR_ARG(pl_json_key(it)));
        struct pl_rule unused;
        assert_false(pl_rule_load(
            arena,
            (struct pl_rule_file){.path = "r.json", .text = pl_str_from(rule)},
            checks, &unused, &error));
        assert_null(strstr(error.message, "unknown key"));
    }
    pl_json_close(file);
}

int main(void)
{
#define TEST(f) ARENA_TEST(f)
    const struct CMUnitTest tests[] = {
        TEST(a_rule_is_read_whole),
        TEST(further_params_leave_the_others),
        TEST(the_engine_has_a_kind_of_its_own),
        TEST(mistakes_are_named_with_their_place),
        TEST(examples_are_read_when_asked_for),
        TEST(mistakes_in_examples_are_named_with_their_place),
        TEST(the_schema_names_no_key_that_the_reader_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
