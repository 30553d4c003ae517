/* A clean resolution, and what one slip in the way it cites others is found to
 * be. */
#include "cmocka_wrap.h"
#include "mutation.h"

static const struct mutation places[] = {
    {"the year of the next conference",
     {{"(Orrinsund, 2024)", NULL, "(Busan, 2018)"}},
     "PL230 \"recognizing\""},
    {"a place in another language",
     {{"(Orrinsund, 2024)", NULL, "(Marrakech, 2002)"}},
     "PL231 \"recognizing\""},
    {"\"No.\" before a number",
     {{"8 (Corran", NULL, "No. 8 (Corran"}},
     "PL232 \"recognizing\", item b)"},
    {"revised in one place",
     {{"follow the form in Annex", ".",
       "follow the form in Annex A and Resolution 8 (Rev. Corran, 2017)."}},
     "PL233 3.1, para 3.1.2"},
    {"an edition that was replaced",
     {{"(Corran, 2017)", NULL, "(Rev. Corran, 2017)"},
      {"follow the form in Annex", ".",
       "follow the form in Annex A and Resolution 8 (Rev. Halmstead, 2025)."}},
     "PL234 \"recognizing\", item b)"},
    {"the symbol and the number",
     {{"have proved their worth", NULL, "serve resolution 70/1"},
      {"follow the form in Annex", ".",
       "follow the form in Annex A and A/RES/70/1."}},
     "PL235 3.1, para 3.1.2"},
    {"a short citation in an annex",
     {{"in any of the working languages.", NULL,
       "in the languages of Resolution 8."}},
     "PL236 Annex A, para A.3"},
    {"\"No.\" before several provisions",
     {{"It is published in accordance", ".",
       "It is published with No. 12 and 13 of the Statute."}},
     "PL237 2.3, para 2.3.4"},
    {"\"Nos.\" before one provision",
     {{"It is published in accordance", ".",
       "It is published with Nos. 12 of the Statute."}},
     "PL238 2.3, para 2.3.4"},
    {"\"No\" without its full stop",
     {{"It is published in accordance", ".",
       "It is published with No 12 of the Statute."}},
     "PL239 2.3, para 2.3.4"},
    {"\"Rev.\" without its space",
     {{"(Orrinsund, 2024)", NULL, "(Rev.Orrinsund, 2024)"}},
     "PL219 \"recognizing\""},
    {"the first citation is short",
     {{"2 (Bellport, 2013) of AHS", NULL, "8"}},
     "PL217 \"recognizing\", item a)"},
};

static void a_slip_in_a_citation_is_found(void **state)
{
    (void)state;
    assert_mutations("clean-resolution.txt", "itu", places,
                     sizeof(places) / sizeof(*places));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_in_a_citation_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
