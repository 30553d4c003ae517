#include "text/package/opc.h"

#include "base/array.h"
#include "cmocka_wrap.h"
#include "plan_from_text.h"
#include "text/package/zip.h"
#include "zip_maker.h"

#define LIST(relations)                                                      \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/" \
    "relationships\">" relations "</Relationships>"
#define OFFICE \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"

static struct pl_zip *make(struct pl_arena *arena, const char *name,
                           const char *part, const char *relations)
{
    struct zip_entry entries[] = {
        {name, pl_str_from(relations)},
        {part, PL_STR("<a/>")},
    };
    struct zip_made made = zip_make(arena, entries, PL_COUNT(entries));
    struct pl_zip *zip;
    struct pl_error error;
    if (!pl_zip_open(arena, "t.docx", (pl_str){made.bytes, made.len}, &zip,
                     &error)) {
        fail_msg("%s", error.message);
    }
    return zip;
}

static void targets_are_parts_of_the_package(void **state)
{
    static const struct {
        const char *written;
        const char *target;
    } cases[] = {
        {"styles.xml", "word/styles.xml"},
        {"/other/styles.xml", "other/styles.xml"},
        {"../a.xml", "a.xml"},
        {"./x/../b%20c.xml", "word/b c.xml"},
        {"../../etc/passwd", ""},
        {"%2e%2e/%2e%2e/a", ""},
    };
    for (size_t i = 0; i < PL_COUNT(cases); i++) {
        const char *list =
            pl_arena_printf(*state,
                            LIST("<Relationship Id=\"a\" Type=\"" OFFICE
                                 "/styles\" Target=\"%s\"/>"),
                            cases[i].written);
        struct pl_zip *zip =
            make(*state, "word/_rels/d.xml.rels", "word/d.xml", list);
        struct pl_opc_relations relations;
        struct pl_error error;
        assert_true(pl_opc_relations(*state, zip, (pl_str)PL_STR("word/d.xml"),
                                     &relations, &error));
        assert_true(
            pl_str_eq(relations.items[0].target, pl_str_from(cases[i].target)));
    }
}

static void what_is_outside_is_never_a_part(void **state)
{
    struct pl_zip *zip =
        make(*state, "word/_rels/d.xml.rels", "word/d.xml",
             LIST("<Relationship Id=\"a\" Type=\"" OFFICE
                  "/styles\" TargetMode=\"External\" Target=\"file:///a\"/>"));
    struct pl_opc_relations relations;
    struct pl_error error;
    assert_true(pl_opc_relations(*state, zip, (pl_str)PL_STR("word/d.xml"),
                                 &relations, &error));
    assert_null(pl_opc_relation_of(&relations, "styles"));
    assert_non_null(pl_opc_relation_by_id(&relations, (pl_str)PL_STR("a")));
}

static void the_main_part_has_any_name(void **state)
{
    static const char *const types[] = {OFFICE, STRICT};
    for (size_t i = 0; i < PL_COUNT(types); i++) {
        struct pl_zip *zip =
            make(*state, "_rels/.rels", "word/document22.xml",
                 pl_arena_printf(*state,
                                 LIST("<Relationship Id=\"a\" Type=\"%s/"
                                      "officeDocument\" "
                                      "Target=\"/word/document22.xml\"/>"),
                                 types[i]));
        pl_str part;
        struct pl_error error;
        assert_true(pl_opc_main_part(*state, zip, &part, &error));
        assert_true(pl_str_eq(part, (pl_str)PL_STR("word/document22.xml")));
    }
}

static void other_packages_are_refused_by_name(void **state)
{
    static const struct {
        const char *part;
        const char *why;
    } cases[] = {{"xl/workbook.xml", "a spreadsheet"},
                 {"ppt/presentation.xml", "slides"}};
    for (size_t i = 0; i < PL_COUNT(cases); i++) {
        struct pl_zip *zip =
            make(*state, "_rels/.rels", cases[i].part,
                 pl_arena_printf(*state,
                                 LIST("<Relationship Id=\"a\" Type=\"" OFFICE
                                      "/officeDocument\" Target=\"%s\"/>"),
                                 cases[i].part));
        pl_str part;
        struct pl_error error;
        assert_false(pl_opc_main_part(*state, zip, &part, &error));
        assert_true(pl_str_find(pl_str_from(error.message),
                                pl_str_from(cases[i].why), 0) != PL_NOWHERE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(targets_are_parts_of_the_package),
        ARENA_TEST(what_is_outside_is_never_a_part),
        ARENA_TEST(the_main_part_has_any_name),
        ARENA_TEST(other_packages_are_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
