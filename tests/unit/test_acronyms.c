/* Acronyms: every form in which a document spells one out, what only looks
 * like it, and where acronyms and their long forms are used. */
#include "cmocka_wrap.h"

#include "plan_from_text.h"

#include <string.h>

#include "base/arena.h"
#include "plan/plan.h"
#include "text/source.h"

static const struct pl_acronym *find(const struct pl_plan *plan,
                                     const char *name)
{
    for (uint32_t i = 0; i < plan->acronyms_count; i++) {
        if (pl_str_eq(plan->acronyms[i].name, pl_str_from(name))) {
            return &plan->acronyms[i];
        }
    }
    return NULL;
}

/* What `name` stands for in a paragraph; NULL: it is not spelled out. */
struct definition {
    const char *text;
    const char *name;
    const char *long_form;
};

static void assert_definition(struct pl_arena *arena,
                              const struct definition *expected)
{
    const struct pl_plan *plan = plan_from_text(
        arena, pl_arena_printf(arena, "1 Scope\n\n%s\n", expected->text));
    const struct pl_acronym *acronym = find(plan, expected->name);
    bool is_defined = acronym && acronym->expansion_count > 0;
    if (is_defined != (expected->long_form != NULL)) {
        fail_msg("%s in \"%s\": %s", expected->name, expected->text,
                 is_defined ? "taken for spelled out" : "not spelled out");
    }
    if (is_defined) {
        assert_range_text(plan, acronym->expansions[0].long_form,
                          expected->long_form);
    }
}

#define ASSERT_DEFINITIONS(arena, table)                              \
    for (size_t i = 0; i < sizeof(table) / sizeof((table)[0]); i++) { \
        assert_definition((arena), &(table)[i]);                      \
    }

static void initials_before_parentheses_are_long_forms(void **state)
{
    static const struct definition table[] = {
        {"The Summit on Harbour Lights (SHL) met twice.", "SHL",
         "Summit on Harbour Lights"},
        {"Costs of the regional bus company (RBC) fell.", "RBC",
         "regional bus company"},
        {"for least favoured ports (LFPs) and others", "LFP",
         "least favoured ports"},
        {"use of signal/beacon and buoy technology (BBT) grew", "BBT",
         "beacon and buoy technology"},
        {"covers lights, marks, anchorages and inlets (LMAI) alike", "LMAI",
         "lights, marks, anchorages and inlets"},
        {"A high-water alarm (HWA) rings.", "HWA", "high-water alarm"},
        {"of the \"Bay Rescue Team\" (\"BRT\") today", "BRT",
         "Bay Rescue Team"},
        {"The **Port Safety Board (PSB)** decides.", "PSB",
         "Port Safety Board"},
        {"the U.S. Bureau of Lights (USBL) says", "USBL",
         "U.S. Bureau of Lights"},
        {"the Under Keel Margin (UKM) counts", "UKM", "Under Keel Margin"},
        {"the North Sea Pilots[^1] (NSP) agree", "NSP", "North Sea Pilots"},
        {"World Lighthouse Assembly (WLA-24) resolved", "WLA",
         "World Lighthouse Assembly"},
        {"Harbour Light Office (HLO, founded 1901) keeps", "HLO",
         "Harbour Light Office"},
        {"the [Bay Data Alliance](https://bda.example/x) (BDA) met", "BDA",
         "Bay Data Alliance"},
        {"the [Bay Data Alliance \\(BDA\\)](https://bda.example/x) met", "BDA",
         "Bay Data Alliance"},
        {"tidal and wave technology (TWT)s need care", "TWT",
         "tidal and wave technology"},
    };
    ASSERT_DEFINITIONS(*state, table)
}

static void letters_inside_words_count(void **state)
{
    static const struct definition table[] = {
        {"all landlocked coastal regions (LLCRs) agree", "LLCR",
         "landlocked coastal regions"},
        {"written in Extensible Plan Language (XPL) only", "XPL",
         "Extensible Plan Language"},
        {"watched on television (TV) by many", "TV", "television"},
        {"a quality of passage (QoP) index", "QoP", "quality of passage"},
        {"memoranda of accord (MoAs) were signed", "MoA",
         "memoranda of accord"},
    };
    ASSERT_DEFINITIONS(*state, table)
}

static void parts_of_a_body_have_hyphenated_acronyms(void **state)
{
    static const struct definition table[] = {
        {"the HBU Lights Sector (HBU-L) studies", "HBU-L", "HBU Lights Sector"},
        {"the Safety Sector (HBU-S) studies", "HBU-S", "Safety Sector"},
        {"the HBU\u2011wide Pilots Sector (HBU\u2011P) studies", "HBU-P",
         "HBU\u2011wide Pilots Sector"},
        {"Working Group on Dues - Plans for Harbours (WGD-PH) met", "WGD-PH",
         "Working Group on Dues - Plans for Harbours"},
    };
    ASSERT_DEFINITIONS(*state, table)
}

static void names_in_another_order_are_taken_whole(void **state)
{
    static const struct definition table[] = {
        {"the Harbour Development Bureau (BDH) helps", "BDH",
         "Harbour Development Bureau"},
        {"the Radio Bureau (BR) helps", "BR", "Radio Bureau"},
        {"talks with the Global Organization for Buoys (BGO) end", "BGO",
         "Global Organization for Buoys"},
        {"the Global Bureau of Signals and Marks (BSMX) rules", "BSMX", ""},
    };
    ASSERT_DEFINITIONS(*state, table)
}

static void other_languages_spell_acronyms_out_too(void **state)
{
    static const struct definition table[] = {
        {"Le Conseil de la pêche et de l'aquaculture (CPA) décide.", "CPA",
         "Conseil de la pêche et de l'aquaculture"},
        {"La Oficina de los Puertos del Norte (OPN) decide.", "OPN",
         "Oficina de los Puertos del Norte"},
        {"Международный союз портов (МСП) решает.", "МСП",
         "Международный союз портов"},
        {"сеть с задержками (DTN) работает", "DTN", ""},
    };
    ASSERT_DEFINITIONS(*state, table)
}

static void the_long_form_may_come_second(void **state)
{
    static const struct definition table[] = {
        {"The PLA (Port Lights Authority) decides.", "PLA",
         "Port Lights Authority"},
        {"The PLA (the Port Lights Authority) decides.", "PLA",
         "Port Lights Authority"},
        {"PLA: Port Lights Authority", "PLA", "Port Lights Authority"},
        {"PLA \u2013 Port Lights Authority", "PLA", "Port Lights Authority"},
        {"PLA\tPort Lights Authority", "PLA", "Port Lights Authority"},
        {"\tPLA\n\tPort Lights Authority\n\n\tPPA\n\tPort Pilots Authority\n",
         "PPA", "Port Pilots Authority"},
        {"| Short | Long |\n|---|---|\n| PLA | Port Lights Authority |\n",
         "PLA", "Port Lights Authority"},
    };
    ASSERT_DEFINITIONS(*state, table)
}

static void parentheses_without_matching_words_define_nothing(void **state)
{
    static const struct definition table[] = {
        {"The rules (see PLA) apply.", "PLA", NULL},
        {"The rules apply (PLA).", "PLA", NULL},
        {"Made in Boston (USA) and elsewhere.", "USA", NULL},
        {"Under Part two (II) of the plan.", "II", NULL},
        {"It is in the Union (ITU) today.", "ITU", NULL},
        {"Ports end. Lights (PEL) follow.", "PEL", NULL},
        {"The port (large; all) lights (PLAL) shine.", "PLAL", NULL},
        {"The PLA (of which more later) decides.", "PLA", NULL},
        {"The PLA (2031) decides.", "PLA", NULL},
        {"PLA \u2013 all lamps were repaired at once", "PLA", NULL},
        {"See Port Lights Authority (A) here.", "A", NULL},
        {"Read UIT-T (UIT) twice.", "UIT", NULL},
        {"The Fast Track Process (PDF) is there.", "PDF", NULL},
    };
    ASSERT_DEFINITIONS(*state, table)
}

static void a_list_of_abbreviations_is_believed(void **state)
{
    const struct pl_plan *plan =
        plan_from_text(*state, "1\tScope\n\nText.\n\n2\tAbbreviations\n\n"
                               "The following abbreviations are used:\n\n"
                               "COL\tvertical part of a table\n"
                               "NOTE \u2013 The list is not complete.\n");
    const struct pl_acronym *acronym = find(plan, "COL");
    assert_non_null(acronym);
    assert_int_equal(acronym->expansion_count, 1);
    assert_range_text(plan, acronym->expansions[0].long_form,
                      "vertical part of a table");
    assert_null(find(plan, "NOTE"));
}

static void ordinary_words_in_capitals_are_no_acronyms(void **state)
{
    static const char *const texts[] = {
        "ANNEX 1 TO RESOLUTION 71 (REV. HAVEN, 2022)",
        "Members SHALL NOT do this.",
        "IMPORTANT PORT RULES: please read.",
        "The PORT opens; each port is open.",
        "See Part IV and Part XII.",
        "Fill in XX and XXX by DD-MM-YYYY.",
        "Files of 5 GB and 20 MB.",
        "As told in A/RES/70/1 and HARBOUR_DUES.",
        "Use the 5G network and Route A.",
        "Go to README.md or <TABLE> now.",
        "The QoP of the JavaScript page.",
        "Type WGS84 and BLKADJ01 are codes.",
        "Read it on OUR-SITE, which is our site.",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        const struct pl_plan *plan = plan_from_text(
            *state, pl_arena_printf(*state, "1 Scope\n\n%s\n", texts[i]));
        if (plan->acronyms_count > 0) {
            fail_msg("\"%.*s\" in \"%s\"", PL_STR_ARG(plan->acronyms[0].name),
                     texts[i]);
        }
    }
}

static void plural_possessive_and_joined_forms_are_uses(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "1 Scope\n\nThe bay watch team (BWT) begins. BWTs, the BWT's "
                "boat, boat/BWT, BWT-led and non-BWT work; the BWT\u2019s.\n");
    const struct pl_acronym *acronym = find(plan, "BWT");
    assert_non_null(acronym);
    assert_int_equal(acronym->use_count, 6);
    for (uint32_t i = 1; i < acronym->use_count; i++) {
        assert_true(acronym->uses[i - 1] < acronym->uses[i]);
    }
    assert_int_equal(plan->acronyms_count, 1);
}

static void a_sector_is_not_a_use_of_its_union(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "1 Scope\n\nThe HBU and HBU-L and again HBU-L met.\n");
    assert_int_equal(find(plan, "HBU")->use_count, 1);
    assert_int_equal(find(plan, "HBU-L")->use_count, 2);
}

static void joined_acronyms_that_stand_alone_too_are_two(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "1 Scope\n\nThe CWG-SFP met. An HBU-PLA pact. HBU and PLA.\n");
    assert_non_null(find(plan, "CWG-SFP"));
    assert_null(find(plan, "HBU-PLA"));
    assert_int_equal(find(plan, "HBU")->use_count, 2);
    assert_int_equal(find(plan, "PLA")->use_count, 2);
}

static void acronyms_come_in_order_of_first_occurrence(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "1 Scope\n\nFirst PLA, then the bay watch team (BWT), QRS.\n");
    assert_int_equal(plan->acronyms_count, 3);
    assert_true(pl_str_eq(plan->acronyms[0].name, pl_str_from("PLA")));
    assert_true(pl_str_eq(plan->acronyms[1].name, pl_str_from("BWT")));
    assert_true(pl_str_eq(plan->acronyms[2].name, pl_str_from("QRS")));
}

static void every_definition_is_kept(void **state)
{
    const struct pl_plan *plan =
        plan_from_text(*state, "1 Scope\n\nThe bay watch team (BWT) begins.\n\n"
                               "The bay water trust (BWT) goes on.\n");
    const struct pl_acronym *acronym = find(plan, "BWT");
    assert_int_equal(acronym->expansion_count, 2);
    assert_range_text(plan, acronym->expansions[0].long_form, "bay watch team");
    assert_range_text(plan, acronym->expansions[1].long_form,
                      "bay water trust");
    assert_range_text(plan, acronym->expansions[1].acronym, "BWT");
    assert_int_equal(acronym->use_count, 0);
}

static void long_forms_written_again_are_found(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state,
        "1 Scope\n\nA bay watch team stood there before. A bay watch team "
        "(BWT) begins.\n\nBay watch teams go on; a Bay Watch team and a bay "
        "watch, team. Bay watch of a team.\n");
    const struct pl_acronym *acronym = find(plan, "BWT");
    assert_int_equal(acronym->long_use_count, 3);
    assert_range_text(plan, acronym->long_uses[0], "Bay watch teams");
    assert_range_text(plan, acronym->long_uses[1], "Bay Watch team");
}

static void longer_names_and_definitions_are_not_long_uses(void **state)
{
    const struct pl_plan *plan = plan_from_text(
        *state, "1 Scope\n\nThe Port Rules (PR) exist. The Port Rules Board "
                "(PRB) met. The Port Rules Committee met.\n");
    assert_int_equal(find(plan, "PR")->long_use_count, 0);
}

static void hostile_texts_stay_linear(void **state)
{
    enum { REPEATS = 20000 };
    struct pl_buf text = pl_buf_in(*state);
    pl_buf_add_text(&text, "1 Scope\n\n");
    for (int i = 0; i < REPEATS; i++) {
        pl_buf_addf(&text, "a a b (AB) a b (A%c%c) AB-CD ", 'A' + i % 26,
                    'A' + i / 26 % 26);
    }
    pl_buf_add_char(&text, '\0');
    const struct pl_plan *plan = plan_from_text(*state, pl_buf_str(&text).data);
    assert_non_null(find(plan, "AB"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(initials_before_parentheses_are_long_forms),
        ARENA_TEST(letters_inside_words_count),
        ARENA_TEST(parts_of_a_body_have_hyphenated_acronyms),
        ARENA_TEST(names_in_another_order_are_taken_whole),
        ARENA_TEST(other_languages_spell_acronyms_out_too),
        ARENA_TEST(the_long_form_may_come_second),
        ARENA_TEST(parentheses_without_matching_words_define_nothing),
        ARENA_TEST(a_list_of_abbreviations_is_believed),
        ARENA_TEST(ordinary_words_in_capitals_are_no_acronyms),
        ARENA_TEST(plural_possessive_and_joined_forms_are_uses),
        ARENA_TEST(a_sector_is_not_a_use_of_its_union),
        ARENA_TEST(joined_acronyms_that_stand_alone_too_are_two),
        ARENA_TEST(acronyms_come_in_order_of_first_occurrence),
        ARENA_TEST(every_definition_is_kept),
        ARENA_TEST(long_forms_written_again_are_found),
        ARENA_TEST(longer_names_and_definitions_are_not_long_uses),
        ARENA_TEST(hostile_texts_stay_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
