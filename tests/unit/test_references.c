/* References: every form in which a document points at a place, and what it
 * turns out to mean. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "plan/plan.h"
#include "text/source.h"

/* A document with sections 1 to 3 and 2.1 to 2.3, paragraphs 1 to 9, items
 * a) to c) in paragraph 5, Tables 1 and 2, Figure 1, goals, targets and two
 * annexes. The sentence under test goes into section 3. */
static const struct pl_plan *plan_with(struct pl_arena *arena,
                                       const char *sentence)
{
    return plan_from_markdown(
        arena,
        pl_arena_printf(
            arena,
            "# Plan of the Harbour Office\n\n"
            "# 1 Overview\n\n"
            "1 The office keeps the harbour open.\n\n"
            "2 The office keeps the lights burning.\n\n"
            "# 2 Framework\n\n"
            "## 2.1 Vision\n\n"
            "3 A harbour that every boat can reach.\n\n"
            "## 2.2 Goals\n\n"
            "4 The goals of the office are set out here.\n\n"
            "Goal 1 – Safe entry: keep the entrance clear in all weathers.\n\n"
            "Goal 2 – Fair berths: give each boat a place in its turn.\n\n"
            "## 2.3 Targets\n\n"
            "5 The office will:\n\n"
            "a) dredge the channel every spring;\n\n"
            "b) paint the buoys every autumn;\n\n"
            "c) train the pilots every winter.\n\n"
            "Table 1 – Depth of the channel\n\n"
            "Table 2 – Number of berths\n\n"
            "Figure 1 – Map of the harbour\n\n"
            "# 3 Delivery\n\n"
            "6 Every year the harbour master reports.\n\n"
            "7 %s\n\n"
            "8 The council reads the report.\n\n"
            "9 The council publishes it.\n\n"
            "# Annex 1\n\n"
            "Rules of the port apply to all boats.\n\n"
            "# Annex 2\n\n"
            "Fees of the port apply to all boats.\n",
            sentence));
}

static pl_str text_of(const struct pl_plan *plan, struct pl_range range)
{
    return pl_range_text(plan->text, range);
}

static const char *const kinds[] = {
    [PL_REFERENCE_PARAGRAPH] = "paragraph",
    [PL_REFERENCE_SECTION] = "section",
    [PL_REFERENCE_ANNEX] = "annex",
    [PL_REFERENCE_TABLE] = "table",
    [PL_REFERENCE_FIGURE] = "figure",
    [PL_REFERENCE_GOAL] = "goal",
    [PL_REFERENCE_BOX] = "box",
    [PL_REFERENCE_OBJECTIVE] = "objective",
    [PL_REFERENCE_TARGET] = "target",
    [PL_REFERENCE_ITEM] = "item",
    [PL_REFERENCE_FOOTNOTE] = "footnote",
    [PL_REFERENCE_ARTICLE] = "article",
};

static const char *const resolutions[] = {
    [PL_RESOLUTION_FOUND] = "found",
    [PL_RESOLUTION_MISSING] = "missing",
    [PL_RESOLUTION_EXTERNAL] = "external",
    [PL_RESOLUTION_UNLABELLED] = "unlabelled",
    [PL_RESOLUTION_ITEM_MISSING] = "item-missing",
    [PL_RESOLUTION_UNSURE] = "unsure",
};

/* "section 2.1 found; section 2.3 missing": all references of a plan. */
static const char *summary(struct pl_arena *arena, const struct pl_plan *plan)
{
    struct pl_buf buf = pl_buf_in(arena);
    for (uint32_t i = 0; i < plan->references_count; i++) {
        const struct pl_reference *it = &plan->references[i];
        pl_buf_add_text(&buf, i > 0 ? "; " : "");
        pl_buf_add_text(&buf, kinds[it->kind]);
        pl_buf_add_char(&buf, ' ');
        if (it->label.count > 0) {
            pl_label_write(&buf, it->label);
            pl_buf_add_char(&buf, ' ');
        }
        if (it->to.count > 0) {
            pl_buf_add_text(&buf, "to ");
            pl_label_write(&buf, it->to);
            pl_buf_add_char(&buf, ' ');
        }
        pl_buf_add_text(&buf, resolutions[it->resolution]);
    }
    pl_buf_add_char(&buf, '\0');
    return buf.data;
}

struct form {
    const char *sentence;
    const char *expected;
};

static void check_forms(struct pl_arena *arena, const struct form *forms,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct pl_plan *plan = plan_with(arena, forms[i].sentence);
        const char *found = summary(arena, plan);
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
        const struct pl_plan *plan = plan_with(*state, forms[i].sentence);
        assert_int_equal(plan->references_count, 1);
        const struct pl_reference *it = &plan->references[0];
        assert_int_equal(it->direction, forms[i].direction);
        assert_true(
            pl_str_eq(text_of(plan, it->phrase), pl_str_from(forms[i].phrase)));
    }
}

static void target_is_the_number_that_is_meant(void **state)
{
    const struct pl_plan *plan = plan_with(*state, "See paragraphs 3 to 5.");
    assert_int_equal(plan->references_count, 1);
    const struct pl_reference *it = &plan->references[0];
    assert_true(pl_str_eq(text_of(plan, it->range), (pl_str)PL_STR("3 to 5")));
    assert_true(pl_str_eq(text_of(plan, it->target), (pl_str)PL_STR("3")));
    assert_true(pl_str_eq(text_of(plan, it->target_end), (pl_str)PL_STR("5")));
    assert_true(it->target.start < it->range.start);
}

static void captions_and_headings_do_not_refer(void **state)
{
    const struct pl_plan *plan = plan_with(*state, "Nothing is said.");
    assert_string_equal(summary(*state, plan), "");
}

static void annex_i_is_an_annex_and_section_i_may_be_a_person(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state,
        "# 1 Aims\n\nThe list in annex I gives the places that the section I "
        "wrote leaves out.\n\n# Annex I\n\nText.\n\n# Annex II\n\nText.\n");
    assert_int_equal(plan->references_count, 1);
    assert_range_text(plan, plan->references[0].phrase, "annex I");
    assert_int_equal(plan->references[0].resolution, PL_RESOLUTION_FOUND);
}

static void numbers_restart_in_each_annex(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state,
        "# Annex 1\n\n# 1 Boats\n\n1 All boats pay.\n\n2 See paragraph 1.\n\n"
        "3 See paragraph 2.\n\n"
        "# Annex 2\n\n# 1 Ships\n\n1 All ships pay.\n\n2 See paragraph 1.\n\n"
        "3 See paragraph 2.\n");
    assert_int_equal(plan->references_count, 4);
    for (uint32_t i = 0; i < 4; i++) {
        const struct pl_reference *it = &plan->references[i];
        assert_int_equal(it->resolution, PL_RESOLUTION_FOUND);
        assert_true(it->range.start - it->target.start < 60);
    }
}

static void openers_of_a_resolution_name_their_items(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state,
        "RESOLUTION 9 (Rev. Lisbon, 2020)\n\nconsidering\n\n"
        "a) that boats need harbours;\n\nb) that harbours need boats,\n\n"
        "resolves\n\n"
        "that what is said in considering a) and b) above shall stand.\n");
    assert_string_equal(summary(*state, plan), "item a found; item b found");
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

static void an_only_annex_is_known_to_be_one(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state, "# 1 Port\n\nSee Schedule 1, Schedule 2 and Annex 1.\n\n"
                "# Schedule 1\n\nThe fees of the port.\n");
    assert_string_equal(summary(*state, plan),
                        "annex 1 found; annex 2 missing; annex 1 external");
    assert_true(plan->references[1].is_beside_one);
}

static void parts_are_found_by_their_word_in_other_languages(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state, "# Partie I\n\nLe port est ouvert (voir Partie II).\n\n"
                "# Partie II\n\nLes feux : voir Appendice B.\n\n"
                "# Appendice A\n\nLe quai est long.\n\n"
                "# Appendice B\n\nEl muelle: Anexo 1.\n\n"
                "# Anexo 1\n\nEl muelle es largo.\n");
    assert_string_equal(summary(*state, plan),
                        "section II found; annex B found; annex 1 found");
}

static void documents_without_structure_have_no_missing_places(void **state)
{
    const struct pl_plan *plan = plan_from_markdown(
        *state, "See section 3, paragraph 12, Annex B, Table 4, Figure 2,\n"
                "goal 3, target 1.2, item c), footnote 7 and Article 4.\n");
    assert_int_equal(plan->references_count, 10);
    for (uint32_t i = 0; i < plan->references_count; i++) {
        assert_int_equal(plan->references[i].resolution,
                         PL_RESOLUTION_EXTERNAL);
    }
}

static void long_lists_are_read_in_linear_time(void **state)
{
    struct pl_buf buf = pl_buf_in(*state);
    pl_buf_add_text(&buf, "Of 1.1");
    for (int i = 0; i < 100000; i++) {
        pl_buf_add_text(&buf, ", 1.1");
    }
    pl_buf_add_text(&buf, " and sections 1.1");
    for (int i = 0; i < 100000; i++) {
        pl_buf_add_text(&buf, ", 1.1");
    }
    pl_buf_add_char(&buf, '\0');
    const struct pl_plan *plan = plan_from_markdown(*state, buf.data);
    assert_true(plan->references_count >= 100001);
}

/* Citations. */

static void check_citation(struct pl_arena *arena, const char *sentence,
                           const char *expected)
{
    const struct pl_plan *plan = plan_with(arena, sentence);
    struct pl_buf buf = pl_buf_in(arena);
    for (uint32_t i = 0; i < plan->citations_count; i++) {
        const struct pl_citation *it = &plan->citations[i];
        pl_buf_addf(&buf, "%s%.*s|%.*s|%s%.*s|%.*s", i > 0 ? "; " : "",
                    PL_STR_ARG(it->instrument),
                    PL_STR_ARG(text_of(plan, it->number)),
                    it->is_revision ? "Rev. " : "",
                    PL_STR_ARG(text_of(plan, it->place)),
                    PL_STR_ARG(text_of(plan, it->year)));
    }
    pl_buf_add_char(&buf, '\0');
    if (strcmp(buf.data, expected) != 0) {
        fail_msg("\"%s\": \"%s\", not \"%s\"", sentence, buf.data, expected);
    }
}

static void instruments_are_cited_by_number(void **state)
{
    check_citation(*state, "It follows Resolution 71 (Rev. Bucharest, 2022).",
                   "Resolution|71|Rev. Bucharest|2022");
    check_citation(*state, "It follows Resolution 118 (Marrakesh, 2002).",
                   "Resolution|118|Marrakesh|2002");
    check_citation(*state, "It follows Resolution 71 (Rev.Busan, 2014).",
                   "Resolution|71|Rev. Busan|2014");
    check_citation(*state, "It follows resolution 73/3.", "Resolution|73/3||");
    check_citation(*state, "It follows A/RES/70/1.", "Resolution|A/RES/70/1||");
    check_citation(*state, "It follows Decision 482.", "Decision|482||");
    check_citation(*state, "It is Recommendation ITU-T G.8101/Y.1355.",
                   "Recommendation|ITU-T G.8101/Y.1355||");
    check_citation(*state,
                   "It follows Resolutions 2 (Dubai, 2018) and 5 (Doha, 2026).",
                   "Resolution|2|Dubai|2018; Resolution|5|Doha|2026");
    check_citation(*state, "It follows Resolution 71 (REV. DOHA, 202622).",
                   "Resolution|71|Rev. DOHA|202622");
    check_citation(*state, "It follows Resolution 130 (see below).",
                   "Resolution|130||");
}

static void other_words_cite_nothing(void **state)
{
    check_citation(*state, "The decision was taken by 12 boats.", "");
    check_citation(*state, "The Resolution of 1994 stands.", "");
    check_citation(*state, "The resolutions 16th and later are void.", "");
    check_citation(*state, "A high resolution is needed.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(single_numbers_are_found),
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
        ARENA_TEST(target_is_the_number_that_is_meant),
        ARENA_TEST(captions_and_headings_do_not_refer),
        ARENA_TEST(annex_i_is_an_annex_and_section_i_may_be_a_person),
        ARENA_TEST(numbers_restart_in_each_annex),
        ARENA_TEST(openers_of_a_resolution_name_their_items),
        ARENA_TEST(french_refers_too),
        ARENA_TEST(spanish_refers_too),
        ARENA_TEST(a_range_of_one_word_goes_forward),
        ARENA_TEST(as_leads_to_a_place_or_to_an_example),
        ARENA_TEST(an_only_annex_is_known_to_be_one),
        ARENA_TEST(parts_are_found_by_their_word_in_other_languages),
        ARENA_TEST(documents_without_structure_have_no_missing_places),
        ARENA_TEST(long_lists_are_read_in_linear_time),
        ARENA_TEST(instruments_are_cited_by_number),
        ARENA_TEST(other_words_cite_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
