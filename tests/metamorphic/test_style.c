/* Slips against a house style in plans that are clean by it. */
#include "cmocka_wrap.h"
#include "mutation.h"

#define ASSERT_MUTATIONS(file, profile, list) \
    assert_mutations(file, profile, list, sizeof(list) / sizeof((list)[0]))

static void slips_in_headings_are_found(void **state)
{
    (void)state;
    static const struct mutation of_text[] = {
        {"a heading got capitals",
         {{"2.9 \tStrategic risk management", NULL,
           "2.9 \tStrategic Risk Management"},
          {"\n41 Building", NULL, "\n41 With risk and management, building"}},
         "PL729 2.9"},
        {"a heading is in capitals",
         {{"2.9 \tStrategic risk management", NULL,
           "2.9 \tSTRATEGIC RISK MANAGEMENT"}},
         "PL730 2.9"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "itu", of_text);
    static const struct mutation of_markdown[] = {
        {"a heading ends with a full stop",
         {{"### 2.2 Mission", NULL, "### 2.2 Our mission."}},
         "PL728 2.2"},
        {"a heading lost its title",
         {{"### 2.2 Mission", NULL, "### 2.2"}},
         "PL134 2.2"},
    };
    ASSERT_MUTATIONS("clean-plan.md", "core", of_markdown);
    static const struct mutation un[] = {
        {"headings with a capital at each word",
         {{"### 4.1 Reading rooms for all", NULL,
           "### 4.1 Reading Rooms for All"},
          {"### 4.2 Collections that reflect the valley", NULL,
           "### 4.2 Collections That Reflect the Valley"},
          {"### 4.3 Staff who grow with their tasks", NULL,
           "### 4.3 Staff Who Grow With Their Tasks"}},
         "PL433 1 | PL732 4.1 | PL433 5"},
    };
    ASSERT_MUTATIONS("clean-plan.md", "un", un);
}

static void characters_that_do_not_belong_are_found(void **state)
{
    (void)state;
    static const struct mutation mutations[] = {
        {"a control character",
         {{"halfway through the plan", NULL, "halfway\x0B through the plan"}},
         "PL740 2.5, para 15"},
        {"a soft hyphen",
         {{"halfway through the plan", NULL, "half\u00ADway through the plan"}},
         "PL741 2.5, para 15"},
        {"a character was lost",
         {{"halfway through the plan", NULL, "halfway\uFFFD through the plan"}},
         "PL742 2.5, para 15"},
        {"another encoding",
         {{"halfway through the plan", NULL,
           "halfway \u00E2\u20AC\u201C through the plan"}},
         "PL743 2.5, para 15"},
        {"a sign of a symbol font",
         {{"halfway through the plan", NULL, "halfway \uF0E0 the plan"}},
         "PL744 2.5, para 15"},
        {"two versions",
         {{"\n41 Building", NULL, "\n<<<<<<< ours\n41 Building"}},
         "PL746 2.9"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "itu", mutations);
}

static void slips_in_numbers_and_dates_are_found(void **state)
{
    (void)state;
    static const struct mutation mutations[] = {
        {"a number was changed in words only",
         {{"tested in at least two", NULL, "tested in at least two (3)"}},
         "PL731 2.7, para 28"},
        {"a day that does not exist",
         {{"four weeks before", NULL, "on 31 April"}},
         "PL733 2.8, para 37"},
        {"a weekday of another year",
         {{"four weeks before", NULL, "on Monday, 6 March 2029,"}},
         "PL734 2.8, para 37"},
        {"the ends of a span changed places",
         {{"four weeks before", NULL, "from 9 to 6 March"}},
         "PL735 2.8, para 37"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "core", mutations);
    static const struct mutation un[] = {
        {"a small number in figures",
         {{"available four weeks", NULL, "available 4 weeks"}},
         "PL739 2.8, para 37"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "un", un);
}

static const struct mutation words[] = {
    {"a spelling of another house",
     {{"follow the progress of projects", NULL,
       "follow the programs of projects"}},
     "PL430 2.8, para 38"},
    {"-ise for -ize",
     {{"follow the progress of projects", NULL,
       "prioritise the progress of projects"}},
     "PL431 2.8, para 38"},
    {"a country by another name",
     {{"follow the progress of projects", NULL, "follow projects in Vietnam"}},
     "PL432 2.8, para 38"},
    {"a part of the text with a capital",
     {{"follow the progress of projects", NULL,
       "follow the projects in Annex B"}},
     "PL433 2.8, para 38"},
    {"a man's title",
     {{"follow the progress of projects", NULL, "follow the chairman"}},
     "PL437 2.8, para 38"},
    {"the list is open twice",
     {{"follow the progress of projects", NULL,
       "follow projects such as locks, dams, etc.,"}},
     "PL438 2.8, para 38"},
    {"an abbreviation without full stops",
     {{"follow the progress of projects", NULL, "follow projects (eg locks)"}},
     "PL439 2.8, para 38"},
    {"and/or",
     {{"follow the progress of projects", NULL,
       "follow projects and/or works"}},
     "PL440 2.8, para 38"},
    {"a sign for per cent",
     {{"follow the progress of projects", NULL, "follow 40% of projects"}},
     "PL737 2.8, para 38"},
    {"a large number in words",
     {{"follow the progress of projects", NULL, "follow the twelve projects"}},
     "PL745 2.8, para 38"},
    {"a sentence begins with a figure",
     {{"They follow the progress of projects", NULL,
       "11 offices follow projects"}},
     "PL747 2.8, para 38"},
    {"a decimal without its zero",
     {{"follow the progress of projects", NULL, "follow .5 of the projects"}},
     "PL748 2.8, para 38"},
    {"a fraction with a hyphen",
     {{"follow the progress of projects", NULL,
       "follow two-thirds of the projects"}},
     "PL749 2.8, para 38"},
};

static void words_and_numbers_of_another_house_are_found(void **state)
{
    (void)state;
    ASSERT_MUTATIONS("clean-plan.txt", "un", words);
    static const struct mutation itu[] = {
        {"a term without its capitals",
         {{"follow the progress of projects", NULL,
           "follow the sector members"}},
         "PL434 2.8, para 38"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "itu", itu);
    static const struct mutation eu[] = {
        {"-ize for -ise",
         {{"It is organized as follows", NULL, "It is as follows"},
          {"teach, advise and organize", NULL, "teach and organise"},
          {"new colleagues to replace", NULL, "an organizer to replace"}},
         "PL431 4.3"},
    };
    ASSERT_MUTATIONS("clean-plan.md", "eu", eu);
}

static void marks_in_the_wrong_place_are_found(void **state)
{
    (void)state;
    static const struct mutation un[] = {
        {"a mark before the full stop",
         {{"become disputes.[footnoteRef:2]", NULL,
           "become disputes[footnoteRef:2]."}},
         "PL306 2.6, para 24"},
        {"a mark after a space",
         {{"become disputes.[footnoteRef:2]", NULL,
           "become disputes. [footnoteRef:2]"}},
         "PL308 2.6, para 24"},
        {"a number left out",
         {{"become disputes.[footnoteRef:2]", NULL,
           "become disputes.[footnoteRef:3]"},
          {"[2:", NULL, "[3:"}},
         "PL309 2.6, para 24"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "un", un);
    static const struct mutation french[] = {
        {"a mark after the full stop",
         {{"trafic[footnoteRef:1].", NULL, "trafic.[footnoteRef:1]"}},
         "PL307 1, para 3"},
    };
    ASSERT_MUTATIONS("clean-plan-fr.txt", "un", french);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_in_headings_are_found),
        cmocka_unit_test(characters_that_do_not_belong_are_found),
        cmocka_unit_test(slips_in_numbers_and_dates_are_found),
        cmocka_unit_test(words_and_numbers_of_another_house_are_found),
        cmocka_unit_test(marks_in_the_wrong_place_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
