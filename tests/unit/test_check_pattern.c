/* Patterns: where a match may begin, what is dropped, what is said. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "judge.h"

static struct judge by(const char *params)
{
    return (struct judge){"pattern", params, "{match}/{1}/{before}/{after}"};
}

static void every_match_in_every_block_is_found(void **state)
{
    struct judge judge = by("{\"pattern\": \"c(.)t\"}");
    assert_findings(*state, judge, "1 A cat and a cot.\n2 A cut.\n",
                    "cat: cat/a/A/and | cot: cot/o/a/{after} | "
                    "cut: cut/u/A/{after}");
    assert_findings(*state, judge, "", "");
}

static void empty_matches_are_passed_over(void **state)
{
    assert_findings(*state, by("{\"pattern\": \"(x*)\"}"), "1 A xx b.\n",
                    "xx: xx/xx/A/b");
}

static void words_say_where_a_match_begins(void **state)
{
    struct judge judge =
        by("{\"words\": [\"cat\"], \"pattern\": \"(?i)(cat) \\\\w+\"}");
    assert_findings(*state, judge, "1 Cat fish, CAT scan, bobcat tail, cat.\n",
                    "Cat fish: Cat fish/Cat/{before}/CAT | "
                    "CAT scan: CAT scan/CAT/fish/bobcat");
}

static void gaps_say_where_a_match_begins(void **state)
{
    struct judge judge = by("{\"gaps\": [\".,\"], \"pattern\": \"(\\\\.),\"}");
    assert_findings(*state, judge, "1 One., two.\n2 A.b,c., d.\n",
                    ".,: .,/./One/two | .,: .,/./c/d");
}

static void the_next_word_can_be_asked_to_be_small(void **state)
{
    struct judge judge = by("{\"gaps\": [\". \"], \"nextWord\": \"lower\", "
                            "\"pattern\": \"(\\\\.) \"}");
    assert_findings(*state, judge, "1 One. Two. three. 4. iPhone.\n",
                    ". : . /./Two/three");
}

static void some_words_before_a_place_excuse_it(void **state)
{
    struct judge judge = by("{\"gaps\": [\".,\"], \"notAfter\": [\"etc\"], "
                            "\"pattern\": \"(\\\\.),\"}");
    assert_findings(*state, judge, "1 Maps, etc., and so., too.\n",
                    ".,: .,/./so/too");
}

static void a_group_can_be_what_is_reported(void **state)
{
    struct judge judge = by("{\"pattern\": \"a (b+) c\", \"mark\": 1}");
    assert_findings(*state, judge, "1 So a bb c.\n", "bb: a bb c/bb/a/c");
}

static void blocks_out_of_scope_are_left_alone(void **state)
{
    static const char text[] = "1 \tA cat\n1 The cat sat.\n";
    struct judge judge = by("{\"pattern\": \"(cat)\", \"in\": [\"heading\"]}");
    assert_findings(*state, judge, text, "cat: cat/cat/A/{after}");
    judge = by("{\"pattern\": \"(cat)\", \"notIn\": [\"heading\"]}");
    assert_findings(*state, judge, text, "cat: cat/cat/The/sat");
}

static void what_is_not_prose_is_dropped(void **state)
{
    struct judge judge = by("{\"pattern\": \"(cat)\"}");
    assert_findings(*state, judge,
                    "1 See http://example.org/cat for it.\n"
                    "2 Done.\tComment by Ann: a cat.\n"
                    "3 A mark[footnoteRef:1]. [1: A cat.] \n",
                    "cat: cat/cat/A/{after}");
}

static void evidence_can_be_asked_for(void **state)
{
    struct judge joined =
        by("{\"gaps\": [\"/ \"], \"pattern\": \"/ \", \"replace\": \"/\", "
           "\"attested\": \"joined\"}");
    assert_findings(*state, joined, "1 A sea/ land link. Sea/land links.\n",
                    "/ : / /{1}/sea/land");
    assert_findings(*state, joined, "1 A sea/ land link. Land is far.\n", "");
    struct judge word =
        by("{\"gaps\": [\" -\"], \"pattern\": \" -\", \"replace\": \"-\", "
           "\"attested\": \"word\"}");
    assert_findings(*state, word, "1 A long -term plan of a term.\n",
                    " -:  -/{1}/long/term");
    assert_findings(*state, word, "1 Type cert -scinfo or cert -scinfo.\n", "");
}

static void a_fix_is_one_text_or_several_to_choose_from(void **state)
{
    struct judge one = by("{\"pattern\": \"(a)b\", \"replace\": \"{1}c\", "
                          "\"safe\": true}");
    assert_fixes(*state, one, "1 x ab.\n", "ab>ac");
    struct judge several =
        by("{\"pattern\": \"([.,;])([.,;])\", "
           "\"replace\": [\"{1}\", \"{2}\"], \"safe\": true}");
    assert_fixes(*state, several, "1 a;, b.. c\n", ";,?; | ;,?, | ..?.");
    struct judge nothing_new = by("{\"pattern\": \"ab\", \"replace\": \"ab\"}");
    assert_fixes(*state, nothing_new, "1 ab.\n", "");
}

static void a_fix_is_safe_where_the_words_are_joined_elsewhere(void **state)
{
    struct judge word =
        by("{\"gaps\": [\" -\"], \"pattern\": \" -\", \"replace\": \"-\", "
           "\"attested\": \"word\", \"safe\": true}");
    assert_fixes(*state, word, "1 A long -term plan of a term.\n", " -?-");
    assert_fixes(*state, word, "1 A long -term plan, a long-term view.\n",
                 " ->-");
}

static void wrong_parameters_are_refused(void **state)
{
    assert_refused(*state, by("{}"), "\"pattern\" is missing");
    assert_refused(*state, by("{\"pattern\": \"a(\"}"),
                   "missing closing parenthesis");
    assert_refused(*state, by("{\"pattern\": \"a\", \"in\": [\"cel\"]}"),
                   "did you mean \"cell\"?");
    assert_refused(*state, by("{\"pattern\": \"a\", \"word\": [\"a\"]}"),
                   "unknown key \"word\"");
    assert_refused(*state, by("{\"pattern\": \"a\", \"mark\": 10}"),
                   "\"mark\" cannot be more than 9");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_match_in_every_block_is_found),
        ARENA_TEST(empty_matches_are_passed_over),
        ARENA_TEST(words_say_where_a_match_begins),
        ARENA_TEST(gaps_say_where_a_match_begins),
        ARENA_TEST(the_next_word_can_be_asked_to_be_small),
        ARENA_TEST(some_words_before_a_place_excuse_it),
        ARENA_TEST(a_group_can_be_what_is_reported),
        ARENA_TEST(blocks_out_of_scope_are_left_alone),
        ARENA_TEST(what_is_not_prose_is_dropped),
        ARENA_TEST(evidence_can_be_asked_for),
        ARENA_TEST(a_fix_is_one_text_or_several_to_choose_from),
        ARENA_TEST(a_fix_is_safe_where_the_words_are_joined_elsewhere),
        ARENA_TEST(wrong_parameters_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
