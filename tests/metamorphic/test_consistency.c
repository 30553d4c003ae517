/* One thing in two forms, or said twice, in a plan that is clean. */
#include "cmocka_wrap.h"
#include "mutation.h"

static const struct mutation mutations[] = {
    {"an adviser became an advisor",
     {{"training record, medical", NULL, "advisers, advisors, medical"}},
     "PL759 2.5, after para 14, table row 4"},
    {"a dataset became a data set",
     {{"training record, medical", NULL, "datasets, data sets, medical"}},
     "PL707 2.5, after para 14, table row 4"},
    {"a word in -ise beside those in -ize",
     {{"2) Shorter delays", NULL, "2) Shorter and prioritised delays"}},
     "PL708 2.6, para 19, outcome 2)"},
    {"an apostrophe of another kind",
     {{"25 The Union's work", NULL, "25 The Union\xE2\x80\x99s work"}},
     "PL710 2.6, para 25"},
    {"an American spelling beside British ones",
     {{"certificates between neighbouring", NULL,
       "certificates between harbors of neighbouring"}},
     "PL713 2.6, para 22, outcome 1)"},
    {"a paragraph was pasted twice",
     {{"\n43 The operational", NULL,
       "\nThe Sectors exchange their drafts before they submit them to the "
       "Council. Table A.1 gives the order of the steps.\n43 The "
       "operational"}},
     "PL709 Annex A, para 45"},
    {"a term lost its capitals",
     {{"a Member State, the Union provides advice", NULL,
       "a Member State, which advises the other Member States, those Member "
       "States and all Member States, but not these member states, the Union "
       "provides advice"}},
     "PL712 2.7, para 34"},
    {"a reference got a capital",
     {{"out in section 2.4 above", NULL,
       "out in section 2.4 and in section 2.3 above"},
      {"target of section 2.5", NULL, "target of Section 2.5"}},
     "PL714 Annex B, para 46"},
    {"a number in figures here and in words there",
     {{"tested in at least two countries", NULL,
       "tested in two countries, and in these 2 countries"}},
     "PL715 2.7, para 28"},
    {"per cent and %",
     {{"at least half of them are awarded", NULL,
       "50 per cent of them, at least 30% of all, are awarded"}},
     "PL716 2.7, para 33"},
    {"a date with the month first",
     {{"four weeks before a meeting opens", NULL,
       "from 4 May to 6 June, or from July 7"}},
     "PL717 2.8, para 37"},
    {"two ways to set thousands apart",
     {{"to candidates from", NULL,
       "to 12,000 candidates, then to 14'000 candidates from"}},
     "PL718 2.7, para 33"},
    {"a span of years with another dash",
     {{"strategic goals set out in section 2.4 above", NULL,
       "strategic goals of 2029\xE2\x80\x93"
       "2032 set out in section 2.4 "
       "above"}},
     "PL719 2.6, para 16"},
    {"an abbreviation lost its full stop",
     {{"with Resolution 4 (Kal", NULL, "with No 4 and with Resolution 4 (Kal"}},
     "PL750 2.8, para 39"},
    {"an ampersand",
     {{"the vision and the mission set out", NULL,
       "vision & mission, the vision and mission set out"}},
     "PL751 Annex A, para 43"},
    {"quotation marks of another kind",
     {{"within its field of competence", NULL,
       "within \xE2\x80\x9Cits\xE2\x80\x9D field of competence"}},
     "PL752 2.7, para 31"},
    {"a dash of another kind",
     {{"are awarded to women", NULL,
       "are awarded \xE2\x80\x93 as they were before \xE2\x80\x93 to "
       "women, who are - as they were before - few"}},
     "PL753 2.7, para 33"},
    {"an ordinal in figures here and in words there",
     {{"before a meeting opens", NULL,
       "before the third meeting opens, and before the 3rd meeting closes"}},
     "PL757 2.8, para 37"},
    {"a name lost its accent",
     {{"with the basins in which", NULL,
       "with the basins of Limone and Limon\xC3\xA9, in which"}},
     "PL758 2.8, para 38"},
    {"a sentence was pasted into another paragraph",
     {{"\n44 An activity", NULL,
       "\n44 The Sectors exchange their drafts before they submit them, with "
       "all of their remarks, to the Council. An activity"},
      {"submit them to the Council. Table", NULL,
       "submit them, with all of their remarks, to the Council. Table"}},
     "PL754 Annex A, para 45"},
    {"a title was given twice",
     {{"\n2.4 \tStrategic goals", NULL, "\n2.4 \tTargets"}},
     "PL755 2.5"},
    {"a paragraph was copied and one word of it changed",
     {{"\nMember participation\n", NULL,
       "\nThe enablers described in this section concern the way in which the "
       "Union works, whatever the topic. They follow from its values of "
       "neutrality, openness and accountability.\nMember participation\n"}},
     "PL756 2.8, after para 36"},
    {"a compound lost its hyphen",
     {{"3) Joint financing", NULL, "3) Long term financing"},
      {"through courses held", NULL, "through long-term courses held"}},
     "PL711 2.6, para 25, outcome 3)"},
};

static void forms_that_mix_are_found_where_they_are(void **state)
{
    (void)state;
    assert_mutations("clean-plan.txt", "core", mutations,
                     sizeof(mutations) / sizeof(mutations[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_that_mix_are_found_where_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
