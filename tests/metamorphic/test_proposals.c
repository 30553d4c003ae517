/* Clean proposals, and what one slip in them is found to be. */
#include "cmocka_wrap.h"
#include "mutation.h"

static const struct mutation marks[] = {
    {"nothing", {{0}}, ""},
    {"two letters changed places",
     {{"NOC\tVSL", NULL, "NCO\tVSL"}},
     "PL615 Resolution 9"},
    {"the text of what is suppressed is repeated",
     {{"Bells on ferries\n", NULL,
       "Bells on ferries\nEvery ferry rings its bell when it leaves, when it "
       "meets another ferry and when it lands. In fog it rings its bell every "
       "minute. The bell weighs two kilograms at least and is heard at a "
       "distance of half a mile. The master sees to it that the bell is "
       "cleaned every week, that its rope is dry and that a second bell is on "
       "board. A ferry without a bell does not leave. The Council may allow "
       "horns in the place of bells.\n"}},
     "PL616 after para 2"},
    {"what does not change is in brackets",
     {{"Dues of small towns", NULL, "Dues of [small] towns"}},
     "PL617 Decision 3"},
    {"a number was given twice",
     {{"VSL/21/3", NULL, "VSL/21/2"}},
     "PL618 Resolution 9"},
    {"the provision was lost", {{"\nDECISION 3", "small towns", ""}}, "PL619 "},
};

static void a_slip_in_a_proposal_is_found(void **state)
{
    (void)state;
    assert_mutations("clean-proposals.txt", "itu", marks,
                     sizeof(marks) / sizeof(*marks));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_in_a_proposal_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
