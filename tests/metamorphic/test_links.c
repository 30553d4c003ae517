/* A clean handbook full of references and footnotes, and what one slip in them
 * is found to be. */
#include "cmocka_wrap.h"
#include "mutation.h"

static const struct mutation links[] = {
    {"nothing", {{0}}, ""},
    {"a paragraph that is not there",
     {{"of paragraph 3.1 (b)", NULL, "of paragraph 3.7 (b)"}},
     "PL201 3, para 3.2"},
    {"a section that is not there",
     {{"out in section 2.", NULL, "out in section 9."}},
     "PL202 1"},
    {"an annex that is not there",
     {{"fees in Appendix B;", NULL, "fees in Appendix D;"}},
     "PL203 1 | PL213 Appendix B"},
    {"a table that is not there",
     {{"Tables 1 and 2 below", NULL, "Tables 1 and 3 below"}},
     "PL204 2, \"Objective 3: The estuary stays clean\" | PL214 2, \"Objective "
     "3: The estuary stays clean\""},
    {"a figure that is not there",
     {{"as Figure 2 shows", NULL, "as Figure 4 shows"}},
     "PL205 2, \"Objective 1: Ships arrive safely\" | PL215 2, \"Objective 1: "
     "Ships arrive safely\""},
    {"an item that is not there",
     {{"item c) above", NULL, "item f) above"}},
     "PL208 3, para 3.2"},
    {"above for below",
     {{"Tables 1 and 2 below", NULL, "Tables 1 and 2 above"}},
     "PL209 2, \"Objective 3: The estuary stays clean\""},
    {"below for above",
     {{"section 1 above", NULL, "section 1 below"}},
     "PL209 3, para 3.3"},
    {"the only tables lost their captions and cells",
     {{"Tables 1 and 2 below", "| 2027 | 9      |", "the table below."}},
     "PL210 2, \"Objective 3: The estuary stays clean\""},
    {"a range goes backwards",
     {{"Paragraphs 3.1 to 3.2", NULL, "Paragraphs 3.2 to 3.1"}},
     "PL211 3, para 3.3"},
    {"a paragraph names itself",
     {{"of paragraph 3.1 (b)", NULL, "of paragraph 3.2"}},
     "PL212 3, para 3.2"},
    {"an annex was forgotten",
     {{" and the fees in Appendix B;", NULL, ";"}},
     "PL213 Appendix B"},
    {"a table was forgotten",
     {{"Tables 1 and 2 below", NULL, "Table 1 below"}},
     "PL214 2, \"Objective 3: The estuary stays clean\""},
    {"a figure was forgotten",
     {{"as Figure 2 shows", NULL, "at sea"}},
     "PL215 2, \"Objective 1: Ships arrive safely\""},
    {"an objective that is not there",
     {{"(see Objective 1 and", NULL, "(see Objective 5 and"}},
     "PL240 2, \"Objective 3: The estuary stays clean\""},
    {"a footnote that is not there",
     {{"and footnote 2)", NULL, "and footnote 6)"}},
     "PL241 2, \"Objective 3: The estuary stays clean\""},
    {"a box that is not there",
     {{"(see Box 2)", NULL, "(see Box 4)"}},
     "PL242 2, \"Objective 2: Pilots are rested\""},
    {"a letter beyond the end of the list",
     {{"of paragraph 3.1 (b)", NULL, "of paragraph 3.1 (e)"}},
     "PL243 3, para 3.2"},
    {"a second appendix that was dropped",
     {{"## Appendix B: Fees", "of the port.\n", ""}},
     "PL245 1"},

    {"a note was deleted",
     {{"[^3]: Of those who are present.\n", NULL, ""}},
     "PL301 4, para 4.1"},
    {"a mark was deleted",
     {{"tide tables[^2].", NULL, "tide tables."}},
     "PL302 footnote 2"},
    {"a note lost its text",
     {{"[^2]: For the lower light and for the quay.", NULL, "[^2]:"}},
     "PL303 footnote 2"},
    {"a note was given twice",
     {{"[^2]: For", NULL, "[^1]: For"}},
     "PL241 2, \"Objective 3: The estuary stays clean\" | PL301 3, para 3.1, "
     "item c) | PL304 footnote 1"},
    {"two notes changed places",
     {{"[^2]: For", NULL, "[^3]: For"}, {"[^3]: Of", NULL, "[^2]: Of"}},
     "PL305 footnote 2"},
};

static void a_slip_in_a_link_is_found(void **state)
{
    (void)state;
    assert_mutations("clean-handbook.md", "itu", links,
                     sizeof(links) / sizeof(*links));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_in_a_link_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
