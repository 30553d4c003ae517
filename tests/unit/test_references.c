/* References: every form in which a document points at a place. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "plan/plan.h"
#include "plan_from_text.h"
#include "references_text.h"

struct form {
    const char *sentence;
    const char *expected;
};

static void check_forms(struct pl_arena *arena, const struct form *forms,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct pl_plan *plan = harbour_plan(arena, forms[i].sentence);
        const char *found = references_text(arena, plan);
        if (strcmp(found, forms[i].expected) != 0) {
            fail_msg("\"%s\": \"%s\", not \"%s\"", forms[i].sentence, found,
                     forms[i].expected);
        }
    }
}

#define CHECK_FORMS(arena, forms) \
    check_forms((arena), (forms), sizeof(forms) / sizeof((forms)[0]))

static void single_numbers_are_found(void **state)
{
    static const struct form forms[] = {
        {"As said in section 2.1, boats come first.", "section 2.1 found"},
        {"Section 2.1 says that boats come first.", "section 2.1 found"},
        {"SEE SECTION 2.1 FOR BOATS.", "section 2.1 found"},
        {"The matter is in Sec. 2.1 of this plan.", "section 2.1 found"},
        {"The matter is in clause 2.2.", "section 2.2 found"},
        {"The matter is in chapter 2.", "section 2 found"},
        {"This follows from paragraph 4.", "paragraph 4 found"},
        {"This follows from para. 4.", "paragraph 4 found"},
        {"This follows from para 4.", "paragraph 4 found"},
        {"This follows from § 2.1.", "section 2.1 found"},
        {"The rules are in Annex 1.", "annex 1 found"},
        {"The rules are in annex 1 to this plan.", "annex 1 found"},
        {"Depths are in Table 1.", "table 1 found"},
        {"Depths are in table\xC2\xA0"
         "1.",
         "table 1 found"},
        {"The map is Figure 1.", "figure 1 found"},
        {"The map is in Fig. 1.", "figure 1 found"},
        {"This serves goal 1 well.", "goal 1 found"},
        {"The work under item b) is hard.", "item b found"},
        {"The work under sub-paragraph (b) is hard.", "item b found"},
        {"The **section** 2.1 is short.", "section 2.1 found"},
    };
    CHECK_FORMS(*state, forms);
}

static void a_blank_may_slip_into_a_number(void **state)
{
    static const struct form forms[] = {
        {"The boats are in section 2. 1, which is short.", "section 2.1 found"},
        {"The boats (see section 2. 1.) come first.", "section 2.1 found"},
        {"The boats of section 2. 1. come first.", "section 2.1 found"},
        {"This is in section 2. 1. The boats are new.", "section 2 found"},
        {"This is in section 2. 1 boat is new.", "section 2 found"},
        {"This is in section 2. 12 boats are new.", "section 2 found"},
    };
    CHECK_FORMS(*state, forms);
}

static void insertions_belong_to_the_number(void **state)
{
    static const struct form forms[] = {
        {"This follows from paragraph 4 bis.", "paragraph 4bis missing"},
        {"This follows from paragraph 4 quinquies.",
         "paragraph 4quinquies missing"},
        {"This follows from paragraph 4 Octies.", "paragraph 4octies missing"},
        {"This follows from paragraph 4quinquies.",
         "paragraph 4quinquies missing"},
        {"This follows from paragraph 4 quietly.", "paragraph 4 found"},
    };
    CHECK_FORMS(*state, forms);
}

static void lists_and_ranges_give_each_number(void **state)
{
    static const struct form forms[] = {
        {"See sections 2.1, 2.2 and 2.3.",
         "section 2.1 found; section 2.2 found; section 2.3 found"},
        {"See sections 2.1, 2.2, and 2.3.",
         "section 2.1 found; section 2.2 found; section 2.3 found"},
        {"See sections 2.1 or 2.3.", "section 2.1 found; section 2.3 found"},
        {"See section 2.1 and 2.3.", "section 2.1 found; section 2.3 found"},
        {"See paragraphs 3 to 5.", "paragraph 3 to 5 found"},
        {"See paragraphs 3-5.", "paragraph 3 to 5 found"},
        {"See paragraphs 3–5.", "paragraph 3 to 5 found"},
        {"See paras 3 and 5.", "paragraph 3 found; paragraph 5 found"},
        {"See paras. 3, 4 and 6 to 8.",
         "paragraph 3 found; paragraph 4 found; paragraph 6 to 8 found"},
        {"See sections 2.1 to 2.3 above.", "section 2.1 to 2.3 found"},
        {"See Annexes 1 and 2.", "annex 1 found; annex 2 found"},
        {"See Tables 1 and 2.", "table 1 found; table 2 found"},
        {"See items a), b) and c) above.",
         "item a found; item b found; item c found"},
        {"This serves goals 1 and 2.", "goal 1 found; goal 2 found"},
        {"See paragraph 4 and Table 1.", "paragraph 4 found; table 1 found"},
        {"See section 2.1 and 12 boats.", "section 2.1 found"},
        {"In sections 2.1 and 2.2, 2 boats are named.",
         "section 2.1 found; section 2.2 found"},
    };
    CHECK_FORMS(*state, forms);
}

static void sub_labels_reach_into_lists(void **state)
{
    static const struct form forms[] = {
        {"See paragraph 5(b).", "paragraph 5.b found"},
        {"See paragraph 5 (b).", "paragraph 5.b found"},
        {"See para. 5 b).", "paragraph 5.b found"},
        {"See paragraph 5(a) and (c).",
         "paragraph 5.a found; paragraph 5.c found"},
        {"See paragraph 5(x).", "paragraph 5.x item-missing"},
        {"See paragraph 4(a).", "paragraph 4.a unsure"},
    };
    CHECK_FORMS(*state, forms);
}

static void bare_numbers_need_a_lead(void **state)
{
    static const struct form forms[] = {
        {"As set out in 2.1 above, boats come first.", "section 2.1 found"},
        {"Boats come first (see 2.1).", "section 2.1 found"},
        {"Boats come first (2.1).", "section 2.1 found"},
        {"In accordance with 2.2, boats come first.", "section 2.2 found"},
        {"The steps in 2.1 and 2.2 above are done.",
         "section 2.1 found; section 2.2 found"},
        {"The steps under 2.1 to 2.3 above are done.",
         "section 2.1 to 2.3 found"},
        {"The steps in 2.9 above are done.", "section 2.9 missing"},
        {"The channel is 2.1 metres deep.", ""},
        {"The depth fell in 2.1 hours.", ""},
        {"The depth rose by 2.1 per cent.", ""},
        {"The depth rose in 2.9, said the pilot.", ""},
        {"Version 2.1 of the chart is out.", ""},
    };
    CHECK_FORMS(*state, forms);
}

static void what_the_plan_does_not_have_is_missing(void **state)
{
    static const struct form forms[] = {
        {"See section 2.4.", "section 2.4 missing"},
        {"See section 4.", "section 4 missing"},
        {"See section 4.2.", "section 4.2 missing"},
        {"See sections 2.1 and 2.7.", "section 2.1 found; section 2.7 missing"},
        {"See paragraph 12.", "paragraph 12 missing"},
        {"See paragraphs 8 to 12.", "paragraph 8 to 12 missing"},
        {"See Table 3.", "table 3 missing"},
        {"See Annex 3.", "annex 3 missing"},
        {"This serves goal 3 well.", "goal 3 missing"},
        {"See section 2.4 of this plan.", "section 2.4 missing"},
        {"See item f) above.", "item f missing"},
    };
    CHECK_FORMS(*state, forms);
}

static void too_few_numbers_tell_nothing(void **state)
{
    static const struct form forms[] = {
        {"See Figure 4.", "figure 4 unsure"},       /* there is one figure */
        {"See section 1.3.", "section 1.3 unsure"}, /* 1 has no 1.1 */
        {"See Box 2.", "box 2 external"},
        {"See Appendix B.", "annex B external"},
        {"See footnote 4.", "footnote 4 external"},
        {"See Part 8.", "section 8 external"},
    };
    CHECK_FORMS(*state, forms);
}

static void other_documents_are_left_alone(void **state)
{
    static const struct form forms[] = {
        {"See section 9 of Resolution 2.", "section 9 external"},
        {"See section 2.1 of the Convention.", "section 2.1 external"},
        {"See Article 5 of the Constitution.", "article 5 external"},
        {"See No. 61 of the Convention.", "article 61 external"},
        {"See Nos. 191A and 191B of the Convention.",
         "article 191A external; article 191B external"},
        {"See clause 5 of [X.500].", "section 5 external"},
        {"See Table 9 in [b-Smith].", "table 9 external"},
        {"See paragraph 40 of General Assembly resolution 70/1.",
         "paragraph 40 external"},
        {"See section 9 of opinions 2 and 3.", "section 9 external"},
        {"See Annex A to Recommendation ITU-T G.8101.", "annex A external"},
        {"See Resolution 71, section 2.", "section 2 external"},
        {"See Resolution 71 (Rev. Busan, 2014), section 2.",
         "section 2 external"},
        {"See Rule 3.", "article 3 external"},
        {"See paragraph 40 thereof.", "paragraph 40 external"},
        {"See section 9 of that document.", "section 9 external"},
        {"See S-100 Part 15.", "section 15 external"},
        {"See the Charter section 9.", "section 9 external"},
        {"See paragraph 5 of section 3 of the Treaty.",
         "paragraph 5 external; section 3 external"},
        {"It helps Sustainable Development Goal 9.", "goal 9 external"},
        {"Write \"see section 9\" there.", "section 9 external"},
    };
    CHECK_FORMS(*state, forms);
}

static void pointers_need_no_number(void **state)
{
    static const struct form forms[] = {
        {"The figure below shows the quay.", "figure unlabelled"},
        {"The table above shows the berths.", "table unlabelled"},
        {"The following table shows the berths.", "table unlabelled"},
        {"The following sections tell more.", "section unlabelled"},
        {"The paragraphs above tell more.", "paragraph unlabelled"},
        {"The diagram below shows the quay.", "figure unlabelled"},
        {"The table of contents shows it.", ""},
        {"The above-mentioned table shows it.", ""},
        {"A table below 5 metres is wet.", ""},
    };
    CHECK_FORMS(*state, forms);
}

static void look_alikes_are_no_references(void **state)
{
    static const struct form forms[] = {
        {"The target 50 per cent is high.", ""},
        {"The target 2030 is far away.", ""},
        {"It is a part of 3 harbours.", ""},
        {"The section on fees is short.", ""},
        {"In the part I like, boats sail.", ""},
        {"Annex 2030 is a name.", ""},
        {"Table 5% of the boats.", ""},
        {"Article 1,000 is a joke.", ""},
        {"The file table_3 is here.", ""},
        {"The sub-section 2 is glued.", ""},
        {"It took 30 sec 5 times.", ""},
        {"A state of the art 5 boats share.", ""},
        {"No. 5 is a fine boat.", ""},
        {"While considering 5 boats, it sank.", ""},
        {"Items are 5 in number.", ""},
    };
    CHECK_FORMS(*state, forms);
}

static void directions_are_read_after_the_number(void **state)
{
    static const struct {
        const char *sentence;
        enum pl_direction direction;
        const char *phrase;
    } forms[] = {
        {"As in section 2.1 above, so here.", PL_DIRECTION_ABOVE,
         "section 2.1 above"},
        {"As in section 2.1, above, so here.", PL_DIRECTION_ABOVE,
         "section 2.1, above"},
        {"As in paragraph 8 below.", PL_DIRECTION_BELOW, "paragraph 8 below"},
        {"As in paragraph 8 (below).", PL_DIRECTION_BELOW,
         "paragraph 8 (below)"},
        {"As in Table 1.", PL_DIRECTION_NONE, "Table 1"},
        {"As in 2.1 above.", PL_DIRECTION_ABOVE, "2.1 above"},
    };
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        const struct pl_plan *plan = harbour_plan(*state, forms[i].sentence);
        assert_int_equal(plan->references_count, 1);
        const struct pl_reference *it = &plan->references[0];
        assert_int_equal(it->direction, forms[i].direction);
        assert_true(pl_str_eq(pl_range_text(plan->text, it->phrase),
                              pl_str_from(forms[i].phrase)));
    }
}

static void french_refers_too(void **state)
{
    static const struct form forms[] = {
        {"Voir le paragraphe 4.", "paragraph 4 found"},
        {"Aux termes des paragraphes 2 à 4 ci-dessus.",
         "paragraph 2 to 4 found"},
        {"Voir les paragraphes 3, 4 et 12.",
         "paragraph 3 found; paragraph 4 found; paragraph 12 missing"},
        {"Selon l'annexe 2, le port est ouvert.", "annex 2 found"},
        {"Selon l\u2019annexe 7, le port est ouvert.", "annex 7 missing"},
        {"L'annexe n° 1 le dit.", "annex 1 found"},
        {"La section\u00a02.1 et le tableau\u00a02 le disent.",
         "section 2.1 found; table 2 found"},
        {"Le tableau ci-après le dit.", "table unlabelled"},
        {"Voir le paragraphe 12 de la Convention.", "paragraph 12 external"},
        {"Voir le paragraphe 12 de la résolution 70/1.",
         "paragraph 12 external"},
        {"Voir le paragraphe 12 d'une décision.", "paragraph 12 external"},
        {"Voir l'annexe 7 de la présente résolution.", "annex 7 missing"},
        {"Voir l'article 7 de la Charte.", "article 7 external"},
        {"Une figure 5 fois plus grande.", "figure 5 unsure"},
    };
    CHECK_FORMS(*state, forms);
}

static void spanish_refers_too(void **state)
{
    static const struct form forms[] = {
        {"Véase el párrafo 4.", "paragraph 4 found"},
        {"Véanse los párrafos 2 a 4 supra.", "paragraph 2 to 4 found"},
        {"En la sección 2.1 y el anexo núm. 2 se dice.",
         "section 2.1 found; annex 2 found"},
        {"En el cuadro 2 infra se dice.", "table 2 found"},
        {"Según el cuadro siguiente.", "table unlabelled"},
        {"Véase el párrafo 12 de la resolución 70/1.", "paragraph 12 external"},
        {"Véase el párrafo 12 del Convenio.", "paragraph 12 external"},
        {"Véase el anexo 7 del presente plan.", "annex 7 missing"},
        {"De conformidad con el artículo 7 del Reglamento.",
         "article 7 external"},
    };
    CHECK_FORMS(*state, forms);
}

static void a_range_of_one_word_goes_forward(void **state)
{
    static const struct form forms[] = {
        {"The rule was moved from paragraph 5 to 3.", "paragraph 5 found"},
        {"The rules of paragraph 3 to 5 hold.", "paragraph 3 to 5 found"},
    };
    CHECK_FORMS(*state, forms);
}

static void as_leads_to_a_place_or_to_an_example(void **state)
{
    static const struct form forms[] = {
        {"Boats pay, as paragraph 12 says.", "paragraph 12 missing"},
        {"It is numbered as paragraph 12.", "paragraph 12 external"},
    };
    CHECK_FORMS(*state, forms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(single_numbers_are_found),
        ARENA_TEST(a_blank_may_slip_into_a_number),
        ARENA_TEST(insertions_belong_to_the_number),
        ARENA_TEST(lists_and_ranges_give_each_number),
        ARENA_TEST(sub_labels_reach_into_lists),
        ARENA_TEST(bare_numbers_need_a_lead),
        ARENA_TEST(what_the_plan_does_not_have_is_missing),
        ARENA_TEST(too_few_numbers_tell_nothing),
        ARENA_TEST(other_documents_are_left_alone),
        ARENA_TEST(pointers_need_no_number),
        ARENA_TEST(look_alikes_are_no_references),
        ARENA_TEST(directions_are_read_after_the_number),
        ARENA_TEST(french_refers_too),
        ARENA_TEST(spanish_refers_too),
        ARENA_TEST(a_range_of_one_word_goes_forward),
        ARENA_TEST(as_leads_to_a_place_or_to_an_example),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
