/* Fields of Word documents: what they are told to show, and whether they do. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/arena.h"
#include "support/word_file.h"
#include "text/word/field/fields.h"
#include "text/word/number/numbers.h"

static int set_up(void **state)
{
    *state = pl_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    pl_arena_free(*state);
    return 0;
}

static void assert_str(pl_str actual, const char *expected)
{
    assert_int_equal(actual.len, pl_str_from(expected).len);
    assert_memory_equal(actual.data, expected, actual.len);
}

#define MARK(name) \
    "<w:bookmarkStart w:id=\"" name "\" w:name=\"_Ref" name "\"/>"
#define MARK_END(name) "<w:bookmarkEnd w:id=\"" name "\"/>"
#define FIELD(code, result) \
    "<w:fldSimple w:instr=\"" code "\">" WORD_RUN(result) "</w:fldSimple>"
#define LISTED(level, content)                      \
    WORD_P("<w:pPr><w:numPr><w:ilvl w:val=\"" level \
           "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" content)

static struct pl_word_fields judge(struct pl_arena *arena, const char *body,
                                   enum pl_word_state state)
{
    const struct pl_word_file *word =
        word_file_read(arena, (struct word_file_parts){
                                  .document = body,
                                  .styles = WORD_STYLES,
                                  .numbering = WORD_NUMBERING,
                              });
    return pl_word_fields_judge(arena, word, state,
                                pl_word_labels(arena, word, state));
}

static void an_instruction_has_its_bookmark_and_switches(void **state)
{
    (void)state;
    struct pl_word_instruction it = pl_word_instruction_read(
        pl_str_from(" REF _Ref5 \\r \\h  \\* MERGEFORMAT "));
    assert_int_equal(it.kind, PL_WORD_FIELD_REF);
    assert_str(it.argument, "_Ref5");
    assert_true(pl_word_has_switch(&it, 'r'));
    assert_true(pl_word_has_switch(&it, 'h'));
    assert_false(pl_word_has_switch(&it, 'w'));
    assert_int_equal(it.format.len, 0);

    it = pl_word_instruction_read(pl_str_from("SEQ Table \\r 5 \\* ROMAN"));
    assert_str(it.argument, "Table");
    assert_str(it.restart, "5");
    assert_str(it.format, "ROMAN");

    it =
        pl_word_instruction_read(pl_str_from("hyperlink \\l \"_Toc 1\" \\o x"));
    assert_int_equal(it.kind, PL_WORD_FIELD_HYPERLINK);
    assert_str(it.argument, "_Toc 1");
}

static void a_place_in_another_document_is_none_in_this_one(void **state)
{
    (void)state;
    struct pl_word_instruction it = pl_word_instruction_read(
        pl_str_from("HYPERLINK \"https://example.org/\" \\l \"part2\""));
    assert_int_equal(it.argument.len, 0);
    it = pl_word_instruction_read(pl_str_from("HYPERLINK \"a b"));
    assert_int_equal(it.argument.len, 0);
    it = pl_word_instruction_read(pl_str_from("DATE \\@ \"d MMMM\""));
    assert_int_equal(it.kind, PL_WORD_FIELD_OTHER);
    it = pl_word_instruction_read(pl_str_from(""));
    assert_int_equal(it.kind, PL_WORD_FIELD_OTHER);
    it = pl_word_instruction_read(pl_str_from("REF \\"));
    assert_str(it.argument, "\\");
}

static void a_number_is_that_of_its_paragraph(void **state)
{
    struct pl_word_fields fields =
        judge(*state,
              LISTED("0", WORD_RUN("Ports"))
                  LISTED("1", MARK("1") WORD_RUN("Docks") MARK_END("1"))
                      WORD_P(FIELD("REF _Ref1 \\r \\h", "1.1"))
                          WORD_P(FIELD("REF _Ref1 \\r \\h", "2.1")),
              PL_WORD_FINAL);
    assert_int_equal(fields.count, 2);
    assert_int_equal(fields.items[0].verdict, PL_WORD_VERDICT_FINE);
    assert_int_equal(fields.items[0].target, 1);
    assert_int_equal(fields.items[1].verdict, PL_WORD_VERDICT_STALE);
    assert_str(fields.items[1].shown, "2.1");
    assert_str(fields.items[1].due, "1.1");
}

static void a_stop_after_the_number_is_left_out(void **state)
{
    struct pl_word_fields fields =
        judge(*state,
              LISTED("0", MARK("1") WORD_RUN("Ports") MARK_END("1"))
                  WORD_P(FIELD("REF _Ref1 \\n \\h", "1")),
              PL_WORD_FINAL);
    assert_int_equal(fields.items[0].verdict, PL_WORD_VERDICT_FINE);
}

static void what_has_no_number_cannot_be_referred_to_by_it(void **state)
{
    struct pl_word_fields fields =
        judge(*state,
              WORD_P(MARK("1") WORD_RUN("Ports") MARK_END("1"))
                  WORD_P(FIELD("REF _Ref1 \\r \\h", "0")),
              PL_WORD_FINAL);
    assert_int_equal(fields.items[0].verdict, PL_WORD_VERDICT_UNNUMBERED);
}

static void a_bookmark_is_gone_with_its_text(void **state)
{
    static const char body[] =
        LISTED("0", MARK("1") WORD_DEL("Ports") MARK_END("1"))
            WORD_P(FIELD("REF _Ref1 \\r \\h", "1"));
    struct pl_word_fields fields = judge(*state, body, PL_WORD_FINAL);
    assert_int_equal(fields.items[0].verdict, PL_WORD_VERDICT_NO_BOOKMARK);
    fields = judge(*state, body, PL_WORD_ORIGINAL);
    assert_int_equal(fields.items[0].verdict, PL_WORD_VERDICT_FINE);
}

static void repeated_text_is_that_of_its_bookmark(void **state)
{
    struct pl_word_fields fields =
        judge(*state,
              WORD_P(MARK("1") WORD_RUN("Table 2") MARK_END("1"))
                  WORD_P(FIELD("REF _Ref1 \\h", "Table 2"))
                      WORD_P(FIELD("REF _Ref1 \\h", "Table 3")),
              PL_WORD_FINAL);
    assert_int_equal(fields.items[0].verdict, PL_WORD_VERDICT_FINE);
    assert_int_equal(fields.items[1].verdict, PL_WORD_VERDICT_STALE);
    assert_str(fields.items[1].due, "Table 2");
}

static void captions_are_counted_through_the_document(void **state)
{
    struct pl_word_fields fields = judge(
        *state,
        WORD_P(FIELD("SEQ Table", "1")) WORD_P(FIELD("SEQ Figure", "1"))
            WORD_P(FIELD("SEQ Table", "3")) WORD_P(FIELD("SEQ Table \\c", "2"))
                WORD_P(FIELD("SEQ Table \\r 7", "7")),
        PL_WORD_FINAL);
    assert_int_equal(fields.count, 5);
    assert_int_equal(fields.items[0].verdict, PL_WORD_VERDICT_FINE);
    assert_int_equal(fields.items[1].verdict, PL_WORD_VERDICT_FINE);
    assert_int_equal(fields.items[2].verdict, PL_WORD_VERDICT_STALE);
    assert_str(fields.items[2].due, "2");
    assert_int_equal(fields.items[3].verdict, PL_WORD_VERDICT_FINE);
    assert_int_equal(fields.items[4].verdict, PL_WORD_VERDICT_FINE);
}

#define CHAPTER(level, text)                                                 \
    WORD_P(                                                                  \
        "<w:pPr><w:pStyle w:val=\"Heading" level                             \
        "\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>" \
        "</w:pPr>" WORD_RUN(text))
#define CAPTION(chapter, number) \
    WORD_P(FIELD("STYLEREF 1 \\s", chapter) FIELD("SEQ Table \\s 1", number))

static void assert_verdicts(struct pl_word_fields fields, const char *expected)
{
    assert_int_equal(fields.count, strlen(expected));
    for (uint32_t i = 0; i < fields.count; i++) {
        bool is_stale = fields.items[i].verdict == PL_WORD_VERDICT_STALE;
        if (is_stale != (expected[i] == 'x')) {
            fail_msg("%u: \"%.*s\", due \"%.*s\"", i,
                     PL_STR_ARG(fields.items[i].shown),
                     PL_STR_ARG(fields.items[i].due));
        }
    }
}

static void captions_may_be_counted_in_chapters(void **state)
{
    assert_verdicts(judge(*state,
                          CHAPTER("1", "Ports") CAPTION("1", "1")
                              CAPTION("1", "2") CHAPTER("1", "Ships")
                                  CAPTION("2", "1") CAPTION("1", "3"),
                          PL_WORD_FINAL),
                    "...x...x"); /* chapters first */
    /* What may be a heading, too, leaves it open. */
    assert_verdicts(
        judge(*state,
              CHAPTER("1", "Ports") CAPTION("1", "1")
                  WORD_P("<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" WORD_RUN(
                      "Ships")) CAPTION("7", "7"),
              PL_WORD_FINAL),
        "..");
}

static void a_note_is_referred_to_by_its_number(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state,
        (struct word_file_parts){
            .document =
                WORD_P("<w:r><w:footnoteReference w:id=\"5\"/></w:r>" MARK(
                    "1") "<w:r><w:footnoteReference "
                         "w:id=\"2\"/></w:r>" MARK_END("1")
                             FIELD("NOTEREF _Ref1 \\h", "2")
                                 FIELD("NOTEREF _Ref1 \\f", "5")
                                     FIELD("NOTEREF _Ref1 \\* ROMAN", "V")
                                         FIELD("NOTEREF _Ref1 \\p", "2 above")),
            .footnotes = "<w:footnote w:id=\"5\">" WORD_PARA(
                "a") "</w:footnote>"
                     "<w:footnote w:id=\"2\">" WORD_PARA("b") "</w:footnote>"});
    struct pl_word_fields fields =
        pl_word_fields_judge(*state, word, PL_WORD_FINAL,
                             pl_word_labels(*state, word, PL_WORD_FINAL));
    assert_verdicts(fields, ".x..");
    assert_str(fields.items[1].due, "2");
}

#define MARK_OF(kind) "<w:r><w:fldChar w:fldCharType=\"" kind "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"
#define CONTENTS(entry)                                                        \
    WORD_P(MARK_OF("begin") CODE("TOC \\o \"1-3\"") MARK_OF("separate"))       \
    WORD_P(                                                                    \
        WORD_RUN(entry) "<w:r><w:tab/></w:r>" FIELD("PAGEREF _Ref1 \\h", "3")) \
    WORD_P(MARK_OF("end"))

static void an_entry_is_as_its_heading(void **state)
{
    static const char heading[] =
        LISTED("0", MARK("1") WORD_RUN("Ports") MARK_END("1"));
    struct pl_arena *arena = *state;
    struct pl_word_fields fields = judge(
        arena, pl_arena_printf(arena, "%s%s", CONTENTS("1. Ports"), heading),
        PL_WORD_FINAL);
    assert_int_equal(fields.count, 1);
    fields = judge(
        arena, pl_arena_printf(arena, "%s%s", CONTENTS("2. Ports"), heading),
        PL_WORD_FINAL);
    assert_int_equal(fields.count, 2);
    assert_int_equal(fields.items[1].verdict, PL_WORD_VERDICT_ENTRY);
    assert_str(fields.items[1].shown, "2. Ports");
    assert_str(fields.items[1].due, "1. Ports");
}

static void a_link_inside_the_document_has_a_place_to_go(void **state)
{
    struct pl_word_fields fields =
        judge(*state,
              WORD_P("<w:hyperlink w:anchor=\"lost\">" WORD_RUN(
                  "the docks") "</w:hyperlink>")
                  WORD_P("<w:hyperlink w:anchor=\"_top\">" WORD_RUN(
                      "above") "</w:hyperlink>"),
              PL_WORD_FINAL);
    assert_int_equal(fields.count, 1);
    assert_int_equal(fields.items[0].verdict, PL_WORD_VERDICT_NO_BOOKMARK);
    assert_str(fields.items[0].shown, "the docks");
}

/* What a style takes from the one that it is based on is only the list. */
static void a_heading_style_has_a_level_of_its_own(void **state)
{
    struct pl_arena *arena = *state;
    static const char styles[] = WORD_STYLES
        "<w:style w:type=\"paragraph\" w:styleId=\"One\"><w:name "
        "w:val=\"One\"/>"
        "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Two\"><w:name "
        "w:val=\"Two\"/>"
        "<w:basedOn w:val=\"One\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
        "</w:numPr></w:pPr></w:style>";
    const struct pl_word_file *word = word_file_read(
        arena, (struct word_file_parts){.document = WORD_STYLED("One", "Ports")
                                            WORD_STYLED("Two", "Docks"),
                                        .styles = styles,
                                        .numbering = WORD_NUMBERING});
    const struct pl_word_label *labels =
        pl_word_labels(arena, word, PL_WORD_FINAL);
    assert_str(labels[0].text, "1.");
    assert_str(labels[1].text, "1.1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            an_instruction_has_its_bookmark_and_switches, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_place_in_another_document_is_none_in_this_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_number_is_that_of_its_paragraph,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_stop_after_the_number_is_left_out,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            what_has_no_number_cannot_be_referred_to_by_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_bookmark_is_gone_with_its_text,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(repeated_text_is_that_of_its_bookmark,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            captions_are_counted_through_the_document, set_up, tear_down),
        cmocka_unit_test_setup_teardown(captions_may_be_counted_in_chapters,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_note_is_referred_to_by_its_number,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_entry_is_as_its_heading, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_link_inside_the_document_has_a_place_to_go, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_heading_style_has_a_level_of_its_own,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests_name("word fields", tests, NULL, NULL);
}
