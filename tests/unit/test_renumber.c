/* Renumbering: the numbers of a series, one surface form at a time. */
#include "cmocka_wrap.h"

#include "base/arena.h"
#include "base/buf.h"
#include "plan_from_text.h"
#include "renumbering.h"

static void nested_numbers_follow_their_section(void **state)
{
    assert_renumbered(
        *state,
        "1 \tAims\n"
        "1.1 The ports, see {2|3}.1.2 below and section {2|3}.2.\n"
        "{1bis|2} \tMore\n"
        "{2|3} \tMeans\n"
        "{2|3}.1 \tMoney\n"
        "{2|3}.1.1 The sums.\n"
        "{2|3}.1.2 The fees, see section {2|3}.1.1.\n"
        "Table {2|3}.1 \u2013 Sums\n"
        "{2|3}.2 \tPeople\n"
        "{2|3}.2.1 The crews, see Table {2|3}.1 and (see {2|3}.1.2).\n",
        (struct renumber_wish){.kind = "sections"}, "");
}

static void a_damaged_number_is_mended(void **state)
{
    assert_renumbered(*state,
                      "1 \tAims\n"
                      "1.1 \tPorts\n"
                      "{12|1.2} \tShips\n"
                      "1.3 \tBoats, see section 1.2\n"
                      "2 \tMeans\n",
                      (struct renumber_wish){.kind = "sections"}, "");
}

static void items_go_from_z_to_aa(void **state)
{
    struct pl_buf text = pl_buf_in(*state);
    pl_buf_add_text(&text, "1 The ports (see item {z|aa}) below):\n"
                           "a) port a;\n{a|b}) an insertion;\n");
    for (int c = 'b'; c < 'z'; c++) {
        pl_buf_addf(&text, "{%c|%c}) port %c;\n", c, c + 1, c);
    }
    pl_buf_add_text(&text, "{z|aa}) port z;\n2 The ships.\n");
    pl_buf_add_char(&text, '\0');
    assert_renumbered(*state, text.data,
                      (struct renumber_wish){.kind = "items"}, "");
}

static void forms_are_kept(void **state)
{
    assert_renumbered(*state,
                      "ANNEX I\n"
                      "Rules\n"
                      "1 The rules, see annex II.\n"
                      "ANNEX {III|II}\n"
                      "Maps\n"
                      "2 The maps, see Annex {III|II}.\n"
                      "ANNEX {IV|III}\n"
                      "Lists\n"
                      "3 The lists.\n",
                      (struct renumber_wish){.kind = "annexes"},
                      "annex II: what it means is not certain");
    assert_markdown_renumbered(*state,
                               "Figure 01: Lake\n\n"
                               "See Figure {03|02}.\n\n"
                               "Figure {03|02}: River\n\n"
                               "Figure {04|03}: Sea\n",
                               (struct renumber_wish){.kind = "figures"}, "");
}

static void notes_with_one_number_are_told_apart_by_their_place(void **state)
{
    assert_renumbered(*state,
                      "1 The lake[footnoteRef:1]. [1: It is deep.]\n"
                      "2 The river[footnoteRef:{1|2}]. [{1|2}: It is long.]\n"
                      "3 The sea[footnoteRef:{2|3}]. [{2|3}: It is wide.]\n",
                      (struct renumber_wish){.kind = "footnotes"}, "");
}

static void an_image_and_its_caption_have_one_number(void **state)
{
    assert_markdown_renumbered(*state,
                               "See Figure {3|2}.\n\n"
                               "![Figure 1](a.png)\n\n"
                               "Figure 1: Lake\n\n"
                               "![Figure {3|2}](b.png)\n\n"
                               "Figure {3|2}: River\n",
                               (struct renumber_wish){.kind = "figures"}, "");
}

static void codes_in_a_column_are_no_series(void **state)
{
    const char *text = "1 The marks:\n(S) TE\n(S) EN\n(S) DA\n";
    const struct pl_plan *plan = plan_from(*state, text, PL_FORMAT_WORD_TEXT);
    struct pl_renumbered result = pl_renumber(
        *state, plan,
        renumber_request_for(plan, (struct renumber_wish){.kind = "items"}));
    assert_int_equal(result.edits.count, 0);
    assert_string_equal(renumber_left(*state, plan, &result),
                        "(S): too few of these numbers follow each other");
}

static void entities_of_any_kind_follow(void **state)
{
    assert_markdown_renumbered(
        *state,
        "# Plan\n\n"
        "## Action 1: Dredge the river\n\n"
        "See Action {3|4} and Actions 2 and {3|4}.\n\n"
        "## Action 2: Build a lock\n\n"
        "It is needed for Action 1.\n\n"
        "## Action {2|3}: Insert a thing\n\n"
        "It is new.\n\n"
        "## Action {3|4}: Paint the lock\n\n"
        "See Action 2.\n",
        (struct renumber_wish){.kind = "actions"},
        "Actions 2: more than one place has this number | "
        "Action 2: more than one place has this number");
}

static void insertions_continue_those_that_are_there(void **state)
{
    assert_renumbered(
        *state,
        "5 The ports.\n"
        "6 The ships.\n"
        "6bis The boats.\n"
        "{6|6ter} An insertion.\n"
        "7 The crews, see paragraph 6bis.\n"
        "8 The fees.\n",
        (struct renumber_wish){.kind = "paragraphs", .style = PL_RENUMBER_BIS},
        "");
    assert_renumbered(
        *state,
        "5 The ports.\n"
        "6 The ships.\n"
        "6 An insertion.\n"
        "6bis The boats.\n"
        "7 The crews.\n"
        "8 The fees.\n",
        (struct renumber_wish){.kind = "paragraphs", .style = PL_RENUMBER_BIS},
        "6: no number is free after the one before");
}

static void a_heading_without_a_number_gets_one(void **state)
{
    assert_markdown_renumbered(
        *state,
        "# Plan\n\n## 1 Aims\n\nText.\n\n## {|2 }Insertion\n\nText.\n\n"
        "## {2|3} Means\n\nSee section {2|3}.\n",
        (struct renumber_wish){.kind = "sections", .from = "## Insertion"}, "");
    assert_markdown_renumbered(
        *state,
        "# Plan\n\n## 1 Aims\n\nText.\n\n## {|1A }Insertion\n\nText.\n\n"
        "## 2 Means\n\nSee section 2.\n",
        (struct renumber_wish){.kind = "sections",
                               .style = PL_RENUMBER_LETTER,
                               .from = "## Insertion"},
        "");
}

static void a_number_far_from_the_others_stays(void **state)
{
    assert_renumbered(*state,
                      "1 The ports.\n"
                      "2 The ships.\n"
                      "431 The boxes.\n"
                      "{4|3} The boats.\n"
                      "{5|4} The crews.\n",
                      (struct renumber_wish){.kind = "paragraphs"},
                      "431: the number is far from those around it");
}

static void assert_spot(struct pl_arena *arena, const char *text,
                        const char *place, const char *plural)
{
    const struct pl_plan *plan = plan_from(arena, text, PL_FORMAT_WORD_TEXT);
    struct pl_renumber_spot spot;
    bool found = pl_renumber_series_at(plan, offset_of(plan, place), &spot);
    assert_string_equal(found ? pl_renumber_plural(spot.kind) : "nothing",
                        plural);
}

static void a_place_says_what_can_be_renumbered_there(void **state)
{
    const char *text = "1 \tAims\n1 The ports:\na) old;\nb) new.\n"
                       "Table 1 \u2013 Ports\n2 The ships.\nA new one.\n"
                       "Annex A\nMaps\nA word.\n";
    assert_spot(*state, text, "Aims", "sections");
    assert_spot(*state, text, "The ports", "paragraphs");
    assert_spot(*state, text, "new.", "items");
    assert_spot(*state, text, "Table 1", "tables");
    assert_spot(*state, text, "A new one", "paragraphs");
    assert_spot(*state, text, "Annex A", "annexes");
    assert_spot(*state, text, "A word", "nothing");
}

static void empty_plans_have_nothing_to_renumber(void **state)
{
    static const char *const texts[] = {"", "\n", "Words.\n", "1\n", "a)"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        const struct pl_plan *plan = plan_from_text(*state, texts[i]);
        for (unsigned kind = 0; kind < PL_RENUMBER_KIND_COUNT; kind++) {
            struct pl_renumbered all = pl_renumber(
                *state, plan,
                (struct pl_renumber_request){
                    .kind = (enum pl_renumber_kind)kind, .offset = PL_NONE});
            struct pl_renumbered one = pl_renumber(
                *state, plan,
                (struct pl_renumber_request){
                    .kind = (enum pl_renumber_kind)kind, .offset = 0});
            assert_int_equal(all.edits.count + one.edits.count, 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(nested_numbers_follow_their_section),
        ARENA_TEST(a_damaged_number_is_mended),
        ARENA_TEST(items_go_from_z_to_aa),
        ARENA_TEST(forms_are_kept),
        ARENA_TEST(notes_with_one_number_are_told_apart_by_their_place),
        ARENA_TEST(an_image_and_its_caption_have_one_number),
        ARENA_TEST(codes_in_a_column_are_no_series),
        ARENA_TEST(entities_of_any_kind_follow),
        ARENA_TEST(insertions_continue_those_that_are_there),
        ARENA_TEST(a_heading_without_a_number_gets_one),
        ARENA_TEST(a_number_far_from_the_others_stays),
        ARENA_TEST(a_place_says_what_can_be_renumbered_there),
        ARENA_TEST(empty_plans_have_nothing_to_renumber),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
