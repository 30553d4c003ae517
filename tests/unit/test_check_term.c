/* Terms: the house's forms, forms before nouns, forms that mix. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "judge.h"

static const struct judge term = {
    "term",
    "{\"terms\": [{\"prefer\": \"radio-frequency\", \"reject\": "
    "[\"radiofrequency\", \"radio frequency\"]}]}",
    "{prefer}"};
static const struct judge form = {
    "attributive",
    "{\"attributive\": \"tele/IT\", \"standalone\": \"teles/ITs\", "
    "\"nouns\": [\"networks\"], \"standsBefore\": [\"for\"]}",
    "{prefer} before {next}"};
static const struct judge mix = {
    "consistency",
    "{\"families\": [[\"decision-making\", \"decision making\"]], "
    "\"skipNames\": true}",
    "{minority} {count}, {majority} {others}"};

static void rejected_forms_are_found_in_any_case(void **state)
{
    assert_findings(
        *state, term,
        "1 Radiofrequency, the radio frequency and the "
        "radio-frequency.\n2 Radio frequencies, radio\tfrequency.\n",
        "Radiofrequency: Radio-frequency | "
        "radio frequency: radio-frequency");
}

static void a_phrase_may_go_on_in_the_next_line(void **state)
{
    assert_findings(
        *state, term,
        "The members agree that the wide and the open part of the radio\n"
        "frequency spectrum is kept free for those who work out at sea,\n"
        "and for those who wait for them on the shore at night; and the\n"
        "members agree that the wide and open part of the sea front is\n"
        "kept free for those who work at sea, and for those who wait on\n"
        "the shore at night, with no other light than that of the moon.\n",
        "radio\nfrequency: radio-frequency");
}

static void a_noun_after_it_calls_for_the_attributive_form(void **state)
{
    assert_findings(*state, form,
                    "1 Use teles/ITs networks, tele/IT networks, teles/ITs.\n",
                    "teles/ITs: tele/IT before networks");
}

static void other_words_call_for_the_form_that_stands_alone(void **state)
{
    assert_findings(*state, form,
                    "1 Use tele/IT for all, teles/ITs for all, tele/IT and so "
                    "on.\n",
                    "tele/IT: teles/ITs before for");
}

static void the_forms_are_data(void **state)
{
    const struct judge policy = {
        "attributive",
        "{\"attributive\": \"policy-making\", \"standalone\": \"policy "
        "making\", \"notNouns\": [\"is\", \"and\", \"of\"], "
        "\"standsBefore\": [\"is\"], \"notAfter\": [\"term\"]}",
        "{prefer} before {next}"};
    assert_findings(*state, policy,
                    "1 The policy making body. Policy-making is hard.\n",
                    "policy making: policy-making before body | "
                    "Policy-making: Policy making before is");
    assert_findings(*state, policy,
                    "1 The policy-making body. Policy making is hard, policy "
                    "making and more. The term policy-making is old.\n",
                    "");
}

static void forms_that_mix_are_told_once_with_counts(void **state)
{
    assert_findings(*state, mix,
                    "1 Decision-making, decision-making, decision making.\n"
                    "2 Good decision-making, bad decision making, "
                    "decision-making.\n",
                    "decision making: decision making 2, decision-making 3");
    assert_findings(*state, mix, "1 Good decision making.\n", "");
}

static void endings_mix_across_words(void **state)
{
    struct judge judge = {"consistency",
                          "{\"stems\": [\"organ\", \"real\"], \"endings\": "
                          "{\"one\": [\"ize\", \"ized\"], \"other\": "
                          "[\"ise\", \"ised\"]}, \"skipNames\": true}",
                          "{minority} {count}, {majority} {others}"};
    assert_findings(*state, judge,
                    "1 They organize it, organized it, realise it.\n",
                    "realise: realise 1, -ize 2");
    assert_findings(*state, judge, "1 They organize and realize it.\n", "");
}

static void stems_are_judged_with_each_ending(void **state)
{
    struct judge judge = {"term",
                          "{\"stems\": [\"organ\", \"real\"], \"endings\": "
                          "{\"reject\": [\"ise\", \"ised\"], \"prefer\": "
                          "[\"ize\", \"ized\"]}}",
                          "{prefer}"};
    assert_findings(*state, judge,
                    "1 Organise it, realised, advised, organism.\n",
                    "Organise: Organize | realised: realized");
}

static void names_and_neighbours_may_excuse_a_form(void **state)
{
    struct judge judge = {"term",
                          "{\"terms\": [{\"prefer\": \"centre\", \"reject\": "
                          "[\"center\"], \"notAfter\": [\"data\"], "
                          "\"notBefore\": [\"stage\"]}], \"skipNames\": true}",
                          "{prefer}"};
    assert_findings(*state, judge,
                    "1 A center, the River Center, a data center, center "
                    "stage. Center it. Center Street.\n"
                    "2 See a/center.txt.\n",
                    "center: centre | Center: Centre");
}

static void exact_capitals_may_be_asked_for(void **state)
{
    struct judge judge = {"term",
                          "{\"terms\": [{\"prefer\": \"Member State\", "
                          "\"reject\": [\"member State\"]}], "
                          "\"exactCase\": true}",
                          "{prefer}"};
    assert_findings(*state, judge,
                    "1 A member State, a Member State, MEMBER STATE.\n",
                    "member State: Member State");
}

static void wrong_parameters_are_refused(void **state)
{
    assert_refused(
        *state,
        (struct judge){"term", "{\"terms\": [{\"prefr\": \"a\"}]}", "m"},
        "did you mean \"prefer\"?");
    assert_refused(
        *state,
        (struct judge){"consistency", "{\"families\": [[\"one\"]]}", "m"},
        "a family is an array of 2 to 8 forms");
    assert_refused(*state,
                   (struct judge){"attributive", "{\"nouns\": []}", "m"},
                   "must be given");
    assert_refused(*state,
                   (struct judge){"attributive",
                                  "{\"attributive\": \"a-b\", "
                                  "\"standalone\": \"A-b\"}",
                                  "m"},
                   "\"standalone\" is the same as \"attributive\"");
    assert_refused(*state,
                   (struct judge){"attributive",
                                  "{\"attributive\": \"a-b\", "
                                  "\"standalone\": \"a b\", \"nouns\": []}",
                                  "m"},
                   "\"standsBefore\" must have words");
}

static void lists_of_a_wrong_shape_are_refused(void **state)
{
    static const struct {
        const char *check;
        const char *params;
        const char *message;
    } cases[] = {
        {"term", "{\"terms\": \"oops\"}",
         "\"terms\" must be an array, found a string"},
        {"term", "{\"terms\": {\"prefer\": \"a\"}}",
         "\"terms\" must be an array, found an object"},
        {"term", "{\"terms\": [{\"prefer\": \"a\", \"reject\": []}]}",
         "words in \"prefer\" and in \"reject\""},
        {"term", "{\"terms\": [{\"prefer\": \"\", \"reject\": [\"a\"]}]}",
         "words in \"prefer\" and in \"reject\""},
        {"term", "{\"endings\": {\"prefer\": [\"a\"], \"reject\": []}}",
         "one in \"prefer\" for each in \"reject\""},
        {"term", "{}", "\"terms\" or \"stems\" is missing from \"params\""},
        {"adjacent", "{}", "\"pairs\" is missing from \"params\""},
        {"consistency", "{}", "\"spellings\" is missing from \"params\""},
        {"consistency", "{\"families\": \"x\"}",
         "\"families\" must be an array, found a string"},
        {"consistency", "{\"families\": [{\"a\": \"b\", \"c\": \"d\"}]}",
         "a list of words must be an array, found an object"},
        {"consistency", "{\"endings\": {\"one\": [], \"other\": [\"ise\"]}}",
         "\"endings\" needs some in \"one\" and as many in \"other\""},
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
        ARENA_TEST(rejected_forms_are_found_in_any_case),
        ARENA_TEST(a_phrase_may_go_on_in_the_next_line),
        ARENA_TEST(a_noun_after_it_calls_for_the_attributive_form),
        ARENA_TEST(other_words_call_for_the_form_that_stands_alone),
        ARENA_TEST(the_forms_are_data),
        ARENA_TEST(forms_that_mix_are_told_once_with_counts),
        ARENA_TEST(endings_mix_across_words),
        ARENA_TEST(stems_are_judged_with_each_ending),
        ARENA_TEST(names_and_neighbours_may_excuse_a_form),
        ARENA_TEST(exact_capitals_may_be_asked_for),
        ARENA_TEST(wrong_parameters_are_refused),
        ARENA_TEST(lists_of_a_wrong_shape_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
