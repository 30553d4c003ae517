/* What revisions leave behind, put into a plan that is clean. */
#include "cmocka_wrap.h"
#include "mutation.h"

static const struct mutation mutations[] = {
    {"two words were glued together",
     {{"to promote, coordinate and", NULL,
       "to promote, maintenancetraffic, coordinate and"}},
     "PL603 2.3, para 10"},
    {"a program's description of a picture",
     {{"\nTable 1 \u2013", NULL,
       "\nAI-generated content may be incorrect.\nTable 1 \u2013"}},
     "PL605 2.1, after para 7"},
    {"alternatives in brackets",
     {{"halfway through the plan", NULL, "[once] [twice] during the plan"}},
     "PL607 2.5, para 15"},
    {"a reserved position",
     {{"as provided for in Decision", NULL,
       "two members reserve their position, as provided for in Decision"}},
     "PL608 Annex A, para 44"},
    {"a plural ending outside of the parentheses",
     {{"Development Goals (SDGs)", NULL, "Development Goals (SDG)s"}},
     "PL609 2.4, para 11"},
    {"two predicates side by side",
     {{"the Council has drawn up a list", NULL,
       "the Council has prepared maintains a list"}},
     "PL610 2.9, para 41"},
    {"a space before a hyphen",
     {{"WRNU will make high-quality charts", NULL,
       "WRNU will make high -quality charts and high-quality maps"}},
     "PL611 2.4, para 12"},
    {"a verb after an article",
     {{"and to protect the life of", NULL, "and to protect the improve of"}},
     "PL612 2.4, para 13"},
    {"alternatives that are used elsewhere",
     {{"Skilled and motivated staff", NULL,
       "They like skilled and motivated staff, able and motivated staff. "
       "Its skilled able and motivated staff"}},
     "PL613 2.8, para 40"},
    {"a verb and a noun of one stem",
     {{"manages the resources of", NULL, "manages the management of"}},
     "PL614 1, para 4"},
    {"a second verb after therefore",
     {{"so that no study is carried out twice", NULL,
       "so that no study is carried out twice, therefore, aims to save"}},
     "PL620 1, para 5"},
    {"two pairs side by side",
     {{"so that no study is carried out twice", NULL,
       "for safety and protection economic and cultural life"}},
     "PL621 1, para 5"},
    {"with before a participle",
     {{"so that no study is carried out twice", NULL,
       "so that all is done, with checking the work of others"}},
     "PL622 1, para 5"},
    {"a noun of action before a participle",
     {{"so that no study is carried out twice", NULL,
       "and help the adoption of providing rules"}},
     "PL623 1, para 5"},
    {"two punctuation marks",
     {{"They concern funding, the", NULL, "They concern funding,, the"}},
     "PL702 2.9, para 41"},
    {"two spaces",
     {{"They concern funding, the", NULL, "They concern  funding, the"}},
     "PL703 2.9, para 41"},
    {"the rest of a sentence",
     {{"They concern funding, the", NULL,
       "They concern all. funding of courses, the"}},
     "PL705 2.9, para 41"},
    {"a space after a slash",
     {{"They concern funding, the", NULL, "They concern funds and/ or the"}},
     "PL706 2.9, para 41"},
};

static void what_is_left_is_found_where_it_is(void **state)
{
    (void)state;
    assert_mutations("clean-plan.txt", "itu", mutations,
                     sizeof(mutations) / sizeof(mutations[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_is_found_where_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
