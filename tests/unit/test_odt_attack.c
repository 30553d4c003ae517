/* OpenDocument texts that are damaged, or made to harm who reads them. */
#include "cmocka_wrap.h"

#include <string.h>

#include "base/buf.h"
#include "odt_file.h"
#include "plan_from_text.h"
#include "text/odt/read.h"
#include "text/word/model.h"
#include "text/word/view/view.h"

static bool read(struct pl_arena *arena, pl_str bytes, struct pl_error *error)
{
    const struct pl_word_file *word;
    return pl_odt_read(arena, "plan.odt", bytes, &word, error);
}

static void assert_refused(struct pl_arena *arena, pl_str bytes,
                           const char *why)
{
    struct pl_error error = {0};
    assert_false(read(arena, bytes, &error));
    if (!strstr(error.message, why)) {
        fail_msg("\"%s\" does not say \"%s\"", error.message, why);
    }
}

static const char *repeated(struct pl_arena *arena, const char *before,
                            const char *inside, const char *after, int count)
{
    struct pl_buf out = pl_buf_in(arena);
    for (int i = 0; i < count; i++) {
        pl_buf_add_text(&out, before);
    }
    pl_buf_add_text(&out, inside);
    for (int i = 0; i < count; i++) {
        pl_buf_add_text(&out, after);
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static const struct pl_word_view *view_of(struct pl_arena *arena,
                                          const char *body)
{
    struct odt_file_parts parts = {.text = body,
                                   .styles = ODT_LIST_STYLES ODT_OUTLINE};
    return pl_word_view_make(arena, odt_file_read(arena, parts),
                             PL_WORD_VIEW_FINAL);
}

/* ----- files ----- */

static void a_file_with_a_password_is_refused(void **state)
{
    struct odt_file_parts parts = {
        .text = ODT_P("one"),
        .manifest = "<manifest:file-entry manifest:full-path=\"content.xml\">"
                    "<manifest:encryption-data/></manifest:file-entry>"};
    assert_refused(*state, odt_file_make(*state, parts),
                   "plan.odt: protected with a password");
}

static void a_file_that_is_cut_off_is_refused(void **state)
{
    struct odt_file_parts parts = {.text = ODT_P("one")};
    pl_str bytes = odt_file_make(*state, parts);
    for (size_t len = 4; len < bytes.len; len += 7) {
        assert_refused(*state, pl_str_slice(bytes, 0, len), "plan.odt");
    }
    pl_str flat = odt_file_make_flat(*state, parts);
    for (size_t len = 0; len < flat.len; len += 7) {
        assert_refused(*state, pl_str_slice(flat, 0, len), "plan.odt");
    }
}

static void a_package_without_a_text_is_refused(void **state)
{
    static const char flat[] =
        "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:"
        "xmlns:office:1.0\"><office:body><office:spreadsheet/></office:body>"
        "</office:document>";
    assert_refused(*state, pl_str_from(flat), "is no text");
}

static void a_document_type_is_refused(void **state)
{
    static const char flat[] =
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><office:document xmlns:office="
        "\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>";
    assert_refused(*state, pl_str_from(flat), "document type declaration");
}

/* ----- bombs ----- */

static void what_is_repeated_is_bounded(void **state)
{
    const struct pl_word_view *view = view_of(
        *state,
        ODT_P(
            "a<text:s text:c=\"1000000000\"/>b") "<table:table><table:table-"
                                                 "row "
                                                 "table:number-rows-repeated="
                                                 "\"1000000000\"><table:table-"
                                                 "cell "
                                                 "table:number-columns-"
                                                 "repeated="
                                                 "\"1000000000\">" ODT_P(
                                                     "c") "</table:table-cell>"
                                                          "<table:covered-"
                                                          "table-cell "
                                                          "table:number-"
                                                          "columns-repeated="
                                                          "\"4000000000\"/></"
                                                          "table:table-row></"
                                                          "table:table>");
    assert_true(view->text.len < 1000);
}

/* Nothing but text, of which there is no end. */
static void a_text_that_is_too_long_is_refused(void **state)
{
    enum { LONGER = 97 * 1024 * 1024 };
    struct pl_buf out = pl_buf_in(*state);
    pl_buf_add_text(
        &out, "<office:document xmlns:office=\"urn:oasis:names:tc:"
              "opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:"
              "tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
              "<text:p>");
    pl_buf_add_repeated(&out, 'a', LONGER);
    assert_refused(*state, pl_buf_str(&out), "more than is read");
}

static void numbers_may_be_as_large_as_they_are(void **state)
{
    const struct pl_word_view *view = view_of(
        *state,
        ODT_LIST(
            ODT_NUMBERS,
            "<text:list-item text:start-value=\"2147483647\">" ODT_P(
                "a") "</text:list-item>"
                     "<text:list-item text:start-value=\"99999999999\">" ODT_P(
                         "b") "</text:list-item>"));
    assert_true(pl_str_eq(view->text,
                          (pl_str)PL_STR("2147483647.\ta\n2147483648.\tb\n")));
}

static void what_is_nested_too_deep_is_refused(void **state)
{
    struct odt_file_parts spans = {
        .text = repeated(*state, "<text:span>", "", "</text:span>", 300)};
    struct odt_file_parts tables = {
        .text = repeated(
            *state, "<table:table><table:table-row><table:table-cell>", "",
            "</table:table-cell></table:table-row></table:table>", 40)};
    assert_refused(*state, odt_file_make(*state, spans), "nested deeper");
    assert_refused(*state, odt_file_make(*state, tables), "nested deeper");
}

static void lists_and_boxes_nest_as_deep_as_elements(void **state)
{
    const char *lists =
        repeated(*state,
                 "<text:list text:style-name=\"Numbers\">"
                 "<text:list-item>",
                 ODT_P("deep"), "</text:list-item></text:list>", 110);
    const char *boxes =
        repeated(*state, "<text:p>a<draw:frame><draw:text-box>", ODT_P("b"),
                 "</draw:text-box></draw:frame></text:p>", 80);
    assert_true(view_of(*state, lists)->text.len > 0);
    assert_true(view_of(*state, boxes)->text.len > 160);
}

static void styles_in_a_circle_end(void **state)
{
    struct odt_file_parts parts = {
        .text = "<text:p text:style-name=\"A\"><text:span text:style-name="
                "\"T\">one</text:span></text:p>",
        .automatic = "<style:style style:name=\"A\" style:family=\"paragraph\" "
                     "style:parent-style-name=\"B\"/>"
                     "<style:style style:name=\"B\" style:family=\"paragraph\" "
                     "style:parent-style-name=\"A\"/>"
                     "<style:style style:name=\"T\" style:family=\"text\" "
                     "style:parent-style-name=\"T\"/>"};
    assert_int_equal(odt_file_read(*state, parts)->paras_count, 1);
}

static void deletions_in_a_circle_end(void **state)
{
    const struct pl_word_view *view = view_of(
        *state, ODT_TRACKED(ODT_DELETION("a", ODT_P(ODT_CHANGE("b")))
                                ODT_DELETION("b", ODT_P(ODT_CHANGE("a"))))
                    ODT_P("one" ODT_CHANGE("a")));
    assert_true(pl_str_eq(view->text, (pl_str)PL_STR("one\n")));
}

/* Each is in time that grows with its length alone. */
static void many_of_anything_are_read_at_once(void **state)
{
    enum { MANY = 20000 };
    const char *pieces[] = {
        "<text:list text:style-name=\"Numbers\" text:continue-numbering="
        "\"true\"><text:list-item/></text:list>",
        "<text:p text:style-name=\"X\"/>",
        "<text:p><text:bookmark-start text:name=\"a\"/></text:p>",
        "<text:p><office:annotation office:name=\"a\"/></text:p>",
        "<text:p><text:note><text:note-body/></text:note></text:p>",
        "<text:p><draw:frame><draw:text-box><text:p/></draw:text-box>"
        "</draw:frame></text:p>",
        "<text:change-start text:change-id=\"a\"/><text:p/>",
    };
    for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
        view_of(*state, repeated(*state, pieces[i], ODT_P("end"), "", MANY));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_file_with_a_password_is_refused),
        ARENA_TEST(a_file_that_is_cut_off_is_refused),
        ARENA_TEST(a_package_without_a_text_is_refused),
        ARENA_TEST(a_document_type_is_refused),
        ARENA_TEST(what_is_repeated_is_bounded),
        ARENA_TEST(a_text_that_is_too_long_is_refused),
        ARENA_TEST(numbers_may_be_as_large_as_they_are),
        ARENA_TEST(what_is_nested_too_deep_is_refused),
        ARENA_TEST(lists_and_boxes_nest_as_deep_as_elements),
        ARENA_TEST(styles_in_a_circle_end),
        ARENA_TEST(deletions_in_a_circle_end),
        ARENA_TEST(many_of_anything_are_read_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
