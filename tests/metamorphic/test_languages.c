/* Clean plans in French and Spanish, and what one slip in them is found to be:
 * numbers, references and footnotes hold in every language that is known, and
 * what is right in that language is no slip. */
#include "cmocka_wrap.h"
#include "mutation.h"

static const struct mutation french[] = {
    {"nothing", {{0}}, ""},
    {"a paragraph was deleted",
     {{"\n7 \xC2\xAB", "\n2.3 ", "\n2.3 "}},
     "PL132 2.2 | PL104 2.3, para 8"},
    {"a section lost its dot", {{"\n2.3 \t", NULL, "\n23 \t"}}, "PL107 2.3"},
    {"a section number was given twice",
     {{"\n2.3 \t", NULL, "\n2.2 \t"}},
     "PL102 2.2"},
    {"a marker was given twice",
     {{"\n3) des", NULL, "\n2) des"}},
     "PL111 2.4, para 9, priority 2)"},
    {"an annex was given another letter",
     {{"\nAnnexe B\n", NULL, "\nAnnexe C\n"}},
     "PL203 2.1, para 6 | PL203 3.2, para 12 | PL120 Annexe C | PL213 Annexe "
     "C"},
    {"a paragraph that is not there",
     {{"(voir le paragraphe 3)", NULL, "(voir le paragraphe 33)"}},
     "PL201 2.3, para 8"},
    {"a section that is not there",
     {{"(voir la section 2.1", NULL, "(voir la section 2.9"}},
     "PL202 2.4, para 10"},
    {"an annex that is not there, after an article",
     {{"et l'annexe B donne", NULL, "et l'annexe D donne"}},
     "PL203 2.1, para 6"},
    {"a table that is not there",
     {{"base du Tableau 2 ci", NULL, "base du Tableau 7 ci"}},
     "PL204 3.1, para 11 | PL214 3.1, after para 11"},
    {"above for below",
     {{"La Figure 1 ci-dessous", NULL, "La Figure 1 ci-dessus"}},
     "PL209 2.1, para 5"},
    {"below for above",
     {{"Le paragraphe 9 ci-dessus", NULL, "Le paragraphe 9 infra"}},
     "PL209 2.4, para 10"},
    {"a range goes backwards",
     {{"paragraphes 1 \xC3\xA0 3", NULL, "paragraphes 3 \xC3\xA0 1"}},
     "PL211 1, para 4"},
    {"a note was deleted", {{" [1:", "]", ""}}, "PL301 1, para 3"},
    {"a note lost its text", {{"[1:", "]", "[1: ]"}}, "PL303 1, para 3"},
    {"a word was doubled",
     {{"gère un budget", NULL, "gère un un budget"}},
     "PL701 1, para 3"},
};

static const struct mutation spanish[] = {
    {"nothing", {{0}}, ""},
    {"a paragraph was deleted",
     {{"\n7 \xC2\xAB", "\n2.3 ", "\n2.3 "}},
     "PL132 2.2 | PL104 2.3, para 8"},
    {"two sections changed places",
     {{"\n2.3 \t", NULL, "\n2.4 \t"}, {"\n2.4 \tPrio", NULL, "\n2.3 \tPrio"}},
     "PL105 2.4"},
    {"an item was deleted",
     {{"\n2) trip", "\n3) esc", "\n3) esc"}},
     "PL110 2.4, para 9, priority 3)"},
    {"an annex was given another letter",
     {{"\nAnexo B\n", NULL, "\nAnexo C\n"}},
     "PL203 2.1, para 6 | PL203 3.2, para 12 | PL120 Anexo C | PL213 Anexo C"},
    {"a paragraph that is not there",
     {{"(véase el párrafo 3)", NULL, "(véase el párrafo 33)"}},
     "PL201 2.3, para 8"},
    {"a section that is not there",
     {{"(véanse la sección 2.1", NULL, "(véanse la sección 2.9"}},
     "PL202 2.4, para 10"},
    {"an annex that is not there",
     {{"y en el anexo B figuran", NULL, "y en el anexo D figuran"}},
     "PL203 2.1, para 6"},
    {"a table that is not there",
     {{"base del Cuadro 2 sig", NULL, "base del Cuadro 7 sig"}},
     "PL204 3.1, para 11 | PL214 3.1, after para 11"},
    {"above for below",
     {{"En la Figura 1 infra", NULL, "En la Figura 1 supra"}},
     "PL209 2.1, para 5"},
    {"below for above",
     {{"El párrafo 9 supra", NULL, "El párrafo 9 siguiente"}},
     "PL209 2.4, para 10"},
    {"a range goes backwards",
     {{"párrafos 1 a 3", NULL, "párrafos 3 a 1"}},
     "PL211 1, para 4"},
    {"a mark was deleted",
     {{"[footnoteRef:2]", NULL, ""}},
     "PL302 2.4, para 9, priority 4)"},
    {"a word was doubled",
     {{"tiene un voto", NULL, "tiene un un voto"}},
     "PL701 1, para 1, item a)"},
};

#define ASSERT_MUTATIONS(file, table) \
    assert_mutations((file), "itu", (table), sizeof(table) / sizeof(*(table)))

static void a_slip_is_found_in_french(void **state)
{
    (void)state;
    ASSERT_MUTATIONS("clean-plan-fr.txt", french);
}

static void a_slip_is_found_in_spanish(void **state)
{
    (void)state;
    ASSERT_MUTATIONS("clean-plan-es.txt", spanish);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_is_found_in_french),
        cmocka_unit_test(a_slip_is_found_in_spanish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
