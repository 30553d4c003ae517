/* What an OpenDocument text shows: its text, its numbers, its tables. */
#include "cmocka_wrap.h"
#include "odt_file.h"
#include "plan_from_text.h"
#include "text/word/field/fields.h"
#include "text/word/model.h"
#include "text/word/number/numbers.h"
#include "text/word/view/view.h"

static void assert_view(struct pl_arena *arena, struct odt_file_parts parts,
                        const char *expected)
{
    if (!parts.styles) {
        parts.styles = ODT_LIST_STYLES ODT_OUTLINE;
    }
    pl_str text = pl_word_view_make(arena, odt_file_read(arena, parts),
                                    PL_WORD_VIEW_FINAL)
                      ->text;
    if (!pl_str_eq(text, pl_str_from(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", PL_STR_ARG(text), expected);
    }
}

#define ASSERT_VIEW(state, body, expected) \
    assert_view(*(state), (struct odt_file_parts){.text = (body)}, expected)

/* ----- text ----- */

static void each_paragraph_is_a_line(void **state)
{
    ASSERT_VIEW(state, ODT_P("one") ODT_P("") ODT_P("two"), "one\ntwo\n");
}

static void white_space_is_one_blank(void **state)
{
    ASSERT_VIEW(state,
                ODT_P("\n  The <text:span> plan\n\tof</text:span> 2028 \n"),
                "The plan of 2028\n");
}

static void blanks_tabs_and_breaks_are_elements(void **state)
{
    ASSERT_VIEW(state,
                ODT_P("a<text:s text:c=\"2\"/>b<text:tab/>c<text:s/>d"
                      "<text:line-break/>e"),
                "a  b\tc d e\n");
}

static void entities_and_links_and_fields_are_text(void **state)
{
    ASSERT_VIEW(state,
                ODT_P("R&amp;D, <text:a xlink:href=\"https://harbour.example"
                      "\">the annex</text:a>, page <text:page-number>4"
                      "</text:page-number>"),
                "R&D, the annex, page 4\n");
}

static void hidden_text_is_left_out(void **state)
{
    assert_view(
        *state,
        (struct odt_file_parts){
            .text = ODT_P(
                "seen<text:span text:style-name=\"T1\"> not"
                "</text:span>") "<text:p text:style-name=\"P1\">not</text:p>"
                                "<text:section text:display=\"none\">" ODT_P(
                                    "nor this") "</"
                                                "text:section><text:"
                                                "section>" ODT_P("this is") "</"
                                                                            "te"
                                                                            "xt"
                                                                            ":s"
                                                                            "ec"
                                                                            "ti"
                                                                            "on"
                                                                            ">",
            .automatic =
                "<style:style style:name=\"T1\" style:family=\"text\">"
                "<style:text-properties text:display=\"none\"/></style:style>"
                "<style:style style:name=\"P1\" style:family=\"paragraph\">"
                "<style:text-properties text:display=\"none\"/></style:style>"},
        "seen\nthis is\n");
}

static void a_text_box_stands_after_its_paragraph_once(void **state)
{
    ASSERT_VIEW(state,
                ODT_P("before<draw:frame><draw:text-box>" ODT_P(
                    "boxed") "</draw:text-box><draw:image/></draw:frame> after")
                    ODT_P("next"),
                "before after\nboxed\nnext\n");
}

static void the_description_of_a_picture_is_on_a_line_of_its_own(void **state)
{
    ASSERT_VIEW(state,
                ODT_P("See<draw:frame><draw:image/><svg:desc>A map of the "
                      "harbour</svg:desc></draw:frame> below."),
                "See below.\n![A map of the harbour](image)\n");
}

/* ----- headings and styles ----- */

static void headings_have_the_number_of_their_level(void **state)
{
    ASSERT_VIEW(state,
                ODT_H("1", "Aims") ODT_H("2", "Reach") ODT_P("Text.")
                    ODT_H("2", "Means") ODT_H("1", "Money"),
                "# 1 Aims\n\n## 1.1 Reach\n\nText.\n\n## 1.2 Means\n\n"
                "# 2 Money\n\n");
}

static void a_heading_without_a_number_does_not_count(void **state)
{
    ASSERT_VIEW(state,
                "<text:h text:outline-level=\"1\" text:is-list-header=\"true\""
                ">Preface</text:h>" ODT_H("1", "Aims"),
                "# Preface\n\n# 1 Aims\n\n");
}

static void a_style_takes_the_number_off_a_heading(void **state)
{
    assert_view(
        *state,
        (struct odt_file_parts){
            .text = "<text:h text:style-name=\"P1\" text:outline-level=\"1\">"
                    "Preface</text:h>" ODT_H("1", "Aims"),
            .automatic = "<style:style style:name=\"P1\" style:family="
                         "\"paragraph\" style:list-style-name=\"\"/>"},
        "# Preface\n\n# 1 Aims\n\n");
}

static void a_heading_begins_anew_where_it_says_so(void **state)
{
    ASSERT_VIEW(state,
                ODT_H("1", "Aims") "<text:h text:outline-level=\"1\" "
                                   "text:restart-numbering=\"true\" "
                                   "text:start-value=\"5\">Money</text:h>",
                "# 1 Aims\n\n# 5 Money\n\n");
}

static void a_title_stands_above_the_headings(void **state)
{
    assert_view(
        *state,
        (struct odt_file_parts){
            .text = "<text:p text:style-name=\"P1\">Plan</text:p>" ODT_H(
                "1", "Aims"),
            .automatic = "<style:style style:name=\"P1\" style:family="
                         "\"paragraph\" style:parent-style-name=\"Title\"/>",
            .styles = "<style:style style:name=\"Title\" style:family="
                      "\"paragraph\"/>"},
        "# Plan\n\n## Aims\n\n");
}

static void a_paragraph_in_the_style_of_a_heading_is_none(void **state)
{
    assert_view(
        *state,
        (struct odt_file_parts){
            .text = "<text:p text:style-name=\"Heading_20_1\">Aims</text:p>",
            .styles = "<style:style style:name=\"Heading_20_1\" "
                      "style:display-name=\"Heading 1\" style:family="
                      "\"paragraph\" style:default-outline-level=\"1\"/>"},
        "Aims\n");
}

/* ----- lists ----- */

static void lists_count_level_by_level(void **state)
{
    ASSERT_VIEW(
        state,
        ODT_LIST(
            ODT_NUMBERS,
            ODT_ITEM(ODT_P("one") ODT_P("goes on") ODT_LIST(
                "", ODT_ITEM(ODT_P("below")) ODT_ITEM(
                        ODT_P("again") ODT_LIST("", ODT_ITEM(ODT_P("deep"))))))
                ODT_ITEM(ODT_P("two") ODT_LIST("", ODT_ITEM(ODT_P("anew"))))),
        "1.\tone\ngoes on\n1.1\tbelow\n1.2\tagain\n(a)\tdeep\n2.\ttwo\n"
        "2.1\tanew\n");
}

static void a_list_goes_on_where_it_says_so(void **state)
{
    ASSERT_VIEW(
        state,
        ODT_LIST(ODT_NUMBERS " xml:id=\"a\"", ODT_ITEM(ODT_P("one")))
            ODT_LIST(ODT_NUMBERS, ODT_ITEM(ODT_P("another"))) ODT_LIST(
                ODT_NUMBERS " text:continue-list=\"a\"", ODT_ITEM(ODT_P("two")))
                ODT_LIST(ODT_NUMBERS " text:continue-numbering=\"true\"",
                         ODT_ITEM(ODT_P("three"))),
        "1.\tone\n1.\tanother\n2.\ttwo\n3.\tthree\n");
}

static void an_item_may_have_a_number_given_or_none(void **state)
{
    ASSERT_VIEW(
        state,
        ODT_LIST(
            ODT_NUMBERS,
            "<text:list-header>" ODT_P(
                "none") "</text:list-header><text:list-item text:start-value="
                        "\"4\">" ODT_P("four") "</text:list-item>" ODT_ITEM(
                            ODT_P("five"))),
        "none\n4.\tfour\n5.\tfive\n");
}

static void a_level_that_nothing_counted_begins_with_its_start(void **state)
{
    ASSERT_VIEW(state,
                ODT_LIST(ODT_NUMBERS,
                         ODT_ITEM(ODT_LIST("", ODT_ITEM(ODT_P("inner"))))
                             ODT_ITEM(ODT_P("outer"))),
                "1.1\tinner\n2.\touter\n");
}

static void bullets_are_no_numbers(void **state)
{
    ASSERT_VIEW(state,
                ODT_LIST("text:style-name=\"Bullets\"",
                         ODT_ITEM(ODT_P("one")) ODT_ITEM(ODT_P("two"))),
                "\xE2\x80\xA2\tone\n\xE2\x80\xA2\ttwo\n");
}

static void the_style_of_a_paragraph_may_have_the_list(void **state)
{
    assert_view(
        *state,
        (struct odt_file_parts){
            .text = ODT_LIST("", ODT_ITEM("<text:p text:style-name=\"P1\">one"
                                          "</text:p>")),
            .automatic = "<style:style style:name=\"P1\" style:family="
                         "\"paragraph\" style:parent-style-name=\"Para\"/>",
            .styles = "<style:style style:name=\"Para\" style:family="
                      "\"paragraph\" "
                      "style:list-style-name=\"Numbers\"/>" ODT_LIST_STYLES},
        "1.\tone\n");
}

static void a_pattern_writes_the_levels_that_it_names(void **state)
{
    assert_view(
        *state,
        (struct odt_file_parts){
            .text = ODT_LIST(
                ODT_NUMBERS,
                ODT_ITEM(ODT_P("one") ODT_LIST(
                    "", ODT_ITEM(ODT_P("below")) ODT_ITEM(ODT_P("again"))))),
            .styles = "<text:list-style style:name=\"Numbers\">" ODT_LEVEL(
                "1", "I", "loext:num-list-format=\"Part %1%\"")
                ODT_LEVEL(
                    "2", "a",
                    "loext:num-list-format=\"%1%-%2%)\"") "</text:list-style>"},
        "Part I one\nI-a)\tbelow\nI-b)\tagain\n");
}

static void assert_twenty_seventh(struct pl_arena *arena, const char *sync,
                                  const char *expected)
{
    const char *styles = pl_arena_printf(
        arena,
        "<text:list-style style:name=\"Numbers\">"
        "<text:list-level-style-number text:level=\"1\" style:num-format=\"a\""
        " style:num-suffix=\")\" style:num-letter-sync=\"%s\" "
        "text:start-value=\"28\"/></text:list-style>",
        sync);
    assert_view(arena,
                (struct odt_file_parts){
                    .text = ODT_LIST(ODT_NUMBERS, ODT_ITEM(ODT_P("one"))),
                    .styles = styles},
                expected);
}

static void letters_after_z_are_doubled_or_go_on(void **state)
{
    assert_twenty_seventh(*state, "false", "ab)\tone\n");
    assert_twenty_seventh(*state, "true", "bb)\tone\n");
}

/* ----- tables, notes, comments ----- */

#define CELL(content) "<table:table-cell>" content "</table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TABLE(rows) "<table:table>" rows "</table:table>"

static void a_table_is_a_line_for_each_row(void **state)
{
    ASSERT_VIEW(
        state,
        TABLE("<table:table-header-rows>" ROW(CELL(ODT_P("Aim")) CELL(ODT_P(
            "By"))) "</table:table-header-rows>" ROW(CELL(ODT_P("Reach")
                                                              ODT_P("all"))
                                                         CELL(ODT_P("2028")))),
        "| Aim | By |\n| Reach\tall | 2028 |\n\n");
}

static void cells_that_are_covered_are_empty(void **state)
{
    ASSERT_VIEW(
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
    ASSERT_VIEW(
        state,
        TABLE(ROW(CELL(TABLE(ROW(CELL(ODT_P("in")) CELL(ODT_P("side")))))
                      CELL(ODT_P("2028")))),
        "| in\tside | 2028 |\n\n");
}

static void notes_have_their_numbers(void **state)
{
    assert_view(
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
    ASSERT_VIEW(
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
    ASSERT_VIEW(state,
                ODT_P("Reach " COMMENT("", "All?") "all ports.")
                    ODT_P(COMMENT("loext:resolved=\"true\"", "Done") "Text."),
                "Reach all ports.\tComment by A. Drafter: All?\nText.\n");
}

static void a_table_of_contents_is_no_outline(void **state)
{
    ASSERT_VIEW(
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
    assert_view(
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

/* ----- files ----- */

static void a_flat_file_is_the_same(void **state)
{
    struct odt_file_parts parts = {.text = ODT_H("1", "Aims") ODT_P("Text."),
                                   .styles = ODT_OUTLINE};
    struct pl_source *source;
    struct pl_error error;
    pl_str bytes = odt_file_make_flat(*state, parts);
    assert_true(
        pl_source_read(*state, "plan.fodt", bytes, NULL, &source, &error));
    assert_true(pl_str_eq(source->text, (pl_str)PL_STR("# 1 Aims\n\nText.\n")));
}

static void every_place_is_in_the_content(void **state)
{
    struct odt_file_parts parts = {.text = ODT_P("Reach all  ports.")};
    const struct pl_word_file *word = odt_file_read(*state, parts);
    const struct pl_word_view *view =
        pl_word_view_make(*state, word, PL_WORD_VIEW_FINAL);
    struct pl_word_place place = pl_word_view_place(view, 10); /* "ports" */
    const struct pl_word_piece *piece = &word->pieces[place.segment->piece];
    assert_true(
        pl_str_eq(word->parts[place.part].name, (pl_str)PL_STR("content.xml")));
    assert_true(pl_str_eq(piece->text, (pl_str)PL_STR("ports.")));
    assert_int_equal(piece->xml.end - piece->xml.start, piece->text.len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(each_paragraph_is_a_line),
        ARENA_TEST(white_space_is_one_blank),
        ARENA_TEST(blanks_tabs_and_breaks_are_elements),
        ARENA_TEST(entities_and_links_and_fields_are_text),
        ARENA_TEST(hidden_text_is_left_out),
        ARENA_TEST(a_text_box_stands_after_its_paragraph_once),
        ARENA_TEST(the_description_of_a_picture_is_on_a_line_of_its_own),
        ARENA_TEST(headings_have_the_number_of_their_level),
        ARENA_TEST(a_heading_without_a_number_does_not_count),
        ARENA_TEST(a_style_takes_the_number_off_a_heading),
        ARENA_TEST(a_heading_begins_anew_where_it_says_so),
        ARENA_TEST(a_title_stands_above_the_headings),
        ARENA_TEST(a_paragraph_in_the_style_of_a_heading_is_none),
        ARENA_TEST(lists_count_level_by_level),
        ARENA_TEST(a_list_goes_on_where_it_says_so),
        ARENA_TEST(an_item_may_have_a_number_given_or_none),
        ARENA_TEST(a_level_that_nothing_counted_begins_with_its_start),
        ARENA_TEST(bullets_are_no_numbers),
        ARENA_TEST(the_style_of_a_paragraph_may_have_the_list),
        ARENA_TEST(a_pattern_writes_the_levels_that_it_names),
        ARENA_TEST(letters_after_z_are_doubled_or_go_on),
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
        ARENA_TEST(a_flat_file_is_the_same),
        ARENA_TEST(every_place_is_in_the_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
