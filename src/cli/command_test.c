#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/session.h"
#include "cli/setup.h"
#include "lint/examples.h"
#include "lint/ruleset.h"
#include "plan/plan.h"
#include "report/page.h"

static const struct pl_plan *make_plan(void *context, struct pl_arena *arena,
                                       const struct pl_example *example,
                                       struct pl_error *error)
{
    (void)context;
    struct pl_document_bytes document = {
        .name = "example",
        .bytes = example->text,
        .format = example->forced_format ? &example->format : NULL,
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

/* What is wrong with a rule's examples, or NULL. */
static const char *fault_of(struct pl_arena *arena,
                            const struct pl_ruleset *ruleset,
                            struct pl_rule rule, struct pl_error *error)
{
    struct pl_plan_maker maker = {.make = make_plan};
    if (!pl_rule_load_examples(arena, &rule, error)) {
        return error->message;
    }
    return pl_examples_run(arena, ruleset, &rule, maker);
}

struct counts {
    size_t passed;
    size_t failed;
};

static void add_totals(struct pl_page *page, struct counts counts)
{
    pl_page_add_number(page, PL_STYLE_PLAIN, counts.passed);
    pl_page_add_text(page, PL_STYLE_PLAIN, " passed, ");
    enum pl_style style = counts.failed > 0 ? PL_STYLE_ERROR : PL_STYLE_PLAIN;
    pl_page_add_number(page, style, counts.failed);
    pl_page_add_text(page, style, " failed");
    pl_page_end_line(page);
}

/* `folder` NULL: all rules. */
static struct counts test_rules(struct pl_page *page,
                                const struct pl_ruleset *ruleset,
                                const char *folder)
{
    struct pl_arena *arena = pl_arena_new();
    struct counts counts = {0};
    for (size_t i = 0; i < ruleset->count; i++) {
        const struct pl_rule *rule = &ruleset->rules[i];
        if (folder && !is_in(rule, folder)) {
            continue;
        }
        struct pl_error error;
        const char *fault = fault_of(arena, ruleset, *rule, &error);
        if (fault) {
            pl_page_quote(page, PL_STYLE_PLAIN, 0, pl_str_from(fault));
            pl_page_end_line(page);
        }
        counts.passed += fault ? 0 : 1;
        counts.failed += fault ? 1 : 0;
        pl_arena_reset(arena);
    }
    pl_arena_free(arena);
    return counts;
}

enum pl_exit pl_command_test(struct pl_session *session)
{
    const struct pl_options *options = &session->options;
    const char *folder =
        options->argument_count > 0 ? options->arguments[0] : NULL;
    const struct pl_setup *setup = pl_setup_with_rules(session, folder);
    if (!setup) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_buf out = pl_buf_in(session->arena);
    struct pl_page page = pl_session_page(session, &out);
    struct counts counts = test_rules(&page, setup->ruleset, folder);
    if (counts.passed + counts.failed == 0) {
        pl_session_complainf(session, "there are no rule files in %s", folder);
        return PL_EXIT_TROUBLE;
    }
    if (!pl_options_has(options, PL_OPTION_QUIET)) {
        add_totals(&page, counts);
    }
    pl_output_write(&session->output, pl_buf_str(&out));
    return counts.failed > 0 ? PL_EXIT_FINDINGS : PL_EXIT_CLEAN;
}
