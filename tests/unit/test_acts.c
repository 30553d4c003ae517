#include "cmocka_wrap.h"

#include "base/arena.h"
#include "plan/plan.h"
#include "plan_from_text.h"

static const char verbs_alone[] =
    "RESOLUTION 24 (Corran, 2026)\n"
    "The Council of the Harbour Union (Corran, 2026),\n"
    "considering\n"
    "a)\tthat ports grow;\n"
    "b)\tthat ships wait:\n"
    "i)\tfor pilots;\n"
    "ii)\tfor tugs;\n"
    "c)\tthat tides turn,\n"
    "recognizing further\n"
    "that pilots are few, as noted in considering b) above,\n"
    "resolves\n"
    "1\tto train pilots, bearing in mind recognizing further a) above;\n"
    "2\tto buy tugs,\n"
    "instructs the Secretary-General\n"
    "1\tto apply resolves 2 and 3 above.\n"
    "ANNEX 1 TO RESOLUTION 24 (CORRAN, 2026)\n"
    "1\tOverview\n"
    "considering the tides, ports open late.\n";

static const char paragraphs[] = "# Resolution adopted by the Assembly\n\n"
                                 "The Assembly,\n\n"
                                 "*Recalling* its resolution 4/2,\n\n"
                                 "*Deeply concerned* about the delay,\n\n"
                                 "1. *Decides* to open the ports;\n\n"
                                 "2. *Also requests* the Committee:\n\n"
                                 "(a) To report;\n\n"
                                 "(b) To publish its report.\n";

static void assert_clause(const struct pl_plan *plan, uint32_t index,
                          const char *name, uint32_t items)
{
    assert_true(index < plan->clauses_count);
    const struct pl_clause *clause = &plan->clauses[index];
    assert_range_text(plan, clause->name, name);
    assert_int_equal(clause->item_end - clause->first_item, items);
}

static void verbs_may_stand_alone_in_their_line(void **state)
{
    const struct pl_plan *plan = plan_from_text(*state, verbs_alone);
    assert_int_equal(plan->acts_count, 1);
    assert_range_text(plan, plan->acts[0].title, "RESOLUTION 24");
    assert_range_text(plan, plan->acts[0].organ,
                      "The Council of the Harbour Union (Corran, 2026),");
    assert_int_equal(plan->clauses_count, 4);
    assert_clause(plan, 0, "considering", 3);
    assert_clause(plan, 1, "recognizing further", 0);
    assert_clause(plan, 2, "resolves", 2);
    assert_clause(plan, 3, "instructs the Secretary-General", 1);
    assert_false(plan->clauses[1].is_operative);
    assert_true(plan->clauses[2].is_operative);
}

static void paragraphs_may_begin_with_their_verb(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(*state, paragraphs);
    assert_int_equal(plan->acts_count, 1);
    assert_int_equal(plan->clauses_count, 4);
    assert_clause(plan, 0, "Recalling", 0);
    assert_clause(plan, 1, "Deeply concerned", 0);
    assert_clause(plan, 2, "Decides", 0);
    assert_range_text(plan, plan->clauses[3].verb, "Also requests");
    assert_int_equal(plan->clauses[3].label.parts[0].value, 2);
    assert_int_equal(plan->clauses[3].item_end - plan->clauses[3].first_item,
                     2);
}

static void an_annex_is_no_part_of_the_resolution(void **state)
{
    const struct pl_plan *plan = plan_from_text(*state, verbs_alone);
    uint32_t annex = pl_plan_block_at(plan, offset_of(plan, "ANNEX 1"));
    assert_int_equal(plan->acts[0].block_end, annex);
    assert_int_equal(pl_plan_act_of(plan, annex), PL_NONE);
    assert_int_equal(pl_plan_act_of(plan, annex - 1), 0);
}

static void assert_pinpoint(const struct pl_plan *plan, uint32_t index,
                            const char *phrase, const char *target)
{
    assert_true(index < plan->pinpoints_count);
    const struct pl_pinpoint *it = &plan->pinpoints[index];
    assert_range_text(plan, it->phrase, phrase);
    if (!target) {
        assert_int_equal(it->item, PL_NONE);
        return;
    }
    assert_int_not_equal(it->item, PL_NONE);
    assert_range_text(plan, plan->clause_items[it->item].content, target);
}

static void pinpoints_name_a_clause_and_an_item(void **state)
{
    const struct pl_plan *plan = plan_from_text(*state, verbs_alone);
    assert_int_equal(plan->pinpoints_count, 4);
    assert_pinpoint(plan, 0, "considering b)", "that ships wait:");
    assert_pinpoint(plan, 1, "recognizing further a)", NULL);
    assert_pinpoint(plan, 2, "resolves 2 and 3", "to buy tugs,");
    assert_pinpoint(plan, 3, "resolves 2 and 3", NULL);
    assert_int_equal(plan->pinpoints[0].direction, PL_DIRECTION_ABOVE);
    assert_true(plan->pinpoints[1].has_clause);
}

static void prose_is_no_resolution(void **state)
{
    const struct pl_plan *plan =
        plan_from_text(*state, "1\tOverview\n"
                               "1\tThe Union has ports.\n"
                               "Considering the tides, the ports open late.\n"
                               "a)\tNoting the wind\n"
                               "b)\tDecides where ships land\n"
                               "The Council meets every year.\n");
    assert_int_equal(plan->acts_count, 0);
    assert_int_equal(plan->clauses_count, 0);
}

static void a_body_that_does_something_is_no_organ(void **state)
{
    const struct pl_plan *plan =
        plan_from_text(*state, "The Council meets in spring, and the Union\n"
                               "\n"
                               "requires that every port takes part.\n"
                               "\n"
                               "Recalling this, ports prepare.\n");
    assert_int_equal(plan->acts_count, 0);
}

/* Lines that wrap where a verb comes next. */
static void a_verb_in_wrapped_prose_opens_nothing(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "The Union, together with its partners in all of the towns,\n"
                "supports Member States in building ports that are open in\n"
                "winter. The Council, which meets in spring and in autumn,\n"
                "invites Member States to its meetings and asks the towns to\n"
                "send a report.\n"
                "12 The towns, which are small, and the ports, which are old,\n"
                "recommends nobody, and the Council takes note of the towns\n"
                "that have no ports.\n");
    assert_int_equal(plan->acts_count, 0);
    assert_int_equal(plan->blocks_count, 2);
}

static void headings_may_stand_between_decisions(void **state)
{
    const struct pl_plan *plan =
        plan_from_markdown(*state, "# Resolution adopted by the Council\n\n"
                                   "The Council,\n\n"
                                   "Recalling its resolution 4/2,\n\n"
                                   "1. Decides to open the ports;\n\n"
                                   "## Dues\n\n"
                                   "2. Requests all ports to pay;\n\n"
                                   "## Meetings\n\n"
                                   "Ports meet in May.\n");
    assert_int_equal(plan->acts_count, 1);
    assert_int_equal(plan->clauses_count, 3);
    uint32_t after = pl_plan_block_at(plan, offset_of(plan, "Meetings"));
    assert_int_equal(plan->acts[0].block_end, after);
}

static void a_body_with_its_tasks_is_no_resolution(void **state)
{
    const struct pl_plan *plan =
        plan_from_markdown(*state, "## The Finance Committee\n\n"
                                   "- Approves the budget\n"
                                   "- Recommends dues\n"
                                   "- Notes reports\n");
    assert_int_equal(plan->acts_count, 0);
}

static void an_exact_name_comes_before_a_longer_one(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "RESOLUTION 24 (Corran, 2026)\n"
                "The Council of the Harbour Union (Corran, 2026),\n"
                "resolves to instruct the Secretary-General\n"
                "1\tto train pilots;\n"
                "2\tto buy tugs;\n"
                "3\tto sell boats,\n"
                "resolves\n"
                "1\tto meet in May;\n"
                "2\tto report on resolves 1 and 3 above,\n"
                "instructs the Director of Pilots, together with the towns\n"
                "1\tto apply instructs the Director of Pilots 1 above.\n");
    assert_int_equal(plan->pinpoints_count, 3);
    assert_pinpoint(plan, 0, "resolves 1 and 3", "to meet in May;");
    assert_pinpoint(plan, 1, "resolves 1 and 3", "to sell boats,");
    assert_pinpoint(plan, 2, "instructs the Director of Pilots 1",
                    "to apply instructs the Director of Pilots 1 above.");
}

static void every_resolution_of_a_report_is_found(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "RESOLUTION 1\n"
                "The Council, at its third meeting,\n"
                "considering that the ports of the Union are full of ships,\n"
                "decides that ports shall open earlier than in other years.\n"
                "RESOLUTION 2\n"
                "The Council, at its third meeting,\n"
                "noting that the canals of the Union are full of sand,\n"
                "invites the towns to clean the canals before the spring.\n");
    assert_int_equal(plan->acts_count, 2);
    assert_range_text(plan, plan->acts[1].title, "RESOLUTION 2");
    assert_int_equal(plan->acts[1].clause_end - plan->acts[1].first_clause, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(verbs_may_stand_alone_in_their_line),
        ARENA_TEST(paragraphs_may_begin_with_their_verb),
        ARENA_TEST(an_annex_is_no_part_of_the_resolution),
        ARENA_TEST(pinpoints_name_a_clause_and_an_item),
        ARENA_TEST(prose_is_no_resolution),
        ARENA_TEST(a_body_that_does_something_is_no_organ),
        ARENA_TEST(a_verb_in_wrapped_prose_opens_nothing),
        ARENA_TEST(headings_may_stand_between_decisions),
        ARENA_TEST(a_body_with_its_tasks_is_no_resolution),
        ARENA_TEST(an_exact_name_comes_before_a_longer_one),
        ARENA_TEST(every_resolution_of_a_report_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
