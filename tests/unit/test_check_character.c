/* Characters that a text should not hold. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "judge.h"

static const struct judge invisible = {
    "character",
    "{\"ranges\": [[\"U+00AD\", \"U+00AD\"], [\"U+200B\", \"U+200F\"]], "
    "\"between\": \"letters\"}",
    "{name}"};

static void only_the_range_is_found(void **state)
{
    assert_findings(*state, invisible,
                    "1 The har\u00ADbour, the light\u200Bhouse.\n",
                    "\u00AD: U+00AD | \u200B: U+200B");
    assert_findings(*state, invisible, "1 The harbour\u2010house, \u00AE.\n",
                    "");
}

static void letters_must_stand_on_either_side(void **state)
{
    assert_findings(*state, invisible,
                    "1 The \u00ADharbour\u00AD, 1\u200B2, \u0645\u200C\u062E\n",
                    "");
}

static void each_character_is_told_once_with_its_count(void **state)
{
    struct judge judge = {"character",
                          "{\"ranges\": [[\"U+E000\", \"U+F8FF\"]], "
                          "\"once\": true}",
                          "{name} {count}"};
    assert_findings(*state, judge,
                    "1 A \uF0B7 and \uF0E0.\n2 A \uF0B7, \uF0B7.\n",
                    "\uF0B7: U+F0B7 3 | \uF0E0: U+F0E0 1");
}

static void a_sequence_stands_for_a_text(void **state)
{
    struct judge judge = {"character",
                          "{\"sequences\": [{\"found\": \"\u00C3\u00A9\", "
                          "\"text\": \"\u00E9\"}]}",
                          "{text}"};
    assert_findings(*state, judge, "1 The caf\u00C3\u00A9, S\u00C3O.\n",
                    "\u00C3\u00A9: \u00E9");
}

static void wrong_parameters_are_refused(void **state)
{
    static const struct {
        const char *params;
        const char *message;
    } cases[] = {
        {"{\"ranges\": [[\"U+0041\"]]}", "an array of two code points"},
        {"{\"ranges\": [[\"A\", \"B\"]]}", "\"A\" is no code point"},
        {"{\"ranges\": [[\"U+110000\", \"U+110000\"]]}", "is no code point"},
        {"{\"ranges\": [[\"U+0042\", \"U+0041\"]]}", "ends before it begins"},
        {"{\"sequences\": [{\"found\": \"\", \"text\": \"a\"}]}",
         "\"found\" is empty"},
        {"{\"sequences\": [{\"find\": \"a\"}]}", "did you mean \"found\"?"},
        {"{\"betwen\": \"letters\"}", "did you mean \"between\"?"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_refused(*state,
                       (struct judge){"character", cases[i].params, "m"},
                       cases[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(only_the_range_is_found),
        ARENA_TEST(letters_must_stand_on_either_side),
        ARENA_TEST(each_character_is_told_once_with_its_count),
        ARENA_TEST(a_sequence_stands_for_a_text),
        ARENA_TEST(wrong_parameters_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
