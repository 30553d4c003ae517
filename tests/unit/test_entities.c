/* Entities: goals, targets, priorities, outcomes, offerings, enablers and
 * components, in every form that plans give them, and where they are named. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "plan/plan.h"
#include "plan/vocabulary.h"
#include "text/source.h"

static uint32_t count(const struct pl_plan *plan, enum pl_entity_kind kind)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        n += plan->entities[i].kind == kind;
    }
    return n;
}

static const struct pl_entity *nth(const struct pl_plan *plan,
                                   enum pl_entity_kind kind, uint32_t n)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        if (plan->entities[i].kind == kind && n-- == 0) {
            return &plan->entities[i];
        }
    }
    fail_msg("there is no such %s", pl_entity_name(kind));
    return NULL;
}

/* A line, and the goal (or other entity) that it introduces; name NULL: none.
 */
struct line {
    const char *text;
    enum pl_entity_kind kind;
    const char *number;
    const char *name;
};

static void assert_line(struct pl_arena *arena, const struct line *line)
{
    const struct pl_plan *plan = plan_from_text(
        arena, pl_arena_printf(arena,
                               "# Plan of the port\n\n## 2 Aims\n\n"
                               "Some words come first.\n\n%s\n\n"
                               "Some words come last.\n",
                               line->text));
    uint32_t expected = line->name ? 1 : 0;
    if (plan->entities_count != expected) {
        fail_msg("%u entities in \"%s\"", plan->entities_count, line->text);
    }
    if (line->name) {
        const struct pl_entity *entity = nth(plan, line->kind, 0);
        assert_range_text(plan, entity->number, line->number);
        assert_range_text(plan, entity->name, line->name);
    }
}

#define ASSERT_LINES(arena, table)                                    \
    for (size_t i = 0; i < sizeof(table) / sizeof((table)[0]); i++) { \
        assert_line((arena), &(table)[i]);                            \
    }

static void goals_and_targets_are_found_in_every_form(void **state)
{
    static const struct line table[] = {
        {"11 Goal 1 \u2013 Safe Entry: keep the channel clear.", PL_ENTITY_GOAL,
         "1", "Safe Entry"},
        {"Goal 1: Safe Entry", PL_ENTITY_GOAL, "1", "Safe Entry"},
        {"Goal 2 - Fair berths. Each boat waits its turn.", PL_ENTITY_GOAL, "2",
         "Fair berths"},
        {"Strategic Goal 2. Fair berths", PL_ENTITY_GOAL, "2", "Fair berths"},
        {"GOAL 3: CALM WATER", PL_ENTITY_GOAL, "3", "CALM WATER"},
        {"- Goal 1: Safe Entry", PL_ENTITY_GOAL, "1", "Safe Entry"},
        {"**Goal 1: Safe Entry.** All boats come in.", PL_ENTITY_GOAL, "1",
         "Safe Entry"},
        {"**Goal 1:** Safe Entry", PL_ENTITY_GOAL, "1", "Safe Entry"},
        {"### Goal 1: Safe Entry", PL_ENTITY_GOAL, "1", "Safe Entry"},
        {"### Goal 1 Safe Entry", PL_ENTITY_GOAL, "1", "Safe Entry"},
        {"### Goal 4", PL_ENTITY_GOAL, "4", ""},
        {"### Goal IV \u2013 Calm water", PL_ENTITY_GOAL, "IV", "Calm water"},
        {"### Goal A: Calm water", PL_ENTITY_GOAL, "A", "Calm water"},
        {"### 2.1 Goal 1: Safe Entry", PL_ENTITY_GOAL, "1", "Safe Entry"},
        {"Target 1.1: Dredge every spring: twice.", PL_ENTITY_TARGET, "1.1",
         "Dredge every spring: twice."},
        {"### Target 1.2 \u2013 Mark each rock", PL_ENTITY_TARGET, "1.2",
         "Mark each rock"},
        {"### Priority 1: Young pilots", PL_ENTITY_PRIORITY, "1",
         "Young pilots"},
        {"### Thematic priority 2 \u2013 Old boats", PL_ENTITY_PRIORITY, "2",
         "Old boats"},
    };
    ASSERT_LINES(*state, table)
}

/* Two lines of one vocabulary, and what the second introduces. */
struct pair {
    const char *text;
    enum pl_entity_kind kind;
    const char *number;
    const char *name;
};

static const struct pair pairs[] = {
    {"**Objective 1:** Light all quays\n\n**Objective 2:** Light all gates",
     PL_ENTITY_OBJECTIVE, "2", "Light all gates"},
    {"### Strategic Objective A: Teach\n\nOne.\n\n"
     "### Strategic Objective B: Learn\n\nTwo.",
     PL_ENTITY_OBJECTIVE, "B", "Learn"},
    {"- SO1: Light all quays\n- SO2: Light all gates", PL_ENTITY_OBJECTIVE, "2",
     "Light all gates"},
    {"KPI 3.1: Share of quays\n\nKPI 3.2: Share of gates", PL_ENTITY_INDICATOR,
     "3.2", "Share of gates"},
    {"### Action 01: Count boats\n\nOne.\n\n### Action 02: Weigh boats\n\n"
     "Two.",
     PL_ENTITY_ACTION, "02", "Weigh boats"},
    {"Action 1. Count boats\n\nAction 2. Weigh boats", PL_ENTITY_ACTION, "2",
     "Weigh boats"},
    {"| Action | Lead |\n|---|---|\n| Action 01 | Pilots |\n"
     "| Action 02 | Divers |",
     PL_ENTITY_ACTION, "02", "Divers"},
    {"| Action | Lead |\n|---|---|\n| 1.1 Count boats | Pilots |\n"
     "| 1.2 Weigh boats | Divers |",
     PL_ENTITY_ACTION, "1.2", "Weigh boats"},
    {"| No. | Key result | Lead |\n|---|---|---|\n| 1 | Boats counted | A "
     "|\n"
     "| 2 | Boats weighed | B |",
     PL_ENTITY_RESULT, "2", "Boats weighed"},
    {"### Actions\n\n- A1: Count boats\n- A2: Weigh boats", PL_ENTITY_ACTION,
     "2", "Weigh boats"},
    {"| Milestone | Date |\n|---|---|\n| M1 | 2028 |\n| M2 | 2029 |",
     PL_ENTITY_MILESTONE, "2", "2029"},
    {"- Milestone 2.1 Pumps work\n- Milestone 2.2 Lamps work",
     PL_ENTITY_MILESTONE, "2.2", "Lamps work"},
    {"## Pillar I: Boats\n\nOne.\n\n## Pillar II: Quays\n\nTwo.",
     PL_ENTITY_PILLAR, "II", "Quays"},
    {"### Recommendation 1\n\nOne.\n\n### Recommendation 2\n\nTwo.",
     PL_ENTITY_RECOMMENDATION, "2", ""},
    {"Objectif strat\u00e9gique 1 : Les quais\n\nObjectif strat\u00e9gique "
     "2 : Les portes",
     PL_ENTITY_OBJECTIVE, "2", "Les portes"},
    {"PRIORIT\u00c9 n\u00b0 1\n\n### Priorit\u00e9 n\u00b0 2 \u2013 Les "
     "portes\n\nDeux.",
     PL_ENTITY_PRIORITY, "2", "Les portes"},
    {"Acci\u00f3n 1: Contar\n\nAcci\u00f3n 2: Pesar", PL_ENTITY_ACTION, "2",
     "Pesar"},
    {"### Strategic objectives\n\n1. Light all quays\n2. Light all gates",
     PL_ENTITY_OBJECTIVE, "2.", "Light all gates"},
    {"### Key performance indicators for 2030\n\n1.1: Share of quays\n\n"
     "1.2: Share of gates",
     PL_ENTITY_INDICATOR, "1.2", "Share of gates"},
    {"Indicators for Goal 4:\n\n4.1: Share of quays\n\n4.2: Share of gates",
     PL_ENTITY_INDICATOR, "4.2", "Share of gates"},
};

static void entities_of_any_vocabulary_are_found(void **state)
{
    for (size_t i = 0; i < PL_COUNT(pairs); i++) {
        const struct pl_plan *plan = plan_from_text(
            *state, pl_arena_printf(*state,
                                    "# Plan\n\n## 2 Aims\n\nWords.\n\n"
                                    "%s\n\n## 3 End\n\nWords.\n",
                                    pairs[i].text));
        uint32_t last = count(plan, pairs[i].kind);
        if (last == 0) {
            fail_msg("nothing in \"%s\"", pairs[i].text);
        }
        const struct pl_entity *entity = nth(plan, pairs[i].kind, last - 1);
        assert_range_text(plan, entity->number, pairs[i].number);
        assert_range_text(plan, entity->name, pairs[i].name);
    }
}

static void a_user_names_entities_in_own_words(void **state)
{
    static const struct pl_vocabulary_word words[] = {
        {PL_ENTITY_OBJECTIVE, PL_STR("handlungsfeld"), {0}},
        {PL_ENTITY_ACTION, PL_STR("ma\u00dfnahme"), PL_STR("ma\u00dfnahmen")},
        {PL_ENTITY_ACTION, PL_STR("M"), {0}},
        {PL_ENTITY_TARGET, PL_STR("goal"), PL_STR("goals")},
    };
    static const struct pl_vocabulary vocabulary = {words, PL_COUNT(words)};
    struct pl_source *source;
    struct pl_error error;
    assert_true(
        pl_source_read(*state, "plan",
                       pl_str_from("# Plan\n\n## Handlungsfeld 1: "
                                   "W\u00e4rme\n\n### MA\u1e9eNAHME 1.1: "
                                   "D\u00e4mmen\n\n### Ma\u00dfnahme 1.2: "
                                   "Tauschen\n\nSiehe Ma\u00dfnahme "
                                   "1.1 und die Ma\u00dfnahmen 1.1, "
                                   "1.2.\n\n- M1: Messen\n- M2: Z\u00e4hlen\n"
                                   "\n## Goal 1: Ziel\n"),
                       NULL, &source, &error));
    const struct pl_plan *plan = pl_plan_read_with(*state, source, &vocabulary);
    assert_int_equal(count(plan, PL_ENTITY_OBJECTIVE), 1);
    assert_int_equal(count(plan, PL_ENTITY_ACTION), 4);
    assert_int_equal(count(plan, PL_ENTITY_TARGET), 1);
    assert_int_equal(count(plan, PL_ENTITY_GOAL), 0);
    assert_int_equal(plan->mentions_count, 3);
    assert_range_text(plan, nth(plan, PL_ENTITY_ACTION, 3)->name,
                      "Z\u00e4hlen");
}

static void entities_stand_under_their_heading_or_their_number(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "# Plan\n\n## Goal 1: Quays\n\n### Objective 1.1: Light\n\n"
                "- **Action 1:** Buy lamps\n- **Action 2:** Buy oil\n\n"
                "## Measuring\n\n| Indicator | Baseline |\n|---|---|\n"
                "| KPI 1.1.1 | 5 |\n| KPI 1.1.2 | 6 |\n\n"
                "We act under Objective 1.1 and Objective 1.4.\n");
    const struct pl_entity *goal = nth(plan, PL_ENTITY_GOAL, 0);
    const struct pl_entity *objective = nth(plan, PL_ENTITY_OBJECTIVE, 0);
    assert_ptr_equal(&plan->entities[objective->parent], goal);
    assert_ptr_equal(&plan->entities[nth(plan, PL_ENTITY_ACTION, 1)->parent],
                     objective);
    assert_ptr_equal(&plan->entities[nth(plan, PL_ENTITY_INDICATOR, 1)->parent],
                     objective);
    assert_int_equal(count(plan, PL_ENTITY_OBJECTIVE), 1);
    assert_int_equal(plan->mentions_count, 2);
    assert_int_equal(plan->mentions[0].entity, objective - plan->entities);
    assert_int_equal(plan->mentions[1].entity, PL_NONE);
}

static void goals_of_others_are_not_mentioned(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state,
        "# Plan\n\n## Goal 1: Quays\n\nThis serves SDG 4, Sustainable "
        "Development Goal 4, SDG Goal 5, Goal 7 of the 2030 Agenda and Goal 8 "
        "of the Agenda for Rivers, and Aichi Goal 6.\n");
    assert_int_equal(plan->mentions_count, 0);
}

static void what_only_looks_like_a_goal_is_none(void **state)
{
    static const struct line table[] = {
        {"### Goal setting", PL_ENTITY_GOAL, NULL, NULL},
        {"Goal setting: each team writes its own.", PL_ENTITY_GOAL, NULL, NULL},
        {"Goal 1 of the plan is reached by 2030.", PL_ENTITY_GOAL, NULL, NULL},
        {"Goal 4 is reached.", PL_ENTITY_GOAL, NULL, NULL},
        {"1. [Goal 1 - e.g., what you want]", PL_ENTITY_GOAL, NULL, NULL},
        {"Goals 1: none", PL_ENTITY_GOAL, NULL, NULL},
        {"```\nGoal 1: Safe Entry\n```", PL_ENTITY_GOAL, NULL, NULL},
        {"Priority 1: fix it at once.", PL_ENTITY_PRIORITY, NULL, NULL},
        {"Target 1.1 is measured every year.", PL_ENTITY_TARGET, NULL, NULL},
        {"\t1.1: a cell about something else\n", PL_ENTITY_TARGET, NULL, NULL},
        {"1.1: a line about something else", PL_ENTITY_TARGET, NULL, NULL},
        {"### Components\n\n| Component | Use |\n|---|---|\n| Pump | Water |\n"
         "| Valve | Air |",
         PL_ENTITY_COMPONENT, NULL, NULL},
        {"### Aims for all\n\n#### Young pilots", PL_ENTITY_PRIORITY, NULL,
         NULL},
    };
    ASSERT_LINES(*state, table)
}

static const char *const framework =
    "2 \tFramework for 2028-2031\n"
    "2.1 \tOverall framework\n"
    "1 The table shows the parts of the plan.\n"
    "\tComponents of the plan\n\tMeaning\n\n"
    "\tVision\n\tWhat the port wants to see.\n\n"
    "\tStrategic goals\n\tWhat the port wants to reach.\n\n"
    "\tEnablers\n\tHow the port works.\n\n\n"
    "2.2 \tStrategic goals\n"
    "2 The goals follow.\n"
    "3 Goal 1 \u2013 Safe Entry: keep the channel clear in all weathers.\n"
    "4 Goal 2 \u2013 Fair Berths: give each boat its place in turn.\n"
    "2.3 \tTargets for the port's year\n"
    "5 The targets serve Goal 1 (Safe Entry for all) and others.\n"
    "\tTargets for Goal 1: Safe Entry \u2013 by 2030:\n\n"
    "\t1.1: Dredge the channel\n\n"
    "\t1.2: Mark each rock\n\n"
    "\tTargets for Goal 2: Just Berths \u2013 by 2030:\n\n"
    "\t2.1: Number all berths\n\n"
    "\t1.3: Light all berths\n\n\n"
    "2.4 \tThematic pPriorities\n"
    "6 The priorities follow.\n"
    "Young pilots\n"
    "7 Pilots need years to learn.\n"
    "8 The port's work under young pilots is expected to deliver the "
    "following outcomes:\n"
    "1) More pilots who stay.\n"
    "2) Better charts[footnoteRef:1]. [1: Of the bay.] \n\n"
    "3) Fewer accidents.\n"
    "Old boats\tComment by Author: To be checked.\n"
    "9 Under this priority, boats are kept. Under quay repairs, the port "
    "will deliver the following outcomes:\n"
    "1) Boats that float.\n"
    "2.5 \tProduct and service offerings\n"
    "10 The port offers this.\n"
    "Pilotage\n"
    "11 Pilots are there at all hours.\n"
    "Towage\n"
    "12 Tugs are there by day.\n"
    "2.6 \tEnablers\n"
    "13 The port works in these ways.\n"
    "Open books\n"
    "14 All accounts are published every year.\n";

static void a_framework_has_all_its_entities(void **state)
{
    const struct pl_plan *plan = plan_from_text(*state, framework);
    assert_int_equal(count(plan, PL_ENTITY_GOAL), 2);
    assert_int_equal(count(plan, PL_ENTITY_TARGET), 4);
    assert_int_equal(count(plan, PL_ENTITY_PRIORITY), 2);
    assert_int_equal(count(plan, PL_ENTITY_OUTCOME), 4);
    assert_int_equal(count(plan, PL_ENTITY_OFFERING), 2);
    assert_int_equal(count(plan, PL_ENTITY_ENABLER), 1);
    assert_int_equal(count(plan, PL_ENTITY_COMPONENT), 3);
    assert_range_text(plan, nth(plan, PL_ENTITY_COMPONENT, 1)->name,
                      "Strategic goals");
    assert_range_text(plan, nth(plan, PL_ENTITY_OFFERING, 1)->name, "Towage");
    assert_range_text(plan, nth(plan, PL_ENTITY_ENABLER, 0)->name,
                      "Open books");
    for (uint32_t i = 1; i < plan->entities_count; i++) {
        assert_true(plan->entities[i - 1].range.start <=
                    plan->entities[i].range.start);
    }
}

static void targets_stand_under_the_goal_of_their_group(void **state)
{
    const struct pl_plan *plan = plan_from_text(*state, framework);
    const struct pl_entity *goals[] = {nth(plan, PL_ENTITY_GOAL, 0),
                                       nth(plan, PL_ENTITY_GOAL, 1)};
    const uint32_t expected[] = {0, 0, 1, 1};
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t parent = nth(plan, PL_ENTITY_TARGET, i)->parent;
        assert_int_not_equal(parent, PL_NONE);
        assert_ptr_equal(&plan->entities[parent], goals[expected[i]]);
    }
    assert_range_text(plan, nth(plan, PL_ENTITY_TARGET, 3)->number, "1.3");
}

static void outcomes_belong_to_the_priority_of_their_section(void **state)
{
    const struct pl_plan *plan = plan_from_text(*state, framework);
    const struct pl_entity *last = nth(plan, PL_ENTITY_OUTCOME, 3);
    const struct pl_entity *second = nth(plan, PL_ENTITY_OUTCOME, 1);
    assert_range_text(plan, plan->entities[second->parent].name,
                      "Young pilots");
    assert_range_text(plan, second->name, "Better charts");
    assert_range_text(plan, second->number, "2)");
    assert_range_text(plan, plan->entities[last->parent].name, "Old boats");
}

static void mentions_keep_the_name_as_it_is_written(void **state)
{
    static const struct {
        enum pl_entity_kind kind;
        const char *name;
        const char *meant;
    } expected[] = {
        {PL_ENTITY_GOAL, "Safe Entry for all", "Safe Entry"},
        {PL_ENTITY_GOAL, "Safe Entry", "Safe Entry"},
        {PL_ENTITY_GOAL, "Just Berths", "Fair Berths"},
        {PL_ENTITY_PRIORITY, "young pilots", "Young pilots"},
        {PL_ENTITY_PRIORITY, "quay repairs", "Old boats"},
    };
    const struct pl_plan *plan = plan_from_text(*state, framework);
    assert_int_equal(plan->mentions_count, 5);
    for (uint32_t i = 0; i < 5; i++) {
        const struct pl_mention *mention = &plan->mentions[i];
        assert_int_equal(mention->kind, expected[i].kind);
        assert_range_text(plan, mention->name, expected[i].name);
        assert_int_not_equal(mention->entity, PL_NONE);
        assert_range_text(plan, plan->entities[mention->entity].name,
                          expected[i].meant);
    }
}

static void headings_of_markdown_nest_targets_in_goals(void **state)
{
    const struct pl_plan *plan =
        plan_from_text(*state, "# Plan\n\n## Goal 1: Safe Entry\n\nText.\n\n"
                               "### Target 1.1: Dredge\n\nText.\n\n"
                               "## Goal 2: Fair Berths\n\nText.\n\n"
                               "### Target 1.2: Number\n\nText.\n");
    const struct pl_entity *second = nth(plan, PL_ENTITY_TARGET, 1);
    assert_int_equal(count(plan, PL_ENTITY_TARGET), 2);
    assert_range_text(plan, plan->entities[second->parent].name, "Fair Berths");
    assert_int_not_equal(second->section, PL_NONE);
}

static void a_target_far_from_its_goal_goes_by_its_number(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "# Plan\n\n## Targets\n\nTarget 2.1: Number berths\n\n"
                "Target 3.1: Nothing\n\n## Goals\n\n"
                "### Goal 2: Fair Berths\n\nText.\n");
    const struct pl_entity *first = nth(plan, PL_ENTITY_TARGET, 0);
    assert_range_text(plan, plan->entities[first->parent].name, "Fair Berths");
    assert_int_equal(nth(plan, PL_ENTITY_TARGET, 1)->parent, PL_NONE);
}

static void the_heading_introduces_and_other_lines_mention(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "# Plan\n\n## Summary\n\n- Goal 1: Safe Entry\n\n"
                "## Goal 1: Safe Entry\n\nText.\n\n## Money\n\n"
                "| Goal | Cost |\n|---|---|\n| Goal 1: Sure Entry | 3 |\n");
    assert_int_equal(count(plan, PL_ENTITY_GOAL), 1);
    assert_int_not_equal(nth(plan, PL_ENTITY_GOAL, 0)->section, PL_NONE);
    assert_int_equal(plan->mentions_count, 2);
    assert_range_text(plan, plan->mentions[1].name, "Sure Entry");
    assert_int_equal(plan->mentions[1].entity, 0);
}

static void a_number_given_twice_in_one_place_is_two_goals(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "# Plan\n\n## Goals\n\n1 Goal 1 \u2013 Safe Entry: so.\n"
                "\n2 Goal 1 \u2013 Fair Berths: thus.\n");
    assert_int_equal(count(plan, PL_ENTITY_GOAL), 2);
    assert_int_equal(plan->mentions_count, 0);
}

static void running_text_mentions_numbers_and_names(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state,
        "# Plan\n\n## Goal 1: Safe Entry\n\nGoal 1 (see page 3) and Goal 1: "
        "five boats, Goal 9 (Safe Entry), but under Goal 1: Safe Harbour the "
        "port dredges.\n");
    assert_int_equal(plan->mentions_count, 4);
    assert_range_text(plan, plan->mentions[0].range, "Goal 1");
    assert_true(pl_range_is_empty(plan->mentions[0].name));
    assert_true(pl_range_is_empty(plan->mentions[1].name));
    assert_range_text(plan, plan->mentions[2].range, "Goal 9");
    assert_int_equal(plan->mentions[2].entity, PL_NONE);
    assert_range_text(plan, plan->mentions[3].name, "Safe Harbour");
    assert_range_text(plan, plan->mentions[3].range, "Goal 1: Safe Harbour");
    assert_int_equal(plan->mentions[3].from, 0);
}

static void
numbered_sub_headings_are_priorities_but_introductions_not(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "# Plan\n\n## 4 Strategic priorities\n\n### 4.1 Overview\n\n"
                "Text.\n\n### 4.2 Young pilots\n\nText.\n\n"
                "#### 4.2.1 Pay\n\nText.\n\n## 5 Other\n\n### 5.1 Old\n\nA.\n");
    assert_int_equal(plan->entities_count, 1);
    assert_range_text(plan, nth(plan, PL_ENTITY_PRIORITY, 0)->name,
                      "Young pilots");
}

static void kinds_have_names(void **state)
{
    (void)state;
    assert_string_equal(pl_entity_name(PL_ENTITY_PRIORITY), "priority");
    assert_string_equal(pl_entity_plural(PL_ENTITY_PRIORITY), "priorities");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(goals_and_targets_are_found_in_every_form),
        ARENA_TEST(entities_of_any_vocabulary_are_found),
        ARENA_TEST(entities_stand_under_their_heading_or_their_number),
        ARENA_TEST(a_user_names_entities_in_own_words),
        ARENA_TEST(goals_of_others_are_not_mentioned),
        ARENA_TEST(what_only_looks_like_a_goal_is_none),
        ARENA_TEST(a_framework_has_all_its_entities),
        ARENA_TEST(targets_stand_under_the_goal_of_their_group),
        ARENA_TEST(outcomes_belong_to_the_priority_of_their_section),
        ARENA_TEST(mentions_keep_the_name_as_it_is_written),
        ARENA_TEST(headings_of_markdown_nest_targets_in_goals),
        ARENA_TEST(a_target_far_from_its_goal_goes_by_its_number),
        ARENA_TEST(the_heading_introduces_and_other_lines_mention),
        ARENA_TEST(a_number_given_twice_in_one_place_is_two_goals),
        ARENA_TEST(running_text_mentions_numbers_and_names),
        ARENA_TEST(numbered_sub_headings_are_priorities_but_introductions_not),
        ARENA_TEST(kinds_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
