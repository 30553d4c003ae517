/* Patterns: what they find, what is refused, and that none runs away. */
#include "cmocka_wrap.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/regex.h"

static struct pl_regex *compile(const char *pattern, unsigned flags)
{
    struct pl_regex *regex;
    struct pl_error error;
    if (!pl_regex_compile(pl_str_from(pattern), flags, &regex, NULL, &error)) {
        fail_msg("%s", error.message);
    }
    return regex;
}

static void a_match_and_its_groups_are_reported(void **state)
{
    (void)state;
    struct pl_regex *regex = compile("(\\d{4})-(\\d{4})?(x)?", 0);
    struct pl_match match;
    pl_str text = PL_STR("in 2024-2027.");
    assert_int_equal(pl_regex_find(regex, text, 0, &match), PL_REGEX_MATCH);
    assert_int_equal(match.group_count, 4);
    assert_int_equal(match.start[0], 3);
    assert_int_equal(match.end[0], 12);
    assert_int_equal(match.start[2], 8);
    assert_true(match.start[3] == PL_NOWHERE);
    assert_int_equal(pl_regex_find(regex, text, 4, &match), PL_REGEX_NO_MATCH);
    assert_int_equal(pl_regex_find(regex, text, 99, &match), PL_REGEX_NO_MATCH);
    pl_regex_free(regex);
}

static void an_anchored_pattern_matches_only_where_it_is_asked(void **state)
{
    (void)state;
    struct pl_regex *regex = compile("a|b", PL_REGEX_ANCHORED);
    struct pl_match match;
    pl_str text = PL_STR("xab");
    assert_int_equal(pl_regex_find(regex, text, 0, &match), PL_REGEX_NO_MATCH);
    assert_int_equal(pl_regex_find(regex, text, 1, &match), PL_REGEX_MATCH);
    assert_int_equal(pl_regex_find(regex, text, 2, &match), PL_REGEX_MATCH);
    pl_regex_free(regex);
}

static void classes_and_case_are_those_of_unicode(void **state)
{
    (void)state;
    struct pl_regex *regex = compile("\\bÉTAT\\w\\b", PL_REGEX_IGNORE_CASE);
    struct pl_match match;
    assert_int_equal(
        pl_regex_find(regex, (pl_str)PL_STR("un étatß"), 0, &match),
        PL_REGEX_MATCH);
    assert_int_equal(match.start[0], 3);
    pl_regex_free(regex);
}

static void the_first_alternative_is_not_special(void **state)
{
    (void)state;
    struct pl_regex *regex = compile("(?i)a|^b|c$", 0);
    struct pl_match match;
    assert_int_equal(pl_regex_find(regex, (pl_str)PL_STR("xC"), 0, &match),
                     PL_REGEX_MATCH);
    assert_int_equal(match.start[0], 1);
    assert_int_equal(pl_regex_find(regex, (pl_str)PL_STR("xB"), 0, &match),
                     PL_REGEX_NO_MATCH);
    pl_regex_free(regex);
}

static void answers_stay_the_same_when_machine_code_takes_over(void **state)
{
    (void)state;
    struct pl_regex *regex = compile("(\\w+) \\1\\b", 0);
    struct pl_match match;
    pl_str text = PL_STR("the plan of the the Union");
    for (int i = 0; i < 5000; i++) {
        assert_int_equal(pl_regex_find(regex, text, 0, &match), PL_REGEX_MATCH);
        assert_int_equal(match.start[0], 12);
        assert_int_equal(match.end[1], 15);
    }
    pl_regex_free(regex);
}

static void patterns_that_are_wrong_are_refused_with_the_offset(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        size_t offset;
        const char *message;
    } cases[] = {
        {"ab(c", 4,
         "at character 5 of the pattern: missing closing parenthesis"},
        {"a)(b", 1,
         "at character 2 of the pattern: unmatched closing parenthesis"},
        {"*a", 0,
         "at character 1 of the pattern: quantifier does not follow a "
         "repeatable item"},
        {"(*LIMIT_MATCH=9999999)a", 0, "the pattern begins with \"(*\""},
        {"a\\C", 3,
         "at character 4 of the pattern: using \\C is disabled by the "
         "application"},
        {"\xFF", 0,
         "at character 1 of the pattern: UTF-8 error: illegal byte "
         "(0xfe or 0xff)"},
        {"((a{1,100}){1,100}){1,100}", 26,
         "at character 27 of the pattern: regular expression is too large"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct pl_regex *regex;
        struct pl_error error;
        size_t offset = 99;
        assert_false(pl_regex_compile(pl_str_from(cases[i].pattern), 0, &regex,
                                      &offset, &error));
        assert_string_equal(error.message, cases[i].message);
        assert_int_equal(offset, cases[i].offset);
    }
}

static void the_size_of_a_pattern_is_limited(void **state)
{
    (void)state;
    static char text[9000];
    struct pl_regex *regex;
    struct pl_error error;
    memset(text, 'a', sizeof(text));
    assert_false(pl_regex_compile((pl_str){text, sizeof(text)}, 0, &regex, NULL,
                                  &error));
    assert_string_equal(error.message, "the pattern is longer than 8192 bytes");
    memset(text, '(', 101);
    memset(text + 101, ')', 101);
    assert_false(
        pl_regex_compile((pl_str){text, 202}, 0, &regex, NULL, &error));
}

static double seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Searches until the pattern gives up or all starts are tried. */
static enum pl_regex_answer search(const char *pattern, pl_str subject,
                                   double *took)
{
    struct pl_regex *regex = compile(pattern, 0);
    struct pl_match match;
    double began = seconds();
    enum pl_regex_answer answer = pl_regex_find(regex, subject, 0, &match);
    *took = seconds() - began;
    pl_regex_free(regex);
    return answer;
}

static void no_pattern_runs_away(void **state)
{
    (void)state;
    enum { SIZE = 1000 * 1000 };
    static const struct {
        const char *pattern;
        size_t len;
        char last;
    } cases[] = {
        {"^(a+)+$", 41, '!'},
        {"(a+)+$", 60000, '!'},
        {"\\w+\\s*:", SIZE, '!'},
        {"(?:a|b)*:", SIZE, '!'},
        {"^(?:a|b)*!x", SIZE, '!'},
        {"(a?){30}a{30}", 29, 'a'},
        {"(.*)*(.*)*x", 5000, '!'},
        {"(?:a*a*)*b", 15000, '!'},
        {"(\\w+)(\\w+)\\2\\1!", 3000, '.'},
    };
    char *text = malloc(SIZE);
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        memset(text, 'a', SIZE);
        text[cases[i].len - 1] = cases[i].last;
        double took;
        search(cases[i].pattern, (pl_str){text, cases[i].len}, &took);
        if (took > 2.0) {
            fail_msg("%s took %g s", cases[i].pattern, took);
        }
    }
    free(text);
}

static void hostile_pairs_are_over_budget_and_not_without_match(void **state)
{
    (void)state;
    enum { SIZE = 1000 * 1000 };
    char *text = malloc(SIZE);
    memset(text, 'a', SIZE);
    double took;
    text[SIZE - 2] = '!';
    text[SIZE - 1] = ':';
    assert_int_equal(search("\\w+\\s*:", (pl_str){text, SIZE}, &took),
                     PL_REGEX_OVER_BUDGET);
    assert_int_equal(search("^(a+)+$", (pl_str){text + SIZE - 50, 50}, &took),
                     PL_REGEX_OVER_BUDGET);
    free(text);
}

static void many_slow_searches_together_are_over_budget(void **state)
{
    (void)state;
    struct pl_regex *regex = compile("(?:a|aa)+:", 0);
    char text[200];
    memset(text, 'a', sizeof(text));
    text[20] = ' ';
    text[sizeof(text) - 1] = ':';
    text[sizeof(text) - 2] = '!';
    double began = seconds();
    enum pl_regex_answer answer = PL_REGEX_NO_MATCH;
    for (int i = 0; i < 100000 && answer != PL_REGEX_OVER_BUDGET; i++) {
        struct pl_match match;
        answer = pl_regex_find(regex, (pl_str){text, sizeof(text)}, 0, &match);
    }
    assert_int_equal(answer, PL_REGEX_OVER_BUDGET);
    assert_true(seconds() - began < 2.0);
    pl_regex_free(regex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_match_and_its_groups_are_reported),
        cmocka_unit_test(an_anchored_pattern_matches_only_where_it_is_asked),
        cmocka_unit_test(classes_and_case_are_those_of_unicode),
        cmocka_unit_test(the_first_alternative_is_not_special),
        cmocka_unit_test(answers_stay_the_same_when_machine_code_takes_over),
        cmocka_unit_test(patterns_that_are_wrong_are_refused_with_the_offset),
        cmocka_unit_test(the_size_of_a_pattern_is_limited),
        cmocka_unit_test(no_pattern_runs_away),
        cmocka_unit_test(hostile_pairs_are_over_budget_and_not_without_match),
        cmocka_unit_test(many_slow_searches_together_are_over_budget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
