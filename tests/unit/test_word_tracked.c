#include "text/word/answer/tracked.h"

#include <string.h>

#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "word_answers.h"
#include "word_file.h"

#define OURS(id) \
    "w:id=\"" id "\" w:author=\"planlint\" w:date=\"" ANSWER_DATE "\""
#define GONE(id, text)                                                 \
    "<w:del " OURS(id) "><w:r><w:delText xml:space=\"preserve\">" text \
                       "</w:delText></w:r></w:del>"
#define CAME(id, text) "<w:ins " OURS(id) ">" WORD_RUN(text) "</w:ins>"

struct tracking {
    struct word_opened file;
    struct pl_edit edit;
    size_t taken;
    pl_str made;
};

/* Replaces the first `old` of the final view. */
static struct tracking replace(struct pl_arena *arena,
                               struct word_file_parts parts, const char *old,
                               const char *new)
{
    struct tracking it = {0};
    assert_true(
        word_open(arena, "plan.docx", word_file_make(arena, parts), &it.file));
    size_t at = pl_str_find(it.file.view->text, pl_str_from(old), 0);
    assert_int_not_equal(at, PL_NOWHERE);
    it.edit = (struct pl_edit){{(uint32_t)at, (uint32_t)(at + strlen(old))},
                               pl_str_from(new)};
    const char *fault = word_tracking_fault(
        arena, &it.file, (struct pl_edits){&it.edit, 1}, &it.taken, &it.made);
    if (fault) {
        fail_msg("%s", fault);
    }
    return it;
}

static void assert_becomes(struct pl_arena *arena, const char *document,
                           const char *edit[2], const char *expected)
{
    struct tracking it =
        replace(arena, (struct word_file_parts){.document = document}, edit[0],
                edit[1]);
    assert_int_equal(it.taken, 1);
    pl_str part = word_part(arena, it.made, "word/document.xml");
    if (pl_str_find(part, pl_str_from(expected), 0) == PL_NOWHERE) {
        fail_msg("no %s in %.*s", expected, PL_STR_ARG(part));
    }
}

static void assert_refused(struct pl_arena *arena, struct word_file_parts parts,
                           const char *old)
{
    struct tracking it = replace(arena, parts, old, "other");
    assert_int_equal(it.taken, 0);
}

#define EDIT(old, new) ((const char *[2]){old, new})

static void words_are_deleted_and_inserted(void **state)
{
    assert_becomes(*state, WORD_PARA("It shall sail."), EDIT("shall", "must"),
                   WORD_P(WORD_RUN("It ") GONE("1", "shall") CAME("2", "must")
                              WORD_RUN(" sail.")));
}

static void what_stays_the_same_is_not_touched(void **state)
{
    assert_becomes(
        *state, WORD_PARA("In 20310 it ends."), EDIT("20310", "2031"),
        WORD_P(WORD_RUN("In 2031") GONE("1", "0") WORD_RUN(" it ends.")));
}

static void properties_are_copied(void **state)
{
    assert_becomes(
        *state, WORD_P("<w:r><w:rPr><w:b/></w:rPr>" WORD_TEXT("old") "</w:r>"),
        EDIT("old", "new"),
        "<w:ins " OURS("2") "><w:r><w:rPr><w:b/></w:rPr>" WORD_TEXT(
            "new") "</w:r></w:ins>");
}

static void text_in_several_runs_is_replaced_behind_the_last(void **state)
{
    assert_becomes(*state, WORD_P(WORD_RUN("the ol") WORD_RUN("d ship")),
                   EDIT("old", "fast"),
                   WORD_P(WORD_RUN("the ") GONE("1", "ol") GONE("2", "d")
                              CAME("3", "fast") WORD_RUN(" ship")));
}

static void what_somebody_inserted_is_deleted_inside_of_it(void **state)
{
    assert_becomes(
        *state, WORD_P(WORD_INS("a new plan")), EDIT("new", "fair"),
        WORD_P("<w:ins " WORD_BY ">" WORD_RUN("a ")
                   GONE("2", "new") "</w:ins>" CAME(
                       "3", "fair") "<w:ins w:id=\"4\" "
                                    "w:author=\"A. Drafter\" "
                                    "w:date=\"2026-05-04T09:30:00Z\">" WORD_RUN(
                                        " plan") "</w:ins>"));
}

static void an_escape_is_deleted_as_it_is_written(void **state)
{
    assert_becomes(*state, WORD_PARA("ports &amp; ships"), EDIT("&", "<"),
                   WORD_P(WORD_RUN("ports ") GONE("1", "&amp;")
                              CAME("2", "&lt;") WORD_RUN(" ships")));
}

static void text_is_inserted_where_nothing_goes(void **state)
{
    assert_becomes(*state, WORD_PARA("one two"), EDIT("one", "one,"),
                   WORD_P(WORD_RUN("one") CAME("1", ",") WORD_RUN(" two")));
}

static void numbers_of_word_are_left_alone(void **state)
{
    assert_refused(*state,
                   (struct word_file_parts){
                       .document = WORD_LISTED("1", "0", "The first."),
                       .numbering = WORD_NUMBERING},
                   "1.");
}

static void results_of_fields_are_left_alone(void **state)
{
    assert_refused(
        *state,
        (struct word_file_parts){
            .document = WORD_P(
                WORD_RUN("see ") "<w:fldSimple w:instr=\"REF b \\r\">" WORD_RUN(
                    "2.1") "</w:fldSimple>")},
        "2.1");
}

static void locked_controls_are_left_alone(void **state)
{
    assert_refused(
        *state,
        (struct word_file_parts){
            .document = WORD_P(
                "<w:sdt><w:sdtPr><w:lock w:val=\"contentLocked\"/></w:sdtPr>"
                "<w:sdtContent>" WORD_RUN("fixed") "</w:sdtContent></w:sdt>")},
        "fixed");
}

static void addresses_are_left_alone(void **state)
{
    assert_refused(
        *state,
        (struct word_file_parts){
            .document = WORD_P("<w:hyperlink r:id=\"rId9\">" WORD_RUN(
                "harbour.example") "</w:hyperlink>"),
            .relations =
                "<Relationship Id=\"rId9\" Type=\"http://"
                "schemas.openxmlformats.org/officeDocument/2006/relationships/"
                "hyperlink\" Target=\"https://harbour.example\" "
                "TargetMode=\"External\"/>"},
        "harbour");
}

static void a_change_does_not_go_over_paragraphs(void **state)
{
    assert_refused(
        *state,
        (struct word_file_parts){.document = WORD_PARA("one") WORD_PARA("two")},
        "one\ntwo");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(words_are_deleted_and_inserted),
        ARENA_TEST(what_stays_the_same_is_not_touched),
        ARENA_TEST(properties_are_copied),
        ARENA_TEST(text_in_several_runs_is_replaced_behind_the_last),
        ARENA_TEST(what_somebody_inserted_is_deleted_inside_of_it),
        ARENA_TEST(an_escape_is_deleted_as_it_is_written),
        ARENA_TEST(text_is_inserted_where_nothing_goes),
        ARENA_TEST(numbers_of_word_are_left_alone),
        ARENA_TEST(results_of_fields_are_left_alone),
        ARENA_TEST(locked_controls_are_left_alone),
        ARENA_TEST(addresses_are_left_alone),
        ARENA_TEST(a_change_does_not_go_over_paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
