/* Tables, notes, comments and fields of an OpenDocument text. */
#include "cmocka_wrap.h"
#include "odt_views.h"
#include "plan_from_text.h"
#include "text/word/field/fields.h"
#include "text/word/model.h"
#include "text/word/number/numbers.h"

/* ----- tables, notes, comments ----- */

#define CELL(content) "<table:table-cell>" content "</table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TABLE(rows) "<table:table>" rows "</table:table>"

static void a_table_is_a_line_for_each_row(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        TABLE("<table:table-header-rows>" ROW(CELL(ODT_P("Aim")) CELL(ODT_P(
            "By"))) "</table:table-header-rows>" ROW(CELL(ODT_P("Reach")
                                                              ODT_P("all"))
                                                         CELL(ODT_P("2028")))),
        "| Aim | By |\n| Reach\tall | 2028 |\n\n");
}

static void cells_that_are_covered_are_empty(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        TABLE(ROW("<table:table-cell table:number-columns-spanned="
                  "\"2\">" ODT_P("Aims") "</table:table-cell>"
                                         "<table:covered-table-cell/>" CELL(
                                             ODT_P("By")))
                  ROW(CELL(ODT_P("Reach")) CELL("") CELL(ODT_P("2028")))),
        "| Aims |  | By |\n| Reach |  | 2028 |\n\n");
}

static void a_cell_may_have_a_table(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        TABLE(ROW(CELL(TABLE(ROW(CELL(ODT_P("in")) CELL(ODT_P("side")))))
                      CELL(ODT_P("2028")))),
        "| in\tside | 2028 |\n\n");
}

static void notes_have_their_numbers(void **state)
{
    assert_odt_view(
        *state,
        (struct odt_file_parts){
            .text = ODT_P(
                "Reach<text:note text:note-class=\"footnote\">"
                "<text:note-citation>9</"
                "text:note-citation><text:note-body>" ODT_P(
                    "All ports.") "</text:note-body></text:note> and depth"
                                  "<text:note "
                                  "text:note-class=\"endnote\"><text:note-"
                                  "citation>9"
                                  "</text:note-citation><text:note-body>" ODT_P(
                                      "In metres.") "</text:note-body></"
                                                    "text:note>.")},
        "Reach[^1] and depth[^i].\n\n[^1]: All ports.\n\n[^i]: In metres.\n");
}

static void a_list_in_a_note_counts_for_itself(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        ODT_LIST(
            ODT_NUMBERS,
            ODT_ITEM(ODT_P(
                "one<text:note text:note-class=\"footnote\">"
                "<text:note-citation>1</"
                "text:note-citation><text:note-body>" ODT_LIST(
                    ODT_NUMBERS,
                    ODT_ITEM(ODT_P("noted"))) "</text:note-body></text:note>"))
                ODT_ITEM(ODT_P("two"))),
        "1.\tone[^1]\n2.\ttwo\n\n[^1]: 1. noted\n");
}

#define COMMENT(attributes, text)                                           \
    "<office:annotation " attributes "><dc:creator>A. Drafter</dc:creator>" \
    "<dc:date>2026-05-04T09:30:00</dc:date>" ODT_P(                         \
        text) "</office:annotation>"

static void comments_stand_at_the_end_until_they_are_resolved(void **state)
{
    ASSERT_ODT_VIEW(state,
                    ODT_P("Reach " COMMENT("", "All?") "all ports.") ODT_P(
                        COMMENT("loext:resolved=\"true\"", "Done") "Text."),
                    "Reach all ports.\tComment by A. Drafter: All?\nText.\n");
}

static void a_table_of_contents_is_no_outline(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        "<text:table-of-content><text:table-of-content-source>"
        "<text:index-title-template>Not</text:index-title-template>"
        "</text:table-of-content-source><text:index-body>" ODT_P(
            "1 Aims<text:tab/>4") "</text:index-body></"
                                  "text:table-of-content>" ODT_H("1", "Aims"),
        "1 Aims\t4\n\n# 1 Aims\n\n");
}

#define PAGE(name, more, header)                       \
    "<style:master-page style:name=\"" name "\" " more \
    "><style:header>" header "</style:header></style:master-page>"

static void headers_of_pages_that_are_used_are_quoted_at_the_end(void **state)
{
    assert_odt_view(
        *state,
        (struct odt_file_parts){
            .text = ODT_P("one") "<text:p text:style-name=\"P1\">two</text:p>",
            .automatic = "<style:style style:name=\"P1\" style:family="
                         "\"paragraph\" style:master-page-name=\"First\"/>",
            .pages = PAGE("Standard", "", ODT_P("Plan of the Union"))
                PAGE("First", "style:next-style-name=\"Next\"", ODT_P("Cover"))
                    PAGE("Next", "",
                         ODT_P("Plan for 2028, page <text:page-number>3"
                               "</text:page-number>"))
                        PAGE("Unused", "", ODT_P("Nobody sees this")),
        },
        "one\ntwo\n\n> Plan of the Union\n\n> Cover\n\n> Plan for 2028, "
        "page\n");
}

/* ----- fields ----- */

static void references_are_fields_of_the_model(void **state)
{
    struct odt_file_parts parts = {
        .text = ODT_P("<text:bookmark-start text:name=\"r\"/>Reach"
                      "<text:bookmark-end text:name=\"r\"/>")
            ODT_P("See <text:bookmark-ref text:reference-format=\"text\" "
                  "text:ref-name=\"r\">Range</text:bookmark-ref> and "
                  "<text:bookmark-ref text:reference-format=\"page\" "
                  "text:ref-name=\"gone\">4</text:bookmark-ref>, as "
                  "<text:bookmark-ref text:reference-format=\"direction\" "
                  "text:ref-name=\"r\">above</text:bookmark-ref>."),
    };
    const struct pl_word_file *word = odt_file_read(*state, parts);
    struct pl_word_fields fields =
        pl_word_fields_judge(*state, word, PL_WORD_FINAL,
                             pl_word_labels(*state, word, PL_WORD_FINAL));
    assert_int_equal(fields.count, 2);
    assert_int_equal(fields.items[0].verdict, PL_WORD_VERDICT_STALE);
    assert_true(pl_str_eq(fields.items[0].due, (pl_str)PL_STR("Reach")));
    assert_int_equal(fields.items[1].verdict, PL_WORD_VERDICT_NO_BOOKMARK);
}

static void links_lead_to_bookmarks_or_to_other_things(void **state)
{
    static const char *const targets[] = {
        "The plan",
        "",
        "",
        "",
    };
    struct odt_file_parts parts = {
        .text = ODT_P("<text:a xlink:href=\"#The%20plan\">a</text:a>"
                      "<text:a xlink:href=\"#1.Aims|outline\">b</text:a>"
                      "<text:a xlink:href=\"https://harbour.example/#x\">c"
                      "</text:a><text:a>d</text:a>"),
    };
    const struct pl_word_file *word = odt_file_read(*state, parts);
    assert_int_equal(word->links_count, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_true(
            pl_str_eq(word->links[i].bookmark, pl_str_from(targets[i])));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_table_is_a_line_for_each_row),
        ARENA_TEST(cells_that_are_covered_are_empty),
        ARENA_TEST(a_cell_may_have_a_table),
        ARENA_TEST(notes_have_their_numbers),
        ARENA_TEST(a_list_in_a_note_counts_for_itself),
        ARENA_TEST(comments_stand_at_the_end_until_they_are_resolved),
        ARENA_TEST(a_table_of_contents_is_no_outline),
        ARENA_TEST(headers_of_pages_that_are_used_are_quoted_at_the_end),
        ARENA_TEST(references_are_fields_of_the_model),
        ARENA_TEST(links_lead_to_bookmarks_or_to_other_things),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
