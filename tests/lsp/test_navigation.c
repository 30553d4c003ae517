/* Definition, references, highlights, hover, rename. */
#include "cmocka_wrap.h"

#include "lsp_fixture.h"
#include "plan_from_text.h"

#include <string.h>

#include "lsp/features/features.h"

static struct pl_json ask(struct lsp_fixture *fixture, struct pl_arena *arena,
                          const char *marked, pl_lsp_handler *handler)
{
    lsp_fixture_open(fixture, arena, marked, "core");
    return lsp_ask(fixture, handler, NULL);
}

static void assert_defined(struct pl_arena *arena, const char *marked)
{
    struct lsp_fixture fixture;
    struct pl_json found = ask(&fixture, arena, marked, pl_lsp_definition);
    assert_ranges_at(&fixture, found, "range");
    lsp_fixture_close(&fixture);
}

static void a_reference_leads_to_its_paragraph(void **state)
{
    assert_defined(*state, "%! plan.txt\n"
                           "1 The Harbour Union meets each year.\n"
                           "^\n"
                           "2 Its budget is as set out in paragraph |1.\n");
    assert_defined(*state, "%! plan.txt\n"
                           "1 The Harbour Union meets each year.\n"
                           "^\n"
                           "2 Its budget is as set out in para|graph 1.\n");
}

static void a_double_number_has_two_definitions(void **state)
{
    assert_defined(*state, "%! plan.txt\n"
                           "1 The Harbour Union meets.\n"
                           "2 It pays.\n"
                           "^\n"
                           "2 It builds.\n"
                           "^\n"
                           "3 It is as paragraph 2| says.\n");
}

static void lists_of_references_lead_to_each(void **state)
{
    assert_defined(*state, "%! plan.txt\n"
                           "1 The Harbour Union meets.\n"
                           "^\n"
                           "2 It is so.\n"
                           "3 Paragraphs 1| and 2 hold.\n");
    assert_defined(*state, "%! plan.txt\n"
                           "1 The Harbour Union meets.\n"
                           "2 It is so.\n"
                           "^\n"
                           "3 Paragraphs 1 and |2 hold.\n");
}

static void running_text_leads_nowhere(void **state)
{
    assert_defined(*state, "%! plan.txt\n"
                           "1 The Harbour Union me|ets each year.\n");
}

static void an_acronym_leads_to_where_it_is_spelled_out(void **state)
{
    assert_defined(*state, "%! plan.txt\n"
                           "1 The Coastal Alert Protocol (CAP) is new.\n"
                           "                              ^^^\n"
                           "2 Every port uses C|AP.\n");
}

static void links_tell_the_whole_paragraph(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state,
                     "%! plan.txt\n"
                     "1 The Harbour Union meets.\n"
                     "^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                     "2 It is as paragraph |1 says.\n",
                     "core");
    fixture.client.links_definitions = true;
    struct pl_json found = lsp_ask(&fixture, pl_lsp_definition, NULL);
    assert_ranges_at(&fixture, found, "targetRange");
    lsp_fixture_close(&fixture);
}

static void references_are_all_uses(void **state)
{
    static const char marked[] = "%! plan.txt\n"
                                 "1| The Harbour Union meets.\n"
                                 "2 It is as paragraph 1 says.\n"
                                 "                     ^\n"
                                 "3 Paragraphs 1 and 2 hold.\n"
                                 "             ^\n";
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state, marked, "core");
    struct pl_json found =
        lsp_ask(&fixture, pl_lsp_references,
                "\"context\":{\"includeDeclaration\":false}");
    assert_ranges_at(&fixture, found, "range");
    found = lsp_ask(&fixture, pl_lsp_references,
                    "\"context\":{\"includeDeclaration\":true}");
    assert_int_equal(pl_json_count(found), 3);
    found = lsp_ask(&fixture, pl_lsp_document_highlight, NULL);
    assert_int_equal(pl_json_count(found), 3);
    lsp_fixture_close(&fixture);
}

static const char *hover_text(struct lsp_fixture *fixture,
                              struct pl_arena *arena, const char *marked)
{
    struct pl_json found = ask(fixture, arena, marked, pl_lsp_hover);
    return json_text(arena, pl_json_get(found, "contents"), "value");
}

static void assert_hover(struct pl_arena *arena, const char *marked,
                         const char *expected)
{
    struct lsp_fixture fixture;
    const char *text = hover_text(&fixture, arena, marked);
    if (!strstr(text, expected)) {
        fail_msg("\"%s\" is not in \"%s\"", expected, text);
    }
    lsp_fixture_close(&fixture);
}

static void a_hover_shows_what_is_meant(void **state)
{
    assert_hover(*state,
                 "%! plan.txt\n"
                 "1 The Harbour Union meets.\n"
                 "2 It is as paragraph |1 says.\n",
                 "The Harbour Union meets.");
    assert_hover(*state,
                 "%! plan.txt\n"
                 "1 The Coastal Alert Protocol (CAP) is new.\n"
                 "2 Every port uses C|AP, and CAP is free.\n",
                 "Coastal Alert Protocol");
    assert_hover(*state, "See it.[^n|]\n\n[^n]: Since 2019 \\*only\\*.\n",
                 "Since 2019");
}

static void a_hover_on_a_directive_explains_the_rule(void **state)
{
    assert_hover(*state,
                 "<!-- planlint-disable-next-line PL1|03 -- wanted -->\n"
                 "1 The Harbour Union meets.\n",
                 "paragraph-number-duplicate");
}

static void a_hover_on_nothing_is_null(void **state)
{
    struct lsp_fixture fixture;
    assert_string_equal(
        hover_text(&fixture, *state, "The Harbour Un|ion meets each year.\n"),
        "");
    lsp_fixture_close(&fixture);
}

static void clients_without_markdown_get_plain_text(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state,
                     "%! plan.txt\n"
                     "1 The *Harbour* Union meets.\n"
                     "2 It is as paragraph |1 says.\n",
                     "core");
    fixture.client.hovers_markdown = false;
    struct pl_json contents =
        pl_json_get(lsp_ask(&fixture, pl_lsp_hover, NULL), "contents");
    assert_string_equal(json_text(*state, contents, "kind"), "plaintext");
    assert_non_null(strstr(json_text(*state, contents, "value"),
                           "The *Harbour* Union meets."));
    lsp_fixture_close(&fixture);
}

static void a_rename_reaches_every_use(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state,
                     "%! plan.txt\n"
                     "1 The Coastal Alert Protocol (CAP) is new.\n"
                     "2 Every port uses C|AP, and CAP is free.\n",
                     "core");
    struct pl_json ready = lsp_ask(&fixture, pl_lsp_prepare_rename, NULL);
    assert_string_equal(json_text(*state, ready, "placeholder"), "CAP");
    struct pl_json edit =
        lsp_ask(&fixture, pl_lsp_rename, "\"newName\":\"COAP\"");
    assert_string_equal(lsp_edited(&fixture, edit).data,
                        "1 The Coastal Alert Protocol (COAP) is new.\n"
                        "2 Every port uses COAP, and COAP is free.\n");
    lsp_ask(&fixture, pl_lsp_rename, "\"newName\":\"\"");
    assert_int_equal(fixture.code, PL_LSP_REQUEST_FAILED);
    lsp_fixture_close(&fixture);
}

static void wrong_params_are_refused(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state, "1 No cursor.\n", "core");
    lsp_ask(&fixture, pl_lsp_hover, NULL);
    assert_int_equal(fixture.code, PL_LSP_INVALID_PARAMS);
    lsp_ask(&fixture, pl_lsp_hover, "\"position\":{\"line\":\"x\"}");
    assert_int_equal(fixture.code, PL_LSP_INVALID_PARAMS);
    lsp_ask(&fixture, pl_lsp_hover, "\"position\":{\"line\":0}");
    assert_int_equal(fixture.code, PL_LSP_INVALID_PARAMS);
    lsp_fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_reference_leads_to_its_paragraph),
        ARENA_TEST(a_double_number_has_two_definitions),
        ARENA_TEST(lists_of_references_lead_to_each),
        ARENA_TEST(running_text_leads_nowhere),
        ARENA_TEST(an_acronym_leads_to_where_it_is_spelled_out),
        ARENA_TEST(links_tell_the_whole_paragraph),
        ARENA_TEST(references_are_all_uses),
        ARENA_TEST(a_hover_shows_what_is_meant),
        ARENA_TEST(a_hover_on_a_directive_explains_the_rule),
        ARENA_TEST(a_hover_on_nothing_is_null),
        ARENA_TEST(clients_without_markdown_get_plain_text),
        ARENA_TEST(a_rename_reaches_every_use),
        ARENA_TEST(wrong_params_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
