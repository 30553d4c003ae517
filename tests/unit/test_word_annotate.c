#include "text/word/answer/annotate.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "text/package/zip.h"
#include "text/word/answer/marks.h"
#include "text/word/read/read.h"
#include "word_answers.h"
#include "word_file.h"

#define START(id) "<w:commentRangeStart w:id=\"" id "\"/>"
#define END(id) "<w:commentRangeEnd w:id=\"" id "\"/>"
#define MARK(id) "<w:r><w:commentReference w:id=\"" id "\"/></w:r>"

static struct word_opened open_parts(struct pl_arena *arena,
                                     struct word_file_parts parts)
{
    struct word_opened file;
    assert_true(
        word_open(arena, "plan.docx", word_file_make(arena, parts), &file));
    return file;
}

/* The note on the first `quote` of a view; on all for NULL. */
static struct pl_word_note note_on(const struct pl_word_view *view,
                                   const char *quote, const char *text)
{
    struct pl_word_note note = {.is_about_all = !quote,
                                .text = pl_str_from(text)};
    if (quote) {
        size_t at = pl_str_find(view->text, pl_str_from(quote), 0);
        assert_int_not_equal(at, PL_NOWHERE);
        note.range.start = (uint32_t)at;
        note.range.end = (uint32_t)(at + strlen(quote));
    }
    return note;
}

static pl_str annotated(struct pl_arena *arena, const struct word_opened *file,
                        struct pl_word_notes notes)
{
    pl_str made = {0};
    const char *fault = word_annotation_fault(arena, file, notes, &made);
    if (fault) {
        fail_msg("%s", fault);
    }
    return made;
}

static void assert_has(pl_str text, const char *expected)
{
    if (pl_str_find(text, pl_str_from(expected), 0) == PL_NOWHERE) {
        fail_msg("no %s in %.*s", expected, PL_STR_ARG(text));
    }
}

/* What becomes of a document with a comment on `quote`. */
static void assert_commented(struct pl_arena *arena,
                             struct word_file_parts parts, const char *quote,
                             const char *expected)
{
    struct word_opened file = open_parts(arena, parts);
    struct pl_word_note note = note_on(file.view, quote, "odd");
    pl_str made = annotated(arena, &file, (struct pl_word_notes){&note, 1});
    assert_has(word_part(arena, made, "word/document.xml"), expected);
}

static void a_run_is_cut_around_the_words_that_are_meant(void **state)
{
    assert_commented(
        *state,
        (struct word_file_parts){
            .document = WORD_P("<w:r><w:rPr><w:b/></w:rPr><w:t>The Union "
                               "has a plan.</w:t></w:r>")},
        "Union",
        WORD_P("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">The "
               "</w:t></w:r>" START(
                   "1") "<w:r><w:rPr><w:b/></w:rPr>"
                        "<w:t xml:space=\"preserve\">Union</w:t></w:r>" END("1")
                            MARK("1") "<w:r><w:rPr><w:b/></w:rPr>"
                                      "<w:t xml:space=\"preserve\"> has a "
                                      "plan.</w:t></w:r>"));
}

static void a_whole_run_is_not_cut(void **state)
{
    assert_commented(*state,
                     (struct word_file_parts){
                         .document = WORD_P(WORD_RUN("One ") WORD_RUN("two")
                                                WORD_RUN(" three"))},
                     "two",
                     WORD_P(WORD_RUN("One ") START("1") WORD_RUN("two") END("1")
                                MARK("1") WORD_RUN(" three")));
}

static void a_tab_stays_on_its_side(void **state)
{
    assert_commented(*state,
                     (struct word_file_parts){
                         .document = WORD_P("<w:r>" WORD_TEXT(
                             "One") "<w:tab/>" WORD_TEXT("two") "</w:r>")},
                     "two",
                     WORD_P("<w:r>" WORD_TEXT("One") "<w:tab/></w:r>" START("1")
                                WORD_RUN("two") END("1") MARK("1")));
}

static void the_mark_of_a_comment_is_no_part_of_an_insertion(void **state)
{
    assert_commented(
        *state,
        (struct word_file_parts){
            .document = WORD_P(WORD_RUN("The ") WORD_INS("new plan"))},
        "new",
        "<w:ins " WORD_BY ">" START("2") WORD_RUN("new") END("2")
            WORD_RUN(" plan") "</w:ins>" MARK("2"));
}

static void a_finding_on_a_number_is_about_the_paragraph(void **state)
{
    assert_commented(
        *state,
        (struct word_file_parts){.document =
                                     WORD_LISTED("1", "0", "The first."),
                                 .numbering = WORD_NUMBERING},
        "1.", "</w:pPr>" START("1") WORD_RUN("The first.") END("1") MARK("1"));
}

static void a_locked_control_is_left_as_it_is(void **state)
{
#define CONTROL                                                      \
    "<w:sdt><w:sdtPr><w:lock w:val=\"sdtContentLocked\"/></w:sdtPr>" \
    "<w:sdtContent>" WORD_RUN("kept as it is") "</w:sdtContent></w:sdt>"
    assert_commented(
        *state,
        (struct word_file_parts){.document =
                                     WORD_P(WORD_RUN("This is ") CONTROL)},
        "as it", WORD_RUN("This is ") START("1") CONTROL END("1") MARK("1"));
}

static void an_empty_paragraph_can_have_a_comment(void **state)
{
    assert_commented(
        *state,
        (struct word_file_parts){.document = "<w:p/>" WORD_PARA("text")}, NULL,
        "<w:p>" START("1") END("1") MARK("1") "</w:p>");
}

/* LibreOffice does not open files with a comment in a note. */
static void a_comment_on_a_footnote_is_at_its_mark(void **state)
{
#define NOTE_MARK "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
    assert_commented(
        *state,
        (struct word_file_parts){
            .document = WORD_P(WORD_RUN("Text") NOTE_MARK WORD_RUN(" more")),
            .footnotes = "<w:footnote w:id=\"2\">" WORD_PARA(
                "See below.") "</w:footnote>"},
        "See below",
        WORD_RUN("Text") START("3") NOTE_MARK END("3") MARK("3")
            WORD_RUN(" more"));
}

static void a_range_ends_with_the_cell(void **state)
{
#define CELL(text) "<w:tc>" WORD_PARA(text) "</w:tc>"
    struct word_opened file = open_parts(
        *state, (struct word_file_parts){.document = "<w:tbl><w:tr>" CELL("one")
                                             CELL("two") "</w:tr></w:tbl>"});
    struct pl_word_note note = {.range = {0, (uint32_t)file.view->text.len},
                                .text = PL_STR("odd")};
    note.range.start =
        (uint32_t)pl_str_find(file.view->text, (pl_str)PL_STR("one"), 0);
    pl_str made = annotated(*state, &file, (struct pl_word_notes){&note, 1});
    assert_has(word_part(*state, made, "word/document.xml"),
               WORD_P(START("1") WORD_RUN("one") END("1") MARK("1")));
}

static void the_part_is_made_where_there_is_none(void **state)
{
    struct word_opened file = open_parts(
        *state, (struct word_file_parts){.document = WORD_PARA("A plan.")});
    struct pl_word_note note = note_on(file.view, "plan", "1 < 2\nand \"3\"");
    pl_str made = annotated(*state, &file, (struct pl_word_notes){&note, 1});
    assert_has(word_part(*state, made, "word/comments.xml"),
               "<w:comment w:id=\"1\" w:author=\"planlint\" "
               "w:date=\"" ANSWER_DATE
               "\" w:initials=\"pl\">" WORD_PARA("1 &lt; 2")
                   WORD_PARA("and &quot;3&quot;") "</w:comment>");
    assert_has(word_part(*state, made, "[Content_Types].xml"),
               "PartName=\"/word/comments.xml\"");
    assert_has(word_part(*state, made, "word/_rels/document.xml.rels"),
               "/comments\" Target=\"comments.xml\"/>");
}

#define BY_OTHERS                                               \
    "<w:comment w:id=\"7\" w:author=\"A. Drafter\">" WORD_PARA( \
        "why?") "</w:comment>"

static void comments_of_others_stay(void **state)
{
    struct word_opened file = open_parts(
        *state, (struct word_file_parts){.document = WORD_P(START("7") WORD_RUN(
                                             "A plan.") END("7") MARK("7")),
                                         .comments = BY_OTHERS});
    struct pl_word_note note = note_on(file.view, "plan", "odd");
    pl_str made = annotated(*state, &file, (struct pl_word_notes){&note, 1});
    assert_has(word_part(*state, made, "word/comments.xml"),
               BY_OTHERS "<w:comment w:id=\"8\" w:author=\"planlint\"");
}

static void without_findings_our_comments_are_gone(void **state)
{
    struct word_opened file = open_parts(
        *state, (struct word_file_parts){.document = WORD_PARA("A plan.")});
    struct pl_word_note note = note_on(file.view, "A plan.", "odd");
    struct word_opened noted;
    assert_true(word_open(
        *state, "noted.docx",
        annotated(*state, &file, (struct pl_word_notes){&note, 1}), &noted));
    pl_str made = annotated(*state, &noted, (struct pl_word_notes){NULL, 0});
    pl_str before = word_part(*state, file.bytes, "word/document.xml");
    pl_str after = word_part(*state, made, "word/document.xml");
    assert_int_equal(before.len, after.len);
    assert_memory_equal(before.data, after.data, before.len);
}

static void a_comment_that_was_replied_to_stays(void **state)
{
    struct word_opened file = open_parts(
        *state,
        (struct word_file_parts){
            .document =
                WORD_P(START("1") WORD_RUN("A plan.") END("1") MARK("1")),
            .comments =
                "<w:comment w:id=\"1\" w:author=\"planlint\"><w:p "
                "w14:paraId=\"00000001\">" WORD_RUN(
                    "odd") "</w:p></w:comment>"
                           "<w:comment w:id=\"2\" w:author=\"A. Drafter\"><w:p "
                           "w14:paraId=\"00000002\">" WORD_RUN(
                               "no") "</w:p></w:comment>",
            .comments_extended =
                "<w15:commentEx w15:paraId=\"00000001\" w15:done=\"0\"/>"
                "<w15:commentEx w15:paraId=\"00000002\" "
                "w15:paraIdParent=\"00000001\" w15:done=\"0\"/>"});
    pl_str made = annotated(*state, &file, (struct pl_word_notes){NULL, 0});
    assert_has(word_part(*state, made, "word/comments.xml"), "odd");
    assert_has(word_part(*state, made, "word/document.xml"), MARK("1"));
}

/* ----- any document ----- */

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

/* Paragraphs of random pieces of mark-up. */
static const char *random_document(struct pl_arena *arena, uint32_t *seed)
{
    static const char *const pieces[] = {
        WORD_RUN("a ship "),
        "<w:r><w:rPr><w:i/><w:rPrChange w:id=\"40\" w:author=\"B\"><w:rPr/>"
        "</w:rPrChange></w:rPr><w:t>one &amp; two &#233;</w:t><w:br/>"
        "<w:t>three</w:t></w:r>",
        WORD_INS("inserted text "),
        WORD_DEL("deleted text "),
        "<w:hyperlink w:anchor=\"b\">" WORD_RUN("a link") "</w:hyperlink>",
        "<w:bookmarkStart w:id=\"50\" w:name=\"b\"/>",
        "<w:bookmarkEnd w:id=\"50\"/>",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF "
        "b</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>"
        "</w:r>" WORD_RUN("a result") "<w:r><w:fldChar "
                                      "w:fldCharType=\"end\"/></w:r>",
        "<w:r><w:tab/></w:r>",
        "<w:r><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r>",
        CONTROL,
        "<w:r><w:t><![CDATA[<b>]]>c</w:t></w:r>",
    };
    struct pl_buf out = pl_buf_in(arena);
    for (uint32_t i = 2 + next_random(seed) % 6; i > 0; i--) {
        pl_buf_add_text(&out, "<w:p>");
        for (uint32_t k = next_random(seed) % 8; k > 0; k--) {
            size_t count = sizeof(pieces) / sizeof(pieces[0]);
            pl_buf_add_text(&out, pieces[next_random(seed) % count]);
        }
        pl_buf_add_text(&out, "</w:p>");
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static void anything_can_be_annotated(void **state)
{
    enum { DOCUMENTS = 300, NOTES = 6 };
    struct pl_arena *arena = *state;
    uint32_t seed = 5;
    for (int i = 0; i < DOCUMENTS; i++) {
        struct word_opened file =
            open_parts(arena, (struct word_file_parts){
                                  .document = random_document(arena, &seed)});
        size_t len = file.view->text.len;
        struct pl_word_note notes[NOTES];
        for (size_t k = 0; k < NOTES; k++) {
            uint32_t start = len > 0 ? next_random(&seed) % (uint32_t)len : 0;
            uint32_t end = start + next_random(&seed) % 12;
            notes[k] = (struct pl_word_note){
                .range = {start, end < len ? end : (uint32_t)len},
                .text = PL_STR("odd")};
        }
        annotated(arena, &file, (struct pl_word_notes){notes, NOTES});
        pl_arena_reset(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_run_is_cut_around_the_words_that_are_meant),
        ARENA_TEST(a_whole_run_is_not_cut),
        ARENA_TEST(a_tab_stays_on_its_side),
        ARENA_TEST(the_mark_of_a_comment_is_no_part_of_an_insertion),
        ARENA_TEST(a_finding_on_a_number_is_about_the_paragraph),
        ARENA_TEST(a_locked_control_is_left_as_it_is),
        ARENA_TEST(an_empty_paragraph_can_have_a_comment),
        ARENA_TEST(a_comment_on_a_footnote_is_at_its_mark),
        ARENA_TEST(a_range_ends_with_the_cell),
        ARENA_TEST(the_part_is_made_where_there_is_none),
        ARENA_TEST(comments_of_others_stay),
        ARENA_TEST(without_findings_our_comments_are_gone),
        ARENA_TEST(a_comment_that_was_replied_to_stays),
        ARENA_TEST(anything_can_be_annotated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
