/* Symbols, folding, selection, links, lenses, hints, semantic tokens. */
#include "cmocka_wrap.h"

#include "lsp_fixture.h"
#include "plan_from_text.h"

#include <string.h>

#include "base/buf.h"
#include "lsp/features/features.h"
#include "plan/plan.h"

static const char plan[] = "# 2 Plan of the Harbour Union\n"
                           "\n"
                           "## 2.1 Goals\n"
                           "\n"
                           "Goal 1: Safe Entry\n"
                           "\n"
                           "Target 1.1: all ports are lit by 2030\n"
                           "\n"
                           "Target 1.2: all pilots are trained by 2029\n"
                           "\n"
                           "## 2.2 Means\n"
                           "\n"
                           "Target 1.1 and section 2.1 are paid for.\n"
                           "See <https://harbour.example/a> and [it](b.md).\n";

/* "name(name name())" of nested symbols. */
static void add_names(struct pl_buf *out, struct pl_arena *arena,
                      struct pl_json list)
{
    for (struct pl_json it = pl_json_first(list);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        pl_buf_add_text(out, json_text(arena, it, "name"));
        pl_buf_add_char(out, '(');
        add_names(out, arena, pl_json_get(it, "children"));
        pl_buf_add_char(out, ')');
    }
}

static void symbols_nest_as_sections_do(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state, plan, "core");
    struct pl_buf names = pl_buf_in(*state);
    add_names(&names, *state, lsp_ask(&fixture, pl_lsp_document_symbol, NULL));
    pl_buf_add_char(&names, '\0');
    assert_string_equal(names.data,
                        "2 Plan of the Harbour Union("
                        "2.1 Goals(goal 1 Safe Entry()"
                        "target 1.1 all ports are lit by 2030()"
                        "target 1.2 all pilots are trained by 2029())"
                        "2.2 Means())");
    lsp_fixture_close(&fixture);
}

static void flat_symbols_name_what_holds_them(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state, plan, "core");
    fixture.client.nests_symbols = false;
    struct pl_json list = lsp_ask(&fixture, pl_lsp_document_symbol, NULL);
    assert_int_equal(pl_json_count(list), 6);
    assert_string_equal(json_text(*state, json_at(list, 2), "containerName"),
                        "2.1 Goals");
    assert_string_equal(
        json_text(*state, pl_json_get(json_at(list, 2), "location"), "uri"),
        "file:///plans/plan.md");
    lsp_fixture_close(&fixture);
}

static size_t number_of(struct pl_json object, const char *key)
{
    size_t number = SIZE_MAX;
    struct pl_error error;
    assert_true(pl_json_size_or(object, key, &number, &error));
    return number;
}

static void assert_fold(struct pl_json fold, size_t start, size_t end)
{
    assert_int_equal(number_of(fold, "startLine"), start);
    assert_int_equal(number_of(fold, "endLine"), end);
}

static void sections_and_lists_fold(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state, plan, "core");
    struct pl_json folds = lsp_ask(&fixture, pl_lsp_folding_range, NULL);
    assert_int_equal(pl_json_count(folds), 3);
    assert_fold(json_at(folds, 0), 0, 13);
    assert_fold(json_at(folds, 1), 2, 8);
    assert_fold(json_at(folds, 2), 10, 13);
    lsp_fixture_close(&fixture);
    lsp_fixture_open(&fixture, *state,
                     "The Union:\n\n- meets\n- pays\n\n"
                     "\\| a \\| b \\|\n\\|---\\|---\\|\n"
                     "\\| c \\| d \\|\n\\| e \\| f \\|\n",
                     "core");
    folds = lsp_ask(&fixture, pl_lsp_folding_range, NULL);
    assert_int_equal(pl_json_count(folds), 2);
    assert_fold(json_at(folds, 0), 0, 3);
    assert_fold(json_at(folds, 1), 5, 8);
    lsp_fixture_close(&fixture);
}

static void assert_selections(struct pl_arena *arena, const char *marked,
                              const char *const *expected, size_t count)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, arena, marked, "core");
    struct pl_lsp_position at =
        pl_lsp_revision_position(fixture.revision, fixture.file->cursors[0]);
    const char *more =
        pl_arena_printf(arena, "\"positions\":[{\"line\":%u,\"character\":%u}]",
                        at.line, at.character);
    struct pl_json it =
        json_at(lsp_ask(&fixture, pl_lsp_selection_range, more), 0);
    for (size_t i = 0; i < count; i++, it = pl_json_get(it, "parent")) {
        pl_str text = lsp_text_at(&fixture, pl_json_get(it, "range"));
        assert_true(pl_str_eq(text, pl_str_from(expected[i])));
    }
    assert_int_equal(pl_json_kind(it), PL_JSON_NOTHING);
    lsp_fixture_close(&fixture);
}

static void a_selection_grows_with_the_structure(void **state)
{
    static const char *const expected[] = {
        "pays",
        "It pays all.",
        "The Union meets. It pays all.",
        "1 The Union meets. It pays all.",
        "1 The Union meets. It pays all.\n2 It ends.\n",
    };
    assert_selections(*state,
                      "%! plan.txt\n"
                      "1 The Union meets. It pa|ys all.\n2 It ends.\n",
                      expected, 5);
}

static void links_lead_to_the_web_and_to_files(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state, plan, "core");
    struct pl_json links = lsp_ask(&fixture, pl_lsp_document_link, NULL);
    assert_int_equal(pl_json_count(links), 2);
    assert_string_equal(json_text(*state, json_at(links, 0), "target"),
                        "https://harbour.example/a");
    assert_string_equal(json_text(*state, json_at(links, 1), "target"),
                        "file:///plans/b.md");
    lsp_fixture_close(&fixture);
}

static const char *lens_title(struct pl_arena *arena, struct pl_json lens)
{
    return json_text(arena, pl_json_get(lens, "command"), "title");
}

static void lenses_count_parts_and_references(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state, plan, "core");
    struct pl_json lenses = lsp_ask(&fixture, pl_lsp_code_lens, NULL);
    assert_int_equal(pl_json_count(lenses), 3);
    assert_string_equal(lens_title(*state, json_at(lenses, 0)), "1 reference");
    assert_string_equal(lens_title(*state, json_at(lenses, 1)), "2 targets");
    assert_string_equal(lens_title(*state, json_at(lenses, 2)), "1 reference");
    lsp_fixture_close(&fixture);
}

static void hints_give_the_titles_of_numbers(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state, plan, "core");
    struct pl_json hints =
        lsp_ask(&fixture, pl_lsp_inlay_hint,
                "\"range\":{\"start\":{\"line\":10,\"character\":0},"
                "\"end\":{\"line\":20,\"character\":0}}");
    assert_int_equal(pl_json_count(hints), 2);
    assert_string_equal(json_text(*state, json_at(hints, 0), "label"),
                        "all ports are lit by 2030");
    assert_string_equal(json_text(*state, json_at(hints, 1), "label"), "Goals");
    lsp_fixture_close(&fixture);
}

/* The numbers of an array, with blanks. */
static const char *numbers(struct pl_arena *arena, struct pl_json array)
{
    struct pl_buf out = pl_buf_in(arena);
    for (struct pl_json it = pl_json_first(array);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        pl_buf_add(&out, pl_json_raw(it));
        pl_buf_add_char(&out, ' ');
    }
    pl_buf_add_char(&out, '\0');
    return out.data;
}

static void tokens_are_told_in_full_and_by_difference(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state,
                     "%! plan.txt\n1 The Union meets.\n"
                     "2 It is as paragraph 1 says.\n",
                     "core");
    struct pl_json full = lsp_ask(&fixture, pl_lsp_semantic_tokens, NULL);
    assert_string_equal(numbers(*state, pl_json_get(full, "data")),
                        "0 0 1 2 1 1 0 1 2 1 0 21 1 2 0 ");
    assert_string_equal(json_text(*state, full, "resultId"), "1");
    struct pl_json same = lsp_ask(&fixture, pl_lsp_semantic_tokens_delta,
                                  "\"previousResultId\":\"1\"");
    assert_int_equal(pl_json_kind(pl_json_get(same, "edits")), PL_JSON_ARRAY);
    assert_int_equal(pl_json_count(pl_json_get(same, "edits")), 0);
    struct pl_json other = lsp_ask(&fixture, pl_lsp_semantic_tokens_delta,
                                   "\"previousResultId\":\"1\"");
    assert_int_equal(pl_json_count(pl_json_get(other, "data")), 15);
    struct pl_json part =
        lsp_ask(&fixture, pl_lsp_semantic_tokens_range,
                "\"range\":{\"start\":{\"line\":0,\"character\":0},"
                "\"end\":{\"line\":0,\"character\":5}}");
    assert_string_equal(numbers(*state, pl_json_get(part, "data")),
                        "0 0 1 2 1 ");
    lsp_fixture_close(&fixture);
}

static void an_empty_document_has_nothing(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state, "%! plan.txt\n", "core");
    assert_int_equal(
        pl_json_count(lsp_ask(&fixture, pl_lsp_document_symbol, NULL)), 0);
    assert_int_equal(
        pl_json_count(lsp_ask(&fixture, pl_lsp_folding_range, NULL)), 0);
    assert_int_equal(pl_json_count(lsp_ask(&fixture, pl_lsp_code_lens, NULL)),
                     0);
    assert_int_equal(pl_json_count(lsp_ask(&fixture, pl_lsp_selection_range,
                                           "\"positions\":[{\"line\":7,"
                                           "\"character\":7}]")),
                     1);
    lsp_fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(symbols_nest_as_sections_do),
        ARENA_TEST(flat_symbols_name_what_holds_them),
        ARENA_TEST(sections_and_lists_fold),
        ARENA_TEST(a_selection_grows_with_the_structure),
        ARENA_TEST(links_lead_to_the_web_and_to_files),
        ARENA_TEST(lenses_count_parts_and_references),
        ARENA_TEST(hints_give_the_titles_of_numbers),
        ARENA_TEST(tokens_are_told_in_full_and_by_difference),
        ARENA_TEST(an_empty_document_has_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
