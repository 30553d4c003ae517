/* The schemas of the JSON forms: what is printed keeps to them.
 *
 * Reads as much of JSON Schema as the schemas use, and fails for a keyword
 * that it does not know, so that nothing goes unchecked. */
#include "cmocka_wrap.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/json.h"
#include "base/regex.h"
#include "base/utf8.h"
#include "checks/checks.h"
#include "lint/lint.h"
#include "lint/profile.h"
#include "lint/ruleset.h"
#include "plan_from_text.h"
#include "report/chart.h"
#include "report/ledger.h"
#include "report/page.h"
#include "report/report.h"
#include "text/source.h"
#include "word_from_text.h"

enum { LIMIT = 16 * 1024 * 1024 };

/* A JSON file that is open. */
struct document {
    struct pl_json_file *file;
    struct pl_json root;
};

static struct pl_arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = pl_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_free(arena);
    return 0;
}

static struct document open_text(const char *path, pl_str text)
{
    struct document document;
    struct pl_error error;
    if (!pl_json_open(path, text, &document.file, &document.root, &error)) {
        fail_msg("%s", error.message);
    }
    return document;
}

static struct document open_file(const char *name)
{
    const char *path =
        pl_arena_printf(arena, "%s/%s", PLANLINT_SOURCE_DIR, name);
    pl_str text;
    struct pl_error error;
    if (!pl_file_read(arena, path, LIMIT, &text, &error)) {
        fail_msg("%s", error.message);
    }
    return open_text(path, text);
}

static pl_str string_of(struct pl_json value)
{
    pl_str text = {0};
    struct pl_error error;
    if (!pl_json_as_string(arena, value, &text, &error)) {
        fail_msg("%s", error.message);
    }
    return text;
}

static size_t size_of(struct pl_json object, const char *key)
{
    size_t size = SIZE_MAX;
    struct pl_error error;
    if (!pl_json_size_or(object, key, &size, &error)) {
        fail_msg("%s", error.message);
    }
    return size;
}

static bool is(pl_str text, const char *expected)
{
    return pl_str_eq(text, pl_str_from(expected));
}

/* One value against one schema. Numbers are read as members only, so the
 * object that the value is a member of comes along. */
struct question {
    struct pl_json schema; /* the root, for references */
    struct pl_json part;   /* what is asked for */
    struct pl_json holder;
    struct pl_json value;
};

static bool is_valid(struct question question);

static bool ask(struct question question, struct pl_json part,
                struct pl_json holder, struct pl_json value)
{
    question.part = part;
    question.holder = holder;
    question.value = value;
    return is_valid(question);
}

static bool has_type_named(struct pl_json value, pl_str type)
{
    static const struct {
        const char *name;
        enum pl_json_kind kind;
    } types[] = {{"null", PL_JSON_NULL},      {"boolean", PL_JSON_BOOL},
                 {"integer", PL_JSON_NUMBER}, {"string", PL_JSON_STRING},
                 {"array", PL_JSON_ARRAY},    {"object", PL_JSON_OBJECT}};
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (is(type, types[i].name)) {
            return pl_json_kind(value) == types[i].kind;
        }
    }
    fail_msg("type %.*s is not known", PL_STR_ARG(type));
    return false;
}

static bool has_type(struct question question, struct pl_json types)
{
    if (pl_json_kind(types) == PL_JSON_STRING) {
        return has_type_named(question.value, string_of(types));
    }
    for (struct pl_json it = pl_json_first(types);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (has_type_named(question.value, string_of(it))) {
            return true;
        }
    }
    return false;
}

static bool is_string_among(struct question question, struct pl_json strings)
{
    if (pl_json_kind(question.value) != PL_JSON_STRING) {
        return false;
    }
    pl_str value = string_of(question.value);
    for (struct pl_json it = pl_json_first(strings);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (pl_str_eq(string_of(it), value)) {
            return true;
        }
    }
    return false;
}

static bool has_required(struct question question, struct pl_json required)
{
    for (struct pl_json it = pl_json_first(required);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        pl_str key = string_of(it);
        const char *name = pl_arena_strndup(arena, key.data, key.len);
        if (pl_json_kind(pl_json_get(question.value, name)) ==
            PL_JSON_NOTHING) {
            return false;
        }
    }
    return true;
}

/* Members that `properties` do not name must not be there. */
static bool has_valid_members(struct question question,
                              struct pl_json properties)
{
    for (struct pl_json it = pl_json_first(question.value);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        pl_str key = pl_json_key(it);
        const char *name = pl_arena_strndup(arena, key.data, key.len);
        struct pl_json part = pl_json_get(properties, name);
        if (pl_json_kind(part) == PL_JSON_NOTHING ||
            !ask(question, part, question.value, it)) {
            return false;
        }
    }
    return true;
}

static bool has_valid_items(struct question question, struct pl_json items)
{
    for (struct pl_json it = pl_json_first(question.value);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (!ask(question, items, question.value, it)) {
            return false;
        }
    }
    return true;
}

static bool fits_pattern(struct question question, struct pl_json pattern)
{
    struct pl_regex *regex;
    struct pl_error error;
    struct pl_match match;
    if (!pl_regex_compile(string_of(pattern), 0, &regex, NULL, &error)) {
        fail_msg("%s", error.message);
    }
    bool fits = pl_regex_find(regex, string_of(question.value), 0, &match) ==
                PL_REGEX_MATCH;
    pl_regex_free(regex);
    return fits;
}

static bool follows_reference(struct question question, struct pl_json ref)
{
    static const pl_str prefix = PL_STR("#/definitions/");
    pl_str target = string_of(ref);
    assert_true(pl_str_starts(target, prefix));
    const char *name = pl_arena_strndup(arena, target.data + prefix.len,
                                        target.len - prefix.len);
    struct pl_json part =
        pl_json_get(pl_json_get(question.schema, "definitions"), name);
    assert_int_equal(pl_json_kind(part), PL_JSON_OBJECT);
    return ask(question, part, question.holder, question.value);
}

static bool fits_one_of(struct question question, struct pl_json parts)
{
    size_t fitting = 0;
    for (struct pl_json it = pl_json_first(parts);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        fitting += ask(question, it, question.holder, question.value);
    }
    return fitting == 1;
}

/* The number that the value is, by its key. */
static size_t number_of(struct question question)
{
    pl_str key = pl_json_key(question.value);
    return size_of(question.holder, pl_arena_strndup(arena, key.data, key.len));
}

static bool is_constant(struct question question, struct pl_json constant)
{
    if (pl_json_kind(constant) == PL_JSON_STRING) {
        return pl_json_kind(question.value) == PL_JSON_STRING &&
               pl_str_eq(string_of(constant), string_of(question.value));
    }
    return pl_json_kind(question.value) == PL_JSON_NUMBER &&
           size_of(question.part, "const") == number_of(question);
}

static bool is_at_least(struct question question, struct pl_json least)
{
    (void)least;
    return pl_json_kind(question.value) != PL_JSON_NUMBER ||
           number_of(question) >= size_of(question.part, "minimum");
}

static bool is_long_enough(struct question question, struct pl_json least)
{
    (void)least;
    return pl_utf8_count(string_of(question.value)) >=
           size_of(question.part, "minLength");
}

static bool has_enough_items(struct question question, struct pl_json least)
{
    (void)least;
    return pl_json_count(question.value) >= size_of(question.part, "minItems");
}

static bool says_nothing(struct question question, struct pl_json value)
{
    (void)question;
    (void)value;
    return true;
}

static const struct {
    const char *keyword;
    bool (*is_kept)(struct question question, struct pl_json argument);
} keywords[] = {
    {"$schema", says_nothing},
    {"title", says_nothing},
    {"description", says_nothing},
    {"definitions", says_nothing},
    {"additionalProperties", says_nothing}, /* false, see below */
    {"type", has_type},
    {"const", is_constant},
    {"enum", is_string_among},
    {"required", has_required},
    {"properties", has_valid_members},
    {"items", has_valid_items},
    {"pattern", fits_pattern},
    {"minimum", is_at_least},
    {"minLength", is_long_enough},
    {"minItems", has_enough_items},
    {"oneOf", fits_one_of},
    {"$ref", follows_reference},
};

static bool keeps(struct question question, struct pl_json argument)
{
    for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++) {
        if (is(pl_json_key(argument), keywords[i].keyword)) {
            return keywords[i].is_kept(question, argument);
        }
    }
    fail_msg("keyword %.*s is not known", PL_STR_ARG(pl_json_key(argument)));
    return false;
}

static bool is_valid(struct question question)
{
    bool has_members = pl_json_kind(pl_json_get(question.part, "properties")) !=
                       PL_JSON_NOTHING;
    bool is_closed =
        pl_json_kind(pl_json_get(question.part, "additionalProperties")) ==
        PL_JSON_BOOL;
    assert_int_equal(has_members, is_closed); /* every object is closed */
    for (struct pl_json it = pl_json_first(question.part);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (!keeps(question, it)) {
            return false;
        }
    }
    return true;
}

static bool root_is_valid(struct document schema, struct document document)
{
    struct question question = {.schema = schema.root,
                                .part = schema.root,
                                .holder = document.root,
                                .value = document.root};
    return is_valid(question);
}

static void assert_file_is_valid(const char *schema_name, const char *name)
{
    struct document schema = open_file(schema_name);
    struct document document = open_file(name);
    bool valid = root_is_valid(schema, document);
    pl_json_close(document.file);
    pl_json_close(schema.file);
    assert_true(valid);
}

static void reports_keep_to_their_schema(void **state)
{
    (void)state;
    assert_file_is_valid("rules/schema/findings.schema.json",
                         "tests/golden/expected/report.json");
    assert_file_is_valid("rules/schema/findings.schema.json",
                         "tests/golden/expected/report-clean.json");
}

/* A report of a Word file with findings in its text, a cell and a note. */
static pl_str report_of_word(void)
{
    static const pl_str markdown =
        PL_STR("# 1 Aims\n\nThe the Union meets.[^1]\n\n"
               "| The the port | is open |\n\n[^1]: See the the plan.\n");
    struct pl_ruleset *ruleset;
    struct pl_source *source = NULL;
    struct pl_error error;
    if (!pl_ruleset_load(arena, pl_rule_files_builtin(NULL), pl_checks,
                         &ruleset, &error) ||
        !pl_profile_use(ruleset, pl_str_from("core"), &error) ||
        !pl_source_read(arena, "plan.docx", word_from_markdown(arena, markdown),
                        NULL, &source, &error)) {
        fail_msg("%s", error.message);
    }
    const struct pl_plan *plan = pl_plan_read(arena, source);
    struct pl_lint_result result = pl_lint(arena, plan, ruleset, NULL);
    struct pl_report_document document = {
        .plan = plan,
        .findings = result.findings.list.items,
        .finding_count = result.findings.list.len,
    };
    assert_true(document.finding_count >= 3);
    struct pl_report *report = pl_report_new(
        arena, (struct pl_report_options){.kind = PL_REPORT_JSON});
    pl_report_add(report, arena, &document);
    pl_report_end(report);
    return pl_report_take(report);
}

static void reports_of_word_files_keep_to_their_schema(void **state)
{
    (void)state;
    struct document schema = open_file("rules/schema/findings.schema.json");
    struct document document = open_text("report", report_of_word());
    bool valid = root_is_valid(schema, document);
    pl_json_close(document.file);
    pl_json_close(schema.file);
    assert_true(valid);
}

static void outlines_keep_to_their_schema(void **state)
{
    (void)state;
    assert_file_is_valid("rules/schema/outline.schema.json",
                         "tests/golden/expected/outline.json");
}

/* A ledger of a small text, in JSON. */
static pl_str ledger_of(enum pl_register which, const char *text)
{
    struct pl_ruleset *ruleset;
    struct pl_error error;
    if (!pl_ruleset_load(arena, pl_rule_files_builtin(NULL), pl_checks,
                         &ruleset, &error) ||
        !pl_profile_use(ruleset, pl_str_from("itu"), &error)) {
        fail_msg("%s", error.message);
    }
    const struct pl_plan *plan = plan_from_text(arena, text);
    struct pl_lint_result result = pl_lint(arena, plan, ruleset, NULL);
    struct pl_buf out = pl_buf_in(arena);
    struct pl_page page = {.out = &out};
    struct pl_ledger ledger = {
        .which = which,
        .plan = plan,
        .findings = result.findings.list.items,
        .finding_count = result.findings.list.len,
    };
    pl_ledger_write(&page, arena, &ledger, PL_LEDGER_JSON);
    return pl_buf_str(&out);
}

static void assert_ledger_is_valid(enum pl_register which, const char *text)
{
    struct document schema = open_file("rules/schema/ledger.schema.json");
    struct document document = open_text("ledger", ledger_of(which, text));
    bool valid = root_is_valid(schema, document);
    pl_json_close(document.file);
    pl_json_close(schema.file);
    assert_true(valid);
}

static void ledgers_keep_to_their_schema(void **state)
{
    (void)state;
    assert_ledger_is_valid(PL_REGISTER_ACRONYMS, "");
    assert_ledger_is_valid(PL_REGISTER_ACRONYMS,
                           "1 The Coastal Alert Protocol (CAP) is new.\n"
                           "2 The Council Advisory Panel (CAP) meets.\n"
                           "3 The CAP and the ROMB pay.\n");
    assert_ledger_is_valid(PL_REGISTER_OPEN, "");
    assert_ledger_is_valid(PL_REGISTER_OPEN,
                           "1 The Council [may] [shall] meet.\n"
                           "2 It is TBD.\tComment by Anna: Check.\n");
}

/* A text with a goal of a hostile name, what is missing, and a mention. */
static void maps_keep_to_their_schema(void **state)
{
    (void)state;
    static const char text[] =
        "# Goals\n\n## Goal 1: \"Quoted\" <b>&amp;</b> \\ \x01\x7f\n\n"
        "Target 1.1: See.\n\nTarget 1.3: See Goal 7.\n\n## Goal 2: None\n";
    const struct pl_chart *map =
        pl_chart_build(arena, plan_from_markdown(arena, text));
    struct pl_buf out = pl_buf_in(arena);
    pl_chart_json(&out, arena, map);
    assert_true(map->gaps_count > 0 && map->links_count > 0);
    struct document schema = open_file("rules/schema/map.schema.json");
    struct document document = open_text("map", pl_buf_str(&out));
    bool valid = root_is_valid(schema, document);
    pl_json_close(document.file);
    pl_json_close(schema.file);
    assert_true(valid);
}

/* The golden report with each `from` become `to`. */
static bool is_valid_with(const char *from, const char *to)
{
    struct document schema = open_file("rules/schema/findings.schema.json");
    const char *path = PLANLINT_SOURCE_DIR "/tests/golden/expected/report.json";
    pl_str text;
    struct pl_error error;
    if (!pl_file_read(arena, path, LIMIT, &text, &error)) {
        fail_msg("%s", error.message);
    }
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
    struct document document = open_text(path, pl_buf_str(&changed));
    bool valid = root_is_valid(schema, document);
    pl_json_close(document.file);
    pl_json_close(schema.file);
    return valid;
}

static void what_does_not_keep_to_it_is_noticed(void **state)
{
    (void)state;
    assert_true(is_valid_with("\"warning\"", "\"error\""));
    assert_false(is_valid_with("\"warning\"", "\"grave\""));
    assert_false(is_valid_with("\"version\": 1", "\"version\": 2"));
    assert_false(is_valid_with("\"line\": 1,", "\"line\": 0,"));
    assert_false(is_valid_with("\"safe\": ", "\"sure\": "));
    assert_false(is_valid_with("\"bytes\": ", "\"more\": 1, \"bytes\": "));
    assert_false(is_valid_with("\"fingerprint\": \"", "\"fingerprint\": \"x"));
    assert_false(is_valid_with("\"suppressed\": 0", "\"suppressed\": null"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(reports_keep_to_their_schema),
        TEST(reports_of_word_files_keep_to_their_schema),
        TEST(outlines_keep_to_their_schema),
        TEST(ledgers_keep_to_their_schema),
        TEST(maps_keep_to_their_schema),
        TEST(what_does_not_keep_to_it_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
