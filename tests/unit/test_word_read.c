#include "text/word/read/read.h"

#include "base/array.h"
#include "base/buf.h"
#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "text/word/read/styles.h"
#include "word_file.h"
#include "word_paras.h"

#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"
#define MARK(change) \
    "<w:pPr><w:rPr><w:" change " w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr>"
#define BOX(text) "<w:txbxContent>" WORD_PARA(text) "</w:txbxContent>"
#define CELL(content) "<w:tc>" content "</w:tc>"
#define ROW(properties, content) "<w:tr>" properties content "</w:tr>"

static const struct pl_word_file *read_body(struct pl_arena *arena,
                                            const char *body)
{
    return word_file_read(arena, (struct word_file_parts){.document = body});
}

/* The paragraphs of a state, each in a line. */
static void require_text(struct pl_arena *arena,
                         const struct pl_word_file *word,
                         enum pl_word_state state, const char *expected)
{
    struct word_paras paras = word_paras_of(arena, word, state);
    struct pl_buf out = pl_buf_in(arena);
    for (size_t i = 0; i < paras.count; i++) {
        pl_buf_add(&out, paras.items[i].text);
        pl_buf_add_char(&out, '|');
    }
    pl_buf_add_char(&out, '\0');
    assert_string_equal(out.data, expected);
}

static void require_both(struct pl_arena *arena, const char *body,
                         const char *final, const char *original)
{
    const struct pl_word_file *word = read_body(arena, body);
    require_text(arena, word, PL_WORD_FINAL, final);
    require_text(arena, word, PL_WORD_ORIGINAL, original);
}

static void characters_that_are_elements_are_text(void **state)
{
    require_both(*state,
                 WORD_P("<w:r>" WORD_TEXT("a") "<w:tab/>" WORD_TEXT(
                     "b") "<w:noBreakHyphen/><w:softHyphen/><w:br/>"
                          "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r>"),
                 "a\tb\xE2\x80\x91\xC2\xAD\n\xE2\x80\xA2|",
                 "a\tb\xE2\x80\x91\xC2\xAD\n\xE2\x80\xA2|");
}

static void a_tab_stop_is_no_tab(void **state)
{
    require_both(*state,
                 WORD_P("<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs>"
                        "</w:pPr>" WORD_RUN("a")),
                 "a|", "a|");
}

static void changes_are_in_their_states(void **state)
{
    require_both(*state, WORD_P(WORD_RUN("a") WORD_INS("b") WORD_DEL("c")),
                 "ab|", "ac|");
    require_both(*state,
                 WORD_P("<w:ins " WORD_BY ">" WORD_RUN("b")
                            WORD_DEL("c") "</w:ins>" WORD_RUN("d")),
                 "bd|", "d|");
    require_both(
        *state,
        WORD_P("<w:moveFrom " WORD_BY ">" WORD_RUN("a") "</w:moveFrom>")
            WORD_P("<w:moveTo " WORD_BY ">" WORD_RUN("a") "</w:moveTo>"),
        "|a|", "a||");
}

static void paragraphs_without_a_mark_are_joined(void **state)
{
    require_both(*state, WORD_P(MARK("del") WORD_RUN("a ")) WORD_PARA("b"),
                 "a b|", "a |b|");
    require_both(*state, WORD_P(MARK("ins") WORD_RUN("a ")) WORD_PARA("b"),
                 "a |b|", "a b|");
}

static void rows_and_cells_are_in_their_states(void **state)
{
    require_both(*state,
                 "<w:tbl>" ROW("<w:trPr><w:ins " WORD_BY "/></w:trPr>",
                               CELL(WORD_PARA("a")))
                     ROW("", CELL("<w:tcPr><w:cellDel " WORD_BY
                                  "/></w:tcPr>" WORD_PARA("b"))
                                 CELL(WORD_PARA("c"))) "</w:tbl>",
                 "a|c|", "b|c|");
}

static void a_table_in_a_row_that_goes_goes_too(void **state)
{
    require_both(
        *state,
        "<w:tbl>" ROW(
            "<w:trPr><w:del " WORD_BY "/></w:trPr>",
            CELL("<w:tbl>" ROW("", CELL(WORD_PARA("a"))) "</w:tbl>" WORD_PARA(
                "b"))) "</w:tbl>" WORD_PARA("c"),
        "c|", "a|b|c|");
}

static void cells_that_are_merged_away_are_hidden(void **state)
{
    require_both(*state,
                 "<w:tbl>" ROW("", CELL("<w:tcPr><w:vMerge w:val=\"restart\"/>"
                                        "</w:tcPr>" WORD_PARA("a")))
                     ROW("", CELL("<w:tcPr><w:vMerge/></w:tcPr>" WORD_PARA(
                                 "b"))) "</w:tbl>",
                 "a|", "a|");
}

static void cells_count_spans(void **state)
{
    const struct pl_word_file *word = read_body(
        *state,
        "<w:tbl>" ROW(
            "", CELL("<w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>" WORD_PARA(
                    "a")) CELL(WORD_PARA("b"))) "</w:tbl>");
    assert_int_equal(word->paras[1].column, 3);
    assert_int_equal(word->paras[1].row, 0);
}

static void a_text_box_is_read_once(void **state)
{
    const struct pl_word_file *word = read_body(
        *state,
        WORD_P(WORD_RUN("before ") "<w:r><mc:AlternateContent><mc:Choice "
                                   "Requires=\"wps\">" BOX(
                                       "box") "</"
                                              "mc:Choice><mc:"
                                              "Fallback>" BOX(
                                                  "box") "</"
                                                         "mc:Fallback><"
                                                         "/mc:"
                                                         "AlternateCont"
                                                         "ent></"
                                                         "w:"
                                                         "r>" WORD_RUN("after"))
            WORD_PARA("next"));
    require_text(*state, word, PL_WORD_FINAL, "before after|next|box|");
    assert_int_equal(word->stories_count, 2);
    assert_int_equal(word->stories[1].kind, PL_WORD_TEXT_BOX);
    assert_int_equal(word->stories[1].anchor, 0);
}

static void what_is_not_understood_gives_way_to_the_fallback(void **state)
{
    require_both(
        *state,
        WORD_P("<w:r><mc:AlternateContent><mc:Choice Requires=\"x\">" WORD_TEXT(
            "new") "</mc:Choice><mc:Fallback>" WORD_TEXT("old") "</"
                                                                "mc:Fallback></"
                                                                "mc:"
                                                                "AlternateConte"
                                                                "nt>"
                                                                "</w:r>"),
        "old|", "old|");
}

#define CHOICE(attributes)                                             \
    WORD_P("<w:r><mc:AlternateContent><mc:Choice " attributes          \
           ">" WORD_TEXT("new") "</mc:Choice><mc:Fallback>" WORD_TEXT( \
               "old") "</mc:Fallback></mc:AlternateContent></w:r>")

static void prefixes_are_what_they_are_declared_to_be(void **state)
{
    static const struct {
        const char *body;
        const char *text;
    } cases[] = {
        {CHOICE("xmlns:q=\"http://schemas.microsoft.com/office/word/2010/"
                "wordprocessingShape\" Requires=\"q\""),
         "new|"},
        {CHOICE("Requires=\"wps w14 \""), "new|"},
        {CHOICE("Requires=\"wps q\""), "old|"},
        {CHOICE("xmlns:wps=\"urn:other\" Requires=\"wps\"")
             CHOICE("Requires=\"wps\""),
         "old|new|"},
        {CHOICE("xmlns=\"urn:other\" Requires=\"wps\""), "new|"},
    };
    for (size_t i = 0; i < PL_COUNT(cases); i++) {
        require_both(*state, cases[i].body, cases[i].text, cases[i].text);
    }
}

static void a_run_in_a_text_box_is_held_by_its_own_paragraph(void **state)
{
    const struct pl_word_file *word =
        read_body(*state, WORD_P("<w:r>" BOX("box") "</w:r>"));
    const struct pl_word_run *outer = &word->runs[0];
    const struct pl_word_run *inner = &word->runs[1];
    assert_int_equal(outer->holder.start, outer->xml.start);
    assert_int_equal(inner->holder.start, inner->xml.start);
    assert_int_equal(inner->holder.end, inner->xml.end);
}

static void codes_of_fields_are_not_shown(void **state)
{
    const struct pl_word_file *word = read_body(
        *state, WORD_P(FIELD("begin") CODE("IF ") FIELD("begin") CODE("A")
                           FIELD("separate") WORD_RUN("1") FIELD("end")
                               CODE(" = 1") FIELD("separate") WORD_RUN("yes")
                                   FIELD("end") WORD_RUN(" end")));
    require_text(*state, word, PL_WORD_FINAL, "yes end|");
    assert_int_equal(word->fields_count, 2);
    assert_true(
        pl_str_eq(word->fields[0].instruction, (pl_str)PL_STR("IF  = 1")));
    assert_int_equal(word->fields[1].parent, 0);
}

static void a_field_without_an_end_ends_with_its_text_box(void **state)
{
    require_both(*state,
                 WORD_P("<w:r><w:txbxContent>" WORD_P(FIELD(
                     "begin")) "</w:txbxContent></w:r>" WORD_RUN("after")),
                 "after||", "after||");
}

static void a_bookmark_ends_in_the_story_where_it_began(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state,
        (struct word_file_parts){
            .document = WORD_P(
                "<w:bookmarkStart w:id=\"4\" w:name=\"b\"/>" WORD_RUN("one"))
                WORD_PARA("two") "<w:bookmarkEnd w:id=\"4\"/>",
            .header = WORD_PARA("top")});
    assert_int_equal(word->bookmarks_count, 1);
    assert_int_equal(word->bookmarks[0].first_para, 0);
    assert_int_equal(word->bookmarks[0].last_para, 1);
    assert_int_equal(word->bookmarks[0].piece_end, 2);
}

static void bookmarks_far_apart_are_paired(void **state)
{
    struct pl_buf body = pl_buf_in(*state);
    pl_buf_add_text(&body,
                    "<w:p><w:bookmarkStart w:id=\"9999\" w:name=\"b\"/>");
    for (int i = 0; i < 2000; i++) {
        pl_buf_addf(&body, "<w:bookmarkStart w:id=\"%d\" w:name=\"c\"/>", i);
    }
    pl_buf_add_text(&body, WORD_RUN("a") "<w:bookmarkEnd w:id=\"9999\"/>"
                                         "</w:p>");
    pl_buf_add_char(&body, '\0');
    const struct pl_word_file *word = read_body(*state, body.data);
    assert_int_equal(word->bookmarks[0].piece_end, 1);
}

static void links_know_their_targets(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state, (struct word_file_parts){
                    .document = WORD_P("<w:hyperlink r:id=\"x\">" WORD_RUN(
                        "a") "</w:hyperlink><w:hyperlink "
                             "w:anchor=\"b\">" WORD_RUN("c") "</w:hyperlink>"),
                    .relations = "<Relationship Id=\"x\" Type=\"t/hyperlink\" "
                                 "TargetMode=\"External\" "
                                 "Target=\"https://example.org/\"/>"});
    assert_int_equal(word->links_count, 2);
    assert_true(pl_str_eq(word->links[0].target,
                          (pl_str)PL_STR("https://example.org/")));
    assert_true(pl_str_eq(word->links[1].bookmark, (pl_str)PL_STR("b")));
    assert_int_equal(word->pieces[1].link, 1);
}

static void controls_know_what_nobody_has_filled_in(void **state)
{
    const struct pl_word_file *word = read_body(
        *state, WORD_P("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
                       "<w:sdtContent>" WORD_RUN(
                           "Click here") "</w:sdtContent>"
                                         "</w:sdt>" WORD_RUN("text")));
    assert_int_equal(word->pieces[0].kind, PL_WORD_PLACEHOLDER);
    assert_int_equal(word->pieces[1].kind, PL_WORD_TEXT);
}

static void hidden_text_is_marked(void **state)
{
    const struct pl_word_file *word = read_body(
        *state, WORD_P("<w:r><w:rPr><w:vanish/></w:rPr>" WORD_TEXT(
                    "a") "</w:r><w:r><w:rPr><w:vanish "
                         "w:val=\"0\"/></w:rPr>" WORD_TEXT("b") "</w:r>"));
    assert_true(word->pieces[0].is_hidden);
    assert_false(word->pieces[1].is_hidden);
}

#define STYLE(type, id, more) \
    "<w:style w:type=\"" type "\" w:styleId=\"" id "\">" more "</w:style>"
#define VANISH "<w:rPr><w:vanish/></w:rPr>"
#define STYLED_RUN(style, more, text)                  \
    "<w:r><w:rPr><w:rStyle w:val=\"" style "\"/>" more \
    "</w:rPr>" WORD_TEXT(text) "</w:r>"

static void styles_hide_text(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state,
        (struct word_file_parts){
            .document = WORD_STYLED("Under", "a") WORD_P(
                WORD_RUN("b") STYLED_RUN("Tag", "", "c")
                    STYLED_RUN("Tag", "<w:vanish w:val=\"0\"/>", "d")
                        STYLED_RUN("Seen", "", "e"))
                WORD_P("<w:pPr><w:pStyle w:val=\"Under\"/></w:pPr>" STYLED_RUN(
                    "Tag", "", "f") "<w:r><w:rPr><w:vanish w:val=\"0\"/>"
                                    "</w:rPr>" WORD_TEXT("g") "</w:r>")
                    WORD_STYLED("Open", "h")
                        WORD_P("<w:r><w:rPr><w:specVanish/></w:rPr>" WORD_TEXT(
                            "i") "</w:r>" WORD_RUN("j")),
            .styles = STYLE("paragraph", "Hidden", VANISH) STYLE(
                "paragraph", "Under", "<w:basedOn w:val=\"Hidden\"/>")
                STYLE("paragraph", "Open",
                      "<w:basedOn w:val=\"Hidden\"/><w:rPr><w:vanish "
                      "w:val=\"0\"/></w:rPr>") STYLE("character", "Tag", VANISH)
                    STYLE("character", "Seen",
                          "<w:basedOn w:val=\"Tag\"/><w:rPr><w:vanish "
                          "w:val=\"false\"/></w:rPr>")});
    static const char shown[] = "-b-defg"
                                "h-j";
    assert_int_equal(word->pieces_count, 10);
    for (uint32_t i = 0; i < word->pieces_count; i++) {
        bool is_hidden = shown[i] == '-';
        if (word->pieces[i].is_hidden != is_hidden) {
            fail_msg("%u: %.*s", i, PL_STR_ARG(word->pieces[i].text));
        }
    }
}

static void pictures_of_before_are_described(void **state)
{
    const struct pl_word_file *word = read_body(
        *state,
        WORD_P("<w:r><w:pict><v:shape alt=\"A harbour\"/></w:pict></w:r>"
               "<w:r><w:pict><v:rect/></w:pict></w:r><w:r><w:pict><v:group "
               "title=\"Two ports\"/></w:pict></w:r>"));
    assert_int_equal(word->pieces_count, 2);
    assert_int_equal(word->pieces[0].kind, PL_WORD_ALT_TEXT);
    assert_true(pl_str_eq(word->pieces[0].text, (pl_str)PL_STR("A harbour")));
    assert_true(pl_str_eq(word->pieces[1].text, (pl_str)PL_STR("Two ports")));
}

static void notes_are_stories_that_marks_point_to(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state,
        (struct word_file_parts){
            .document = WORD_P("<w:r><w:footnoteReference w:id=\"7\"/></w:r>"),
            .footnotes =
                "<w:footnote w:type=\"separator\" w:id=\"0\">" WORD_PARA(
                    "line") "</w:footnote><w:footnote "
                            "w:id=\"7\">" WORD_PARA("note") "</"
                                                            "w:footnote>"});
    assert_int_equal(word->stories_count, 2);
    assert_int_equal(word->pieces[0].kind, PL_WORD_NOTE_MARK);
    assert_int_equal(word->pieces[0].target, 1);
    require_text(*state, word, PL_WORD_FINAL, "|note|");
}

static void a_comment_is_resolved_by_its_last_paragraph(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state,
        (struct word_file_parts){
            .document = WORD_P("<w:commentRangeStart w:id=\"3\"/>" WORD_RUN(
                "a") "<w:commentRangeEnd w:id=\"3\"/><w:r>"
                     "<w:commentReference w:id=\"3\"/></w:r>"),
            .comments = "<w:comment w:id=\"3\" w:author=\"B. Reader\">"
                        "<w:p w14:paraId=\"0000000A\"/>"
                        "<w:p w14:paraId=\"0000000B\"/></w:comment>",
            .comments_extended = "<w15:commentEx w15:paraId=\"0000000B\" "
                                 "w15:done=\"1\"/>"});
    assert_int_equal(word->comments_count, 1);
    assert_true(word->comments[0].is_resolved);
    assert_int_equal(word->comments[0].first_piece, 0);
    assert_int_equal(word->comments[0].piece_end, 1);
    assert_true(
        pl_str_eq(word->comments[0].author, (pl_str)PL_STR("B. Reader")));
}

static void circles_of_styles_end(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state,
        (struct word_file_parts){
            .document = WORD_STYLED("a", "text"),
            .styles = "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name "
                      "w:val=\"x\"/><w:basedOn w:val=\"b\"/></w:style>"
                      "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name "
                      "w:val=\"y\"/><w:basedOn w:val=\"a\"/></w:style>"});
    assert_int_equal(pl_word_outline_level(word->styles, &word->paras[0]), 9);
}

static void headings_are_known_by_the_names_of_styles(void **state)
{
    const struct pl_word_file *word = word_file_read(
        *state, (struct word_file_parts){.document = WORD_STYLED("t2", "text"),
                                         .styles = "<w:style w:type=\"paragraph"
                                                   "\" w:styleId=\"t2\"><w:name"
                                                   " w:val=\"heading 2\"/>"
                                                   "</w:style>"});
    assert_int_equal(pl_word_outline_level(word->styles, &word->paras[0]), 1);
}

static void other_files_are_refused_by_name(void **state)
{
    static const pl_str compound =
        PL_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old file");
    const struct pl_word_file *word;
    struct pl_error error;
    assert_false(pl_word_read(*state, "old.doc", compound, &word, &error));
    assert_true(pl_str_find(pl_str_from(error.message),
                            (pl_str)PL_STR("before 2007"), 0) != PL_NOWHERE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(characters_that_are_elements_are_text),
        ARENA_TEST(a_tab_stop_is_no_tab),
        ARENA_TEST(changes_are_in_their_states),
        ARENA_TEST(paragraphs_without_a_mark_are_joined),
        ARENA_TEST(rows_and_cells_are_in_their_states),
        ARENA_TEST(a_table_in_a_row_that_goes_goes_too),
        ARENA_TEST(cells_that_are_merged_away_are_hidden),
        ARENA_TEST(cells_count_spans),
        ARENA_TEST(a_text_box_is_read_once),
        ARENA_TEST(what_is_not_understood_gives_way_to_the_fallback),
        ARENA_TEST(prefixes_are_what_they_are_declared_to_be),
        ARENA_TEST(a_run_in_a_text_box_is_held_by_its_own_paragraph),
        ARENA_TEST(codes_of_fields_are_not_shown),
        ARENA_TEST(a_field_without_an_end_ends_with_its_text_box),
        ARENA_TEST(a_bookmark_ends_in_the_story_where_it_began),
        ARENA_TEST(bookmarks_far_apart_are_paired),
        ARENA_TEST(links_know_their_targets),
        ARENA_TEST(controls_know_what_nobody_has_filled_in),
        ARENA_TEST(hidden_text_is_marked),
        ARENA_TEST(styles_hide_text),
        ARENA_TEST(pictures_of_before_are_described),
        ARENA_TEST(notes_are_stories_that_marks_point_to),
        ARENA_TEST(a_comment_is_resolved_by_its_last_paragraph),
        ARENA_TEST(circles_of_styles_end),
        ARENA_TEST(headings_are_known_by_the_names_of_styles),
        ARENA_TEST(other_files_are_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
