/* A clean plan, and what one slip in it is found to be: exactly that, at that
 * place, and nothing else. */
#include "cmocka_wrap.h"
#include "lint/settings.h"
#include "mutation.h"

static const struct mutation mutations[] = {
    {"nothing", {{0}}, ""},

    /* numbers */
    {"a paragraph was deleted",
     {{"\n29 Rec", "\n30 ", "\n30 "}},
     "PL104 2.7, para 30"},
    {"a paragraph number was given twice",
     {{"\n30 The", NULL, "\n29 The"}},
     "PL103 2.7, para 29"},
    {"two paragraphs changed places",
     {{"\n37 WRNU", NULL, "\n38 WRNU"}, {"\n38 The", NULL, "\n37 The"}},
     "PL106 2.8, para 38"},
    {"a digit too many in a paragraph number",
     {{"\n33 Fell", NULL, "\n333 Fell"}},
     "PL106 2.7, para 333"},
    {"a paragraph lost its text",
     {{"\n29 Rec", "\n30 ", "\n29 \n30 "}},
     "PL108 2.7, para 29"},
    {"a section number was given twice",
     {{"\n2.7 \t", NULL, "\n2.6 \t"}},
     "PL102 2.6"},
    {"a section number lost its dot",
     {{"\n2.7 \t", NULL, "\n27 \t"}},
     "PL107 2.7"},
    {"two sections changed places",
     {{"\n2.7 \t", NULL, "\n2.8 \t"}, {"\n2.8 \t", NULL, "\n2.7 \t"}},
     "PL105 2.8"},
    {"an item was deleted",
     {{"\n2) Shorter", "\n3) Wider", "\n3) Wider"}},
     "PL110 2.6, para 19, outcome 3)"},
    {"a marker was given twice",
     {{"\n3) Joint", NULL, "\n2) Joint"}},
     "PL111 2.6, para 25, outcome 2)"},
    {"two items changed places",
     {{"\n3) Joint", NULL, "\n4) Joint"}, {"\n4) Lower", NULL, "\n3) Lower"}},
     "PL112 2.6, para 25, outcome 4)"},
    {"a marker inside a line is wrong",
     {{"c) the Charting", NULL, "d) the Charting"}},
     "PL111 1, para 1, item d)"},
    {"an item lost its text",
     {{"\n2) More regular", "\n3) Safer", "\n2) \n3) Safer"}},
     "PL114 2.6, para 22, outcome 2)"},
    {"an annex was given another letter",
     {{"\nAnnex B\n", NULL, "\nAnnex C\n"}},
     "PL203 2.5, para 14 | PL120 Annex C | PL213 Annex C"},

    /* references */
    {"a reference to a paragraph that is not there",
     {{"see paragraph 21", NULL, "see paragraph 71"}},
     "PL201 2.7, para 34"},
    {"a reference to a section that is not there",
     {{"section 2.4 above", NULL, "section 2.14 above"}},
     "PL202 2.6, para 16"},
    {"a reference to a table that is not there",
     {{"Table 2 below", NULL, "Table 7 below"}},
     "PL204 2.5, para 14 | PL214 2.5, after para 14"},
    {"a reference to a goal that is not there",
     {{"both Goal 1 and Goal 2", NULL, "both Goal 1 and Goal 5"}},
     "PL206 2.7, para 35"},
    {"a reference to a target that is not there",
     {{"Target 2.1 applies", NULL, "Target 2.9 applies"}},
     "PL207 2.5, para 15"},
    {"above for below",
     {{"Table 1 below", NULL, "Table 1 above"}},
     "PL209 2.1, para 7"},
    {"below for above",
     {{"section 2.4 above", NULL, "section 2.4 below"}},
     "PL209 2.6, para 16"},
    {"the figure was deleted",
     {{"Figure 1 below", NULL, "The figure below"},
      {"\nFigure 1 \xE2\x80\x93", "\n", "\n"}},
     "PL210 2.1, para 7"},
    {"a range goes backwards",
     {{"paragraphs 27 to 35", NULL, "paragraphs 35 to 27"}},
     "PL211 2.7, para 26"},
    {"a number lost the word that says of what",
     {{"whereas Target 2.1 applies", NULL,
       "whereas what is said in 2.1 above applies"}},
     "PL244 2.5, para 15"},
    {"a field lost what it pointed to",
     {{"Annex A describes its steps.", NULL,
       "For its steps see Error! Reference source not found."}},
     "PL216 2.9, para 42"},
    {"an instrument comes from another place",
     {{"with Resolution 4 (Kaldenholm", NULL, "with Resolution 4 (Kaldenhelm"}},
     "PL218 2.8, para 39"},

    /* footnotes */
    {"a note was deleted", {{" [2:", "]", ""}}, "PL301 2.6, para 24"},
    {"a mark was deleted",
     {{"[footnoteRef:2]", NULL, ""}},
     "PL302 2.6, para 24"},
    {"a note lost its text", {{"[1:", "]", "[1: ]"}}, "PL303 1, para 3"},

    /* goals, targets, priorities, components */
    {"a target has the number of another goal",
     {{"\t2.4: R", NULL, "\t1.4: R"}},
     "PL502 2.5, after para 14, table row 9 | "
     "PL541 2.5, after para 14, table row 9 | "
     "PL207 Annex B, after para 46, table row 8"},
    {"a target number was given twice",
     {{"\t2.3: S", NULL, "\t2.2: S"}},
     "PL506 2.5, after para 14, table row 8 | "
     "PL207 Annex B, after para 46, table row 7"},
    {"a goal got another name in one place",
     {{"Goal 2: Shared Waterways", NULL, "Goal 2: Shared Rivers"}},
     "PL510 2.5, after para 14, table row 5"},
    {"a goal got the name of another",
     {{"Goal 2: Shared Waterways", NULL, "Goal 2: Safe Navigation"}},
     "PL512 2.5, after para 14, table row 5"},
    {"a priority got another name in its sentence",
     {{"under cooperation in shared", NULL, "under cooperation in common"}},
     "PL511 2.6, para 25"},
    {"a priority got the name of another",
     {{"under cooperation in shared basins", NULL,
       "under river charts and data"}},
     "PL514 2.6, para 25"},
    {"the outcomes of a priority were deleted",
     {{"\n1) Mutual", "\n3) Safer equipment on passenger vessels.", ""}},
     "PL513 2.6, \"Crew training and vessel safety\""},
    {"a component got another name",
     {{"\tEnablers\n\tThe habits", NULL, "\tYearly calendar\n\tThe habits"}},
     "PL515 2.1, after para 7, table row 9 | PL516 2.8"},
    {"a claim was not changed with its list",
     {{"three main tracks", NULL, "four main tracks"}},
     "PL520 2.8, para 40"},
    {"a goal more is claimed than there are",
     {{"The two strategic goals", NULL, "The three strategic goals"}},
     "PL521 2.4, para 11"},
    {"a third thing after \"both\"",
     {{"they serve both", NULL, "they serve both pilots, crews and"}},
     "PL522 2.7, para 35"},
    {"two numbers of the same things",
     {{"They also support", NULL,
       "The three Basin Offices and the two Basin Offices support"}},
     "PL524 2.4, para 11"},
    {"a digit of an indicator was mistyped",
     {{"three indicators (6.5.2", NULL, "three indicators (6.5.4"}},
     "PL533 2.7, para 31"},
    {"an action line that is not there",
     {{"They also support", NULL,
       "They meet action line C14 of the World Summit (WSIS) and support"}},
     "PL529 2.4, para 11"},
    {"the period of the plan before",
     {{"halfway through the plan", NULL, "halfway through 2025-2028"}},
     "PL530 2.5, para 15"},
    {"the year of another plan",
     {{"Safe Navigation \xE2\x80\x93 by 2032", NULL,
       "Safe Navigation \xE2\x80\x93 by 2036"}},
     "PL531 2.5, after para 14, table row 1"},

    /* wording */
    {"two periods were glued together",
     {{"framework of WRNU for 2029-2032", NULL,
       "framework of WRNU for 2029-20325-2028"}},
     "PL602 2"},
    {"a comment was left",
     {{"2.8 \tEnablers", NULL,
       "2.8 \tEnablers\tComment by Author: To be checked."}},
     "PL601 2.8"},
    {"two alternatives stand side by side",
     {{"The Council will review", NULL, "The Council will should review"}},
     "PL604 2.5, para 15"},
    {"a placeholder was left",
     {{"within six years", NULL, "within TBD years"}},
     "PL606 2.7, para 27"},
    {"a word was doubled",
     {{"help its members to learn", NULL, "help its its members to learn"}},
     "PL701 2.4, para 12"},
    {"a bracket was not closed",
     {{"(see paragraph 21)", NULL, "(see paragraph 21"}},
     "PL704 2.7, para 34"},

    /* lists */
    {"an item of a list begins with a small letter",
     {{"\n3) Joint fin", NULL, "\n3) joint fin"}},
     "PL720 2.6, para 25, outcome 3)"},
    {"an item lost its full stop",
     {{"traffic notices.", NULL, "traffic notices"}},
     "PL721 2.6, para 25, outcome 2)"},
    {"an item ends with another mark",
     {{"traffic notices.", NULL, "traffic notices;"}},
     "PL722 2.6, para 25, outcome 2)"},
    {"the end of a list was cut",
     {{"General Secretariat. The two", "Sectors.", "General Secretariat;"}},
     "PL723 1, para 1, item e)"},
    {"an item was put in after \"and\"",
     {{"(CB); d)", NULL, "(CB); and d)"}},
     "PL724 1, para 1, item c)"},
    {"an item is no noun as the others are",
     {{"\n1) Mutual", "passenger vessels.",
       "\n1) Checking ships.\n2) Training crews.\n3) Equip vessels.\n"
       "4) Reporting accidents.\n5) Renewing certificates."}},
     "PL725 2.6, para 22, outcome 3)"},
    {"all items of a list but one were deleted",
     {{"languages of the Union.", NULL,
       "languages of the Union:\na) on paper."}},
     "PL136 2.7, para 29, item a)"},
    {"a list has levels within levels",
     {{"publication of its results.", NULL,
       "publication of its results:\na) of rivers:\ni) in charts:\n"
       "(A) on paper;\n(B) on screen;\nii) in tables;\nb) of lakes."}},
     "PL135 2.6, para 19, item (A)"},
};
enum { MUTATION_COUNT = sizeof(mutations) / sizeof(mutations[0]) };

/* By the rules of the profile "un" that "itu" turns off. */
static const struct mutation un_mutations[] = {
    {"nothing", {{0}}, ""},
    {"a list in small letters",
     {{"languages of the Union.", NULL,
       "languages of the Union:\n(a) on paper;\n(b) on screen."}},
     "PL727 2.7, para 29, item (a)"},
    {"bullets with semicolons",
     {{"languages of the Union.", NULL,
       "languages of the Union:\n\xE2\x80\xA2\tThe first;\n"
       "\xE2\x80\xA2\tThe second;\n\xE2\x80\xA2\tThe last."}},
     "PL726 2.7, para 29"},
};
enum { UN_MUTATION_COUNT = sizeof(un_mutations) / sizeof(un_mutations[0]) };

static const struct mutation title_mutations[] = {
    {"nothing", {{0}}, ""},
    {"the title of the plan before",
     {{"(WRNU) for 2029-2032", NULL, "(WRNU) for 2025-2028"}},
     "PL532 "},
};

static void a_title_is_held_against_the_configuration(void **state)
{
    (void)state;
    struct pl_settings settings = {.period_from = 2029, .period_to = 2032};
    assert_mutations_set("clean-plan.txt", "itu", &settings,
                         (struct mutation_list){title_mutations, 2});
}

static void a_slip_is_found_where_it_is_and_nowhere_else(void **state)
{
    (void)state;
    assert_mutations("clean-plan.txt", "itu", mutations, MUTATION_COUNT);
    assert_mutations("clean-plan.txt", "un", un_mutations, UN_MUTATION_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_is_found_where_it_is_and_nowhere_else),
        cmocka_unit_test(a_title_is_held_against_the_configuration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
