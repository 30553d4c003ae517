#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/nearest.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/session.h"
#include "cli/setup.h"
#include "lint/lint.h"
#include "lint/ruleset.h"
#include "report/ledger.h"

static enum pl_ledger_form form_of(const struct pl_session *session)
{
    const char *name = pl_session_value(session, PL_OPTION_FORMAT);
    if (name && strcmp(name, "json") == 0) {
        return PL_LEDGER_JSON;
    }
    return name && strcmp(name, "csv") == 0 ? PL_LEDGER_CSV : PL_LEDGER_TEXT;
}

/* The kind of ledger and the file, in this order. */
static bool read_arguments(struct pl_session *session, enum pl_register *which)
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
#define PL_REGISTER(constant, name_, what) \
    pl_nearest_offer(&nearest, pl_str_from(name_));
#include "lint/register.def"
#undef PL_REGISTER
    pl_session_complainf(session,
                         "there is no ledger \"%.*s\"" PL_NEAREST
                         " (there are acronyms and open)",
                         PL_STR_ARG(name), PL_NEAREST_ARG(nearest.best));
    return false;
}

static enum pl_exit write_ledger(struct pl_session *session,
                                 struct pl_arena *arena, enum pl_register which)
{
    const char *path = session->options.arguments[1];
    const struct pl_setup *setup = pl_document_setup(session, path);
    struct pl_ledger ledger = {.which = which};
    struct pl_error error;
    if (!setup) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_document document = {session, setup, path};
    if (!pl_document_read(arena, document, &ledger.plan, &error)) {
        pl_session_complain(session, &error);
        return PL_EXIT_TROUBLE;
    }
    pl_ruleset_keep_register(setup->ruleset, which);
    struct pl_lint_result result =
        pl_lint(arena, ledger.plan, setup->ruleset, &setup->config.settings);
    ledger.findings = result.findings.list.items;
    ledger.finding_count = result.findings.list.len;
    ledger.suppressed = result.suppressed;
    ledger.is_partial = result.unfinished > 0;
    struct pl_buf out = pl_buf_in(arena);
    struct pl_page page = pl_session_page(session, &out);
    pl_ledger_write(&page, arena, &ledger, form_of(session));
    pl_output_write(&session->output, pl_buf_str(&out));
    bool is_gate = which == PL_REGISTER_OPEN;
    return is_gate && pl_ledger_entry_count(&ledger) > 0 ? PL_EXIT_FINDINGS
                                                         : PL_EXIT_CLEAN;
}

enum pl_exit pl_command_ledger(struct pl_session *session)
{
    enum pl_register which;
    if (!read_arguments(session, &which)) {
        return PL_EXIT_TROUBLE;
    }
    struct pl_arena *arena = pl_arena_new();
    enum pl_exit status = write_ledger(session, arena, which);
    pl_arena_free(arena);
    return status;
}
