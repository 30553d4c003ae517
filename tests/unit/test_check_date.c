/* Dates and numbers: what a calendar and a text say against each other. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "judge.h"

#define NAMES                                                             \
    "\"months\": [[\"January\", \"February\", \"March\", \"April\", "     \
    "\"May\", \"June\", \"July\", \"August\", \"September\", "            \
    "\"October\", \"November\", \"December\"]], \"weekdays\": "           \
    "[[\"Monday\", \"Tuesday\", \"Wednesday\", \"Thursday\", \"Friday\"," \
    " \"Saturday\", \"Sunday\"]], \"to\": [\"to\"], \"of\": [\"of\"]"

static const struct judge impossible = {
    "date", "{\"fault\": \"impossible\", " NAMES "}", "{last}"};
static const struct judge weekday = {
    "date", "{\"fault\": \"weekday\", " NAMES "}", "{weekday}"};
static const struct judge reversed = {
    "date", "{\"fault\": \"reversed\", " NAMES "}", "{first}/{second}"};

static void february_has_29_days_in_leap_years(void **state)
{
    assert_findings(*state, impossible,
                    "1 On 29 February 2000, 2004 and 29 February 1900.\n",
                    "29 February 1900: 28");
    assert_findings(*state, impossible, "1 On 29 February, 30 February.\n",
                    "30 February: 29");
}

static void days_beyond_31_need_a_year(void **state)
{
    assert_findings(*state, impossible,
                    "1 On 32 March 2029, 45 March, 31 March.\n",
                    "32 March 2029: 31");
}

static void weekdays_follow_the_calendar(void **state)
{
    assert_findings(*state, weekday,
                    "1 On Saturday, 1 January 2000 and Tuesday 29 February "
                    "2000.\n2 On Sunday, January 3, 1999.\n",
                    "");
    assert_findings(*state, weekday,
                    "1 On Friday, 1 January 2000 and Monday, 31 June 2000.\n",
                    "Friday: Saturday");
}

static void a_span_ends_after_it_begins(void **state)
{
    assert_findings(*state, reversed,
                    "1 From 9 to 3 May 2029, 2\u20133 May, 30 to 3 May.\n",
                    "9 to 3 May 2029: 9/3 May 2029 | 30 to 3 May: 30/3 May");
    assert_findings(*state, reversed,
                    "1 From 9 June to 3 May 2029, from 4 June 2029 to "
                    "3 June 2029.\n",
                    "4 June 2029 to 3 June 2029: 4 June 2029/3 June 2029");
}

static void numbers_in_words_and_figures_agree(void **state)
{
    struct judge judge = {"figures",
                          "{\"fault\": \"differing\", \"counting\": "
                          "[[\"zero\", \"one\", \"two\"]]}",
                          "{figure} {word}"};
    assert_findings(*state, judge,
                    "1 One (1), two (3), 1 (two), 0 (zero), two (2).\n",
                    "two (3): 3 two | 1 (two): 1 two");
}

static void wrong_parameters_are_refused(void **state)
{
    static const struct {
        const char *check;
        const char *params;
        const char *message;
    } cases[] = {
        {"date", "{}", "\"fault\" is missing from \"params\""},
        {"date", "{\"fault\": \"weekdays\"}", "did you mean \"weekday\"?"},
        {"date", "{\"fault\": \"weekday\", \"months\": [[\"May\"]]}",
         "\"months\" needs 12 names for each language"},
        {"figures", "{\"fault\": \"small\", \"counting\": [\"one\"]}",
         "a list of words must be an array, found a string"},
        {"figures", "{\"fault\": \"small\", \"max\": 1001}",
         "cannot be more than 1000"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_refused(*state,
                       (struct judge){cases[i].check, cases[i].params, "m"},
                       cases[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(february_has_29_days_in_leap_years),
        ARENA_TEST(days_beyond_31_need_a_year),
        ARENA_TEST(weekdays_follow_the_calendar),
        ARENA_TEST(a_span_ends_after_it_begins),
        ARENA_TEST(numbers_in_words_and_figures_agree),
        ARENA_TEST(wrong_parameters_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
