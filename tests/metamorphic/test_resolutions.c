/* Clean resolutions, and what one slip in them is found to be. */
#include "cmocka_wrap.h"
#include "mutation.h"

static const struct mutation verbs_alone[] = {
    {"nothing", {{0}}, ""},
    {"the preamble goes on after the first decision",
     {{"\nnoting\nthat the", NULL,
       "\ndecides\nto open its meetings,\nnoting\nthat the"}},
     "PL140 \"recognizing\""},
    {"a reason has the marks of a decision",
     {{"noting\nthat", "procedures,",
       "noting\na)\tthat procedures are long,\nrecalling\n1)\tits "
       "Decision 11 (Orrinsund, 2024),"}},
     "PL145 \"recalling\", item 1)"},
    {"a decision has the marks of a reason",
     {{"invites members\nto make", NULL, "invites members\na)\tto make"}},
     "PL146 \"invites members\", item a)"},
    {"a reason ends with a full stop",
     {{"shorter procedures,", NULL, "shorter procedures."}},
     "PL148 \"recognizing\""},
    {"an item that is not there",
     {{"referred to in considering\xC2\xA0"
       "e) above",
       NULL, "referred to in considering g) above"}},
     "PL220 para 2"},
    {"a part that is not there",
     {{"referred to in considering\xC2\xA0"
       "e) above",
       NULL, "referred to in recalling e) above"}},
     "PL221 para 2"},
    {"below for above",
     {{"referred to in considering\xC2\xA0"
       "e) above",
       NULL, "referred to in considering e) below"}},
     "PL222 para 2"},
};

static const struct mutation verbs_first[] = {
    {"nothing", {{0}}, ""},
    {"a decision has the form of a reason",
     {{"4. Requests", NULL, "4. Requesting"}},
     "PL141 para 4"},
    {"a decision has another form of a reason",
     {{"5. Calls upon", NULL, "5. Mindful of"}},
     "PL141 para 5"},
    {"a reason has the form of a decision",
     {{"Noting with", NULL, "Notes with"}},
     "PL142 \"61/7. Bridges that open for ships\""},
    {"a decision lost its number",
     {{"6. Also decides", NULL, "Also decides"}},
     "PL143 after para 5"},
    {"a reason got a number",
     {{"Concerned that", NULL, "1. Concerned that"}},
     "PL144 para 1"},
    {"the decisions were cut off",
     {{"1. Takes", "its agenda.\n", ""}},
     "PL147 \"61/7. Bridges that open for ships\""},
    {"a reason ends with a full stop",
     {{"mills along the river,", NULL, "mills along the river."}},
     "PL148 \"61/7. Bridges that open for ships\""},
    {"a decision ends with a full stop",
     {{"March to May;", NULL, "March to May."}},
     "PL149 para 2"},
    {"\"and\" is missing in one of three lists",
     {{"one page; and", NULL, "one page;"}},
     "PL152 para 4, item (a)"},
    {"the last decision ends with a semicolon",
     {{"on its agenda.", NULL, "on its agenda;"}},
     "PL150 para 6"},
};

#define ASSERT_MUTATIONS(file, profile, table)   \
    assert_mutations((file), (profile), (table), \
                     sizeof(table) / sizeof(*(table)))

static void a_slip_is_found_where_verbs_stand_alone(void **state)
{
    (void)state;
    ASSERT_MUTATIONS("clean-resolution.txt", "itu", verbs_alone);
}

static void a_slip_is_found_where_paragraphs_begin_with_verbs(void **state)
{
    (void)state;
    ASSERT_MUTATIONS("clean-un-resolution.txt", "un", verbs_first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_is_found_where_verbs_stand_alone),
        cmocka_unit_test(a_slip_is_found_where_paragraphs_begin_with_verbs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
