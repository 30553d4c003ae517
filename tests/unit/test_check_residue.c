/* Revisions glued together, and all that only looks so. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "judge.h"

static const struct judge years = {
    "residue",
    "{\"of\": \"years\", \"cues\": [\"by\", \"in\"], "
    "\"places\": [\"Lund\", \"Graz\"]}",
    "{first}+{second}"};
static const struct judge words = {
    "residue",
    "{\"of\": \"words\", \"common\": [\"treaty\", \"market\"], "
    "\"notFirst\": [\"policy\"], \"notSecond\": [\"children\"]}",
    "{first}+{second}"};

static void a_period_of_two_revisions_is_both(void **state)
{
    assert_findings(*state, years, "Plan for 2028-20314-2027\n",
                    "2028-20314-2027: 2028-2031+2024-2027");
    assert_findings(*state, years, "1 For 2019-202217-2020 only.\n",
                    "2019-202217-2020: 2019-2022+2017-2020");
    assert_findings(*state, years, "1 For 20284-203127 only.\n",
                    "20284-203127: 2028-2031+2024-2027");
    assert_findings(*state, years, "1 For 2028-203127 only.\n",
                    "203127: 2031+2027");
}

static void a_year_needs_a_cue_and_the_document_to_know_it(void **state)
{
    assert_findings(*state, years, "1 Ready by 20310. In 2030 too.\n",
                    "20310: 2031+2030");
    assert_findings(*state, years, "1 Ready by 20310.\n", "");
    assert_findings(*state, years, "1 About 20310. In 2030 too.\n", "");
}

static void numbers_of_things_are_no_years(void **state)
{
    assert_findings(*state, years,
                    "1 In 20310 cases of 2030.\n"
                    "2 By 20310.5 in 2030, by 20310/2 and by 20310,000.\n",
                    "");
    assert_findings(*state, years, "1 In 20310 cases of 2030 and 2031.\n",
                    "20310: 2031+2030");
}

static void years_must_be_near_each_other_and_differ(void **state)
{
    assert_findings(*state, years,
                    "1 By 20122 and 202099 of 2012, 2020.\n"
                    "2 Of 20281231 and 19901.\n",
                    "");
}

static void a_place_with_its_year_is_told_as_one(void **state)
{
    assert_findings(*state, years, "RESOLUTION 7 (REV. LUNDGRAZ, 202622)\n",
                    "LUNDGRAZ, 202622: LUND, 2026+GRAZ, 2022");
    assert_findings(*state, years, "RESOLUTION 7 (REV. XUNDYRAZ, 202622)\n",
                    "202622: 2026+2022");
    assert_findings(*state, words, "RESOLUTION 7 (REV. LUNDGRAZ, 202622)\n",
                    "");
}

static void both_readings_are_offered(void **state)
{
    assert_fixes(*state, years, "Plan for 2028-20314-2027\n",
                 "2028-20314-2027?2028-2031 | 2028-20314-2027?2024-2027");
    assert_fixes(*state, years, "RESOLUTION 7 (REV. LUNDGRAZ, 202622)\n",
                 "LUNDGRAZ, 202622?LUND, 2026 | LUNDGRAZ, 202622?GRAZ, 2022");
    assert_fixes(*state, words, "2 \tStrategic gGoals\n1 The goals.\n",
                 "gGoals?goals | gGoals?Goals");
}

static void two_words_are_offered_apart_and_alone(void **state)
{
    assert_fixes(
        *state, words,
        "1 The practicallength. Practical is good. Length is good; a "
        "practical length.\n",
        "practicallength?practical length | practicallength?practical | "
        "practicallength?length");
}

static void of_a_place_that_nobody_knows_the_year_alone_is_mended(void **state)
{
    assert_fixes(*state, years, "RESOLUTION 7 (REV. NORRVIKTORMUND, 202622)\n",
                 "202622?2026 | 202622?2022");
}

static void a_place_is_split_by_the_names_in_the_text(void **state)
{
    assert_findings(*state, years,
                    "RESOLUTION 7 (REV. NORRVIKTORMUND, 202622)\n"
                    "1 They met in Tormund.\n",
                    "NORRVIKTORMUND, 202622: NORRVIK, 2026+TORMUND, 2022");
    assert_findings(*state, years,
                    "RESOLUTION 7 (REV. NORRVIKTORMUND, 202622)\n",
                    "NORRVIKTORMUND, 202622: 2026+2022");
    assert_findings(*state, years,
                    "RESOLUTION 7 (REV. NORRVIKTORMUND, 202622)\n"
                    "1 They met in Norrviktormund.\n",
                    "202622: 2026+2022");
}

static void an_acronym_and_a_word_are_two(void **state)
{
    assert_findings(*state, words,
                    "1 The ICTstools and ICTdigital plans.\n"
                    "2 ICT is digital; tools help.\n",
                    "ICTstools: ICTs+tools | ICTdigital: ICT+digital");
    assert_findings(*state, words, "1 Many NGOs and NGOish ICT tools.\n", "");
}

static void one_letter_in_both_cases_is_two_spellings(void **state)
{
    assert_findings(*state, words,
                    "1 The pPlans and Ggoals.\n2 Plans and goals.\n",
                    "pPlans: plans+Plans | Ggoals: Goals+goals");
    assert_findings(*state, words, "1 The iPhone and Lloyd.\n", "");
}

#define USED                                                       \
    "2 Availability, quality, stations, platforms, instruments.\n" \
    "3 Availability, quality, stations, platforms.\n"

static void two_words_of_the_document_are_two(void **state)
{
    assert_findings(*state, words,
                    "1 The availabilityquality of stationsplatforms in a "
                    "treatyinstrument.\n" USED,
                    "availabilityquality: availability+quality | "
                    "stationsplatforms: stations+platforms | "
                    "treatyinstrument: treaty+instrument");
}

static void fragments_of_a_word_are_not_two(void **state)
{
    assert_findings(*state, words,
                    "1 No fragmentation.\n2 Frag mentation, fragme "
                    "ntation.\n",
                    "");
}

static void what_is_written_twice_is_a_word(void **state)
{
    assert_findings(*state, words,
                    "1 Our stationsplatforms.\n2 Their Stationsplatforms.\n"
                    "3 Stations and platforms.\n",
                    "");
}

static void closed_compounds_are_words(void **state)
{
    assert_findings(*state, words,
                    "1 The policymakers, schoolchildren, framework, workforce "
                    "and marketplace.\n"
                    "2 Policy makers, school children, frame work, work force "
                    "and market place.\n",
                    "");
}

static void two_words_are_told_by_a_capital_unless_names_are(void **state)
{
    assert_findings(*state, words,
                    "1 Our stationsPlatforms.\n"
                    "2 Stations and platforms.\n",
                    "stationsPlatforms: stations+Platforms");
    assert_findings(*state, words,
                    "1 Set stationsPlatforms, stationsNames, stationsKinds.\n"
                    "2 Stations, platforms, names and kinds.\n",
                    "");
}

static void addresses_and_codes_are_left_alone(void **state)
{
    assert_findings(*state, words,
                    "1 stationsplatforms=1 and x_platformsstations.\n"
                    "2 Stations and platforms.\n",
                    "");
}

static void the_kind_of_residue_must_be_given(void **state)
{
    assert_refused(*state, (struct judge){"residue", "{}", "m"},
                   "\"of\" is missing");
    assert_refused(*state, (struct judge){"residue", "{\"of\": \"wrds\"}", "m"},
                   "did you mean \"words\"?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_period_of_two_revisions_is_both),
        ARENA_TEST(a_year_needs_a_cue_and_the_document_to_know_it),
        ARENA_TEST(numbers_of_things_are_no_years),
        ARENA_TEST(years_must_be_near_each_other_and_differ),
        ARENA_TEST(a_place_with_its_year_is_told_as_one),
        ARENA_TEST(both_readings_are_offered),
        ARENA_TEST(two_words_are_offered_apart_and_alone),
        ARENA_TEST(of_a_place_that_nobody_knows_the_year_alone_is_mended),
        ARENA_TEST(a_place_is_split_by_the_names_in_the_text),
        ARENA_TEST(an_acronym_and_a_word_are_two),
        ARENA_TEST(one_letter_in_both_cases_is_two_spellings),
        ARENA_TEST(two_words_of_the_document_are_two),
        ARENA_TEST(fragments_of_a_word_are_not_two),
        ARENA_TEST(what_is_written_twice_is_a_word),
        ARENA_TEST(closed_compounds_are_words),
        ARENA_TEST(two_words_are_told_by_a_capital_unless_names_are),
        ARENA_TEST(addresses_and_codes_are_left_alone),
        ARENA_TEST(the_kind_of_residue_must_be_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
