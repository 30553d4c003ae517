/* Symbols: what a cursor is on, and where else that stands. Every case is a
 * text with a cursor and the places of the symbol marked. */
#include "cmocka_wrap.h"

#include "marked_text.h"
#include "plan_from_text.h"

#include "base/arena.h"
#include "base/vec.h"
#include "plan/plan.h"
#include "plan/symbols.h"

struct found {
    const struct marked_file *file;
    const struct pl_plan *plan;
    const struct pl_symbols *symbols;
    struct pl_symbol_hit hit;
};

static struct found find(struct pl_arena *arena, const char *marked)
{
    struct found found;
    found.file = marked_text_file(marked_text_read(arena, marked));
    found.plan = marked_file_plan(arena, found.file);
    found.symbols = pl_symbols_build(arena, found.plan);
    found.hit = pl_symbol_at(found.symbols, found.file->cursors[0]);
    return found;
}

/* The symbol at the cursor is of that name and stands in the marked places. */
static struct found assert_symbol(struct pl_arena *arena, const char *title,
                                  const char *marked)
{
    struct found found = find(arena, marked);
    if (!found.hit.symbol) {
        fail_msg("there is no symbol at the cursor");
        return found;
    }
    pl_str said = pl_symbol_title(arena, found.symbols, found.hit.symbol);
    if (!pl_str_eq(said, pl_str_from(title))) {
        fail_msg("\"%.*s\" is not \"%s\"", PL_STR_ARG(said), title);
    }
    PL_VEC(struct pl_range) ranges = {0};
    for (uint32_t i = found.hit.symbol->first; i < found.hit.symbol->end; i++) {
        *PL_VEC_PUSH(arena, &ranges) =
            found.symbols->occurrences[found.symbols->by_symbol[i]].range;
    }
    assert_marked_ranges(found.file, ranges.items, ranges.len);
    return found;
}

static void assert_nothing(struct pl_arena *arena, const char *marked)
{
    struct found found = find(arena, marked);
    if (found.hit.symbol) {
        pl_str said = pl_symbol_title(arena, found.symbols, found.hit.symbol);
        fail_msg("\"%.*s\" is at the cursor", PL_STR_ARG(said));
    }
}

static void paragraphs_and_what_refers_to_them(void **state)
{
    assert_symbol(*state, "paragraph 2",
                  "# 1 Harbour\n\n"
                  "1 The office keeps the harbour open (see para|graph 2).\n"
                  "                                                    ^\n\n"
                  "2 It keeps the lights burning.\n"
                  "^\n\n"
                  "3 Paragraph 2 above is in force.\n"
                  "            ^\n");
}

static void the_number_of_a_paragraph_means_it(void **state)
{
    assert_symbol(*state, "paragraph 2",
                  "# 1 Harbour\n\n"
                  "1 The office keeps the harbour open (see paragraph 2).\n"
                  "                                                   ^\n\n"
                  "2| It keeps the lights burning.\n"
                  "^\n");
}

static void words_around_a_reference_mean_nothing(void **state)
{
    assert_nothing(*state, "# 1 Harbour\n\n"
                           "1 The harbour is open (s|ee paragraph 2).\n\n"
                           "2 It keeps the lights burning.\n");
    assert_nothing(*state, "# 1 Harbour\n\n"
                           "1 The harbour is open (see paragraph 2).\n\n"
                           "2 It keeps the lig|hts burning.\n");
}

static void a_section_is_looked_for_in_the_chapter_named_before_it(void **state)
{
    assert_symbol(*state, "section B",
                  "%! plan.txt\n"
                  "I. Harbour\n\nAll is well.\n\n"
                  "II. Lights\n\nA. Lamps\n\nThey burn.\n\n"
                  "B. Oil\n^  ^^^\n\nIt is dear.\n\n"
                  "III. Boats\n\nA. Hulls\n\nThey float.\n\n"
                  "B. Sails\n\nSee chapter II, sect|ion B, for the oil.\n"
                  "                         ^\n");
    assert_symbol(*state, "section B",
                  "%! plan.txt\n"
                  "I. Harbour\n\nAll is well.\n\n"
                  "II. Lights\n\nA. Lamps\n\nThey burn.\n\n"
                  "B. Oil\n\nIt is dear.\n\n"
                  "III. Boats\n\nSee section B| for the sails.\n"
                  "            ^\n\n"
                  "A. Hulls\n\nThey float and float and float.\n\n"
                  "B. Sails\n^  ^^^^^\n\nThey blow.\n");
}

static void a_list_of_numbers_gives_the_one_under_the_cursor(void **state)
{
    assert_symbol(*state, "section 3",
                  "# 1 Harbour\n\nSee sections 1, 2 and |3.\n"
                  "                       ^\n\n"
                  "# 2 Lights\n\nThey burn.\n\n"
                  "# 3 Boats\n"
                  "  ^\n"
                  "    ^^^^^\n\n"
                  "They float.\n");
    assert_nothing(*state, "# 1 Harbour\n\nSee sections 1, 2 a|nd 3.\n\n"
                           "# 2 Lights\n\nThey burn.\n\n"
                           "# 3 Boats\n\nThey float.\n");
}

#define SPAN                                             \
    "# 1 Harbour\n\n1 Paragraphs 3%s to%s 5%s hold.\n\n" \
    "2 Two.\n\n3 Three.\n\n4 Four.\n\n5 Five.\n"

static void assert_end(struct pl_arena *arena, const char *const marks[3],
                       const char *title, const char *other)
{
    struct found found =
        find(arena, pl_arena_printf(arena, SPAN, marks[0], marks[1], marks[2]));
    assert_non_null(found.hit.symbol);
    pl_str said = pl_symbol_title(arena, found.symbols, found.hit.symbol);
    assert_true(pl_str_eq(said, pl_str_from(title)));
    if (!other) {
        assert_null(found.hit.other);
        return;
    }
    assert_non_null(found.hit.other);
    said = pl_symbol_title(arena, found.symbols,
                           &found.symbols->items[found.hit.other->symbol]);
    assert_true(pl_str_eq(said, pl_str_from(other)));
}

static void a_span_gives_the_end_under_the_cursor_or_both(void **state)
{
    assert_end(*state, (const char *[]){"|", "", ""}, "paragraph 3", NULL);
    assert_end(*state, (const char *[]){"", "|", ""}, "paragraph 3",
               "paragraph 5");
    assert_end(*state, (const char *[]){"", "", "|"}, "paragraph 5", NULL);
}

static void an_item_of_a_paragraph_is_referred_to_by_both(void **state)
{
    assert_symbol(*state, "item b) of paragraph 1",
                  "# 1 Harbour\n\n1 The office will:\n\n"
                  "a) dredge the channel;\n\nb) paint the buoys.\n^\n\n"
                  "2 What paragraph 1 (|b) says holds.\n"
                  "                     ^\n");
    assert_symbol(*state, "paragraph 1",
                  "# 1 Harbour\n\n1 The office will:\n^\n\n"
                  "a) dredge the channel;\n\nb) paint the buoys.\n\n"
                  "2 What para|graph 1 (b) says holds.\n"
                  "                  ^\n");
}

static void a_goal_is_its_number_and_its_name(void **state)
{
    assert_symbol(*state, "goal 1",
                  "# 1 Goals\n\n"
                  "Goal 1: Safe Entry\n"
                  "     ^\n"
                  "        ^^^^^^^^^^\n\n"
                  "Goal 2: Fair Berths\n\n"
                  "# 2 Targets\n\n"
                  "Targets for Goal 1: Safe En|try\n"
                  "                 ^\n"
                  "                    ^^^^^^^^^^^\n\n"
                  "What Goal 1 asks for is dear.\n"
                  "          ^\n");
}

static void names_in_title_case_are_found_in_running_text(void **state)
{
    assert_symbol(*state, "goal 1",
                  "# 1 Goals\n\nGoal 1: Safe Ent|ry\n"
                  "     ^  ^^^^^^^^^^^\n\n"
                  "Goal 2: Safe Entry for All\n\n"
                  "The office owes Safe Entry to all boats. A safe entry "
                  "is dear.\n"
                  "                ^^^^^^^^^^\n\n"
                  "Without Safe Entry for All nothing works.\n");
    assert_nothing(*state, "# 1 Goals\n\nGoal 1: Safe entry\n\n"
                           "Each Safe en|try is dear.\n");
}

static void an_acronym_is_all_its_forms(void **state)
{
    struct found found = assert_symbol(
        *state, "PSC",
        "# 1 Harbour\n\n"
        "The port safety committee (PSC) meets. The PS|C's work is dear.\n"
        "    ^^^^^^^^^^^^^^^^^^^^^                  ^^^^\n"
        "                           ^^^\n"
        "All PSCs meet; the port safety committee decides.\n"
        "    ^^^            ^^^^^^^^^^^^^^^^^^^^^\n");
    assert_int_equal(pl_symbol_use_count(found.symbols, found.hit.symbol), 3);
    assert_int_equal(found.hit.occurrence->role, PL_OCCURRENCE_NUMBER);
    assert_false(found.hit.occurrence->is_definition);
}

static void a_footnote_is_its_marks_and_its_label(void **state)
{
    struct found found = assert_symbol(*state, "footnote depth",
                                       "# 1 Harbour\n\n"
                                       "The channel is deep.[^dep|th]\n"
                                       "                      ^^^^^^\n\n"
                                       "It stays so.[^depth]\n"
                                       "              ^^^^^\n\n"
                                       "[^depth]: At low tide.\n"
                                       "  ^^^^^\n");
    assert_range_text(found.plan, found.hit.symbol->extent,
                      "[^depth]: At low tide.");
}

static void annexes_and_captions(void **state)
{
    assert_symbol(*state, "Annex 2",
                  "# 1 Harbour\n\nSee Ann|ex 2.\n"
                  "           ^\n\n"
                  "# Annex 1\n\nRules.\n\n# Annex 2\n"
                  "        ^\n\nFees.\n");
    assert_symbol(*state, "Table 1",
                  "# 1 Harbour\n\nTab|le 1 – Depths\n"
                  "       ^\n"
                  "           ^^^^^^\n\n"
                  "What Table 1 shows is deep.\n"
                  "           ^\n");
}

static void clause_items_are_pointed_at_by_their_verb(void **state)
{
    assert_symbol(*state, "considering b)",
                  "%! act.txt\n"
                  "RESOLUTION 5\n\nLights of the harbour\n\n"
                  "The Council,\n\nconsidering\n\n"
                  "a) that boats come;\n\nb) that nights are dark,\n^\n\n"
                  "resolves\n\n"
                  "1 that lights burn as considering |b) above asks;\n"
                  "                                  ^^\n\n"
                  "2 to pay for them.\n");
}

static void an_instrument_is_known_by_its_number(void **state)
{
    struct found found =
        assert_symbol(*state, "Resolution 71",
                      "# 1 Harbour\n\n"
                      "Resolution 71 (Rev. Lisbon, 2022) holds.\n"
                      "           ^^\n\n"
                      "So does what Resol|ution 71 asks for.\n"
                      "                         ^^\n");
    assert_true(pl_range_is_empty(found.hit.symbol->extent));
}

static void labels_of_links(void **state)
{
    assert_symbol(*state, "link [act]",
                  "# 1 Harbour\n\nSee [the act][a|ct], [act] and `[act]`.\n"
                  "              ^^^^    ^^^\n\n"
                  "[act]: https://example.org/act\n"
                  " ^^^\n");
}

static void what_begins_at_the_cursor_comes_before_what_ends(void **state)
{
    assert_symbol(*state, "PSC",
                  "# 1 Harbour\n\n"
                  "The port safety committee (PSC) meets with the "
                  "lights office (LO).\n"
                  "    ^^^^^^^^^^^^^^^^^^^^^\n"
                  "                           ^^^\n\n"
                  "The PSC|/LO group meets.\n"
                  "    ^^^\n");
}

static void doubles_go_in_a_circle(void **state)
{
    struct found found =
        assert_symbol(*state, "paragraph 2",
                      "# 1 Harbour\n\n1 One.\n\n|2 Two.\n^^\n\n"
                      "2 Two again.\n\n3 Three.\n");
    uint32_t self = (uint32_t)(found.hit.symbol - found.symbols->items);
    uint32_t other = found.hit.symbol->next_double;
    assert_int_not_equal(other, self);
    assert_int_equal(found.symbols->items[other].next_double, self);
}

static void what_is_two_things_is_one_symbol(void **state)
{
    struct pl_arena *arena = *state;
    struct found found =
        find(arena, "# 1 Thematic priorities\n\n## Young pilots\n\n"
                    "The work under young pilots is expected to deliver the "
                    "following outcomes:\n\n"
                    "|1) Fewer wrecks.\n\n2) More pilots.\n");
    assert_non_null(found.hit.symbol);
    assert_int_equal(found.hit.symbol->kind, PL_SYMBOL_ENTITY);
    for (uint32_t i = 0; i < found.symbols->count; i++) {
        assert_int_not_equal(found.symbols->items[i].kind, PL_SYMBOL_ITEM);
    }
}

static void sections_reach_to_their_last_descendant(void **state)
{
    struct found found =
        assert_symbol(*state, "section 1",
                      "# 1 Har|bour\n"
                      "  ^\n"
                      "    ^^^^^^^^\n\n"
                      "## 1.1 Lights\n\nThey burn.\n\n# 2 Boats\n\nFloat.\n");
    assert_range_text(found.plan, found.hit.symbol->extent,
                      "# 1 Harbour\n\n## 1.1 Lights\n\nThey burn.");
}

static void lines_of_contents_name_sections_and_entities(void **state)
{
    struct found found =
        assert_symbol(*state, "section 2",
                      "%! plan.txt\n"
                      "Contents\n\n1\tOverview\t1\n2\tBoats\t2\n"
                      "^ ^^^^^\n3\tDelivery\t4\n\n"
                      "1\tOverview\n\nAll is well.\n\n"
                      "2\tBo|ats\n^ ^^^^^^\n\nThe harbour is open.\n\n"
                      "3\tDelivery\n\nAll is done.\n");
    assert_true(
        pl_symbol_occurrence(found.symbols, found.hit.symbol, 0)->is_contents);
    assert_int_equal(pl_symbol_use_count(found.symbols, found.hit.symbol), 0);
    assert_symbol(*state, "goal 1",
                  "%! plan.txt\n"
                  "Contents\n\nIntroduction\t1\n"
                  "Goal 1: Safe Entry\t2\n"
                  "     ^  ^^^^^^^^^^\n"
                  "Delivery\t4\n\n"
                  "Introduction\n\nAll is well.\n\n"
                  "Goal 1: Safe Ent|ry\n"
                  "     ^  ^^^^^^^^^^^\n\nThe harbour is open.\n\n"
                  "Delivery\n\nAll is done.\n");
}

static void acronyms_stand_in_contents_too(void **state)
{
    assert_symbol(*state, "PSC",
                  "%! plan.txt\n"
                  "Contents\n\n1\tOverview\t1\n2\tThe PSC and PSCs\t2\n"
                  "      ^^^     ^^^\n3\tDelivery\t4\n\n"
                  "1\tOverview\n\nThe port safety committee (PSC) meets.\n"
                  "    ^^^^^^^^^^^^^^^^^^^^^\n"
                  "                           ^^^\n\n"
                  "2\tThe PS|C and PSCs\n      ^^^^     ^^^\n\n"
                  "The harbour is open.\n\n"
                  "3\tDelivery\n\nAll is done.\n");
}

static void french_references(void **state)
{
    assert_symbol(*state, "section 2",
                  "# 1 Port\n\nVoir la sec|tion 2 et les sections 1 et 2.\n"
                  "                 ^                      ^\n\n"
                  "# 2 Feux\n"
                  "  ^\n"
                  "    ^^^^\n\nIls brûlent.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(paragraphs_and_what_refers_to_them),
        ARENA_TEST(the_number_of_a_paragraph_means_it),
        ARENA_TEST(words_around_a_reference_mean_nothing),
        ARENA_TEST(a_section_is_looked_for_in_the_chapter_named_before_it),
        ARENA_TEST(a_list_of_numbers_gives_the_one_under_the_cursor),
        ARENA_TEST(a_span_gives_the_end_under_the_cursor_or_both),
        ARENA_TEST(an_item_of_a_paragraph_is_referred_to_by_both),
        ARENA_TEST(a_goal_is_its_number_and_its_name),
        ARENA_TEST(names_in_title_case_are_found_in_running_text),
        ARENA_TEST(an_acronym_is_all_its_forms),
        ARENA_TEST(a_footnote_is_its_marks_and_its_label),
        ARENA_TEST(annexes_and_captions),
        ARENA_TEST(clause_items_are_pointed_at_by_their_verb),
        ARENA_TEST(an_instrument_is_known_by_its_number),
        ARENA_TEST(labels_of_links),
        ARENA_TEST(what_begins_at_the_cursor_comes_before_what_ends),
        ARENA_TEST(doubles_go_in_a_circle),
        ARENA_TEST(what_is_two_things_is_one_symbol),
        ARENA_TEST(sections_reach_to_their_last_descendant),
        ARENA_TEST(lines_of_contents_name_sections_and_entities),
        ARENA_TEST(acronyms_stand_in_contents_too),
        ARENA_TEST(french_references),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
