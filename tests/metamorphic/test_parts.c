/* Clean plans of a city, an agency and a university, and what one slip in how
 * their parts hang together is found to be. */
#include "cmocka_wrap.h"
#include "mutation.h"

static const struct mutation city[] = {
    {"nothing", {{0}}, ""},
    {"an objective lost its actions",
     {{"**Action 3.1.1:** Build six cycle", "Light all crossings\n", ""}},
     "PL503 \"Objective 3.1: Make cycling safe\""},
    {"an action has the number of another objective",
     {{"**Action 3.2.1:** Buy", NULL, "**Action 3.1.3:** Buy"}},
     "PL517 \"Objective 3.2: Run buses without fumes\""},
    {"an action was given twice",
     {{"**Action 4.2.2:**", NULL, "**Action 4.2.1:**"}},
     "PL518 \"Objective 4.2: Repair before buying\""},
    {"an indicator was given twice",
     {{"| Indicator 2.2 |", NULL, "| Indicator 2.1 |"}},
     "PL518 \"Measuring progress\", table row 5"},
    {"a digit too many",
     {{"Indicator 3.1 |", NULL, "Indicator 3.11 |"}},
     "PL538 \"Measuring progress\", table row 6"},
    {"an indicator of a goal that is not there",
     {{"Indicator 4.2 |", NULL, "Indicator 6.2 |"}},
     "PL537 \"Measuring progress\", table row 9"},
    {"a goal was skipped",
     {{"- Goal 4: Less", NULL, "- Goal 5: Less"},
      {"Goals 3 and 4 are", NULL, "Goals 3 and 5 are"},
      {"## Goal 4: Less", NULL, "## Goal 5: Less"}},
     "PL503 \"Goal 5: Less waste\" | PL505 \"Goal 5: Less waste\" | PL537 "
     "\"Measuring progress\", table row 8 | PL537 \"Measuring progress\", "
     "table row 9"},
    {"an objective was given twice",
     {{"### Objective 4.2:", NULL, "### Objective 4.1:"}},
     "PL518 \"Objective 4.1: Repair before buying\""},
    {"a milestone was deleted",
     {{"- Milestone 2: ", "2029)\n", ""}},
     "PL519 \"Milestones\""},
    {"a mention of an action that is not there",
     {{"and Action 2.1.1\n", NULL, "and Action 2.1.9\n"}},
     "PL534 \"Measuring progress\""},
    {"an action was copied",
     {{"Teach repair in all schools", NULL,
       "Open a workshop in every district"}},
     "PL539 \"Objective 4.2: Repair before buying\""},
    {"a milestone after the end of the plan",
     {{"(March 2030)", NULL, "(March 2033)"}},
     "PL540 \"Milestones\""},
    {"an empty lead",
     {{"| 20 | Roads office |", NULL, "| 20 | |"}},
     "PL544 \"Measuring progress\", table row 6"},
    {"an empty target",
     {{"| 61 | 20 |", NULL, "| 61 | |"}},
     "PL546 \"Measuring progress\", table row 6"},
    {"a goal was left out of the overview",
     {{"- Goal 3: Clean journeys\n", NULL, ""}},
     "PL543 \"Overview\""},
    {"a goal too many in the overview",
     {{"- Goal 4: Less waste\n", NULL,
       "- Goal 4: Less waste\n- Goal 5: Clean water\n"}},
     "PL520 \"Overview\" | PL542 \"Overview\""},
    {"a goal was given twice",
     {{"## Goal 4: Less", NULL, "## Goal 3: Less"}},
     "PL504 \"Goal 3: Less waste\""},
    {"a goal got another number",
     {{"## Goal 4: Less", NULL, "## Goal 5: Less"}},
     "PL539 \"Goal 5: Less waste\""},
};

static const struct mutation agency[] = {
    {"nothing", {{0}}, ""},
    {"an outcome lost its letter",
     {{"Outcome D: W", NULL, "Outcome C: W"}},
     "PL518 2, after para 5"},
    {"an outcome was deleted",
     {{"Outcome C: ", "it is.\n", ""}},
     "PL519 2, after para 5"},
    {"two outcomes changed places",
     {{"Outcome C: C", NULL, "Outcome D: C"},
      {"Outcome D: W", NULL, "Outcome C: W"}},
     "PL538 2, after para 5"},
    {"a row was deleted",
     {{"\tOutput 3\n", "\t2028\n\n", ""}},
     "PL534 3, para 7 | PL519 3, after para 7, table row 4"},
    {"an output was given twice",
     {{"\tOutput 4\n", NULL, "\tOutput 3\n"}},
     "PL534 3, para 7 | PL518 3, after para 7, table row 5"},
    {"a mention of an output that is not there",
     {{"depends on Output 3.", NULL, "depends on Output 7."}},
     "PL534 3, para 7"},
    {"a pillar that is not there",
     {{"Pillar II and Pillar III are", NULL, "Pillar II and Pillar IV are"}},
     "PL534 4, para 11"},
    {"a pillar got another name in the list",
     {{"b) Pillar II: Knowing the sea", NULL,
       "b) Pillar II: Charting the sea"}},
     "PL535 2, para 3, item b)"},
    {"a pillar got the name of another",
     {{"b) Pillar II: Knowing the sea", NULL,
       "b) Pillar II: Marking the coast"}},
     "PL536 2, para 3, item b)"},
    {"a date was left out",
     {{"\tTraining\n\t2030\n", NULL, "\tTraining\n\t-\n"}},
     "PL545 3, after para 7, table row 6"},
    {"a phase after the plan",
     {{"Handover (2030)", NULL, "Handover (2032)"}},
     "PL540 4, \"Phase 3: Handover (2032)\""},
    {"an output was copied",
     {{"Spare buoys in every harbour", NULL, "New lamps in all lighthouses"}},
     "PL539 3, after para 7, table row 3"},
};

static const struct mutation union_plan[] = {
    {"the targets of a goal were deleted",
     {{"\t2.1: Joint",
       "habitats taken into account in all new works on waterways\n", ""}},
     "PL501 2.4, para 13"},
    {"a target was deleted",
     {{"\t2.2: Water", "basin\n", ""}},
     "PL507 2.5, after para 14, table row 7 | PL207 Annex B, after para 46, "
     "table row 6"},
    {"two targets changed places",
     {{"\t2.1: J", NULL, "\t2.2: J"}, {"\t2.2: W", NULL, "\t2.1: W"}},
     "PL508 2.5, after para 14, table row 6"},
};

static const struct mutation library[] = {
    {"a target of a goal that is not there",
     {{"#### Target 2.2: Offer", "Target 2.1.\n", ""},
      {"## 4. Thematic priorities\n", NULL,
       "## 4. Thematic priorities\n\n#### Target 3.1: Offer courses in every "
       "town\n\nThe courses are open to all.\n"}},
     "PL131 4, \"Target 3.1: Offer courses in every town\" | PL541 4, \"Target "
     "3.1: Offer courses in every town\" | PL509 4, \"Target 3.1: Offer "
     "courses in every town\" | PL543 Annex A, table row 5"},
};

static const struct mutation university[] = {
    {"nothing", {{0}}, ""},
    {"an indicator of another pillar",
     {{"KPI 2.1:", NULL, "KPI 4.1:"}},
     "PL517 \"Strategic Objective C: Concentrate on…\""},
    {"an action number was skipped",
     {{"Action 07:", NULL, "Action 08:"}},
     "PL519 \"Strategic Objective C: Concentrate on…\""},
    {"a letter was given twice",
     {{"Strategic Objective E:", NULL, "Strategic Objective D:"}},
     "PL518 \"Strategic Objective D: Care for people\""},
    {"an objective without indicator",
     {{"KPI 3.2: Energy", "metre.\n", ""}},
     "PL503 \"Strategic Objective F: Live within our…\""},
};

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

static void a_slip_in_the_parts_of_a_city_plan_is_found(void **state)
{
    (void)state;
    assert_mutations("clean-city.md", "itu", city, COUNT(city));
}

static void a_slip_in_the_parts_of_an_agency_plan_is_found(void **state)
{
    (void)state;
    assert_mutations("clean-agency.txt", "itu", agency, COUNT(agency));
}

static void a_slip_in_the_parts_of_a_university_plan_is_found(void **state)
{
    (void)state;
    assert_mutations("clean-university.txt", "itu", university,
                     COUNT(university));
}

static void a_slip_in_goals_and_targets_is_found(void **state)
{
    (void)state;
    assert_mutations("clean-plan.txt", "itu", union_plan, COUNT(union_plan));
    assert_mutations("clean-plan.md", "itu", library, COUNT(library));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_in_the_parts_of_a_city_plan_is_found),
        cmocka_unit_test(a_slip_in_the_parts_of_an_agency_plan_is_found),
        cmocka_unit_test(a_slip_in_the_parts_of_a_university_plan_is_found),
        cmocka_unit_test(a_slip_in_goals_and_targets_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
