#include "word_views.h"

#include "base/array.h"
#include "cmocka_wrap.h"
#include "plan_from_text.h"

#define PAGE_FIELD(instruction, result)   \
    "<w:fldSimple w:instr=\"" instruction \
    "\">" WORD_RUN(result) "</w:fldSimple>"
#define SECTION(inside) "<w:sectPr>" inside "</w:sectPr>"
#define HEADER_FOR(pages) \
    "<w:headerReference w:type=\"" pages "\" r:id=\"rId_header\"/>"
#define FOOTER_FOR(pages) \
    "<w:footerReference w:type=\"" pages "\" r:id=\"rId_footer\"/>"

static void assert_margins(struct pl_arena *arena, struct word_file_parts parts,
                           const char *expected)
{
    assert_word_view(word_view_of(arena, parts, PL_WORD_VIEW_FINAL), expected);
}

static void
headers_and_footers_come_last_without_what_counts_pages(void **state)
{
    assert_margins(
        *state,
        (struct word_file_parts){
            .document = WORD_PARA("Text.")
                SECTION(HEADER_FOR("default") FOOTER_FOR("default")),
            .header = WORD_PARA("Plan  of")
                WORD_P("<w:r><w:tab/></w:r>" WORD_RUN("the Union ")
                           PAGE_FIELD("STYLEREF 1", "Aims") WORD_RUN(" 2028")),
            .footer = WORD_P(WORD_RUN("- ") PAGE_FIELD("PAGE", "iii")
                                 WORD_RUN(" -"))},
        "Text.\n\n> Plan of the Union 2028\n");
}

static void a_margin_that_only_counts_pages_is_left_out(void **state)
{
    static const char *const footers[] = {
        WORD_P(WORD_RUN("Page ") PAGE_FIELD("PAGE", "3")),
        WORD_P(WORD_RUN("PAGE ") PAGE_FIELD("PAGE", "3") WORD_RUN(" of ")
                   PAGE_FIELD("NUMPAGES", "9")),
        WORD_P(WORD_RUN("\u7B2C") PAGE_FIELD("PAGE", "3") WORD_RUN("\u9875")),
        WORD_P(WORD_RUN("- ") PAGE_FIELD("PAGE", "3") WORD_RUN(" - ")),
    };
    for (size_t i = 0; i < PL_COUNT(footers); i++) {
        assert_margins(
            *state,
            (struct word_file_parts){.document = WORD_PARA("Text.")
                                         SECTION(FOOTER_FOR("default")),
                                     .footer = footers[i]},
            "Text.\n");
    }
    assert_margins(
        *state,
        (struct word_file_parts){
            .document = WORD_PARA("Text.") SECTION(FOOTER_FOR("default")),
            .footer = WORD_P(WORD_RUN("Plan, page ") PAGE_FIELD("PAGE", "3"))},
        "Text.\n\n> Plan, page\n");
}

static void what_both_margins_say_is_said_once(void **state)
{
    assert_margins(
        *state,
        (struct word_file_parts){
            .document = WORD_PARA("Text.")
                SECTION(HEADER_FOR("default") FOOTER_FOR("default")),
            .header = WORD_PARA("Draft"),
            .footer = WORD_P(WORD_RUN("Draft ") PAGE_FIELD("PAGE", "7"))},
        "Text.\n\n> Draft\n");
}

static void margins_that_no_page_has_are_left_out(void **state)
{
    assert_margins(*state,
                   (struct word_file_parts){.document = WORD_PARA("Text."),
                                            .header = WORD_PARA("Old")},
                   "Text.\n");
    assert_margins(*state,
                   (struct word_file_parts){
                       .document = WORD_PARA("Text.")
                           SECTION(HEADER_FOR("first") FOOTER_FOR("even")),
                       .header = WORD_PARA("Old"),
                       .footer = WORD_PARA("Older")},
                   "Text.\n");
    assert_margins(*state,
                   (struct word_file_parts){
                       .document = WORD_PARA("Text.") SECTION(HEADER_FOR(
                           "first") FOOTER_FOR("even") "<w:titlePg/>"),
                       .settings = "<w:evenAndOddHeaders/>",
                       .header = WORD_PARA("First"),
                       .footer = WORD_PARA("Even")},
                   "Text.\n\n> First\n\n> Even\n");
}

static void a_finding_in_a_header_is_said_to_be_there(void **state)
{
    const struct pl_word_view *view = word_view_of(
        *state,
        (struct word_file_parts){.document = WORD_PARA("Text.")
                                     SECTION(HEADER_FOR("default")),
                                 .header = WORD_PARA("Draft")},
        PL_WORD_VIEW_FINAL);
    assert_int_equal(pl_word_view_story(view, 0), PL_WORD_BODY);
    assert_int_equal(pl_word_view_story(view, (uint32_t)view->text.len - 2),
                     PL_WORD_HEADER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(headers_and_footers_come_last_without_what_counts_pages),
        ARENA_TEST(a_margin_that_only_counts_pages_is_left_out),
        ARENA_TEST(what_both_margins_say_is_said_once),
        ARENA_TEST(margins_that_no_page_has_are_left_out),
        ARENA_TEST(a_finding_in_a_header_is_said_to_be_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
