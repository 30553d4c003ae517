/* What is known to be a quotation by how it is set. */
#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "word_views.h"

#define SET(indent, run, text)                         \
    WORD_P("<w:pPr>" indent "</w:pPr><w:r><w:rPr>" run \
           "</w:rPr>" WORD_TEXT(text) "</w:r>")
#define FAR_IN "<w:ind w:left=\"1440\"/>"
#define BOTH_SIDES "<w:ind w:start=\"1440\" w:end=\"720\"/>"
#define HANGING "<w:ind w:left=\"720\" w:hanging=\"720\"/>"
#define ITALIC "<w:i/>"
#define SMALL "<w:sz w:val=\"20\"/>"
#define BODY_SIZE "<w:sz w:val=\"24\"/>"
#define BODY(text) SET(HANGING, BODY_SIZE, text)

static void italics_further_in_after_a_colon_are_quoted(void **state)
{
    ASSERT_WORD_VIEW(
        state, FINAL,
        BODY("8. The charter says:") SET(FAR_IN, ITALIC, "67. Ships pay.")
            SET(FAR_IN, ITALIC, "68. Boats do not.") BODY("9. We agree."),
        "8. The charter says:\n> 67. Ships pay.\n> 68. Boats do not.\n"
        "9. We agree.\n");
}

static void the_indent_of_a_hanging_number_is_where_it_hangs(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     BODY("8. It says:") SET("<w:ind w:left=\"720\"/>", ITALIC,
                                             "16c. Ships pay."),
                     "8. It says:\n> 16c. Ships pay.\n");
}

static void what_is_narrower_on_both_sides_is_quoted(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     BODY("8. It says:")
                         SET(BOTH_SIDES, BODY_SIZE, "67. Ships pay."),
                     "8. It says:\n> 67. Ships pay.\n");
}

static void what_is_smaller_is_quoted_from_its_mark_on(void **state)
{
    ASSERT_WORD_VIEW(
        state, FINAL,
        BODY("8. It ended so.") SET(FAR_IN, SMALL, "\u201C67. Ships pay.")
            WORD_P("") SET(FAR_IN, SMALL, "68. Boats do not.\u201D"),
        "8. It ended so.\n> \u201C67. Ships pay.\n> 68. Boats do not.\u201D\n");
    ASSERT_WORD_VIEW(state, FINAL,
                     BODY("8. It has:") SET(FAR_IN, SMALL, "67. Ships."),
                     "8. It has:\n67. Ships.\n");
}

static void lists_and_terms_are_the_document_s_own(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     BODY("8. Aims are:") SET(FAR_IN, ITALIC, "(a) ships;")
                         SET(FAR_IN, ITALIC, "(b) boats."),
                     "8. Aims are:\n(a) ships;\n(b) boats.\n");
    ASSERT_WORD_VIEW(state, FINAL,
                     BODY("8. Ports:") SET(FAR_IN, ITALIC, "Larkhaven (Mer)"),
                     "8. Ports:\nLarkhaven (Mer)\n");
    ASSERT_WORD_VIEW(
        state, FINAL,
        BODY("8. Here, these are terms.")
            SET(FAR_IN, SMALL, "\u201Cship\u201D means all that floats;"),
        "8. Here, these are terms.\n"
        "\u201Cship\u201D means all that floats;\n");
    ASSERT_WORD_VIEW(state, FINAL,
                     BODY("8. Aims.") SET(FAR_IN, ITALIC, "9. Ships."),
                     "8. Aims.\n9. Ships.\n");
    ASSERT_WORD_VIEW(state, FINAL,
                     BODY("8. It says:") SET(FAR_IN, BODY_SIZE, "9. Ships."),
                     "8. It says:\n9. Ships.\n");
    ASSERT_WORD_VIEW(state, FINAL,
                     BODY("8. It says:")
                         SET("<w:numPr><w:numId w:val=\"1\"/></w:numPr>" FAR_IN,
                             ITALIC, "Ships."),
                     "8. It says:\n1.\tShips.\n");
}

static void styles_and_lists_set_paragraphs_too(void **state)
{
    struct word_file_parts parts = {
        .document = WORD_LISTED("1", "0", "It says:") WORD_STYLED(
            "Deep", "67. Ships pay.") WORD_STYLED("Level", "68. Ours."),
        .styles =
            WORD_STYLES "<w:style w:type=\"paragraph\" w:styleId=\"Cited\">"
                        "<w:rPr>" ITALIC "</w:rPr></w:style>"
                        "<w:style w:type=\"paragraph\" w:styleId=\"Deep\">"
                        "<w:basedOn w:val=\"Cited\"/>"
                        "<w:pPr>" FAR_IN "</w:pPr></w:style>"
                        "<w:style w:type=\"paragraph\" w:styleId=\"Level\">"
                        "<w:basedOn w:val=\"Cited\"/><w:pPr><w:ind "
                        "w:left=\"900\"/></w:pPr></w:style>",
        .numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
            "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
            "<w:lvlText w:val=\"%1.\"/><w:pPr><w:ind w:left=\"1160\" "
            "w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>"
            "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"};
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "1.\tIt says:\n> 67. Ships pay.\n68. Ours.\n");
}

#define ITEM(list, text) \
    SET("<w:numPr><w:numId w:val=\"" list "\"/></w:numPr>" FAR_IN, SMALL, text)

static void a_list_inside_of_a_quotation_is_quoted(void **state)
{
    struct word_file_parts parts = {
        .document = WORD_P("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
                           "</w:pPr><w:r><w:rPr>" BODY_SIZE
                           "</w:rPr>" WORD_TEXT("It said this.") "</w:r>")
            SET(FAR_IN, SMALL, "\u201C\u2026") ITEM("2", "Ships pay.")
                ITEM("1", "Ours."),
        .numbering = "<w:abstractNum w:abstractNumId=\"0\">" WORD_LEVEL(
            "0", "decimal",
            "%1.") "</w:abstractNum>"
                   "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                   "<w:abstractNum w:abstractNumId=\"1\">" WORD_LEVEL(
                       "0", "lowerLetter",
                       "(%1)") "</w:abstractNum>"
                               "<w:num w:numId=\"2\"><w:abstractNumId "
                               "w:val=\"1\"/></w:num>"};
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "1.\tIt said this.\n> \u201C\u2026\n"
                     "> (a)\tShips pay.\n2.\tOurs.\n");
}

static void slant_that_a_change_took_away_is_none(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     BODY("8. It says:")
                         SET(FAR_IN,
                             "<w:rPrChange " WORD_BY "><w:rPr>" ITALIC
                             "</w:rPr></w:rPrChange>",
                             "67. Ships.")
                             SET(FAR_IN, "<w:i w:val=\"0\"/>", "68. Boats."),
                     "8. It says:\n67. Ships.\n68. Boats.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(italics_further_in_after_a_colon_are_quoted),
        ARENA_TEST(the_indent_of_a_hanging_number_is_where_it_hangs),
        ARENA_TEST(what_is_narrower_on_both_sides_is_quoted),
        ARENA_TEST(what_is_smaller_is_quoted_from_its_mark_on),
        ARENA_TEST(lists_and_terms_are_the_document_s_own),
        ARENA_TEST(styles_and_lists_set_paragraphs_too),
        ARENA_TEST(a_list_inside_of_a_quotation_is_quoted),
        ARENA_TEST(slant_that_a_change_took_away_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
