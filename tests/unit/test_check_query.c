/* Rules by query: what is found, what they are confined to, what is refused
 * where. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "checks/checks.h"
#include "judge.h"
#include "lint/check.h"
#include "lint/lint.h"
#include "lint/settings.h"

#define HEADINGS "1 \tPorts\n1 We have two ports.\n2 \tShips\n2 We have none.\n"

static struct judge by(const char *params)
{
    return (struct judge){"query", params, "{mark}/{number}"};
}

static void each_match_is_a_finding(void **state)
{
    assert_findings(*state,
                    by("{\"query\": \"(heading number: (section_number) "
                       "@number (text) @mark)\"}"),
                    HEADINGS, "Ports: Ports/1 | Ships: Ships/2");
    assert_findings(*state, by("{\"query\": \"(table) @mark\"}"), HEADINGS, "");
    assert_findings(*state, by("{\"query\": \"(table) @mark\"}"), "", "");
}

static void predicates_look_at_the_text(void **state)
{
    static const struct {
        const char *predicate;
        const char *expected;
    } cases[] = {
        {"(#eq? @mark 'Ports')", "Ports: Ports/{number}"},
        {"(#not-eq? @mark 'Ports')", "Ships: Ships/{number}"},
        {"(#any-of? @mark 'Ships' 'Ports')",
         "Ports: Ports/{number} | Ships: Ships/{number}"},
        {"(#not-any-of? @mark 'Ships' 'Ports')", ""},
        {"(#match? @mark '^S')", "Ships: Ships/{number}"},
        {"(#not-match? @mark '^S')", "Ports: Ports/{number}"},
        {"(#eq? @mark @mark)", "Ports: Ports/{number} | Ships: Ships/{number}"},
        {"(#not-eq? @mark @mark)", ""},
        {"(#match? @mark 'i') (#match? @mark 'P')", ""},
        {"(#set! kind 'x')", "Ports: Ports/{number} | Ships: Ships/{number}"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct pl_buf params = pl_buf_in(*state);
        pl_buf_add_text(&params, "{\"query\": \"(heading (text) @mark ");
        for (const char *c = cases[i].predicate; *c; c++) {
            if (*c == '\'') {
                pl_buf_add_text(&params, "\\\"");
            } else {
                pl_buf_add_char(&params, *c);
            }
        }
        pl_buf_add_text(&params, ")\"}");
        pl_buf_add_char(&params, '\0');
        assert_findings(*state, by(params.data), HEADINGS, cases[i].expected);
    }
}

static void a_second_query_excuses(void **state)
{
    const char *params = "{\"query\": \"(section (heading (text) @mark)) "
                         "@within\", \"without\": \"(list_item) @any\"}";
    assert_findings(*state, by(params),
                    "# Ports\n\n- one\n- two\n\n# Ships\n\nNone.\n",
                    "Ships: Ships/{number}");
}

static struct pl_rule load(struct pl_arena *arena, const char *rest)
{
    struct pl_rule rule;
    struct pl_error error;
    const char *text = pl_arena_printf(
        arena,
        "{\"id\": \"PL999\", \"name\": \"tested\", \"severity\": \"info\", "
        "\"summary\": \"s\", \"message\": \"m\", \"fix\": \"f\", %s}",
        rest);
    if (!pl_rule_load(
            arena,
            (struct pl_rule_file){.path = "r.json", .text = pl_str_from(text)},
            pl_checks, &rule, &error)) {
        fail_msg("%s", error.message);
    }
    return rule;
}

static struct pl_findings run(struct pl_arena *arena, const char *rule_text,
                              const char *text)
{
    struct pl_rule *rule = pl_arena_alloc(arena, sizeof(*rule));
    *rule = load(arena, rule_text);
    struct pl_findings findings = {.arena = arena};
    static const struct pl_settings settings = {.period_from = 0};
    struct pl_run run = {.arena = arena,
                         .plan = plan_from_text(arena, text),
                         .rule = rule,
                         .findings = &findings,
                         .settings = &settings};
    pl_lint_rule(&run);
    return findings;
}

static void captures_give_related_places_and_a_fix(void **state)
{
    struct pl_findings findings =
        run(*state,
            "\"check\": \"query\", \"params\": {\"query\": \"(heading number: "
            "(section_number) @related.its-number (text) @mark)\", "
            "\"replace\": \"<{mark}>\", \"safe\": true}",
            "1 \tPorts\n1 We have two ports.\n");
    assert_int_equal(findings.list.len, 1);
    const struct pl_finding *it = findings.list.items[0];
    assert_string_equal(it->related.items[0].message, "its number");
    assert_int_equal(it->related.items[0].range.start, 0);
    assert_true(it->fixes.items[0].safe);
    assert_true(pl_str_eq(it->fixes.items[0].edits.items[0].text,
                          pl_str_from("<Ports>")));
}

static void a_rule_of_any_kind_can_be_confined(void **state)
{
    const char *rule = "\"check\": \"pattern\", \"params\": {\"pattern\": "
                       "\"two\"}, \"within\": [\"[(list_item)\", \" (heading)] "
                       "@a\"]";
    struct pl_findings findings =
        run(*state, rule, "# Of two\n\nAnd two.\n\n- two\n- two, two\n");
    assert_int_equal(findings.list.len, 4);
    assert_int_equal(findings.dropped, 0);
    assert_int_equal(run(*state, rule, "And two.\n").list.len, 0);
    assert_int_equal(run(*state, rule, "").list.len, 0);
}

static void a_query_that_asks_too_much_gives_up(void **state)
{
    struct pl_buf text = pl_buf_in(*state);
    for (int i = 0; i < 5000; i++) {
        pl_buf_addf(&text, "- item %d\n", i);
    }
    pl_buf_add_char(&text, '\0');
    struct pl_rule rule =
        load(*state, "\"check\": \"query\", \"params\": {\"query\": \"(list "
                     "(list_item) @mark (list_item) @b (list_item) @c)\"}");
    struct pl_findings findings = {.arena = *state, .limit = 10};
    static const struct pl_settings settings = {.period_from = 0};
    struct pl_run run = {.arena = *state,
                         .plan = plan_from_text(*state, text.data),
                         .rule = &rule,
                         .findings = &findings,
                         .settings = &settings};
    pl_lint_rule(&run);
    assert_true(run.over_budget);
}

static void repetitions_are_allowed_where_something_is_repeated(void **state)
{
    static const char *const queries[] = {
        "(heading (text)* (tab)? (text)+) @mark",
        "(heading ((text)* (tab))*) @mark",
        "(heading [(text) (tab)]+ @mark)",
        "((heading (_)* @mark) (#match? @mark \\\"x\\\"))",
        "(list (list_item)+ @mark) ; (cell)** is a comment",
    };
    for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
        const char *params =
            pl_arena_printf(*state, "{\"query\": \"%s\"}", queries[i]);
        assert_findings(*state, by(params), "", "");
    }
}

static void wrong_queries_are_refused_with_what_was_expected(void **state)
{
    static const char *const cases[][2] = {
        {"{}", "\"query\" is missing"},
        {"{\"query\": \"\"}", "the query is empty"},
        {"{\"query\": \"(heading)\"}", "captures nothing"},
        {"{\"query\": \"(heading) @it\"}", "nothing as \"@mark\""},
        {"{\"query\": \"(headin) @mark\"}", "did you mean \"heading\"?"},
        {"{\"query\": \"(heading nummer: (_) @mark)\"}",
         "there is no field \"nummer\", did you mean \"number\"?"},
        {"{\"query\": \"(heading @mark\"}", "or a closing bracket, found"},
        {"{\"query\": \"(cell)** @mark\"}", "is enough"},
        {"{\"query\": \"(cell)?* @mark\"}", "is enough"},
        {"{\"query\": \"((cell)* (row)?)+ @mark\"}", "is enough"},
        {"{\"query\": \"(heading [(text)* (tab)]*) @mark\"}", "is enough"},
        {"{\"query\": \"heading @mark\"}", "expected \"(node)\""},
        {"{\"query\": \"(text (heading)) @mark\"}", "can never match"},
        {"{\"query\": \"((text) @mark (#eq? @other 'x'))\"}",
         "is captured as \"@other\""},
        {"{\"query\": \"((text) @mark (#eq? @mark))\"}",
         "#eq? must be followed by a capture and"},
        {"{\"query\": \"((text) @mark (#match? @mark \\\"(\\\"))\"}",
         "missing closing parenthesis"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_refused(*state, by(cases[i][0]), cases[i][1]);
    }
}

static void deep_and_long_queries_are_refused(void **state)
{
    struct pl_buf deep = pl_buf_in(*state);
    pl_buf_add_text(&deep, "{\"query\": \"");
    for (int i = 0; i < 100000; i++) {
        pl_buf_add_char(&deep, '(');
    }
    pl_buf_add_text(&deep, "\"}");
    pl_buf_add_char(&deep, '\0');
    assert_refused(*state, by(deep.data), "more than 16384 bytes");
    memcpy(deep.data + 11 + 50, "\"}", 3);
    assert_refused(*state, by(deep.data), "more than 32 deep");
}

static void the_place_is_that_inside_the_query(void **state)
{
    struct pl_rule rule;
    struct pl_error error;
    const char *text =
        "{\"id\": \"PL999\", \"name\": \"tested\", \"severity\": \"info\",\n"
        "\"summary\": \"s\", \"message\": \"m\", \"check\": \"query\",\n"
        "\"params\": {\"query\": [\"(heading\",\n"
        " \"\\t\\u00e9\\\\(texx) @mark)\"]}}";
    assert_false(pl_rule_load(
        *state,
        (struct pl_rule_file){.path = "r.json", .text = pl_str_from(text)},
        pl_checks, &rule, &error));
    assert_non_null(strstr(error.message, "r.json:4:5: expected"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(each_match_is_a_finding),
        ARENA_TEST(predicates_look_at_the_text),
        ARENA_TEST(a_second_query_excuses),
        ARENA_TEST(captures_give_related_places_and_a_fix),
        ARENA_TEST(a_rule_of_any_kind_can_be_confined),
        ARENA_TEST(a_query_that_asks_too_much_gives_up),
        ARENA_TEST(repetitions_are_allowed_where_something_is_repeated),
        ARENA_TEST(wrong_queries_are_refused_with_what_was_expected),
        ARENA_TEST(deep_and_long_queries_are_refused),
        ARENA_TEST(the_place_is_that_inside_the_query),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
