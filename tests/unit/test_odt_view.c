/* What an OpenDocument text shows: its text, its headings. */
#include "cmocka_wrap.h"
#include "odt_views.h"
#include "plan_from_text.h"
#include "text/word/model.h"

/* ----- text ----- */

static void each_paragraph_is_a_line(void **state)
{
    ASSERT_ODT_VIEW(state, ODT_P("one") ODT_P("") ODT_P("two"), "one\ntwo\n");
}

static void white_space_is_one_blank(void **state)
{
    ASSERT_ODT_VIEW(state,
                    ODT_P("\n  The <text:span> plan\n\tof</text:span> 2028 \n"),
                    "The plan of 2028\n");
}

static void blanks_tabs_and_breaks_are_elements(void **state)
{
    ASSERT_ODT_VIEW(state,
                    ODT_P("a<text:s text:c=\"2\"/>b<text:tab/>c<text:s/>d"
                          "<text:line-break/>e"),
                    "a  b\tc d e\n");
}

static void entities_and_links_and_fields_are_text(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        ODT_P("R&amp;D, <text:a xlink:href=\"https://harbour.example"
              "\">the annex</text:a>, page <text:page-number>4"
              "</text:page-number>"),
        "R&D, the annex, page 4\n");
}

static void hidden_text_is_left_out(void **state)
{
    assert_odt_view(
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
    ASSERT_ODT_VIEW(
        state,
        ODT_P("before<draw:frame><draw:text-box>" ODT_P(
            "boxed") "</draw:text-box><draw:image/></draw:frame> after")
            ODT_P("next"),
        "before after\nboxed\nnext\n");
}

static void the_description_of_a_picture_is_on_a_line_of_its_own(void **state)
{
    ASSERT_ODT_VIEW(state,
                    ODT_P("See<draw:frame><draw:image/><svg:desc>A map of the "
                          "harbour</svg:desc></draw:frame> below."),
                    "See below.\n![A map of the harbour](image)\n");
}

/* ----- headings and styles ----- */

static void headings_have_the_number_of_their_level(void **state)
{
    ASSERT_ODT_VIEW(state,
                    ODT_H("1", "Aims") ODT_H("2", "Reach") ODT_P("Text.")
                        ODT_H("2", "Means") ODT_H("1", "Money"),
                    "# 1 Aims\n\n## 1.1 Reach\n\nText.\n\n## 1.2 Means\n\n"
                    "# 2 Money\n\n");
}

static void a_heading_without_a_number_does_not_count(void **state)
{
    ASSERT_ODT_VIEW(
        state,
        "<text:h text:outline-level=\"1\" text:is-list-header=\"true\""
        ">Preface</text:h>" ODT_H("1", "Aims"),
        "# Preface\n\n# 1 Aims\n\n");
}

static void a_style_takes_the_number_off_a_heading(void **state)
{
    assert_odt_view(
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
    ASSERT_ODT_VIEW(state,
                    ODT_H("1", "Aims") "<text:h text:outline-level=\"1\" "
                                       "text:restart-numbering=\"true\" "
                                       "text:start-value=\"5\">Money</text:h>",
                    "# 1 Aims\n\n# 5 Money\n\n");
}

static void a_title_stands_above_the_headings(void **state)
{
    assert_odt_view(
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
    assert_odt_view(
        *state,
        (struct odt_file_parts){
            .text = "<text:p text:style-name=\"Heading_20_1\">Aims</text:p>",
            .styles = "<style:style style:name=\"Heading_20_1\" "
                      "style:display-name=\"Heading 1\" style:family="
                      "\"paragraph\" style:default-outline-level=\"1\"/>"},
        "Aims\n");
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
        ARENA_TEST(a_flat_file_is_the_same),
        ARENA_TEST(every_place_is_in_the_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
