#include "text/word/view/view.h"

#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "text/word/model.h"
#include "word_file.h"

static const struct pl_word_view *view_of(struct pl_arena *arena,
                                          struct word_file_parts parts,
                                          enum pl_word_view_kind kind)
{
    if (!parts.styles) {
        parts.styles = WORD_STYLES;
    }
    if (!parts.numbering) {
        parts.numbering = WORD_NUMBERING;
    }
    return pl_word_view_make(arena, word_file_read(arena, parts), kind);
}

static void assert_text(const struct pl_word_view *view, const char *expected)
{
    pl_str text = view->text;
    if (!pl_str_eq(text, pl_str_from(expected))) {
        fail_msg("\"%.*s\" is not \"%s\"", PL_STR_ARG(text), expected);
    }
}

#define ASSERT_VIEW(state, kind, body, expected)                      \
    assert_text(view_of(*(state),                                     \
                        (struct word_file_parts){.document = (body)}, \
                        PL_WORD_VIEW_##kind),                         \
                expected)

/* ----- paragraphs ----- */

static void each_paragraph_is_a_line(void **state)
{
    ASSERT_VIEW(state, FINAL, WORD_PARA("one") WORD_P("") WORD_PARA("two"),
                "one\ntwo\n");
}

static void headings_are_marked_with_their_level_and_number(void **state)
{
    ASSERT_VIEW(
        state, FINAL,
        WORD_STYLED("Heading1", "Aims") WORD_STYLED("Heading2", "Reach")
            WORD_PARA("Text.")
                WORD_P("<w:pPr><w:pStyle w:val=\"Heading1\"/><w:numPr><w:numId "
                       "w:val=\"1\"/></w:numPr></w:pPr>" WORD_RUN("Means")),
        "# Aims\n\n## Reach\n\nText.\n\n# 1. Means\n\n");
}

static void a_title_stands_above_the_headings(void **state)
{
    ASSERT_VIEW(state, FINAL,
                WORD_STYLED("Title", "Plan") WORD_STYLED("Heading1", "Aims"),
                "# Plan\n\n## Aims\n\n");
}

static void a_sentence_in_the_style_of_a_heading_is_none(void **state)
{
    ASSERT_VIEW(state, FINAL, WORD_STYLED("Heading1", "We aim to:"),
                "We aim to:\n");
}

static void numbers_stand_before_their_paragraphs(void **state)
{
    ASSERT_VIEW(state, FINAL,
                WORD_LISTED("1", "0", "one") WORD_LISTED("1", "1", "two")
                    WORD_LISTED("1", "2", "three"),
                "1.\tone\n1.1\ttwo\n(a)\tthree\n");
}

static void a_number_without_text_is_still_shown(void **state)
{
    ASSERT_VIEW(state, FINAL,
                WORD_LISTED("1", "0", "") WORD_LISTED("1", "0", "two"),
                "1.\n2.\ttwo\n");
}

static void breaks_are_blanks_and_two_of_them_end_a_line(void **state)
{
    ASSERT_VIEW(state, FINAL,
                WORD_P("<w:r><w:t>a </w:t><w:br/><w:t> b</w:t><w:br/><w:br/>"
                       "<w:t>c</w:t></w:r>"),
                "a b\nc\n");
}

static void blanks_around_a_paragraph_and_what_is_unseen_go(void **state)
{
    ASSERT_VIEW(state, FINAL,
                WORD_P("<w:r><w:tab/><w:t xml:space=\"preserve\"> a</w:t>"
                       "<w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/><w:t "
                       "xml:space=\"preserve\">c </w:t></w:r>"
                       "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>"),
                "ab-c\n");
}

static void what_looks_like_mark_up_is_text(void **state)
{
    ASSERT_VIEW(state, FINAL, WORD_PARA("# 1 fan") WORD_PARA("| a | b"),
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
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
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
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL), "a\n3.1\tb\n");
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
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
                "# Heading1\n\nAct\n\n# Act\n\n## x\n\ny\n\n# z\n\n");
}

static void quotations_are_marked(void **state)
{
    struct word_file_parts parts = {
        .document = WORD_STYLED("Q", "12 Quoted."),
        .styles = WORD_STYLES "<w:style w:type=\"paragraph\" w:styleId=\"Q\">"
                              "<w:name w:val=\"Intense Quote\"/></w:style>"};
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL), "> 12 Quoted.\n");
}

/* ----- revisions ----- */

#define EDITED                                                                \
    WORD_P(WORD_RUN("We ") WORD_DEL("will") WORD_INS("shall") WORD_RUN(" act" \
                                                                       "."))

static void each_view_has_its_text(void **state)
{
    ASSERT_VIEW(state, FINAL, EDITED, "We shall act.\n");
    ASSERT_VIEW(state, ORIGINAL, EDITED, "We will act.\n");
    ASSERT_VIEW(state, MARKUP, EDITED, "We {--will--}{++shall++} act.\n");
}

#define LOST_MARK(text)                  \
    "<w:p><w:pPr><w:rPr><w:del " WORD_BY \
    "/></w:rPr></w:pPr>" WORD_RUN(text) "</w:p>"

static void a_paragraph_without_its_mark_goes_on_in_the_next(void **state)
{
    ASSERT_VIEW(state, FINAL, LOST_MARK("one ") WORD_LISTED("1", "0", "two"),
                "1.\tone two\n");
    ASSERT_VIEW(state, ORIGINAL, LOST_MARK("one ") WORD_LISTED("1", "0", "two"),
                "one\n1.\ttwo\n");
}

static void text_that_a_change_made_names_it(void **state)
{
    const struct pl_word_view *view =
        view_of(*state, (struct word_file_parts){.document = EDITED},
                PL_WORD_VIEW_FINAL);
    uint32_t change = pl_word_view_change(view, (struct pl_range){3, 8});
    assert_int_not_equal(change, PL_NONE);
    assert_int_equal(view->word->changes[change].kind, PL_WORD_INSERTED);
    assert_int_equal(pl_word_view_change(view, (struct pl_range){9, 12}),
                     PL_NONE);
}

/* ----- tables ----- */

#define CELL(content) "<w:tc>" content "</w:tc>"
#define ROW(content) "<w:tr>" content "</w:tr>"
#define LOST_ROW(content) \
    "<w:tr><w:trPr><w:del " WORD_BY "/></w:trPr>" content "</w:tr>"

static void rows_are_lines_of_cells(void **state)
{
    ASSERT_VIEW(state, FINAL,
                WORD_PARA("above") "<w:tbl>" ROW(
                    CELL(WORD_PARA("a|b") WORD_PARA("c")) CELL(WORD_PARA("d")))
                    LOST_ROW(CELL(WORD_PARA("x")) CELL(WORD_PARA("y")))
                        ROW(CELL(WORD_P("")) CELL(
                            WORD_PARA("e"))) "</w:tbl>" WORD_PARA("below"),
                "above\n\n| a\\|b\tc | d |\n|  | e |\n\nbelow\n");
}

#define CELL_OF(properties, content) \
    "<w:tc><w:tcPr>" properties "</w:tcPr>" WORD_PARA(content) "</w:tc>"
#define SPAN(count) "<w:gridSpan w:val=\"" count "\"/>"
#define GOES_ON "<w:vMerge/>"

static void cells_stand_under_their_headings(void **state)
{
    struct word_file_parts parts = {
        .document = "<w:tbl>" ROW(
            CELL_OF("", "a") CELL_OF("<w:vMerge w:val=\"restart\"/>", "b")
                CELL_OF("", "c") CELL_OF("", "d"))
            ROW(CELL_OF("", "e") CELL_OF(GOES_ON, "") CELL_OF("", "")
                    CELL_OF("", "f"))
                ROW(CELL_OF(SPAN("2"), "g") CELL_OF("", "h") CELL_OF("", "i"))
                    ROW("<w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" CELL_OF(
                        "", "k") CELL_OF("", "l")) "</w:tbl>"};
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
                "| a | b | c | d |\n| e |  |  | f |\n| g |  | h | i |\n"
                "|  |  | k | l |\n\n");
}

static void a_span_that_no_other_row_parts_is_one_column(void **state)
{
    struct word_file_parts parts = {
        .document = "<w:tbl>" ROW(CELL_OF(SPAN("5"), "a") CELL_OF("", "b"))
            ROW(CELL_OF(SPAN("5"), "c") CELL_OF("", "d")) "</w:tbl>"};
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
                "| a | b |\n| c | d |\n\n");
}

static void a_cell_that_is_deleted_leaves_no_gap(void **state)
{
    struct word_file_parts parts = {
        .document =
            "<w:tbl>" ROW(CELL_OF("", "a") CELL_OF("", "b") CELL_OF("", "c"))
                ROW(CELL_OF("<w:cellDel " WORD_BY "/>", "d") CELL_OF("", "e")
                        CELL_OF("", "f")) "</w:tbl>"};
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
                "| a | b | c |\n| e | f |\n\n");
    assert_text(view_of(*state, parts, PL_WORD_VIEW_ORIGINAL),
                "| a | b | c |\n| d | e | f |\n\n");
}

static void a_table_in_a_cell_is_text_of_that_cell(void **state)
{
    ASSERT_VIEW(state, FINAL,
                "<w:tbl>" ROW(CELL(
                    "<w:tbl>" ROW(CELL(WORD_PARA("in"))) "</w:tbl>" WORD_P(""))
                                  CELL(WORD_PARA("out"))) "</w:tbl>",
                "| in | out |\n\n");
}

static void a_table_of_one_column_only_frames_its_text(void **state)
{
    ASSERT_VIEW(state, FINAL,
                "<w:tbl>" ROW(CELL(WORD_PARA("one")))
                    ROW(CELL(WORD_PARA("two"))) "</w:tbl>",
                "one\ntwo\n");
}

/* ----- notes, comments, boxes ----- */

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
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
                "a[^1]b[^2]\n\n[^1]: seven\n\n[^2]: three\n");
    parts.settings = "<w:footnotePr><w:numFmt w:val=\"lowerLetter\"/>"
                     "<w:numStart w:val=\"3\"/></w:footnotePr>";
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
                "a[^c]b[^d]\n\n[^c]: seven\n\n[^d]: three\n");
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
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
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
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
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
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
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
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
                "a[^1]\nxb[^2]\n\n[^1]: one\n\n[^2]: two\n");
    assert_text(view_of(*state, parts, PL_WORD_VIEW_ORIGINAL),
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
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
                "text.\tComment by Lee  A.: why?\ntext.\n");
}

static void comments_of_our_own_are_directives_or_nothing(void **state)
{
    struct word_file_parts parts = {
        .document = COMMENTED("1") COMMENTED("2"),
        .comments = COMMENT("1", "Kim", "planlint: ignore PL401 -- known")
            COMMENT("2", "planlint", "PL103"),
    };
    assert_text(view_of(*state, parts, PL_WORD_VIEW_FINAL),
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
    ASSERT_VIEW(state, FINAL,
                WORD_P(WORD_RUN("a") BOX(WORD_PARA("boxed")) WORD_RUN("b"))
                    WORD_PARA("c"),
                "ab\nboxed\nc\n");
}

static void a_picture_has_a_line_of_its_own(void **state)
{
    ASSERT_VIEW(
        state, FINAL,
        WORD_P(WORD_RUN("a") "<w:r><w:drawing><wp:inline><wp:docPr "
                             "id=\"1\" name=\"x\" descr=\"A&#10;&#10;pier\"/>"
                             "</wp:inline></w:drawing></w:r>"),
        "a\n![A pier](image)\n");
}

/* ----- origins ----- */

static void each_byte_has_its_place(void **state)
{
    static const char body[] = WORD_LISTED("1", "0",
                                           "R&amp;D \xC2\xAD"
                                           "pays");
    const struct pl_word_view *view = view_of(
        *state, (struct word_file_parts){.document = body}, PL_WORD_VIEW_FINAL);
    assert_text(view, "1.\tR&D pays\n");
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

/* ----- headers and footers ----- */

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
    assert_text(view_of(arena, parts, PL_WORD_VIEW_FINAL), expected);
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
    const struct pl_word_view *view =
        view_of(*state,
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
        ARENA_TEST(rows_are_lines_of_cells),
        ARENA_TEST(cells_stand_under_their_headings),
        ARENA_TEST(a_span_that_no_other_row_parts_is_one_column),
        ARENA_TEST(a_cell_that_is_deleted_leaves_no_gap),
        ARENA_TEST(a_table_in_a_cell_is_text_of_that_cell),
        ARENA_TEST(a_table_of_one_column_only_frames_its_text),
        ARENA_TEST(notes_have_the_numbers_that_are_displayed),
        ARENA_TEST(notes_begin_anew_in_a_section_that_says_so),
        ARENA_TEST(the_first_notes_of_all_begin_nothing_anew),
        ARENA_TEST(a_section_has_its_form_of_number),
        ARENA_TEST(a_section_whose_break_is_gone_is_part_of_the_next),
        ARENA_TEST(open_comments_end_their_paragraph),
        ARENA_TEST(comments_of_our_own_are_directives_or_nothing),
        ARENA_TEST(a_text_box_follows_its_paragraph_once),
        ARENA_TEST(a_picture_has_a_line_of_its_own),
        ARENA_TEST(headers_and_footers_come_last_without_what_counts_pages),
        ARENA_TEST(what_both_margins_say_is_said_once),
        ARENA_TEST(margins_that_no_page_has_are_left_out),
        ARENA_TEST(a_finding_in_a_header_is_said_to_be_there),
        ARENA_TEST(each_byte_has_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
