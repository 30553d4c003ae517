#include "word_views.h"

#include "cmocka_wrap.h"
#include "plan_from_text.h"

#define MARK(id) "<w:r><w:footnoteReference w:id=\"" id "\"/></w:r>"
#define NOTE(id, text) \
    "<w:footnote w:id=\"" id "\">" WORD_PARA(text) "</w:footnote>"

static void notes_have_the_numbers_that_are_displayed(void **state)
{
    struct word_file_parts parts = {
        .document = WORD_P(WORD_RUN("a") MARK("7") WORD_RUN("b") MARK("3")),
        .footnotes = "<w:footnote w:type=\"separator\" w:id=\"-1\"/>" NOTE(
            "3", "three") NOTE("7", "seven"),
    };
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "a[^1]b[^2]\n\n[^1]: seven\n\n[^2]: three\n");
    parts.settings = "<w:footnotePr><w:numFmt w:val=\"lowerLetter\"/>"
                     "<w:numStart w:val=\"3\"/></w:footnotePr>";
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "a[^c]b[^d]\n\n[^c]: seven\n\n[^d]: three\n");
}

#define OWN_MARK(id) \
    "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"" id "\"/>"

static void a_mark_of_its_own_is_shown_once(void **state)
{
    struct word_file_parts parts = {
        .document = WORD_P(WORD_RUN("a") OWN_MARK("1") WORD_TEXT(
            "*") "</w:r>" WORD_RUN("b") OWN_MARK("2") "</w:r>" WORD_RUN("c")),
        .footnotes = NOTE("1", "* one") NOTE("2", "two"),
    };
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "a[^mark-1]b[^mark-2]c\n\n[^mark-1]: * one\n\n"
                     "[^mark-2]: two\n");
    parts.document = WORD_P(OWN_MARK("1") WORD_TEXT("* is a star") "</w:r>");
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "[^mark-1]* is a star\n\n[^mark-1]: * one\n");
}

#define SECTION_END(properties) \
    WORD_P("<w:pPr><w:sectPr>" properties "</w:sectPr></w:pPr>")
#define NOTES_OF(kind, properties) "<w:" kind "Pr>" properties "</w:" kind "Pr>"
#define NOTED(text, id) WORD_P(WORD_RUN(text) MARK(id))
#define FOUR_NOTES \
    NOTE("1", "one") NOTE("2", "two") NOTE("3", "three") NOTE("4", "four")

static void notes_begin_anew_in_a_section_that_says_so(void **state)
{
    struct word_file_parts parts = {
        .document = NOTED("a", "1") NOTED("b", "2") SECTION_END("")
            NOTED("c", "3") SECTION_END(
                NOTES_OF("footnote", "<w:numRestart w:val=\"eachSect\"/>"))
                NOTED("d", "4") "<w:sectPr/>",
        .footnotes = FOUR_NOTES,
    };
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "a[^1]\nb[^2]\nc[^1-s2]\nd[^2-s2]\n\n[^1]: one\n\n"
                     "[^2]: two\n\n[^1-s2]: three\n\n[^2-s2]: four\n");
}

static void the_first_notes_of_all_begin_nothing_anew(void **state)
{
    struct word_file_parts parts = {
        .document = SECTION_END("") NOTED("a", "1") "<w:sectPr>" NOTES_OF(
            "footnote", "<w:numRestart w:val=\"eachSect\"/>") "</w:sectPr>",
        .footnotes = FOUR_NOTES,
    };
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "a[^1]\n\n[^1]: one\n");
}

static void a_section_has_its_form_of_number(void **state)
{
    struct word_file_parts parts = {
        .document = NOTED("a", "1") SECTION_END(
            NOTES_OF("footnote", "<w:numFmt w:val=\"lowerRoman\"/>"))
            NOTED("b", "2") "<w:sectPr>" NOTES_OF(
                "footnote", "<w:numFmt w:val=\"chicago\"/>"
                            "<w:numStart w:val=\"5\"/>") "</w:sectPr>",
        .footnotes = FOUR_NOTES,
        .settings = "<w:footnotePr><w:numStart w:val=\"3\"/></w:footnotePr>",
    };
    assert_word_view(
        word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
        "a[^iii]\nb[^\xC2\xA7]\n\n[^iii]: one\n\n[^\xC2\xA7]: two\n");
}

static void a_section_whose_break_is_gone_is_part_of_the_next(void **state)
{
    struct word_file_parts parts = {
        .document = NOTED("a", "1") WORD_P(
            "<w:pPr><w:rPr><w:del " WORD_BY
            "/></w:rPr><w:sectPr/></w:pPr>" WORD_RUN("x"))
            NOTED("b", "2") "<w:sectPr>" NOTES_OF(
                "footnote", "<w:numRestart w:val=\"eachSect\"/>") "</w:sectPr>",
        .footnotes = FOUR_NOTES,
    };
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "a[^1]\nxb[^2]\n\n[^1]: one\n\n[^2]: two\n");
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_ORIGINAL),
                     "a[^1]\nx\nb[^1-s2]\n\n[^1]: one\n\n[^1-s2]: two\n");
}

#define COMMENTED(id)                                                        \
    WORD_P("<w:commentRangeStart w:id=\"" id                                 \
           "\"/>" WORD_RUN("text") "<w:commentRangeEnd w:id=\"" id           \
                                   "\"/><w:r><w:commentReference w:id=\"" id \
                                   "\"/></w:r>" WORD_RUN("."))
#define COMMENT(id, author, text)                   \
    "<w:comment w:id=\"" id "\" w:author=\"" author \
    "\"><w:p w14:paraId=\"0000000" id               \
    "\">" WORD_RUN(text) "</w:p></w:comment>"

static void open_comments_end_their_paragraph(void **state)
{
    struct word_file_parts parts = {
        .document = COMMENTED("1") COMMENTED("2"),
        .comments = COMMENT("1", "Lee: A.", "why?") COMMENT("2", "Kim", "ok"),
        .comments_extended = "<w15:commentEx w15:paraId=\"00000002\" "
                             "w15:done=\"1\"/>",
    };
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "text.\tComment by Lee  A.: why?\ntext.\n");
}

static void comments_of_our_own_are_directives_or_nothing(void **state)
{
    struct word_file_parts parts = {
        .document = COMMENTED("1") COMMENTED("2"),
        .comments = COMMENT("1", "Kim", "planlint: ignore PL401 -- known")
            COMMENT("2", "planlint", "PL103"),
    };
    assert_word_view(word_view_of(*state, parts, PL_WORD_VIEW_FINAL),
                     "<!-- planlint-disable-next-line PL401 -- known -->\n"
                     "text.\ntext.\n");
}

#define BOX(content)                                                    \
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" \
    "<wps:txbx><w:txbxContent>" content                                 \
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>"  \
    "<w:pict><v:textbox><w:txbxContent>" content                        \
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"               \
    "</mc:AlternateContent></w:r>"

static void a_text_box_follows_its_paragraph_once(void **state)
{
    ASSERT_WORD_VIEW(state, FINAL,
                     WORD_P(WORD_RUN("a") BOX(WORD_PARA("boxed")) WORD_RUN("b"))
                         WORD_PARA("c"),
                     "ab\nboxed\nc\n");
}

static void a_picture_has_a_line_of_its_own(void **state)
{
    ASSERT_WORD_VIEW(
        state, FINAL,
        WORD_P(WORD_RUN("a") "<w:r><w:drawing><wp:inline><wp:docPr "
                             "id=\"1\" name=\"x\" descr=\"A&#10;&#10;pier\"/>"
                             "</wp:inline></w:drawing></w:r>"),
        "a\n![A pier](image)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(notes_have_the_numbers_that_are_displayed),
        ARENA_TEST(a_mark_of_its_own_is_shown_once),
        ARENA_TEST(notes_begin_anew_in_a_section_that_says_so),
        ARENA_TEST(the_first_notes_of_all_begin_nothing_anew),
        ARENA_TEST(a_section_has_its_form_of_number),
        ARENA_TEST(a_section_whose_break_is_gone_is_part_of_the_next),
        ARENA_TEST(open_comments_end_their_paragraph),
        ARENA_TEST(comments_of_our_own_are_directives_or_nothing),
        ARENA_TEST(a_text_box_follows_its_paragraph_once),
        ARENA_TEST(a_picture_has_a_line_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
