/* Words: where they begin and end, what they share, what stands between. */
#include "cmocka_wrap.h"

#include <string.h>

#include "plan/words.h"
#include "plan_from_text.h"

static const struct pl_words *words_of(struct pl_arena *arena, const char *text)
{
    struct pl_range all = {0, (uint32_t)strlen(text)};
    return pl_words_build(arena, pl_str_from(text), &all, 1);
}

static void assert_words(struct pl_arena *arena, const char *text,
                         const char *expected)
{
    const struct pl_words *words = words_of(arena, text);
    struct pl_buf joined = pl_buf_in(arena);
    for (uint32_t i = 0; i < words->count; i++) {
        pl_buf_add_text(&joined, i ? "|" : "");
        pl_buf_add(&joined, pl_word_text(words, i));
    }
    pl_buf_add_char(&joined, '\0');
    assert_string_equal(joined.data, expected);
}

static void words_are_runs_of_letters_and_digits(void **state)
{
    assert_words(*state, "high-quality telecommunication/ICT, 5.b.1!",
                 "high|quality|telecommunication|ICT|5|b|1");
    assert_words(*state, "2028-20314-2027", "2028|20314|2027");
    assert_words(*state, "  ", "");
}

static void an_apostrophe_is_part_of_a_word_only_inside_it(void **state)
{
    assert_words(*state, "ITU's 'own' members' states\xE2\x80\x99 x",
                 "ITU's|own|members|states|x");
    assert_words(*state, "Union\xE2\x80\x99s", "Union\xE2\x80\x99s");
}

static void letters_of_every_script_make_words(void **state)
{
    assert_words(*state,
                 "Objectif \xC3\xA9"
                 "conomique, \xD0\x9C\xD0\xA1\xD0\xAD",
                 "Objectif|\xC3\xA9"
                 "conomique|\xD0\x9C\xD0\xA1\xD0\xAD");
}

static void words_spelled_alike_share_a_form(void **state)
{
    const struct pl_words *words = words_of(*state, "Goal goal GOAL goal");
    assert_int_equal(words->items[1].form, words->items[3].form);
    assert_int_not_equal(words->items[0].form, words->items[1].form);
    uint32_t fold = words->items[1].form;
    for (uint32_t i = 0; i < words->count; i++) {
        assert_int_equal(words->forms[words->items[i].form].fold, fold);
    }
}

static void the_lower_case_of_a_word_has_a_form_of_its_own(void **state)
{
    const struct pl_words *words = words_of(*state, "WSIS \xC3\x89tat");
    uint32_t form = pl_words_form(words, pl_str_from("wsis"));
    assert_int_not_equal(form, PL_NONE);
    assert_int_equal(words->forms[form].count, 0);
    assert_int_not_equal(pl_words_form(words, pl_str_from("\xC3\xA9tat")),
                         PL_NONE);
}

static void occurrences_of_a_word_are_found_without_reading(void **state)
{
    const struct pl_words *words = words_of(*state, "a plan is a plan");
    const struct pl_form *form =
        &words->forms[pl_words_form(words, pl_str_from("plan"))];
    assert_int_equal(form->count, 2);
    assert_int_equal(words->postings[form->first_posting], 1);
    assert_int_equal(words->postings[form->first_posting + 1], 4);
    assert_int_equal(pl_words_form(words, pl_str_from("absent")), PL_NONE);
}

static void odd_gaps_hold_more_than_what_usually_separates(void **state)
{
    const struct pl_words *words =
        words_of(*state, "one two, three-four; five ,six  seven. Eight (9)");
    static const uint32_t expected[] = {0, 5, 6, 7, 8, 9};
    assert_int_equal(words->odd_gap_count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(words->odd_gaps[i], expected[i]);
    }
}

static void flags_tell_what_an_odd_gap_holds(void **state)
{
    const struct pl_words *words =
        words_of(*state, "one. Two (3)  four , five/ six., seven -eight “9");
    static const uint8_t expected[] = {
        0, /* before the first word */
        PL_GAP_STOP,
        PL_GAP_ROUND,
        PL_GAP_ROUND | PL_GAP_SPACES,
        PL_GAP_COMMA | PL_GAP_CLASH,
        PL_GAP_TIE,
        PL_GAP_STOP | PL_GAP_COMMA | PL_GAP_CLASH,
        PL_GAP_TIE,
        PL_GAP_OTHER,
        0, /* after the last */
    };
    assert_int_equal(words->odd_gap_count, 10);
    assert_memory_equal(words->odd_gap_flags, expected, sizeof(expected));
}

static void a_long_gap_may_hold_anything(void **state)
{
    struct pl_buf text = pl_buf_in(*state);
    pl_buf_addf(&text, "one%80sTwo", "");
    pl_buf_add_char(&text, '\0');
    const struct pl_words *words = words_of(*state, text.data);
    assert_int_equal(words->odd_gap_flags[1], 0xFF);
}

static void a_gap_is_what_stands_before_a_word(void **state)
{
    const char *text = "one. Two!";
    const struct pl_words *words = words_of(*state, text);
    struct pl_range gap = pl_word_gap(words, 1);
    assert_int_equal(gap.start, 3);
    assert_int_equal(gap.end, 5);
    assert_int_equal(pl_word_gap(words, 2).end, strlen(text));
    assert_false(pl_word_is_joined(words, 1));
}

static void forms_say_how_they_are_written(void **state)
{
    const struct pl_words *words =
        words_of(*state, "ITU pPriorities Goal plan 5G ITU's");
    static const uint32_t expected[] = {
        PL_FORM_UPPER | PL_FORM_CAPITALIZED,
        PL_FORM_LOWER | PL_FORM_UPPER | PL_FORM_MIXED,
        PL_FORM_LOWER | PL_FORM_UPPER | PL_FORM_CAPITALIZED,
        PL_FORM_LOWER,
        PL_FORM_DIGIT | PL_FORM_UPPER,
        PL_FORM_UPPER | PL_FORM_LOWER | PL_FORM_CAPITALIZED |
            PL_FORM_APOSTROPHE,
    };
    for (uint32_t i = 0; i < words->count; i++) {
        assert_int_equal(words->forms[words->items[i].form].flags, expected[i]);
    }
}

static void many_long_words_keep_their_numbers(void **state)
{
    struct pl_arena *arena = *state;
    struct pl_buf text = pl_buf_in(arena);
    for (int i = 0; i < 20000; i++) {
        pl_buf_addf(&text, "interconnection%d ", i % 10000);
    }
    struct pl_range all = {0, (uint32_t)text.len};
    const struct pl_words *words =
        pl_words_build(arena, pl_buf_str(&text), &all, 1);
    assert_int_equal(words->count, 20000);
    assert_int_equal(words->form_count, 10000);
    for (uint32_t i = 0; i < 10000; i++) {
        assert_int_equal(words->items[i].form, words->items[i + 10000].form);
    }
}

static void words_of_code_comments_and_contents_are_left_out(void **state)
{
    const struct pl_plan *plan = plan_from(
        *state,
        "# Title\n\nSome `code span` and https://example.org/path here.\n",
        PL_FORMAT_MARKDOWN);
    assert_int_equal(pl_words_form(plan->words, pl_str_from("example")),
                     PL_NONE);
    assert_int_equal(pl_words_form(plan->words, pl_str_from("span")), PL_NONE);
    assert_int_not_equal(pl_words_form(plan->words, pl_str_from("here")),
                         PL_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(words_are_runs_of_letters_and_digits),
        ARENA_TEST(an_apostrophe_is_part_of_a_word_only_inside_it),
        ARENA_TEST(letters_of_every_script_make_words),
        ARENA_TEST(words_spelled_alike_share_a_form),
        ARENA_TEST(the_lower_case_of_a_word_has_a_form_of_its_own),
        ARENA_TEST(occurrences_of_a_word_are_found_without_reading),
        ARENA_TEST(odd_gaps_hold_more_than_what_usually_separates),
        ARENA_TEST(flags_tell_what_an_odd_gap_holds),
        ARENA_TEST(a_long_gap_may_hold_anything),
        ARENA_TEST(a_gap_is_what_stands_before_a_word),
        ARENA_TEST(forms_say_how_they_are_written),
        ARENA_TEST(many_long_words_keep_their_numbers),
        ARENA_TEST(words_of_code_comments_and_contents_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
