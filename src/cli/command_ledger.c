#include <string.h>

#include "base/nearest.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/session.h"
#include "lint/lint.h"
#include "lint/ruleset.h"
#include "lint/setup.h"
#include "report/ledger.h"

static enum pl_ledger_form form_of(const struct pl_session *session)
{
    const char *name = pl_session_value(session, PL_OPTION_FORMAT);
    if (name && strcmp(name, "json") == 0) {
        return PL_LEDGER_JSON;
    }
    return name && strcmp(name, "csv") == 0 ? PL_LEDGER_CSV : PL_LEDGER_TEXT;
}

/* The kind of ledger, the first argument. */
static bool read_kind(struct pl_session *session, enum pl_register *which)
{
    if (session->options.argument_count != 2) {
        pl_session_complainf(session,
                             "ledger needs the name of a ledger (acronyms or "
                             "open) and one file, or - for standard input");
        return false;
    }
    pl_str name = pl_str_from(session->options.arguments[0]);
    if (pl_register_from_name(name, which)) {
        return true;
    }
    struct pl_nearest nearest = pl_nearest_to(name);
    for (size_t i = PL_REGISTER_NONE + 1; i < PL_REGISTER_COUNT; i++) {
        pl_nearest_offer(&nearest, pl_register_name((enum pl_register)i));
    }
    pl_session_complainf(session,
                         "there is no ledger \"%.*s\"" PL_NEAREST
                         " (there are acronyms and open)",
                         PL_STR_ARG(name), PL_NEAREST_ARG(nearest.best));
    return false;
}

/* What the rules that are entered in the ledger say of the document. */
static struct pl_ledger find_entries(struct pl_arena *arena,
                                     const struct pl_open_document *document,
                                     enum pl_register which)
{
    pl_ruleset_keep_register(document->setup->ruleset, which);
    const struct pl_setup *setup = document->setup;
    struct pl_lint_options options = {.settings = &setup->config.settings};
    struct pl_lint_result result =
        pl_lint(arena, document->plan, setup->ruleset, &options);
    return (struct pl_ledger){
        .which = which,
        .plan = document->plan,
        .findings = result.findings.list.items,
        .finding_count = result.findings.list.len,
        .suppressed = result.suppressed,
        .is_partial = result.unfinished > 0,
    };
}

enum pl_exit pl_command_ledger(struct pl_session *session)
{
    enum pl_register which;
    struct pl_open_document document;
    if (!read_kind(session, &which) ||
        !pl_document_open(session, 1, &document)) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_ledger ledger = find_entries(session->arena, &document, which);
    struct pl_buf out = pl_buf_in(session->arena);
    struct pl_page page = pl_session_page(session, &out);
    pl_ledger_write(&page, session->arena, &ledger, form_of(session));
    pl_output_write(&session->output, pl_buf_str(&out));
    bool is_gate = which == PL_REGISTER_OPEN;
    return is_gate && pl_ledger_entry_count(&ledger) > 0 ? PL_EXIT_FINDINGS
                                                         : PL_EXIT_CLEAN;
}
