#include "text/package/xml.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/buf.h"
#include "cmocka_wrap.h"
#include "plan_from_text.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define XML "http://www.w3.org/XML/1998/namespace"
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"

enum name { P, VAL, NONE_VAL, NAME_COUNT };

static const struct pl_xml_name names[NAME_COUNT] = {
    [P] = {PL_XML_W, "p"},
    [VAL] = {PL_XML_W, "val"},
    [NONE_VAL] = {PL_XML_OTHER, "val"},
};

/* What was told, as text: "<p 'a'|'b' 0-9>text[verbatim]</p>". */
struct log {
    struct pl_buf out;
};

static bool on_start(void *context, const struct pl_xml_element *element,
                     struct pl_error *error)
{
    struct log *log = context;
    (void)error;
    pl_buf_addf(&log->out, "<%d", element->name);
    for (uint16_t i = 0; i < element->attribute_count; i++) {
        pl_buf_addf(&log->out, " %d=%.*s", element->attributes[i].name,
                    PL_STR_ARG(element->attributes[i].value));
    }
    pl_buf_addf(&log->out, " @%u-%u>", element->tag.start, element->tag.end);
    return true;
}

static bool on_end(void *context, uint16_t name, struct pl_range tag,
                   struct pl_error *error)
{
    struct log *log = context;
    (void)tag;
    (void)error;
    pl_buf_addf(&log->out, "</%d>", name);
    return true;
}

static bool on_text(void *context, pl_str text, struct pl_range place,
                    bool is_verbatim, struct pl_error *error)
{
    struct log *log = context;
    (void)place;
    (void)error;
    pl_buf_addf(&log->out, is_verbatim ? "[%.*s]" : "(%.*s)", PL_STR_ARG(text));
    return true;
}

static bool parse(struct log *log, pl_str xml, struct pl_error *error)
{
    struct pl_xml_reader reader = {.names = {names, NAME_COUNT},
                                   .start = on_start,
                                   .end = on_end,
                                   .text = on_text,
                                   .context = log};
    struct pl_xml *parser = pl_xml_begin(&reader, "t.docx", "part.xml");
    if (!pl_xml_feed(parser, xml, error)) {
        pl_xml_free(parser);
        return false;
    }
    return pl_xml_end(parser, error);
}

static void require_told(struct pl_arena *arena, const char *xml,
                         const char *told)
{
    struct log log = {pl_buf_in(arena)};
    struct pl_error error;
    if (!parse(&log, pl_str_from(xml), &error)) {
        fail_msg("%s", error.message);
    }
    pl_buf_add_char(&log.out, '\0');
    assert_string_equal(log.out.data, told);
}

static void require_refused(struct pl_arena *arena, pl_str xml, const char *why)
{
    struct log log = {pl_buf_in(arena)};
    struct pl_error error = {.message = ""};
    assert_false(parse(&log, xml, &error));
    if (pl_str_find(pl_str_from(error.message), pl_str_from(why), 0) ==
        PL_NOWHERE) {
        fail_msg("\"%s\" does not say \"%s\"", error.message, why);
    }
}

static void names_are_known_by_their_uri(void **state)
{
    require_told(*state, "<x:p xmlns:x=\"" W "\" x:val=\"1\" val=\"2\"/>",
                 "<0 1=1 2=2 @0-95></0>");
    require_told(*state, "<p xmlns=\"" STRICT "\"/>", "<0 @0-61></0>");
    require_told(*state, "<w:p xmlns:w=\"urn:another\"/>", "<3 @0-28></3>");
}

static void prefixes_mean_what_the_innermost_element_says(void **state)
{
    require_told(*state,
                 "<x:a xmlns:x=\"" W "\"><x:p xmlns:x='u' x:val='1'/>"
                 "<x:p/></x:a>",
                 "<3 @0-76><3 @76-104></3><0 @104-110></0></3>");
    require_told(*state,
                 "<p xmlns=\"" W "\" val='1'><p xmlns=''/><p xmlns='u'/></p>",
                 "<0 2=1 @0-80><3 @80-93></3><3 @93-107></3></0>");
    require_told(*state, "<a><x:p xmlns:x='" W "'/><y:p xmlns:y='" W "'/></a>",
                 "<3 @0-3><0 @3-80></0><0 @80-157></0></3>");
    require_told(*state, "<p xml:lang='en' xmlns:xml='" XML "'/>",
                 "<3 @0-67></3>");
}

static void text_says_whether_it_is_what_the_file_has(void **state)
{
    require_told(*state, "<a>one &amp; two</a>", "<3 @0-3>[one ](&)[ two]</3>");
    require_told(*state, "<a>1\r\n2\r3</a>", "<3 @0-3>[1](\n)[2](\n)[3]</3>");
    require_told(*state, "<a><![CDATA[b]]>c</a>", "<3 @0-3>(b)[c]</3>");
}

static void document_types_are_refused(void **state)
{
    require_refused(
        *state, (pl_str)PL_STR("<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>"),
        "t.docx: part.xml:1:");
    require_refused(*state, (pl_str)PL_STR("<!DOCTYPE a SYSTEM \"x\"><a/>"),
                    "document type");
}

static void depth_and_attributes_are_limited(void **state)
{
    struct pl_buf deep = pl_buf_in(*state);
    struct pl_buf wide = pl_buf_in(*state);
    pl_buf_add_text(&wide, "<a");
    for (int i = 0; i < 1000; i++) {
        pl_buf_add_text(&deep, "<a>");
        pl_buf_addf(&wide, " a%d=''", i);
    }
    pl_buf_add_text(&wide, "/>");
    require_refused(*state, pl_buf_str(&deep), "nested deeper");
    require_refused(*state, pl_buf_str(&wide), "more attributes");
}

static void what_is_not_well_formed_is_refused(void **state)
{
    static const char *const texts[] = {"",
                                        "<a>",
                                        "<a></b>",
                                        "<a/><b/>",
                                        "<a>&b;</a>",
                                        "\xFF\xFE<",
                                        "<x:a/>",
                                        "<a x:b=''/>",
                                        "<a><x:b xmlns:x='u'/><x:c/></a>",
                                        "<:a/>",
                                        "<a: xmlns:a='u'/>",
                                        "<a:b:c xmlns:a='u'/>",
                                        "<xmlns:a/>"};
    for (size_t i = 0; i < PL_COUNT(texts); i++) {
        require_refused(*state, pl_str_from(texts[i]), "part.xml:");
    }
}

static void declarations_of_namespaces_are_checked(void **state)
{
    static const char *const texts[] = {
        "<a xmlns:x=''/>",
        "<a xmlns:xmlns='u'/>",
        "<a xmlns:xml='u'/>",
        "<a xmlns:x='" XML "'/>",
        "<a xmlns='" XML "'/>",
        "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a xmlns:x:y='u' x:y:z='1'/>",
    };
    for (size_t i = 0; i < PL_COUNT(texts); i++) {
        require_refused(*state, pl_str_from(texts[i]), "part.xml:1:");
    }
    require_refused(*state,
                    (pl_str)PL_STR("<a xmlns:x='" W "' xmlns:y='" W
                                   "' x:val='1' y:val='2'/>"),
                    "there twice");
}

static void declarations_of_namespaces_are_limited(void **state)
{
    struct pl_buf many = pl_buf_in(*state);
    pl_buf_add_text(&many, "<a>");
    for (int i = 0; i < 12000; i++) {
        pl_buf_addf(&many, "<x%d:a xmlns:x%d='u'/>", i, i);
    }
    pl_buf_add_text(&many, "</a>");
    require_refused(*state, pl_buf_str(&many), "more declarations");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_are_known_by_their_uri),
        ARENA_TEST(prefixes_mean_what_the_innermost_element_says),
        ARENA_TEST(declarations_of_namespaces_are_checked),
        ARENA_TEST(declarations_of_namespaces_are_limited),
        ARENA_TEST(text_says_whether_it_is_what_the_file_has),
        ARENA_TEST(document_types_are_refused),
        ARENA_TEST(depth_and_attributes_are_limited),
        ARENA_TEST(what_is_not_well_formed_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
