/* The schemas of the JSON forms: what is printed keeps to them. */
#include "cmocka_wrap.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/json.h"
#include "builtin_rules.h"
#include "json_schema.h"
#include "lint/lint.h"
#include "lint/ruleset.h"
#include "plan_from_text.h"
#include "report/chart.h"
#include "report/ledger.h"
#include "report/page.h"
#include "report/report.h"
#include "text/source.h"
#include "word_from_text.h"

enum { LIMIT = 16 * 1024 * 1024 };

#define GOLDEN "tests/golden/expected/"

static pl_str text_of_file(struct pl_arena *arena, const char *name)
{
    const char *path =
        pl_arena_printf(arena, "%s/%s", PLANLINT_SOURCE_DIR, name);
    pl_str text;
    struct pl_error error;
    if (!pl_file_read(arena, path, LIMIT, &text, &error)) {
        fail_msg("%s", error.message);
    }
    return text;
}

static struct pl_json_file *open_text(const char *name, pl_str text,
                                      struct pl_json *root)
{
    struct pl_json_file *file;
    struct pl_error error;
    if (!pl_json_open(name, text, &file, root, &error)) {
        fail_msg("%s", error.message);
    }
    return file;
}

/* `schema`: "findings". */
static bool keeps_to(struct pl_arena *arena, const char *schema, pl_str text)
{
    const char *name =
        pl_arena_printf(arena, "rules/schema/%s.schema.json", schema);
    struct pl_json rules;
    struct pl_json value;
    struct pl_json_file *schema_file =
        open_text(name, text_of_file(arena, name), &rules);
    struct pl_json_file *file = open_text("output", text, &value);
    bool keeps = json_keeps_to_schema(arena, value, rules);
    pl_json_close(file);
    pl_json_close(schema_file);
    return keeps;
}

static void reports_keep_to_their_schema(void **state)
{
    assert_true(keeps_to(*state, "findings",
                         text_of_file(*state, GOLDEN "report.json")));
    assert_true(keeps_to(*state, "findings",
                         text_of_file(*state, GOLDEN "report-clean.json")));
}

static struct pl_lint_result
lint(struct pl_arena *arena, const struct pl_plan *plan, const char *profile)
{
    return pl_lint(arena, plan, builtin_rules(arena, profile), NULL);
}

/* A report of a Word file with findings in its text, a cell and a note. */
static pl_str report_of_word(struct pl_arena *arena)
{
    static const pl_str markdown =
        PL_STR("# 1 Aims\n\nThe the Union meets.[^1]\n\n"
               "| The the port | is open |\n\n[^1]: See the the plan.\n");
    struct pl_source *source = NULL;
    struct pl_error error;
    if (!pl_source_read(arena, "plan.docx", word_from_markdown(arena, markdown),
                        NULL, &source, &error)) {
        fail_msg("%s", error.message);
    }
    const struct pl_plan *plan = pl_plan_read(arena, source);
    struct pl_lint_result found = lint(arena, plan, "core");
    struct pl_report_document document = {.plan = plan,
                                          .findings = found.findings.list.items,
                                          .finding_count =
                                              found.findings.list.len};
    assert_true(found.findings.list.len >= 3);
    struct pl_report *report = pl_report_new(
        arena, (struct pl_report_options){.kind = PL_REPORT_JSON});
    pl_report_add(report, arena, &document);
    pl_report_end(report);
    return pl_report_take(report);
}

static void reports_of_word_files_keep_to_their_schema(void **state)
{
    assert_true(keeps_to(*state, "findings", report_of_word(*state)));
}

static void outlines_keep_to_their_schema(void **state)
{
    assert_true(keeps_to(*state, "outline",
                         text_of_file(*state, GOLDEN "outline.json")));
}

static void assert_ledger_is_valid(struct pl_arena *arena,
                                   enum pl_register which, const char *text)
{
    const struct pl_plan *plan = plan_from_text(arena, text);
    struct pl_lint_result found = lint(arena, plan, "itu");
    struct pl_buf out = pl_buf_in(arena);
    struct pl_page page = {.out = &out};
    struct pl_ledger ledger = {
        .which = which,
        .plan = plan,
        .findings = found.findings.list.items,
        .finding_count = found.findings.list.len,
    };
    pl_ledger_write(&page, arena, &ledger, PL_LEDGER_JSON);
    assert_true(keeps_to(arena, "ledger", pl_buf_str(&out)));
}

static void ledgers_keep_to_their_schema(void **state)
{
    assert_ledger_is_valid(*state, PL_REGISTER_ACRONYMS, "");
    assert_ledger_is_valid(*state, PL_REGISTER_ACRONYMS,
                           "1 The Coastal Alert Protocol (CAP) is new.\n"
                           "2 The Council Advisory Panel (CAP) meets.\n"
                           "3 The CAP and the ROMB pay.\n");
    assert_ledger_is_valid(*state, PL_REGISTER_OPEN, "");
    assert_ledger_is_valid(*state, PL_REGISTER_OPEN,
                           "1 The Council [may] [shall] meet.\n"
                           "2 It is TBD.\tComment by Anna: Check.\n");
}

/* A text with a goal of a hostile name, what is missing, and a mention. */
static void maps_keep_to_their_schema(void **state)
{
    static const char text[] =
        "# Goals\n\n## Goal 1: \"Quoted\" <b>&amp;</b> \\ \x01\x7f\n\n"
        "Target 1.1: See.\n\nTarget 1.3: See Goal 7.\n\n## Goal 2: None\n";
    const struct pl_chart *map =
        pl_chart_build(*state, plan_from_markdown(*state, text));
    struct pl_buf out = pl_buf_in(*state);
    pl_chart_json(&out, *state, map);
    assert_true(map->gaps_count > 0 && map->links_count > 0);
    assert_true(keeps_to(*state, "map", pl_buf_str(&out)));
}

/* The golden report with each `from` become `to`. */
static bool is_valid_with(struct pl_arena *arena, const char *from,
                          const char *to)
{
    pl_str text = text_of_file(arena, GOLDEN "report.json");
    struct pl_buf changed = pl_buf_in(arena);
    size_t done = 0;
    size_t at = pl_str_find(text, pl_str_from(from), 0);
    assert_int_not_equal(at, PL_NOWHERE);
    for (; at != PL_NOWHERE; at = pl_str_find(text, pl_str_from(from), done)) {
        pl_buf_add(&changed, pl_str_slice(text, done, at));
        pl_buf_add_text(&changed, to);
        done = at + strlen(from);
    }
    pl_buf_add(&changed, pl_str_slice(text, done, text.len));
    return keeps_to(arena, "findings", pl_buf_str(&changed));
}

static void what_does_not_keep_to_it_is_noticed(void **state)
{
    assert_true(is_valid_with(*state, "\"warning\"", "\"error\""));
    static const char *const wrong[][2] = {
        {"\"warning\"", "\"grave\""},
        {"\"version\": 1", "\"version\": 2"},
        {"\"line\": 1,", "\"line\": 0,"},
        {"\"safe\": ", "\"sure\": "},
        {"\"bytes\": ", "\"more\": 1, \"bytes\": "},
        {"\"fingerprint\": \"", "\"fingerprint\": \"x"},
        {"\"suppressed\": 0", "\"suppressed\": null"},
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        assert_false(is_valid_with(*state, wrong[i][0], wrong[i][1]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(reports_keep_to_their_schema),
        ARENA_TEST(reports_of_word_files_keep_to_their_schema),
        ARENA_TEST(outlines_keep_to_their_schema),
        ARENA_TEST(ledgers_keep_to_their_schema),
        ARENA_TEST(maps_keep_to_their_schema),
        ARENA_TEST(what_does_not_keep_to_it_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
