/* Lists: items that are not written alike, lists that are none. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include "base/arena.h"
#include "judge.h"

static const struct judge letters = {"listing",
                                     "{\"fault\": \"case\", \"least\": 3}",
                                     "{usual} {count}/{total}"};
static const struct judge marks = {
    "listing", "{\"fault\": \"end\", \"least\": 3, \"joints\": [\"and\"]}",
    "{found} for {usual}"};
static const struct judge joints = {
    "listing", "{\"fault\": \"joint\", \"joints\": [\"and\", \"or\"]}",
    "{marker}"};

static void one_other_letter_of_five_is_strange(void **state)
{
    assert_findings(*state, letters,
                    "1 They:\na) write;\nb) read;\nc) Sing;\nd) run;\n"
                    "e) dance. They sing.\n",
                    "Sing: a small letter 4/5");
    assert_findings(*state, letters,
                    "1 They:\na) write;\nb) read;\nc) Sing;\nd) Run;\n"
                    "e) sing and run.\n",
                    "");
}

static void a_capital_that_may_be_a_name_is_not_strange(void **state)
{
    assert_findings(*state, letters,
                    "1 They:\na) write;\nb) read;\nc) Rome;\nd) run;\n"
                    "e) Sing Sing; we sing;\nf) ICTs;\ng) dance.\n",
                    "");
}

static void an_item_that_goes_on_has_no_end_of_its_own(void **state)
{
    assert_findings(*state, marks,
                    "1 They:\na) write;\nb) read\ni) books;\nii) papers;\n"
                    "c) sing;\nd) dance;\ne) run;\nf) rest.\n",
                    "");
}

static void and_stands_behind_the_mark(void **state)
{
    assert_findings(*state, marks,
                    "1 They:\na) write;\nb) read and\nc) sing;\nd) dance;\n"
                    "e) run; and\nf) rest.\n",
                    "read: nothing for \";\"");
}

static void and_belongs_before_the_last_item(void **state)
{
    assert_findings(*state, joints,
                    "1 They:\na) write; and\nb) read;\nc) sing.\n", "and: a)");
    assert_findings(*state, joints,
                    "1 They:\na) write;\nb) read; and\nc) sing.\n", "");
    assert_findings(*state, joints,
                    "1 They:\na) write; and\nb) read; and\nc) sing; and\n"
                    "d) run.\n",
                    "");
}

static void wrong_parameters_are_refused(void **state)
{
    static const struct {
        const char *params;
        const char *message;
    } cases[] = {
        {"{}", "\"fault\" is missing from \"params\""},
        {"{\"fault\": \"ends\"}", "did you mean \"end\"?"},
        {"{\"fault\": \"end\", \"usual\": [\"!\"]}",
         "\"!\" ends no item, \";\" does"},
        {"{\"fault\": \"end\", \"least\": 1001}", "cannot be more than 1000"},
        {"{\"fault\": \"end\", \"bullets\": \"some\"}",
         "\"bullets\" cannot be \"some\""},
        {"{\"fault\": \"end\", \"lest\": 3}", "did you mean \"least\"?"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_refused(*state, (struct judge){"listing", cases[i].params, "m"},
                       cases[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(one_other_letter_of_five_is_strange),
        ARENA_TEST(a_capital_that_may_be_a_name_is_not_strange),
        ARENA_TEST(an_item_that_goes_on_has_no_end_of_its_own),
        ARENA_TEST(and_stands_behind_the_mark),
        ARENA_TEST(and_belongs_before_the_last_item),
        ARENA_TEST(wrong_parameters_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
