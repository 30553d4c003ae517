#include "word_views.h"

#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "text/word/model.h"

/* ----- paragraphs ----- */

static void each_paragraph_is_a_line(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL, WORD_PARA("one") WORD_P("") WORD_PARA("two"),
                     "one\ntwo\n");
}

static void headings_are_marked_with_their_level_and_number(void **state)
{
    ASSERT_WORD_VIEW(
        state, FINAL,
        WORD_STYLED("Heading1", "Aims") WORD_STYLED("Heading2", "Reach")
            WORD_PARA("Text.")
                WORD_P("<w:pPr><w:pStyle w:val=\"Heading1\"/><w:numPr><w:numId "
                       "w:val=\"1\"/></w:numPr></w:pPr>" WORD_RUN("Means")),
        "# Aims\n\n## Reach\n\nText.\n\n# 1. Means\n\n");
}

static void a_title_stands_above_the_headings(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     WORD_STYLED("Title", "Plan")
                         WORD_STYLED("Heading1", "Aims"),
                     "# Plan\n\n## Aims\n\n");
}

static void a_sentence_in_the_style_of_a_heading_is_none(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL, WORD_STYLED("Heading1", "We aim to:"),
                     "We aim to:\n");
}

static void numbers_stand_before_their_paragraphs(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     WORD_LISTED("1", "0", "one") WORD_LISTED("1", "1", "two")
                         WORD_LISTED("1", "2", "three"),
                     "1.\tone\n1.1\ttwo\n(a)\tthree\n");
}

static void a_number_without_text_is_still_shown(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     WORD_LISTED("1", "0", "") WORD_LISTED("1", "0", "two"),
                     "1.\n2.\ttwo\n");
}

static void breaks_are_blanks_and_two_of_them_end_a_line(void **state)
{
    ASSERT_WORD_VIEW(
        state, FINAL,
        WORD_P("<w:r><w:t>a </w:t><w:br/><w:t> b</w:t><w:br/><w:br/>"
               "<w:t>c</w:t></w:r>"),
        "a b\nc\n");
}

static void blanks_around_a_paragraph_and_what_is_unseen_go(void **state)
{
    ASSERT_WORD_VIEW(
        state, FINAL,
        WORD_P("<w:r><w:tab/><w:t xml:space=\"preserve\"> a</w:t>"
               "<w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/><w:t "
               "xml:space=\"preserve\">c </w:t></w:r>"
               "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"),
        "ab-c\n");
}

static void what_looks_like_mark_up_is_text(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL, WORD_PARA("# 1 fan") WORD_PARA("| a | b"),
                     "\\# 1 fan\n\\| a | b\n");
}

#define HIDDEN_ITEM(mark, text)                                               \
    WORD_P("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/>"      \
           "</w:numPr><w:rPr>" mark "</w:rPr></w:pPr><w:r><w:rPr><w:vanish/>" \
           "</w:rPr>" WORD_TEXT(text) "</w:r>")

static void what_is_hidden_with_its_mark_is_only_counted(void **state)
{
    struct word_file_parts parts = {
        .document = WORD_LISTED("1", "0", "a") HIDDEN_ITEM("<w:vanish/>", "b")
            HIDDEN_ITEM("", "c") WORD_LISTED("1", "0", "d"),
        .numbering = WORD_NUMBERING};
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "1.\ta\n3.\n4.\td\n");
}

static void a_hidden_number_is_only_counted(void **state)
{
    struct word_file_parts parts = {
        .document = WORD_LISTED("1", "0", "a") WORD_LISTED("1", "1", "b"),
        .numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
            "<w:start w:val=\"3\"/><w:lvlText w:val=\"%1.\"/><w:rPr>"
            "<w:vanish/></w:rPr></w:lvl>" WORD_LEVEL(
                "1", "decimal", "%1.%2") "</w:abstractNum><w:num "
                                         "w:numId=\"1\"><w:abstractNumId "
                                         "w:val=\"0\"/></w:num>"};
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "a\n3.1\tb\n");
}

static void a_paragraph_may_say_that_it_is_no_heading(void **state)
{
#define LEVEL_OF(style, level)               \
    WORD_P("<w:pPr><w:pStyle w:val=\"" style \
           "\"/><w:outlineLvl w:val=\"" level "\"/></w:pPr>" WORD_RUN(style))
    struct word_file_parts parts = {
        .document = LEVEL_OF("Heading1", "9") LEVEL_OF("Act", "9")
            LEVEL_OF("Act", "0") WORD_STYLED("Act", "x") WORD_STYLED("Run", "y")
                WORD_STYLED("Part", "z"),
        .styles = WORD_STYLES
        "<w:style w:type=\"paragraph\" w:styleId=\"Act\"><w:name "
        "w:val=\"Act\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Run\"><w:name "
        "w:val=\"Run\"/><w:basedOn w:val=\"Act\"/><w:pPr><w:outlineLvl "
        "w:val=\"9\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Part\"><w:basedOn "
        "w:val=\"Heading1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>"
        "</w:style>"};
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "# Heading1\n\nAct\n\n# Act\n\n## x\n\ny\n\n# z\n\n");
}

static void quotations_are_marked(void **state)
{
    struct word_file_parts parts = {
        .document = WORD_STYLED("Q", "12 Quoted."),
        .styles = WORD_STYLES "<w:style w:type=\"paragraph\" w:styleId=\"Q\">"
                              "<w:name w:val=\"Intense Quote\"/></w:style>"};
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "> 12 Quoted.\n");
}

/* ----- revisions ----- */

#define EDITED                                                                \
    WORD_P(WORD_RUN("We ") WORD_DEL("will") WORD_INS("shall") WORD_RUN(" act" \
                                                                       "."))

static void each_view_has_its_text(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL, EDITED, "We shall act.\n");
    ASSERT_WORD_VIEW(state, ORIGINAL, EDITED, "We will act.\n");
    ASSERT_WORD_VIEW(state, MARKUP, EDITED, "We {--will--}{++shall++} act.\n");
}

#define LOST_MARK(text)                  \
    "<w:p><w:pPr><w:rPr><w:del " WORD_BY \
    "/></w:rPr></w:pPr>" WORD_RUN(text) "</w:p>"

static void a_paragraph_without_its_mark_goes_on_in_the_next(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     LOST_MARK("one ") WORD_LISTED("1", "0", "two"),
                     "1.\tone two\n");
    ASSERT_WORD_VIEW(state, ORIGINAL,
                     LOST_MARK("one ") WORD_LISTED("1", "0", "two"),
                     "one\n1.\ttwo\n");
}

static void text_that_a_change_made_names_it(void **state)
{
    const struct pl_word_view *view =
        word_view_of(*state, (struct word_file_parts){.document = EDITED},
                     PL_WORD_VIEW_FINAL);
    uint32_t change = pl_word_view_change(view, (struct pl_range){3, 8});
    assert_int_not_equal(change, PL_NONE);
    assert_int_equal(view->word->changes[change].kind, PL_WORD_INSERTED);
    assert_int_equal(pl_word_view_change(view, (struct pl_range){9, 12}),
                     PL_NONE);
}

/* ----- origins ----- */

static void each_byte_has_its_place(void **state)
{
    static const char body[] = WORD_LISTED("1", "0",
                                           "R&amp;D \xC2\xAD"
                                           "pays");
    const struct pl_word_view *view = word_view_of(
        *state, (struct word_file_parts){.document = body}, PL_WORD_VIEW_FINAL);
    assert_word_view(view, "1.\tR&D pays\n");
    uint32_t start = view->word->paras[0].xml.start;
    size_t text = pl_str_find(pl_str_from(body), pl_str_from("R&amp;"), 0);
    static const struct {
        uint32_t offset;
        enum pl_word_segment_kind kind;
        uint32_t xml; /* in the text of the run */
    } places[] = {
        {0, PL_WORD_LABEL, 0},        {2, PL_WORD_MADE, 0},
        {3, PL_WORD_FROM_PIECE, 0},   {4, PL_WORD_FROM_PIECE, 1},
        {5, PL_WORD_FROM_PIECE, 6},   {7, PL_WORD_FROM_PIECE, 10},
        {10, PL_WORD_FROM_PIECE, 13}, {11, PL_WORD_MADE, 0},
    };
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        struct pl_word_place place = pl_word_view_place(view, places[i].offset);
        assert_int_equal(place.segment->kind, places[i].kind);
        if (places[i].kind == PL_WORD_FROM_PIECE) {
            assert_int_equal(place.xml, start + text + places[i].xml);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(each_paragraph_is_a_line),
        ARENA_TEST(headings_are_marked_with_their_level_and_number),
        ARENA_TEST(a_title_stands_above_the_headings),
        ARENA_TEST(a_sentence_in_the_style_of_a_heading_is_none),
        ARENA_TEST(numbers_stand_before_their_paragraphs),
        ARENA_TEST(a_number_without_text_is_still_shown),
        ARENA_TEST(breaks_are_blanks_and_two_of_them_end_a_line),
        ARENA_TEST(blanks_around_a_paragraph_and_what_is_unseen_go),
        ARENA_TEST(what_looks_like_mark_up_is_text),
        ARENA_TEST(what_is_hidden_with_its_mark_is_only_counted),
        ARENA_TEST(a_hidden_number_is_only_counted),
        ARENA_TEST(a_paragraph_may_say_that_it_is_no_heading),
        ARENA_TEST(quotations_are_marked),
        ARENA_TEST(each_view_has_its_text),
        ARENA_TEST(a_paragraph_without_its_mark_goes_on_in_the_next),
        ARENA_TEST(text_that_a_change_made_names_it),
        ARENA_TEST(each_byte_has_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
