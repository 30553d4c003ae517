/* The map of a plan: who stands under whom, who mentions whom, and what is
 * missing. */
#include "cmocka_wrap.h"

#include "base/buf.h"
#include "plan_from_text.h"
#include "report/chart.h"

static const char *terminated(struct pl_buf *out)
{
    pl_buf_add_char(out, '\0');
    return out->data;
}

static void add_title(struct pl_buf *out, const struct pl_chart *chart,
                      uint32_t node)
{
    pl_buf_add_text(out, chart->nodes[node].is_missing ? "-" : "");
    pl_buf_add(out, pl_chart_node_title(out->arena, chart, node));
}

/* "goal 1 (target 1.1, -target 1.2); goal 2": "-" for what is missing. */
static void add_row(struct pl_buf *out, const struct pl_chart *chart,
                    uint32_t first, const char *separator)
{
    for (uint32_t at = first; at != PL_NONE; at = chart->nodes[at].next) {
        pl_buf_add_text(out, at == first ? "" : separator);
        add_title(out, chart, at);
        if (chart->nodes[at].first_child != PL_NONE) {
            pl_buf_add_text(out, " (");
            add_row(out, chart, chart->nodes[at].first_child, ", ");
            pl_buf_add_text(out, ")");
        }
    }
}

static const char *tree_of(struct pl_arena *arena, const struct pl_chart *chart)
{
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t kind = 0; kind < PL_CHART_SECTION; kind++) {
        if (chart->first_root[kind] != PL_NONE) {
            pl_buf_add_text(&out, out.len > 0 ? "; " : "");
            add_row(&out, chart, chart->first_root[kind], "; ");
        }
    }
    return terminated(&out);
}

/* "section 2.4 "Dues" > goal 1; ...": "~" for a name without a number. */
static const char *links_of(struct pl_arena *arena,
                            const struct pl_chart *chart)
{
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t i = 0; i < chart->links_count; i++) {
        const struct pl_chart_link *link = &chart->links[i];
        pl_buf_add_text(&out, i > 0 ? "; " : "");
        add_title(&out, chart, link->from);
        pl_buf_add_text(&out, link->kind == PL_CHART_NAMING ? " ~ " : " > ");
        add_title(&out, chart, link->to);
    }
    return terminated(&out);
}

static const char *gaps_of(struct pl_arena *arena, const struct pl_chart *chart)
{
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t i = 0; i < chart->gaps_count; i++) {
        pl_buf_add_text(&out, i > 0 ? "; " : "");
        pl_buf_add_text(&out, pl_chart_gap_name(chart->gaps[i].kind));
        pl_buf_add_text(&out, ": ");
        pl_buf_add(&out, chart->gaps[i].message);
    }
    return terminated(&out);
}

static const struct pl_chart *map_of(struct pl_arena *arena, const char *text)
{
    return pl_chart_build(arena, plan_from(arena, text, PL_FORMAT_WORD_TEXT));
}

#define GOALS                                                         \
    "2.1 \tGoals\n1 Two goals.\n"                                     \
    "2 Goal 1 – Safe Ports: Enable safe calls at every port.\n"     \
    "3 Goal 2 – Clean Seas: Foster clean seas along every coast.\n" \
    "2.2 \tTargets\n4 The targets.\n"

#define TARGETS_OF_1                                    \
    "\tTargets for Goal 1: Safe Ports – by 2030:\n\n" \
    "\t1.1: All ports lit\n\n\t1.2: All channels surveyed\n\n"

#define TARGETS_OF_2                                    \
    "\tTargets for Goal 2: Clean Seas – by 2030:\n\n" \
    "\t2.1: No oil at sea\n\n"

#define LIGHTS                                                         \
    "Light and sound\n5 Lights matter.\n"                              \
    "6 The Union's work under light and sound is expected to deliver " \
    "the following outcomes:\n1) Brighter lights.\n2) Louder horns.\n"

static void targets_stand_under_goals(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS TARGETS_OF_1 TARGETS_OF_2);
    assert_string_equal(tree_of(*state, chart),
                        "goal 1 (target 1.1, target 1.2); goal 2 (target 2.1)");
    assert_string_equal(gaps_of(*state, chart), "");
}

static void a_goal_without_targets_lacks_them(void **state)
{
    const struct pl_chart *chart = map_of(*state, GOALS TARGETS_OF_1);
    assert_string_equal(
        tree_of(*state, chart),
        "goal 1 (target 1.1, target 1.2); goal 2 (-target \"no targets\")");
    assert_string_equal(gaps_of(*state, chart),
                        "children: goal 2 has no targets");
}

static void where_no_goal_has_targets_none_are_missing(void **state)
{
    const struct pl_chart *chart = map_of(*state, GOALS);
    assert_string_equal(tree_of(*state, chart), "goal 1; goal 2");
    assert_string_equal(gaps_of(*state, chart), "");
}

static void a_number_left_out_is_a_node(void **state)
{
    const struct pl_chart *chart = map_of(
        *state, GOALS TARGETS_OF_1 "\t1.5: All pilots trained\n\n" TARGETS_OF_2
                                   "\t2.2: No nets at sea\n\n");
    assert_string_equal(tree_of(*state, chart),
                        "goal 1 (target 1.1, target 1.2, -target 1.3, "
                        "-target 1.4, target 1.5); goal 2 (target 2.1, "
                        "target 2.2)");
    assert_string_equal(gaps_of(*state, chart),
                        "number: target 1.3 is missing; "
                        "number: target 1.4 is missing");
}

static void numbers_before_the_first_are_missing_too(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS TARGETS_OF_1
               "\tTargets for Goal 2: Clean Seas – by 2030:\n\n"
               "\t2.2: No oil at sea\n\n\t2.3: No nets at sea\n\n");
    assert_string_equal(tree_of(*state, chart),
                        "goal 1 (target 1.1, target 1.2); goal 2 (-target "
                        "2.1, target 2.2, target 2.3)");
}

static void a_wide_gap_is_another_numbering(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS TARGETS_OF_1 "\t1.40: All pilots trained\n\n");
    assert_string_equal(gaps_of(*state, chart),
                        "children: goal 2 has no targets");
}

static void a_target_under_another_goal_is_doubtful(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS TARGETS_OF_1 TARGETS_OF_2
               "\t1.2: No nets at sea\n\n\t2.3: No noise\n\n");
    assert_string_equal(tree_of(*state, chart),
                        "goal 1 (target 1.1, target 1.2); goal 2 (target 2.1, "
                        "-target 2.2, target 1.2, target 2.3)");
    assert_string_equal(gaps_of(*state, chart),
                        "elsewhere: target 1.2 stands under goal 2; "
                        "number: target 2.2 is missing");
}

static void a_number_used_twice_is_doubtful(void **state)
{
    const struct pl_chart *chart =
        map_of(*state,
               GOALS TARGETS_OF_1 "\t1.2: All pilots trained\n\n" TARGETS_OF_2);
    assert_string_equal(gaps_of(*state, chart),
                        "twice: target 1.2 is used twice");
}

static void the_goal_of_a_target_may_be_missing(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS TARGETS_OF_1 TARGETS_OF_2
               "2.3 \tMore targets\n5 More of them.\n\t4.1: No noise\n\n");
    assert_string_equal(tree_of(*state, chart),
                        "goal 1 (target 1.1, target 1.2); goal 2 (target "
                        "2.1); -goal 4 (target 4.1)");
    assert_string_equal(
        gaps_of(*state, chart),
        "parent: goal 4 does not exist, and target 4.1 has its number");
}

static void a_section_mentions_what_its_text_names(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS TARGETS_OF_1 TARGETS_OF_2
               "2.3 \tDues\n5 Dues serve Goal 2 and targets 1.1 and 1.2.\n");
    assert_string_equal(links_of(*state, chart),
                        "section 2.2 \"Targets\" > goal 1; "
                        "section 2.2 \"Targets\" > goal 2; "
                        "section 2.3 \"Dues\" > goal 2; "
                        "section 2.3 \"Dues\" > target 1.1; "
                        "section 2.3 \"Dues\" > target 1.2");
}

static void a_mention_in_an_outcome_links_the_outcome(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS "2.3 \tThematic priorities\n5 One.\n" LIGHTS
                             "3) Progress on Goal 2.\n");
    assert_string_equal(tree_of(*state, chart),
                        "goal 1; goal 2; priority \"Light and sound\" "
                        "(outcome 1, outcome 2, outcome 3)");
    assert_string_equal(links_of(*state, chart), "outcome 3 > goal 2");
}

static void a_mention_in_the_text_of_a_priority_links_it(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS "2.3 \tThematic priorities\n5 One.\n"
                             "Light and sound\n5 Lights serve Goal 1.\n");
    assert_string_equal(links_of(*state, chart),
                        "priority \"Light and sound\" > goal 1");
}

static void a_name_links_without_its_number(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS "2.3 \tThematic priorities\n5 One.\n"
                             "Light and sound\n5 They lead to clean seas.\n");
    assert_string_equal(links_of(*state, chart),
                        "priority \"Light and sound\" ~ goal 2");
}

static void what_is_mentioned_and_does_not_exist_is_missing(void **state)
{
    const struct pl_chart *chart =
        map_of(*state, GOALS TARGETS_OF_1 TARGETS_OF_2
               "2.3 \tDues\n5 Dues serve Goal 1 and Goal 3, and Target 1.7 "
               "as well as Target 1.7.\n");
    assert_string_equal(tree_of(*state, chart),
                        "goal 1 (target 1.1, target 1.2, -target 1.7); goal "
                        "2 (target 2.1); -goal 3");
    assert_string_equal(
        gaps_of(*state, chart),
        "mentioned: goal 3 is mentioned and does not exist; "
        "mentioned: target 1.7 is mentioned and does not exist");
}

static void a_part_of_a_plan_may_mention_the_rest(void **state)
{
    const struct pl_chart *chart = pl_chart_build(
        *state,
        plan_from_markdown(*state, "# Shared actions\n\n"
                                   "## Action 7: Lay new buoys\n\nSoon.\n\n"
                                   "## Action 8: Paint the buoys\n\n"
                                   "This goes on from Action 2.\n"));
    assert_string_equal(tree_of(*state, chart), "action 7; action 8");
    assert_string_equal(gaps_of(*state, chart), "");
}

static void numbers_restart_in_another_list(void **state)
{
    const struct pl_chart *chart = pl_chart_build(
        *state,
        plan_from_markdown(*state, "# Actions\n\nThis year:\n\n"
                                   "1. **Action 1**: Lay new buoys\n"
                                   "2. **Action 2**: Paint the buoys\n\n"
                                   "Next year:\n\n"
                                   "1. **Action 1**: Lay more buoys\n"
                                   "2. **Action 2**: Light the buoys\n"));
    assert_int_equal(chart->count[PL_ENTITY_ACTION], 4);
    assert_string_equal(gaps_of(*state, chart), "");
}

static void what_is_mentioned_fills_its_gap(void **state)
{
    const struct pl_chart *chart = map_of(
        *state, GOALS TARGETS_OF_1 "\t1.5: All pilots trained\n\n" TARGETS_OF_2
                                   "2.3 \tDues\n5 They serve Target 1.3.\n");
    assert_string_equal(tree_of(*state, chart),
                        "goal 1 (target 1.1, target 1.2, -target 1.3, "
                        "-target 1.4, target 1.5); goal 2 (target 2.1)");
}

static void outcomes_are_counted_in_each_priority(void **state)
{
    const struct pl_chart *chart = map_of(
        *state,
        "2.3 \tThematic priorities\n4 Two.\n" LIGHTS
        "Ports and pilots\n7 Ports matter.\n8 The Union's work under ports "
        "and pilots is expected to deliver the following outcomes:\n"
        "1) More ports.\n3) More pilots.\n");
    assert_string_equal(tree_of(*state, chart),
                        "priority \"Light and sound\" (outcome 1, outcome 2); "
                        "priority \"Ports and pilots\" (outcome 1, -outcome "
                        "2, outcome 3)");
    assert_string_equal(
        gaps_of(*state, chart),
        "number: outcome 2 of priority \"Ports and pilots\" is missing");
}

static void parts_stand_under_the_part_whose_section_they_are_in(void **state)
{
    const struct pl_chart *chart = pl_chart_build(
        *state,
        plan_from_markdown(*state, "# Plan\n\n## Pillar 1: Harbours\n\n"
                                   "### Objective A: Safe ports\n\nSoon.\n\n"
                                   "### Objective B: Clean ports\n\nSoon.\n\n"
                                   "## Pillar 2: Seas\n\n"
                                   "### Objective C: Clean seas\n\nSoon.\n"));
    assert_string_equal(
        tree_of(*state, chart),
        "pillar 1 (objective A, objective B); pillar 2 (objective C)");
    assert_string_equal(gaps_of(*state, chart), "");
}

static void what_is_counted_otherwise_lacks_nothing(void **state)
{
    const struct pl_chart *chart = pl_chart_build(
        *state,
        plan_from_markdown(*state, "# Plan\n\n## Objective A: Safe ports\n\n"
                                   "Action 1: Light the ports.\n\n"
                                   "## Objective B: Clean ports\n\n"
                                   "Action 2: Sweep the ports.\n\n"
                                   "## Objectives of the schools\n\n"
                                   "Objective 1: Train the pilots.\n\n"
                                   "Objective 2: Train the keepers.\n"));
    assert_int_equal(chart->count[PL_ENTITY_OBJECTIVE], 4);
    assert_int_equal(chart->count[PL_ENTITY_ACTION], 2);
    assert_string_equal(gaps_of(*state, chart), "");
}

#define FRAMEWORK                                                    \
    "2.1 \tFramework\n1 See the table.\nTable 1 – Components\n"    \
    "\tComponent\n\tMeaning\n\n\tVision\n\tWhat is seen.\n\n"        \
    "\tMission\n\tWhat is done.\n\n\tEnablers\n\tWhat helps.\n\n"    \
    "\tResource plan\n\tWhat it costs.\n\n"                          \
    "2.2 \tVision\n2 Calm seas.\n2.3 \tMission\n3 We light ports.\n" \
    "2.4 \tEnablers\n4 Friends.\n2.5 \tStrategic risk management\n"  \
    "5 Storms.\n"

static void components_are_linked_to_their_sections(void **state)
{
    const struct pl_chart *chart = map_of(*state, "2 \tOutlook\n" FRAMEWORK);
    assert_int_equal(chart->count[PL_ENTITY_COMPONENT], 4);
    assert_int_equal(chart->links_count, 3);
    for (uint32_t i = 0; i < chart->links_count; i++) {
        const struct pl_chart_link *link = &chart->links[i];
        assert_int_equal(link->kind, PL_CHART_ABOUT);
        assert_true(pl_str_eq(chart->nodes[link->from].name,
                              chart->nodes[link->to].name));
    }
    assert_string_equal(
        gaps_of(*state, chart),
        "section: component \"Resource plan\" has no section; component: "
        "section 2.5 \"Strategic risk management\" has no component");
}

static void a_text_without_parts_has_an_empty_map(void **state)
{
    assert_true(pl_chart_is_empty(map_of(*state, "Good morning.\n")));
    assert_true(pl_chart_is_empty(map_of(*state, "")));
    assert_false(pl_chart_is_empty(map_of(*state, GOALS)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(targets_stand_under_goals),
        ARENA_TEST(a_goal_without_targets_lacks_them),
        ARENA_TEST(where_no_goal_has_targets_none_are_missing),
        ARENA_TEST(a_number_left_out_is_a_node),
        ARENA_TEST(numbers_before_the_first_are_missing_too),
        ARENA_TEST(a_wide_gap_is_another_numbering),
        ARENA_TEST(a_target_under_another_goal_is_doubtful),
        ARENA_TEST(a_number_used_twice_is_doubtful),
        ARENA_TEST(the_goal_of_a_target_may_be_missing),
        ARENA_TEST(a_section_mentions_what_its_text_names),
        ARENA_TEST(a_mention_in_an_outcome_links_the_outcome),
        ARENA_TEST(a_mention_in_the_text_of_a_priority_links_it),
        ARENA_TEST(a_name_links_without_its_number),
        ARENA_TEST(what_is_mentioned_and_does_not_exist_is_missing),
        ARENA_TEST(a_part_of_a_plan_may_mention_the_rest),
        ARENA_TEST(numbers_restart_in_another_list),
        ARENA_TEST(what_is_mentioned_fills_its_gap),
        ARENA_TEST(outcomes_are_counted_in_each_priority),
        ARENA_TEST(parts_stand_under_the_part_whose_section_they_are_in),
        ARENA_TEST(what_is_counted_otherwise_lacks_nothing),
        ARENA_TEST(components_are_linked_to_their_sections),
        ARENA_TEST(a_text_without_parts_has_an_empty_map),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
