/* Words that stand twice, or side by side. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "base/buf.h"
#include "judge.h"

static const struct judge doubled = {
    "duplicate", "{\"of\": \"word\", \"allowed\": [\"had\"]}", "{word}"};
static const struct judge repeated = {
    "duplicate", "{\"of\": \"paragraph\", \"minWords\": 4}", "{text}"};
static const struct judge pairs = {
    "adjacent",
    "{\"pairs\": [{\"first\": [\"should\", \"may\"], \"then\": [\"shall\", "
    "\"a\"], \"notAfter\": [\"the\"], \"notBefore\": [\"priori\"]}]}",
    "{first}+{second}"};

static const struct judge alternatives = {
    "alternatives", "{\"conjunctions\": [\"and\"]}", "{first}+{second} {rest}"};
static const struct judge cognates = {
    "cognate",
    "{\"endings\": [\"ment\", \"ation\", \"ion\"], \"between\": "
    "[\"the\"], \"before\": [\"of\"], \"notVerbs\": [\"states\"]}",
    "{verb}+{noun}"};

static void a_doubled_word_that_never_stands_twice_is_deleted(void **state)
{
    struct judge certain = {
        "duplicate", "{\"of\": \"word\", \"certain\": [\"the\"]}", "{word}"};
    assert_fixes(*state, certain, "6 Of the the end end.\n", " the> |  end?");
}

static void doubled_words_are_found_whatever_their_case(void **state)
{
    assert_findings(*state, doubled, "1 The the end is is near.\n",
                    "The the: The | is is: is");
}

static void some_words_may_be_doubled(void **state)
{
    assert_findings(*state, doubled,
                    "1 He had had 10 10 of Bora Bora, a, a b b.\n"
                    "2 From end to end-to-end. So. So they said.\n",
                    "");
}

static void words_of_two_blocks_are_not_doubled(void **state)
{
    assert_findings(*state, doubled,
                    "1 \tIt is good\n2 \tgood\n\n"
                    "a) one two;\nb) two three.\n",
                    "");
}

/* A sentence of `count` words, with two more after `at` of them when there are
 * that many. */
static pl_str sentence_of(struct pl_arena *arena, size_t count, size_t at)
{
    struct pl_buf out = pl_buf_in(arena);
    pl_buf_add(&out, pl_str_from("The"));
    for (size_t i = 0; i < count; i++) {
        pl_buf_add(&out,
                   i == at ? pl_str_from(" quite new ") : pl_str_from(" "));
        pl_buf_add_char(&out, (char)('a' + i % 26));
        pl_buf_add_char(&out, (char)('a' + i / 26));
    }
    pl_buf_add_char(&out, '.');
    return pl_buf_str(&out);
}

static void
nearly_repeated_paragraphs_are_found_wherever_they_differ(void **state)
{
    static const struct judge nearly = {
        "repeat", "{\"of\": \"paragraph\", \"minWords\": 12}",
        "{here}+{there}"};
    enum { MOST_WORDS = 40 };
    for (size_t count = 12; count < MOST_WORDS; count++) {
        for (size_t at = 0; at < count; at++) {
            pl_str first = sentence_of(*state, count, count);
            pl_str second = sentence_of(*state, count, at);
            const char *text =
                pl_arena_printf(*state, "1 %.*s\n2 %.*s\n", PL_STR_ARG(first),
                                PL_STR_ARG(second));
            const char *expected = pl_arena_printf(
                *state, "%.*s: quite new+nothing", PL_STR_ARG(second));
            assert_findings(*state, nearly, text, expected);
        }
    }
}

static void repeated_paragraphs_are_told_at_the_second(void **state)
{
    assert_findings(*state, repeated,
                    "1 The four words repeated.\n2 Others.\n"
                    "3 The four words repeated.\n4 Others.\n",
                    "The four words repeated.: The four words repeated");
}

static void paragraphs_that_only_begin_alike_are_not_repeated(void **state)
{
    assert_findings(
        *state, repeated,
        "1 A long beginning that goes on and on and on and on, to end so.\n"
        "2 A long beginning that goes on and on and on and on, to stop.\n",
        "");
}

static void pairs_are_found_side_by_side_only(void **state)
{
    assert_findings(*state, pairs,
                    "1 It should shall be. It should, shall be. May a plan?\n",
                    "should shall: should+shall | May a: May+a");
    assert_findings(*state, pairs, "1 It should\n\n2 shall not be.\n", "");
}

static void neighbours_excuse_pairs(void **state)
{
    assert_findings(*state, pairs,
                    "1 The may shall end. It may a priori end. It may A end.\n"
                    "2 It should shall-be, and a-should shall. It should Shall "
                    "Partners.\n",
                    "");
}

static void of_two_words_each_used_alone_one_is_left_over(void **state)
{
    assert_findings(*state, alternatives,
                    "1 Wide and free exchange.\n2 Open and free exchange.\n"
                    "3 It needs wide open and free exchange.\n",
                    "wide open: wide+open and free");
    assert_findings(*state, alternatives,
                    "1 Wide and free exchange.\n2 Open and free trade.\n"
                    "3 It needs wide open and free exchange.\n",
                    "");
}

static void another_such_place_is_evidence_for_one_of_the_two(void **state)
{
    assert_findings(*state, alternatives,
                    "1 Wide and free exchange.\n"
                    "2 Wide open and free exchange.\n"
                    "3 Wide open and free exchange.\n",
                    "Wide open: Wide+open and free | "
                    "Wide open: Wide+open and free");
    assert_findings(*state, alternatives,
                    "1 Wide open and free exchange.\n"
                    "2 Wide open and free exchange.\n",
                    "");
}

static void words_that_belong_together_are_no_alternatives(void **state)
{
    assert_findings(*state, alternatives,
                    "1 Wide and free exchange.\n2 Open and free exchange.\n"
                    "3 It needs wide open and free exchange, wide open.\n",
                    "");
    assert_findings(*state, alternatives,
                    "1 Wave and tide height.\n2 Height and tide height.\n"
                    "3 It has wave height and tide height.\n",
                    "");
    assert_findings(*state, alternatives,
                    "1 Wide and free exchange.\n2 Open and free exchange.\n"
                    "3 It needs wide, open and free exchange.\n",
                    "");
}

static void a_verb_and_its_noun_are_one_too_many(void **state)
{
    assert_findings(*state, cognates,
                    "1 It measures the measurement of waves.\n"
                    "2 It allocates the yearly allocation of funds.\n",
                    "measures the measurement: measures+measurement | "
                    "allocates the yearly allocation: allocates+allocation");
}

static void other_verbs_and_other_nouns_are_left_alone(void **state)
{
    assert_findings(*state, cognates,
                    "1 It measures the measurement error of waves.\n"
                    "2 It gives states the statement of needs.\n"
                    "3 It moves the measurement of waves.\n"
                    "4 The tool measures, the measurement of waves stays.\n",
                    "");
}

static void wrong_parameters_are_refused(void **state)
{
    assert_refused(*state,
                   (struct judge){"adjacent",
                                  "{\"pairs\": [{\"first\": "
                                  "[\"a\"]}]}",
                                  "m"},
                   "a pair needs words");
    assert_refused(*state, (struct judge){"adjacent", "{\"pairs\": 1}", "m"},
                   "\"pairs\" must be an array");
    assert_refused(*state, (struct judge){"duplicate", "{}", "m"},
                   "\"of\" is missing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_doubled_word_that_never_stands_twice_is_deleted),
        ARENA_TEST(doubled_words_are_found_whatever_their_case),
        ARENA_TEST(some_words_may_be_doubled),
        ARENA_TEST(words_of_two_blocks_are_not_doubled),
        ARENA_TEST(nearly_repeated_paragraphs_are_found_wherever_they_differ),
        ARENA_TEST(repeated_paragraphs_are_told_at_the_second),
        ARENA_TEST(paragraphs_that_only_begin_alike_are_not_repeated),
        ARENA_TEST(pairs_are_found_side_by_side_only),
        ARENA_TEST(neighbours_excuse_pairs),
        ARENA_TEST(of_two_words_each_used_alone_one_is_left_over),
        ARENA_TEST(another_such_place_is_evidence_for_one_of_the_two),
        ARENA_TEST(words_that_belong_together_are_no_alternatives),
        ARENA_TEST(a_verb_and_its_noun_are_one_too_many),
        ARENA_TEST(other_verbs_and_other_nouns_are_left_alone),
        ARENA_TEST(wrong_parameters_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
