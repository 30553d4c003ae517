#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/coverage.h"
#include "cli/document.h"
#include "cli/session.h"
#include "cli/session_setups.h"
#include "lint/examples.h"
#include "lint/ruleset.h"
#include "lint/setup.h"
#include "plan/plan.h"
#include "report/page.h"
#include "text/word/sample/sample.h"

static const struct pl_plan *make_plan(void *context, struct pl_arena *arena,
                                       const struct pl_example *example,
                                       struct pl_error *error)
{
    (void)context;
    bool is_word = example->forced_format && example->format == PL_FORMAT_WORD;
    struct pl_document_bytes document = {
        .name = "example",
        .bytes = is_word ? pl_word_sample(arena, example->text) : example->text,
        .choice.format = example->forced_format ? &example->format : NULL,
    };
    const struct pl_plan *plan = NULL;
    return pl_document_plan(arena, document, &plan, error) ? plan : NULL;
}

static bool is_in(const struct pl_rule *rule, const char *folder)
{
    size_t len = strlen(folder);
    while (len > 0 && folder[len - 1] == '/') {
        len--;
    }
    return strncmp(rule->path, folder, len) == 0 && rule->path[len] == '/';
}

/* What is tested, and how it came out. */
struct testing {
    struct pl_page page;
    const struct pl_ruleset *ruleset;
    const char *folder; /* NULL: all rules */
    bool has_coverage;
    struct pl_coverage_table coverage;
    size_t passed;
    size_t failed;
    size_t lacking;
};

static void add_line(struct testing *testing, const char *text)
{
    pl_page_quote(&testing->page, PL_STYLE_PLAIN, 0, pl_str_from(text));
}

static void test_coverage(struct testing *testing, struct pl_arena *arena,
                          const struct pl_rule *rule)
{
    struct pl_coverage coverage =
        testing->coverage.rules[rule - testing->ruleset->rules];
    struct pl_rule loaded = *rule;
    struct pl_error error;
    if (!pl_rule_load_examples(arena, &loaded, &error)) {
        return; /* it has failed already */
    }
    const char *fault = pl_coverage_fault(arena, &loaded, coverage);
    if (fault) {
        add_line(testing,
                 pl_arena_printf(arena, "%.*s %.*s: %s", PL_STR_ARG(rule->id),
                                 PL_STR_ARG(rule->name), fault));
        testing->lacking++;
    }
}

static void add_documents(struct testing *testing, struct pl_arena *arena,
                          const struct pl_rule *rule)
{
    struct pl_coverage coverage =
        testing->coverage.rules[rule - testing->ruleset->rules];
    add_line(testing,
             pl_arena_printf(arena, "%.*s %.*s: findings %zu, documents %zu",
                             PL_STR_ARG(rule->id), PL_STR_ARG(rule->name),
                             coverage.findings, coverage.documents));
}

static void test_rule(struct testing *testing, struct pl_arena *arena,
                      const struct pl_rule *rule)
{
    struct pl_plan_maker maker = {.make = make_plan};
    struct pl_rule loaded = *rule;
    struct pl_error error;
    const char *fault = error.message;
    if (pl_rule_load_examples(arena, &loaded, &error)) {
        fault = pl_examples_run(arena, testing->ruleset, &loaded, maker);
    }
    if (fault) {
        add_line(testing, fault);
        pl_page_end_line(&testing->page);
    }
    testing->passed += !fault;
    testing->failed += fault != NULL;
    if (testing->has_coverage) {
        test_coverage(testing, arena, rule);
    }
    if (testing->coverage.documents > 0) {
        add_documents(testing, arena, rule);
    }
}

static void test_rules(struct testing *testing)
{
    struct pl_arena *arena = pl_arena_new();
    for (size_t i = 0; i < testing->ruleset->count; i++) {
        const struct pl_rule *rule = &testing->ruleset->rules[i];
        if (!testing->folder || is_in(rule, testing->folder)) {
            test_rule(testing, arena, rule);
            pl_arena_reset(arena);
        }
    }
    pl_arena_free(arena);
}

static void add_count(struct testing *testing, size_t count, bool is_bad,
                      const char *what)
{
    struct pl_page *page = &testing->page;
    pl_page_add_number(page, is_bad ? PL_STYLE_ERROR : PL_STYLE_PLAIN, count);
    pl_page_add_text(page, PL_STYLE_PLAIN, what);
}

static void add_totals(struct testing *testing)
{
    add_count(testing, testing->passed, false, " passed, ");
    add_count(testing, testing->failed, testing->failed > 0, " failed");
    if (testing->has_coverage) {
        pl_page_add_text(&testing->page, PL_STYLE_PLAIN, ", ");
        add_count(testing, testing->lacking, testing->lacking > 0,
                  " lack something");
    }
    pl_page_end_line(&testing->page);
}

enum pl_exit pl_command_test(struct pl_session *session)
{
    const struct pl_options *options = &session->options;
    const char *folder =
        options->argument_count > 0 ? options->arguments[0] : NULL;
    const struct pl_setup *setup = pl_session_setup_with_rules(session, folder);
    if (!setup) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_buf out = pl_buf_in(session->arena);
    struct testing testing = {
        .page = pl_session_page(session, &out),
        .ruleset = setup->ruleset,
        .folder = folder,
        .has_coverage = pl_options_has(options, PL_OPTION_COVERAGE),
        .coverage = pl_coverage_count(session, setup->ruleset),
    };
    testing.page.width = SIZE_MAX; /* its lines are for programs, too */
    test_rules(&testing);
    if (testing.passed + testing.failed == 0) {
        pl_session_complainf(session, "there are no rule files in %s", folder);
        return PL_EXIT_TROUBLE;
    }
    if (!pl_options_has(options, PL_OPTION_QUIET)) {
        add_totals(&testing);
    }
    pl_output_write(&session->output, pl_buf_str(&out));
    return testing.failed + testing.lacking > 0 ? PL_EXIT_FINDINGS
                                                : PL_EXIT_CLEAN;
}
