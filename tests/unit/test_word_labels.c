#include "text/word/number/numbers.h"

#include "base/array.h"
#include "base/buf.h"
#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "text/word/number/list_field.h"
#include "text/word/number/numbering.h"
#include "text/word/number/old_number.h"
#include "text/word/view/view.h"
#include "word_file.h"

#define NUM(id, more) \
    "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"0\"/>" more "</w:num>"
#define START_AT(level, number)                                            \
    "<w:lvlOverride w:ilvl=\"" level "\"><w:startOverride w:val=\"" number \
    "\"/></w:lvlOverride>"
#define ABSTRACT(id, levels) \
    "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define RESTART(level, value, text)                                     \
    "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt "      \
    "w:val=\"decimal\"/><w:lvlRestart w:val=\"" value "\"/><w:lvlText " \
    "w:val=\"" text "\"/></w:lvl>"
#define DECIMALS \
    WORD_LEVEL("0", "decimal", "%1.") WORD_LEVEL("1", "decimal", "%1.%2")

static void require_labels(struct pl_arena *arena, struct word_file_parts parts,
                           enum pl_word_state state, const char *expected)
{
    const struct pl_word_file *word = word_file_read(arena, parts);
    const struct pl_word_label *labels = pl_word_labels(arena, word, state);
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t i = 0; i < word->paras_count; i++) {
        pl_buf_add(&out, labels[i].text);
        pl_buf_add_char(&out, '|');
    }
    pl_buf_add_char(&out, '\0');
    assert_string_equal(out.data, expected);
}

static void require_final(struct pl_arena *arena, const char *body,
                          const char *numbering, const char *expected)
{
    require_labels(arena,
                   (struct word_file_parts){.document = body,
                                            .numbering = numbering,
                                            .styles = WORD_STYLES},
                   PL_WORD_FINAL, expected);
}

static void numbers_are_written_in_each_format(void **state)
{
    static const struct {
        enum pl_word_format format;
        uint32_t number;
        const char *text;
    } cases[] = {
        {PL_WORD_FORMAT_DECIMAL, 12, "12"},
        {PL_WORD_FORMAT_DECIMAL_ZERO, 9, "09"},
        {PL_WORD_FORMAT_DECIMAL_ZERO, 10, "10"},
        {PL_WORD_FORMAT_UPPER_ROMAN, 1994, "MCMXCIV"},
        {PL_WORD_FORMAT_LOWER_ROMAN, 4, "iv"},
        {PL_WORD_FORMAT_UPPER_LETTER, 27, "AA"},
        {PL_WORD_FORMAT_LOWER_LETTER, 26, "z"},
        {PL_WORD_FORMAT_LOWER_LETTER, 53, "aaa"},
        {PL_WORD_FORMAT_LOWER_LETTER, 781, "a"},
        {PL_WORD_FORMAT_ORDINAL, 11, "11th"},
        {PL_WORD_FORMAT_ORDINAL, 22, "22nd"},
        {PL_WORD_FORMAT_ORDINAL, 103, "103rd"},
        {PL_WORD_FORMAT_CARDINAL_TEXT, 21, "Twenty-one"},
        {PL_WORD_FORMAT_CARDINAL_TEXT, 100, "One hundred"},
        {PL_WORD_FORMAT_ORDINAL_TEXT, 20, "Twentieth"},
        {PL_WORD_FORMAT_ORDINAL_TEXT, 42, "Forty-second"},
        {PL_WORD_FORMAT_HEX, 255, "FF"},
        {PL_WORD_FORMAT_NUMBER_IN_DASH, 7, "- 7 -"},
        {PL_WORD_FORMAT_ENCLOSED_CIRCLE, 3, "\xE2\x91\xA2"},
        {PL_WORD_FORMAT_ENCLOSED_PAREN, 1, "\xE2\x91\xB4"},
        {PL_WORD_FORMAT_ENCLOSED_STOP, 2, "\xE2\x92\x89"},
        {PL_WORD_FORMAT_LOWER_RUSSIAN, 3, "\xD0\xB2"},
        {PL_WORD_FORMAT_NONE, 3, ""},
    };
    for (size_t i = 0; i < PL_COUNT(cases); i++) {
        struct pl_buf out = pl_buf_in(*state);
        pl_word_write_number(&out, cases[i].format, cases[i].number, 0);
        pl_buf_add_char(&out, '\0');
        assert_string_equal(out.data, cases[i].text);
    }
}

static void levels_begin_anew_below_a_higher_one(void **state)
{
    require_final(*state,
                  WORD_LISTED("1", "0", "a") WORD_LISTED("1", "1", "b")
                      WORD_LISTED("1", "1", "c") WORD_LISTED("1", "0", "d")
                          WORD_LISTED("1", "1", "e") WORD_LISTED("1", "2", "f"),
                  WORD_NUMBERING, "1.|1.1|1.2|2.|2.1|(a)|");
}

static void a_level_that_was_left_out_counts_as_begun(void **state)
{
    require_final(*state, WORD_LISTED("1", "1", "a") WORD_LISTED("1", "0", "b"),
                  WORD_NUMBERING, "1.1|2.|");
}

static void lists_of_one_definition_go_on_with_each_other(void **state)
{
    require_final(*state, WORD_LISTED("1", "0", "a") WORD_LISTED("2", "0", "b"),
                  ABSTRACT("0", DECIMALS) NUM("1", "") NUM("2", ""), "1.|2.|");
}

static void a_start_of_its_own_holds_once(void **state)
{
    require_final(*state,
                  WORD_LISTED("1", "0", "a") WORD_LISTED("2", "0", "b")
                      WORD_LISTED("2", "0", "c") WORD_LISTED("1", "0", "d")
                          WORD_LISTED("2", "0", "e"),
                  ABSTRACT("0", DECIMALS) NUM("1", "")
                      NUM("2", START_AT("0", "5")),
                  "1.|5.|6.|7.|8.|");
}

static void a_start_above_is_used_up_by_what_is_below(void **state)
{
    require_final(*state,
                  WORD_LISTED("1", "0", "a") WORD_LISTED("2", "1", "b")
                      WORD_LISTED("2", "0", "c"),
                  ABSTRACT("0", DECIMALS) NUM("1", "")
                      NUM("2", START_AT("0", "1") START_AT("1", "1")),
                  "1.|1.1|2.|");
}

static void a_level_may_never_begin_anew(void **state)
{
    require_final(*state,
                  WORD_LISTED("1", "0", "a") WORD_LISTED("1", "1", "b")
                      WORD_LISTED("1", "0", "c") WORD_LISTED("1", "1", "d"),
                  ABSTRACT("0", WORD_LEVEL("0", "decimal", "%1.")
                                    RESTART("1", "0", "%2")) NUM("1", ""),
                  "1.|1|2.|2|");
}

static void legal_levels_are_decimal(void **state)
{
    require_final(
        *state, WORD_LISTED("1", "0", "a") WORD_LISTED("1", "1", "b"),
        ABSTRACT(
            "0",
            WORD_LEVEL(
                "0", "upperRoman",
                "%1.") "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt "
                       "w:val=\"decimal\"/><w:isLgl/><w:lvlText "
                       "w:val=\"%1.%2\"/></w:lvl>") NUM("1", ""),
        "I.|1.1|");
}

static void labels_end_after_thirty_one_characters(void **state)
{
    require_final(*state, WORD_LISTED("1", "0", "a"),
                  ABSTRACT("0", WORD_LEVEL("0", "decimal",
                                           "0123456789012345678901234567890"
                                           "%1")) NUM("1", ""),
                  "0123456789012345678901234567890|");
}

static void list_zero_takes_the_number_of_a_style_away(void **state)
{
    static const char styles[] =
        "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:pPr><w:numPr>"
        "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"i\"><w:basedOn "
        "w:val=\"h\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr>"
        "</w:style>";
    require_labels(
        *state,
        (struct word_file_parts){
            .document = WORD_STYLED("h", "a") WORD_STYLED(
                "i",
                "b") "<w:p><w:pPr><w:pStyle w:val=\"h\"/><w:numPr><w:numId "
                     "w:val=\"0\"/></w:numPr></w:pPr></w:p>",
            .styles = styles,
            .numbering = WORD_NUMBERING},
        PL_WORD_FINAL, "1.|1.1||");
}

static void a_style_is_tied_to_its_level(void **state)
{
    require_labels(
        *state,
        (struct word_file_parts){
            .document = WORD_STYLED("h", "a"),
            .styles = "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:pPr>"
                      "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                      "</w:style>",
            .numbering = ABSTRACT(
                "0", WORD_LEVEL(
                         "0", "decimal",
                         "%1.") "<w:lvl w:ilvl=\"1\"><w:start "
                                "w:val=\"1\"/><w:numFmt "
                                "w:val=\"lowerLetter\"/><w:pStyle w:val=\"h\"/>"
                                "<w:lvlText w:val=\"(%2)\"/></w:lvl>")
                NUM("1", "")},
        PL_WORD_FINAL, "(a)|");
}

static void definitions_may_be_those_of_a_style(void **state)
{
    require_labels(
        *state,
        (struct word_file_parts){
            .document = WORD_LISTED("2", "0", "a") WORD_LISTED("3", "0", "b"),
            .styles = "<w:style w:type=\"numbering\" w:styleId=\"n\"><w:pPr>"
                      "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                      "</w:style>",
            .numbering = ABSTRACT("0", DECIMALS)
                ABSTRACT("1", "<w:numStyleLink w:val=\"n\"/>")
                    ABSTRACT("2", "<w:numStyleLink w:val=\"n\"/>")
                        NUM("1", "") "<w:num w:numId=\"2\"><w:abstractNumId "
                                     "w:val=\"1\"/></w:num>"
                                     "<w:num w:numId=\"3\"><w:abstractNumId "
                                     "w:val=\"2\"/></w:num>"},
        PL_WORD_FINAL, "1.|1.|");
}

static void links_of_definitions_in_a_circle_end(void **state)
{
    require_labels(
        *state,
        (struct word_file_parts){
            .document = WORD_LISTED("1", "0", "a"),
            .styles = "<w:style w:type=\"numbering\" w:styleId=\"n\"><w:pPr>"
                      "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                      "</w:style>",
            .numbering =
                ABSTRACT("0", "<w:numStyleLink w:val=\"n\"/>") NUM("1", "")},
        PL_WORD_FINAL, "|");
}

static void text_boxes_count_for_themselves(void **state)
{
    require_final(
        *state,
        WORD_LISTED("1", "0", "a") WORD_P("<w:r><w:txbxContent>" WORD_LISTED(
            "1", "0", "b") "</w:txbxContent></w:r>") WORD_LISTED("1", "0", "c"),
        WORD_NUMBERING, "1.||2.|1.|");
}

#define TRACKED(change)                                                \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/>" \
    "</w:numPr><w:rPr><w:" change                                      \
    " w:id=\"1\"/></w:rPr></w:pPr>" WORD_RUN("x") "</w:p>"

static void each_state_has_numbers_of_its_own(void **state)
{
    struct word_file_parts parts = {.document = WORD_LISTED("1", "0", "a")
                                        TRACKED("ins") TRACKED("del")
                                            WORD_LISTED("1", "0", "b"),
                                    .numbering = WORD_NUMBERING};
    require_labels(*state, parts, PL_WORD_FINAL, "1.|2.||3.|");
    require_labels(*state, parts, PL_WORD_ORIGINAL, "1.||2.|3.|");
}

static void numbering_that_changed_was_another_before(void **state)
{
    struct word_file_parts parts = {
        .document =
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>"
            "</w:numPr><w:pPrChange w:id=\"1\"><w:pPr><w:numPr><w:ilvl "
            "w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
            "</w:pPrChange></w:pPr></w:p>"
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/>"
            "<w:ins w:id=\"2\"/></w:numPr></w:pPr></w:p>",
        .numbering = WORD_NUMBERING};
    require_labels(*state, parts, PL_WORD_FINAL, "1.1|2.|");
    require_labels(*state, parts, PL_WORD_ORIGINAL, "1.||");
}

static void full_context_has_what_is_above(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state, (struct word_file_parts){.document = WORD_LISTED("1", "0", "a")
                                             WORD_LISTED("1", "1", "b")
                                                 WORD_LISTED("1", "2", "c"),
                                         .numbering = WORD_NUMBERING});
    const struct pl_word_label *labels =
        pl_word_labels(*state, word, PL_WORD_FINAL);
    assert_true(pl_str_eq(labels[2].full, (pl_str)PL_STR("1.1(a)")));
}

static void fields_may_be_numbers(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state,
        (struct word_file_parts){
            .document = WORD_LISTED("1", "0", "a")
                WORD_P("<w:fldSimple w:instr=\"LISTNUM &quot;L&quot; \\l 1\"/>")
                    WORD_LISTED("1", "0", "b"),
            .numbering =
                ABSTRACT("0", "<w:name w:val=\"l\"/>" DECIMALS) NUM("1", "")});
    const struct pl_word_label *labels =
        pl_word_labels(*state, word, PL_WORD_FINAL);
    assert_true(pl_str_eq(labels[1].text, (pl_str){0}));
    assert_true(pl_str_eq(labels[2].text, (pl_str)PL_STR("3.")));
    assert_true(
        pl_str_eq(labels[word->paras_count].text, (pl_str)PL_STR("2.")));
}

#define LISTNUM(more) "<w:fldSimple w:instr=\"LISTNUM" more "\"/>"
#define NUMBERED_BEFORE(instruction, number)                        \
    "<w:r><w:fldChar "                                              \
    "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" instruction \
    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\">"    \
    "<w:numberingChange " WORD_BY " w:original=\"" number           \
    "\"/></w:fldChar></w:r>"

static void require_text(struct pl_arena *arena, struct word_file_parts parts,
                         enum pl_word_view_kind kind, const char *expected)
{
    const struct pl_word_view *view =
        pl_word_view_make(arena, word_file_read(arena, parts), kind);
    pl_str text = pl_str_from(expected);
    if (!pl_str_eq(view->text, text)) {
        fail_msg("\"%.*s\"", PL_STR_ARG(view->text));
    }
}

static void a_field_stands_where_it_is_in_its_paragraph(void **state)
{
    struct word_file_parts parts = {
        .document =
            WORD_P("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
                   "w:val=\"1\"/></w:numPr></w:pPr>" LISTNUM("")
                       WORD_RUN(" ships, ") LISTNUM("") WORD_RUN(" and ports")),
        .numbering = ABSTRACT("0", WORD_LEVEL("0", "decimal", "%1.")
                                       WORD_LEVEL("1", "lowerLetter", "(%2)"))
            NUM("1", "")};
    require_text(*state, parts, PL_WORD_VIEW_FINAL,
                 "1.\t(a) ships, (b) and ports\n");
}

static void word_has_lists_of_its_own(void **state)
{
    require_text(
        *state,
        (struct word_file_parts){
            .document = WORD_P(LISTNUM("") WORD_RUN(" A"))
                WORD_P(LISTNUM("") WORD_RUN(" B, ") LISTNUM("") WORD_RUN(" C"))
                    WORD_P(LISTNUM(" NumberDefault \\l 3 \\s 4") WORD_RUN(" D"))
                        WORD_P(LISTNUM(" LegalDefault \\l 2") WORD_RUN(" E"))
                            WORD_P(LISTNUM(" OutlineDefault \\l 4")
                                       WORD_RUN(" F"))},
        PL_WORD_VIEW_FINAL, "1) A\n2) B, 3) C\niv) D\n1.1. E\na) F\n");
}

static void the_level_of_a_field_is_not_guessed(void **state)
{
    require_text(*state,
                 (struct word_file_parts){
                     .document = WORD_P(WORD_RUN("Ships: ") LISTNUM("")
                                            WORD_RUN(" large"))},
                 PL_WORD_VIEW_FINAL, "Ships:  large\n");
}

static void the_original_says_what_a_field_was(void **state)
{
    struct word_file_parts parts = {
        .document =
            WORD_P("<w:ins " WORD_BY ">" LISTNUM("") "</w:ins>" WORD_RUN(" A"))
                WORD_P(NUMBERED_BEFORE("LISTNUM", "1)") WORD_RUN(" B"))};
    require_text(*state, parts, PL_WORD_VIEW_FINAL, "1) A\n2) B\n");
    require_text(*state, parts, PL_WORD_VIEW_ORIGINAL, "A\n1) B\n");
}

static void numbers_of_before_are_kept_in_words_of_their_own(void **state)
{
    static const struct {
        pl_str original;
        pl_str number;
    } cases[] = {
        {PL_STR("%1:4:0:."), PL_STR("4.")},
        {PL_STR("(%1:2:4:)"), PL_STR("(b)")},
        {PL_STR("%1:2:0:.%2:3:1:"), PL_STR("2.III")},
        {PL_STR("%1:1:23:x"), PL_STR("")},
        {PL_STR("%1:x"), PL_STR("")},
        {PL_STR("%"), PL_STR("")},
        {PL_STR("(1)"), PL_STR("(1)")},
        {PL_STR(""), PL_STR("")},
    };
    for (size_t i = 0; i < PL_COUNT(cases); i++) {
        pl_str number = pl_word_old_number(*state, cases[i].original);
        if (!pl_str_eq(number, cases[i].number)) {
            fail_msg("%.*s: %.*s", PL_STR_ARG(cases[i].original),
                     PL_STR_ARG(number));
        }
    }
}

static void a_paragraph_was_numbered_as_the_change_says(void **state)
{
    struct word_file_parts parts = {
        .document =
            WORD_P("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/>"
                   "<w:numberingChange " WORD_BY " w:original=\"%1:7:0:.\"/>"
                   "</w:numPr></w:pPr>" WORD_RUN("a")),
        .numbering = WORD_NUMBERING};
    require_labels(*state, parts, PL_WORD_FINAL, "1.|");
    require_labels(*state, parts, PL_WORD_ORIGINAL, "7.|");
}

static void fields_say_their_level_and_start(void **state)
{
    struct pl_word_list_field field;
    (void)state;
    assert_true(pl_word_list_field_read(
        (pl_str)PL_STR("listnum \"my list\" \\l 2 \\s 4"), &field));
    assert_true(pl_str_eq(field.list, (pl_str)PL_STR("my list")));
    assert_int_equal(field.level, 1);
    assert_int_equal(field.start, 4);
    assert_false(
        pl_word_list_field_read((pl_str)PL_STR("REF _Ref1 \\r"), &field));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(numbers_are_written_in_each_format),
        ARENA_TEST(levels_begin_anew_below_a_higher_one),
        ARENA_TEST(a_level_that_was_left_out_counts_as_begun),
        ARENA_TEST(lists_of_one_definition_go_on_with_each_other),
        ARENA_TEST(a_start_of_its_own_holds_once),
        ARENA_TEST(a_start_above_is_used_up_by_what_is_below),
        ARENA_TEST(a_level_may_never_begin_anew),
        ARENA_TEST(legal_levels_are_decimal),
        ARENA_TEST(labels_end_after_thirty_one_characters),
        ARENA_TEST(list_zero_takes_the_number_of_a_style_away),
        ARENA_TEST(a_style_is_tied_to_its_level),
        ARENA_TEST(definitions_may_be_those_of_a_style),
        ARENA_TEST(links_of_definitions_in_a_circle_end),
        ARENA_TEST(text_boxes_count_for_themselves),
        ARENA_TEST(each_state_has_numbers_of_its_own),
        ARENA_TEST(numbering_that_changed_was_another_before),
        ARENA_TEST(full_context_has_what_is_above),
        ARENA_TEST(fields_may_be_numbers),
        ARENA_TEST(a_field_stands_where_it_is_in_its_paragraph),
        ARENA_TEST(word_has_lists_of_its_own),
        ARENA_TEST(the_level_of_a_field_is_not_guessed),
        ARENA_TEST(the_original_says_what_a_field_was),
        ARENA_TEST(numbers_of_before_are_kept_in_words_of_their_own),
        ARENA_TEST(a_paragraph_was_numbered_as_the_change_says),
        ARENA_TEST(fields_say_their_level_and_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
