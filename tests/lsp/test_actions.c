/* Code actions: fixes, directives, all at once. */
#include "cmocka_wrap.h"

#include "lsp_fixture.h"
#include "plan_from_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "checks/checks.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "lint/ruleset.h"
#include "lint/setup.h"
#include "lsp/features/features.h"
#include "plan/plan.h"

/* The actions at a line, of the kinds that `only` names (NULL: all). */
static struct pl_json actions_at(struct lsp_fixture *fixture, unsigned line,
                                 const char *only)
{
    const char *more =
        pl_arena_printf(fixture->arena,
                        "\"range\":{\"start\":{\"line\":%u,\"character\":0},"
                        "\"end\":{\"line\":%u,\"character\":999}},"
                        "\"context\":{\"diagnostics\":[]%s%s%s}",
                        line, line, only ? ",\"only\":[\"" : "",
                        only ? only : "", only ? "\"]" : "");
    return lsp_ask(fixture, pl_lsp_code_action, more);
}

/* The first whose title has these words; fails without one. */
static struct pl_json action_titled(struct pl_arena *arena,
                                    struct pl_json actions, const char *words)
{
    for (struct pl_json it = pl_json_first(actions);
         pl_json_kind(it) != PL_JSON_NOTHING; it = pl_json_next(it)) {
        if (strstr(json_text(arena, it, "title"), words)) {
            return it;
        }
    }
    fail_msg("no action \"%s\"", words);
    return actions;
}

static size_t findings_of(struct pl_arena *arena, pl_str text, const char *name,
                          const char *rule)
{
    struct lsp_fixture fixture;
    lsp_fixture_open_text(&fixture, arena, name, text);
    const struct pl_lint_result *result =
        pl_lsp_revision_findings(fixture.revision, NULL);
    size_t count = 0;
    for (size_t i = 0; i < result->findings.list.len; i++) {
        const struct pl_finding *it = result->findings.list.items[i];
        count += !rule || pl_str_eq(it->rule->id, pl_str_from(rule));
    }
    lsp_fixture_close(&fixture);
    return count;
}

static pl_str after_action(struct lsp_fixture *fixture, unsigned line,
                           const char *words)
{
    struct pl_json action =
        action_titled(fixture->arena, actions_at(fixture, line, NULL), words);
    return lsp_edited(fixture, pl_json_get(action, "edit"));
}

static void a_fix_is_a_plain_edit(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state,
                     "%! plan.txt\n1 The the Union meets.\n2 It pays.\n",
                     "core");
    struct pl_json actions = actions_at(&fixture, 0, NULL);
    struct pl_json first = json_at(actions, 0);
    assert_string_equal(json_text(*state, first, "kind"), "quickfix");
    assert_string_equal(lsp_edited(&fixture, pl_json_get(first, "edit")).data,
                        "1 The Union meets.\n2 It pays.\n");
    assert_int_equal(pl_json_count(actions_at(&fixture, 1, "quickfix")), 0);
    lsp_fixture_close(&fixture);
}

static void assert_silenced(struct pl_arena *arena, const char *marked,
                            unsigned line, const char *words, const char *rule)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, arena, marked, "core");
    size_t before =
        findings_of(arena, fixture.file->text, fixture.file->name, NULL);
    size_t own =
        findings_of(arena, fixture.file->text, fixture.file->name, rule);
    pl_str text = after_action(&fixture, line, words);
    assert_int_equal(own, 1);
    assert_int_equal(findings_of(arena, text, fixture.file->name, rule), 0);
    assert_int_equal(findings_of(arena, text, fixture.file->name, NULL),
                     before - 1);
    lsp_fixture_close(&fixture);
}

static void a_directive_silences_the_finding_alone(void **state)
{
    static const char *const texts[] = {
        "%! plan.txt\n1 The the Union meets.\n2 It pays.\n",
        "1. The the Union meets.\n\n2. It pays.\n",
        "It has:\n\n- a port;\n- the the pier;\n- a crane.\n",
    };
    static const unsigned lines[] = {0, 0, 3};
    for (size_t i = 0; i < 3; i++) {
        assert_silenced(*state, texts[i], lines[i], "disable PL701 here",
                        "PL701");
        assert_silenced(*state, texts[i], lines[i], "disable PL701 in this",
                        "PL701");
    }
}

static void what_belongs_together_is_not_parted(void **state)
{
    assert_silenced(*state,
                    "The Union meets each year in\nthe the spring and pays.\n"
                    "\nIt ends.\n",
                    1, "disable PL701 here", "PL701");
    assert_silenced(*state,
                    "\\| Port \\| Pier \\|\n\\|------\\|------\\|\n"
                    "\\| a \\| b \\|\n"
                    "\\| the the end \\| d \\|\n\nIt ends.\n",
                    3, "disable PL701 here", "PL701");
}

static void all_of_a_rule_are_fixed_at_once(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(
        &fixture, *state,
        "%! plan.txt\n1 The the Union meets.\n2 In the the port.\n", "core");
    pl_str text = after_action(&fixture, 0, "fix all 2 findings of PL701");
    assert_string_equal(text.data, "1 The Union meets.\n2 In the port.\n");
    lsp_fixture_close(&fixture);
}

static void fix_all_is_an_edit_when_asked_for(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(
        &fixture, *state,
        "%! plan.txt\n1 The the Union meets.\n2 In the the the port.\n",
        "core");
    struct pl_json actions = actions_at(&fixture, 0, "source.fixAll");
    assert_int_equal(pl_json_count(actions), 1);
    assert_string_equal(
        lsp_edited(&fixture, pl_json_get(json_at(actions, 0), "edit")).data,
        "1 The Union meets.\n2 In the port.\n");
    struct pl_json command = pl_json_get(
        action_titled(*state, actions_at(&fixture, 0, NULL), "fix all that"),
        "command");
    assert_string_equal(json_text(*state, command, "command"),
                        "planlint.fixAll");
    lsp_fixture_close(&fixture);
}

/* As Kate asks for a quick fix: it carries out all that it is offered. */
static void what_is_named_for_a_whole_document_is_only_fixed(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(
        &fixture, *state,
        "%! plan.txt\n1 The the Union meets.\n2 In the the port.\n", "core");
    struct pl_json actions = lsp_ask(
        &fixture, pl_lsp_code_action,
        "\"range\":{\"start\":{\"line\":0,\"character\":0},"
        "\"end\":{\"line\":2,\"character\":0}},"
        "\"context\":{\"diagnostics\":[{\"code\":\"PL701\",\"message\":\"\","
        "\"range\":{\"start\":{\"line\":1,\"character\":5},"
        "\"end\":{\"line\":1,\"character\":12}}}]}");
    assert_int_equal(pl_json_count(actions), 1);
    assert_string_equal(
        lsp_edited(&fixture, pl_json_get(json_at(actions, 0), "edit")).data,
        "1 The the Union meets.\n2 In the port.\n");
    lsp_fixture_close(&fixture);
}

/* As VS Code asks when a file is saved: it names what it knows, too. */
static void a_kind_for_a_whole_document_fixes_all(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(
        &fixture, *state,
        "%! plan.txt\n1 The the Union meets.\n2 In the the port.\n", "core");
    struct pl_json actions =
        lsp_ask(&fixture, pl_lsp_code_action,
                "\"range\":{\"start\":{\"line\":0,\"character\":0},"
                "\"end\":{\"line\":2,\"character\":0}},"
                "\"context\":{\"only\":[\"source.fixAll.planlint\"],"
                "\"diagnostics\":[{\"code\":\"PL701\",\"message\":\"\","
                "\"range\":{\"start\":{\"line\":1,\"character\":5},"
                "\"end\":{\"line\":1,\"character\":12}}}]}");
    assert_int_equal(pl_json_count(actions), 1);
    assert_string_equal(
        lsp_edited(&fixture, pl_json_get(json_at(actions, 0), "edit")).data,
        "1 The Union meets.\n2 In the port.\n");
    lsp_fixture_close(&fixture);
}

static void numbers_are_put_right_from_the_cursor_on(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state,
                     "%! plan.txt\n1 The Union meets.\n3 It pays.\n"
                     "4 It ends as paragraph 3 says.\n",
                     "core");
    pl_str text = after_action(&fixture, 1, "renumber the paragraphs");
    assert_string_equal(text.data, "1 The Union meets.\n2 It pays.\n"
                                   "3 It ends as paragraph 2 says.\n");
    assert_int_equal(pl_json_count(actions_at(&fixture, 1, "refactor.rewrite")),
                     1);
    lsp_fixture_close(&fixture);
}

/* The configuration lies in the folder of the tests. */
static void a_known_acronym_goes_into_the_configuration(void **state)
{
    struct lsp_fixture fixture;
    struct pl_buf text = pl_buf_in(*state);
    pl_buf_add_text(&text, "1 The Coastal Alert Protocol (CAP) is new.\n"
                           "2 It works with GTSN, and CAP needs GTSN. GTSN "
                           "pays.\n");
    for (unsigned i = 3; i < 20; i++) { /* a short text is not judged */
        pl_buf_addf(&text,
                    "%u The office %u of the port %u sends its views to "
                    "the chair.\n",
                    i, i, i);
    }
    lsp_fixture_open_text(&fixture, *state, "plan.txt", pl_buf_str(&text));
    const struct pl_setup *setup = pl_lsp_revision_setup(fixture.revision);
    struct pl_setup configured = *setup;
    configured.config.path =
        PLANLINT_SOURCE_DIR "/tests/fixtures/settings/planlint.json";
    pl_ruleset_find(setup->ruleset, (pl_str)PL_STR("PL401"))->severity =
        PL_SEVERITY_INFO;
    lsp_fixture_configure(&fixture, &configured);
    struct pl_json action =
        action_titled(*state, actions_at(&fixture, 1, NULL), "add \"GTSN\"");
    struct pl_json changes =
        pl_json_get(pl_json_get(action, "edit"), "changes");
    struct pl_json edit = json_at(pl_json_first(changes), 0);
    assert_true(pl_str_ends(pl_json_key(pl_json_first(changes)),
                            (pl_str)PL_STR("/settings/planlint.json")));
    assert_string_equal(json_text(*state, edit, "newText"),
                        "\"rules\": {\"PL401\": {\"params\": "
                        "{\"known\": [\"GTSN\"]}}}, ");
    lsp_fixture_close(&fixture);
}

static void clients_of_old_get_commands(void **state)
{
    struct lsp_fixture fixture;
    lsp_fixture_open(&fixture, *state,
                     "%! plan.txt\n1 The the Union meets.\n2 It pays.\n",
                     "core");
    fixture.client.has_action_literals = false;
    struct pl_json first = json_at(actions_at(&fixture, 0, NULL), 0);
    assert_string_equal(json_text(*state, first, "command"),
                        "planlint.applyEdit");
    assert_string_equal(
        lsp_edited(&fixture, json_at(pl_json_get(first, "arguments"), 1)).data,
        "1 The Union meets.\n2 It pays.\n");
    lsp_fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_fix_is_a_plain_edit),
        ARENA_TEST(a_directive_silences_the_finding_alone),
        ARENA_TEST(what_belongs_together_is_not_parted),
        ARENA_TEST(all_of_a_rule_are_fixed_at_once),
        ARENA_TEST(fix_all_is_an_edit_when_asked_for),
        ARENA_TEST(what_is_named_for_a_whole_document_is_only_fixed),
        ARENA_TEST(a_kind_for_a_whole_document_fixes_all),
        ARENA_TEST(numbers_are_put_right_from_the_cursor_on),
        ARENA_TEST(a_known_acronym_goes_into_the_configuration),
        ARENA_TEST(clients_of_old_get_commands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
