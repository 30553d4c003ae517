#include "cli/fixing.h"

#include <string.h>

#include "cli/replace.h"
#include "cli/session.h"
#include "lint/fix.h"
#include "lint/setup.h"
#include "plan/plan.h"
#include "report/diff.h"
#include "text/refuse.h"
#include "text/source.h"
#include "text/word/model.h"

bool pl_fixing_begin(struct pl_fixing *fixing, struct pl_session *session,
                     enum pl_severity least)
{
    bool writes = pl_options_has(&session->options, PL_OPTION_FIX);
    bool shows = pl_options_has(&session->options, PL_OPTION_DIFF);
    *fixing = (struct pl_fixing){
        .session = session,
        .mode = writes ? PL_FIX_WRITE : PL_FIX_NOTHING,
        .unsafe_too = pl_options_has(&session->options, PL_OPTION_UNSAFE_FIXES),
        .least = least,
    };
    if (writes && shows) {
        pl_session_complainf(session, "--fix writes and --diff only shows: "
                                      "give one of them");
        return false;
    }
    if (shows) {
        fixing->mode = PL_FIX_SHOW;
    }
    if (fixing->unsafe_too && fixing->mode == PL_FIX_NOTHING) {
        pl_session_complainf(session,
                             "--unsafe-fixes goes with --fix or --diff");
        return false;
    }
    return true;
}

static bool write_back(struct pl_fixing *fixing, struct pl_arena *arena,
                       const struct pl_fixing_document *document,
                       const struct pl_fixed *fixed)
{
    struct pl_error error;
    if (fixed->findings > 0 &&
        !pl_replace(arena, document->path, document->plan->source->bytes,
                    fixed->plan->source->bytes, &error)) {
        pl_session_complain(fixing->session, &error);
        return false;
    }
    return true;
}

static void show(struct pl_fixing *fixing, struct pl_arena *arena,
                 const struct pl_source *before, struct pl_edits edits)
{
    struct pl_buf diff = pl_buf_in(arena);
    pl_diff_add(&diff, before->path, before->bytes, edits);
    fixing->found_differences |= diff.len > 0;
    pl_output_write(&fixing->session->output, pl_buf_str(&diff));
}

/* False after a complaint: then the document stays as it is. */
static bool fix(struct pl_fixing *fixing, struct pl_arena *arena,
                const struct pl_fixing_document *document,
                struct pl_fixed *fixed)
{
    struct pl_fixer fixer = {
        .ruleset = document->setup->ruleset,
        .settings = &document->setup->config.settings,
        .least = fixing->least,
        .unsafe_too = fixing->unsafe_too,
    };
    struct pl_error error;
    if (!pl_fix_document(arena, document->plan, &fixer, fixed, &error)) {
        pl_session_complain(fixing->session, &error);
        return false;
    }
    if (!fixed->is_settled) {
        pl_session_complainf(fixing->session,
                             "%s: fixes go on after %d rounds, more may be "
                             "left for the next run",
                             document->plan->source->path, PL_FIX_MAX_ROUNDS);
    }
    return true;
}

static void lint_only(struct pl_arena *arena,
                      const struct pl_fixing_document *document,
                      struct pl_fixed *fixed)
{
    const struct pl_setup *setup = document->setup;
    struct pl_lint_options options = {.settings = &setup->config.settings};
    *fixed = (struct pl_fixed){
        .plan = document->plan,
        .result = pl_lint(arena, document->plan, setup->ruleset, &options),
    };
}

/* Complains about what cannot be asked of a Word file. */
static bool can_change(struct pl_fixing *fixing, const struct pl_source *source)
{
    if (!source->view || fixing->mode == PL_FIX_NOTHING) {
        return fixing->mode != PL_FIX_NOTHING;
    }
    if (source->view->word->is_open_document) {
        pl_session_complainf(fixing->session,
                             "%s: an OpenDocument text is only read; %s",
                             source->path, PL_REFUSE_CONVERSION);
        return false;
    }
    pl_session_complainf(fixing->session,
                         "%s: %s is for texts; \"planlint fix --tracked\" "
                         "writes the fixes into a Word file as tracked changes",
                         source->path,
                         fixing->mode == PL_FIX_WRITE ? "--fix" : "--diff");
    return false;
}

void pl_fixing_lint(struct pl_fixing *fixing, struct pl_arena *arena,
                    const struct pl_fixing_document *document,
                    struct pl_fixed *fixed)
{
    bool writes = fixing->mode == PL_FIX_WRITE;
    bool is_file = strcmp(document->path, "-") != 0;
    bool ok =
        can_change(fixing, document->plan->source) &&
        fix(fixing, arena, document, fixed) &&
        (!writes || !is_file || write_back(fixing, arena, document, fixed));
    if (!ok) {
        lint_only(arena, document, fixed);
    }
    if (writes && !is_file) {
        pl_output_write(&fixing->session->output, fixed->plan->source->bytes);
    } else if (fixing->mode == PL_FIX_SHOW) {
        show(fixing, arena, document->plan->source, fixed->edits);
    }
}
