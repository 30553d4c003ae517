/* Slips in acronyms and in the terms beside them. */
#include "cmocka_wrap.h"
#include "mutation.h"

#define ASSERT_MUTATIONS(file, profile, list) \
    assert_mutations(file, profile, list, sizeof(list) / sizeof((list)[0]))

#define ICTS "Information and communication technologies (ICTs) matter. With "

static void acronyms_are_introduced_once_and_used(void **state)
{
    (void)state;
    static const struct mutation mutations[] = {
        {"nobody says what an acronym is",
         {{"37 WRNU will", NULL, "37 The FLODAK and the FLODAK office will"}},
         "PL401 2.8, para 37"},
        {"a use came before the introduction",
         {{"9 \"Rivers", NULL, "9 As the RTC says, \"Rivers"}},
         "PL402 2.2, para 9"},
        {"an acronym was introduced again",
         {{"monitoring of the SDGs", NULL,
           "monitoring of the Sustainable Development Goals (SDGs)"}},
         "PL403 2.7, para 31"},
        {"an acronym stands for two things",
         {{"Joint financing of works", NULL,
           "Joint financing by the River Training Centre (RTC)"}},
         "PL404 2.6, para 25, outcome 3)"},
        {"what used an acronym was deleted",
         {{"32 WRNU trains surveyors", NULL,
           "32 The Port Survey Fund (PSF) trains surveyors"}},
         "PL405 2.7, para 32"},
        {"a name came back in full",
         {{"31 As a partner", NULL,
           "31 Key river indicators (KRIs) are new. KRIs count, each KRI is "
           "simple, and KRIs last. Key river indicators follow. As a partner"}},
         "PL406 2.7, para 31"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "itu", mutations);
}

static void acronyms_are_worth_their_introduction(void **state)
{
    (void)state;
    static const struct mutation mutations[] = {
        {"an acronym is used only once",
         {{"32 WRNU trains surveyors", NULL,
           "32 The Port Survey Fund (PSF) pays. The PSF trains surveyors"}},
         "PL407 2.7, para 32"},
        {"a single use is not explained",
         {{"37 WRNU will", NULL, "37 The FLODAK will"}},
         "PL408 2.8, para 37"},
        {"an annex relies on the text",
         {{"43 The operational plan", NULL,
           "43 The SDGs and the RTC count, and RTC dates are RTC dates. The "
           "operational plan"}},
         "PL420 Annex A, para 43"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "un", mutations);
}

static void names_keep_their_form(void **state)
{
    (void)state;
    static const struct mutation mutations[] = {
        {"an organization lost its own spelling",
         {{"and the United Nations system", NULL,
           "and the World Health Organisation (WHO). The WHO helps"}},
         "PL409 2.8, para 39"},
        {"one name in two spellings",
         {{"Transport Compact (RTC), which", NULL,
           "Transport Compact (RTC) or River Transports Compact (RTC), which"}},
         "PL421 2.4, para 11"},
        {"a word is said twice",
         {{"in line with the RTC.", NULL, "in line with the RTC compact."}},
         "PL425 2.6, para 25, outcome 4)"},
        {"an article against the sound",
         {{"in line with the RTC.", NULL, "in line with a SDG."}},
         "PL426 2.6, para 25, outcome 4)"},
        {"a plural in capitals",
         {{"monitoring of the SDGs", NULL, "monitoring of the SDGS"}},
         "PL412 2.7, para 31"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "itu", mutations);
}

static void the_manner_of_the_united_nations_is_kept(void **state)
{
    (void)state;
    static const struct mutation mutations[] = {
        {"full stops in an abbreviation",
         {{"the United Nations system", NULL, "the U.N. system"}},
         "PL415 2.8, para 39"},
        {"the United Nations abbreviated",
         {{"the United Nations system", NULL, "the UN system"}},
         "PL416 2.8, para 39"},
        {"an article before a name",
         {{"and the United Nations system", NULL, "and the UNESCO"}},
         "PL417 2.8, para 39"},
        {"a possessive ending",
         {{"in line with the RTC.", NULL, "in line with the RTC's aims."}},
         "PL427 2.6, para 25, outcome 4)"},
        {"per cent in one word",
         {{"four weeks before", NULL, "40 percent earlier before"}},
         "PL414 2.8, para 37"},
        {"high quality without a hyphen",
         {{"make high-quality charts", NULL, "make high quality charts"}},
         "PL413 2.4, para 12"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "un", mutations);
}

static void terms_of_the_house_keep_their_form(void **state)
{
    (void)state;
    static const struct mutation mutations[] = {
        {"the noun before another noun",
         {{"40 Skilled and motivated", NULL,
           "40 " ICTS
           "telecommunications/ICTs services, skilled and motivated"}},
         "PL410 2.8, para 40"},
        {"half a plural",
         {{"40 Skilled and motivated", NULL,
           "40 " ICTS "telecommunication/ICTs, skilled and motivated"}},
         "PL411 2.8, para 40"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "itu", mutations);
}

#define OVERVIEW "1 \tOverview of the structure"
#define BUREAUX "CB\tCharting Bureau\n"
#define COMPACT "RTC\tRiver Transport Compact\n"
#define SAFETY "SB\tSafety Bureau\n"
#define THE_REST                                                       \
    "SDG\tSustainable Development Goal\nWRNU\tWorld River Navigation " \
    "Union\nWRNU-C\tCharting Sector\nWRNU-S\tSafety Sector\n" OVERVIEW

static void lists_of_abbreviations_are_kept(void **state)
{
    (void)state;
    static const struct mutation mutations[] = {
        {"a list of abbreviations",
         {{OVERVIEW, NULL, "Abbreviations\n" BUREAUX COMPACT SAFETY THE_REST}},
         ""},
        {"an entry in another place",
         {{OVERVIEW, NULL, "Abbreviations\n" BUREAUX SAFETY COMPACT THE_REST}},
         "PL422 \"Abbreviations\""},
        {"an entry that nobody uses",
         {{OVERVIEW, NULL,
           "Abbreviations\n" BUREAUX
           "PSF\tPort Survey Fund\n" COMPACT SAFETY THE_REST}},
         "PL423 \"Abbreviations\""},
        {"an entry was deleted",
         {{OVERVIEW, NULL, "Abbreviations\n" BUREAUX SAFETY THE_REST}},
         "PL424 2.4, para 11"},
    };
    ASSERT_MUTATIONS("clean-plan.txt", "itu", mutations);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acronyms_are_introduced_once_and_used),
        cmocka_unit_test(acronyms_are_worth_their_introduction),
        cmocka_unit_test(names_keep_their_form),
        cmocka_unit_test(the_manner_of_the_united_nations_is_kept),
        cmocka_unit_test(terms_of_the_house_keep_their_form),
        cmocka_unit_test(lists_of_abbreviations_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
