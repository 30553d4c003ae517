#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/document.h"
#include "cli/fixing.h"
#include "cli/session.h"
#include "cli/session_setups.h"
#include "lint/fix.h"
#include "lint/revision.h"
#include "lint/setup.h"
#include "plan/plan.h"
#include "report/report.h"
#include "text/walk.h"

struct checking {
    struct pl_session *session;
    struct pl_setups *setups;
    struct pl_report *report;
    struct pl_fixing fixing;
    enum pl_severity least_shown;
    bool only_introduced;
    bool reports_aside; /* standard output has the fixed text */
    bool has_failed;    /* a finding at or above the fail level */
};

static void complain(void *context, const struct pl_error *error)
{
    const struct checking *checking = context;
    pl_session_complain(checking->session, error);
}

static const char *folder_of(const struct checking *checking,
                             struct pl_arena *arena, const char *path)
{
    return pl_path_folder(arena, pl_document_name(checking->session, path));
}

/* A configuration that is wrong is complained about when the file is read. */
static bool wants(void *context, const char *path, bool has_text_name)
{
    const struct checking *checking = context;
    struct pl_arena *arena = checking->session->arena;
    bool has_name = has_text_name || pl_walk_has_word_name(path);
    const struct pl_setup *setup =
        pl_setups_for(checking->setups, folder_of(checking, arena, path));
    if (!setup) {
        return has_name;
    }
    return (has_name || setup->config.include_count > 0) &&
           pl_config_covers(arena, &setup->config, path);
}

static enum pl_severity severity_option(const struct pl_session *session,
                                        enum pl_option_id id,
                                        enum pl_severity otherwise)
{
    enum pl_severity severity = otherwise;
    const char *given = pl_session_value(session, id);
    if (given && !pl_severity_from_name(pl_str_from(given), &severity)) {
        return otherwise; /* options are checked before */
    }
    return severity;
}

static bool is_failure(enum pl_severity severity, enum pl_severity fail_level)
{
    return fail_level != PL_SEVERITY_OFF && severity >= fail_level;
}

/* Leaves out what is not to be shown, notes whether the rest fails the run. */
static void judge(struct checking *checking, const struct pl_setup *setup,
                  struct pl_findings *findings)
{
    enum pl_severity fail_level = severity_option(
        checking->session, PL_OPTION_FAIL_LEVEL, setup->config.fail_level);
    size_t shown = 0;
    for (size_t i = 0; i < findings->list.len; i++) {
        struct pl_finding *finding = findings->list.items[i];
        bool is_shown = !checking->only_introduced ||
                        finding->revision.status == PL_REVISION_INTRODUCED;
        if (is_shown && finding->severity >= checking->least_shown) {
            findings->list.items[shown++] = finding;
            checking->has_failed |= is_failure(finding->severity, fail_level);
        }
    }
    findings->list.len = shown;
}

static void write_report(struct checking *checking)
{
    pl_str bytes = pl_report_take(checking->report);
    if (checking->reports_aside && bytes.len > 0) {
        fwrite(bytes.data, 1, bytes.len, stderr);
    } else {
        pl_output_write(&checking->session->output, bytes);
    }
}

/* NULL: the document is no revision. */
static const struct pl_revision *mark_revision(struct pl_arena *arena,
                                               const struct pl_setup *setup,
                                               struct pl_fixed *fixed)
{
    if (!pl_revision_is_one(fixed->plan)) {
        return NULL;
    }
    struct pl_lint_options options = {.settings = &setup->config.settings};
    struct pl_revision *revision = pl_arena_alloc(arena, sizeof(*revision));
    *revision = pl_revision_mark(arena, fixed->plan, setup->ruleset, &options,
                                 &fixed->result);
    return revision;
}

static void report(struct checking *checking, struct pl_arena *arena,
                   const struct pl_setup *setup, struct pl_fixed *fixed)
{
    struct pl_findings *findings = &fixed->result.findings;
    const struct pl_revision *revision = mark_revision(arena, setup, fixed);
    judge(checking, setup, findings);
    struct pl_report_document document = {
        .plan = fixed->plan,
        .findings = findings->list.items,
        .finding_count = findings->list.len,
        .suppressed_count = fixed->result.suppressed,
        .fixed_count = fixed->findings,
        .revision = revision,
    };
    pl_report_add(checking->report, arena, &document);
    write_report(checking);
}

static void check_file(struct checking *checking, struct pl_arena *arena,
                       const char *path)
{
    const struct pl_setup *setup =
        pl_setups_for(checking->setups, folder_of(checking, arena, path));
    if (!setup) {
        return;
    }
    const struct pl_plan *plan;
    struct pl_error error;
    struct pl_document document = {checking->session, setup, path};
    if (!pl_document_read(arena, document, &plan, &error)) {
        pl_session_complain(checking->session, &error);
        return;
    }
    struct pl_fixed fixed;
    pl_fixing_lint(&checking->fixing, arena,
                   &(struct pl_fixing_document){path, plan, setup}, &fixed);
    if (checking->fixing.mode != PL_FIX_SHOW) {
        report(checking, arena, setup, &fixed);
    }
}

/* One arena for all documents, emptied after each. */
static void check_files(struct checking *checking, const struct pl_walk *walk)
{
    struct pl_session *session = checking->session;
    struct pl_arena *arena = pl_arena_new();
    for (size_t i = 0;
         i < walk->files.len && pl_output_is_open(&session->output); i++) {
        check_file(checking, arena, walk->files.items[i]);
        pl_arena_reset(arena);
    }
    pl_arena_free(arena);
    if (checking->fixing.mode != PL_FIX_SHOW) {
        pl_report_end(checking->report);
        write_report(checking);
    }
}

/* A misspelled command looks like a file that is not there. */
static void complain_missing(struct pl_session *session, const char *path)
{
    pl_str near = pl_command_nearest(pl_str_from(path));
    bool may_be_command = near.len > 0 && !strpbrk(path, "./");
    if (may_be_command) {
        pl_session_complainf(session,
                             "%s: no such file, did you mean the command "
                             "\"%.*s\"?",
                             path, PL_STR_ARG(near));
    } else {
        pl_session_complainf(session, "%s: no such file", path);
    }
}

static void add_path(struct pl_session *session, struct pl_walk *walk,
                     const char *path)
{
    bool is_stdin = strcmp(path, "-") == 0;
    enum pl_file_kind kind = is_stdin ? PL_FILE_REGULAR : pl_file_kind(path);
    if (kind == PL_FILE_MISSING) {
        complain_missing(session, path);
    } else if (pl_walk_add(walk, path) == 0 && !session->had_trouble) {
        pl_session_complainf(session,
                             "%s: no text, Markdown or Word files in it", path);
    }
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat first;
    struct stat second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 &&
           S_ISREG(first.st_mode) && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* A report must not take the place of a plan. */
static bool output_is_input(struct pl_session *session,
                            const struct pl_walk *walk)
{
    const char *output = session->output.path;
    for (size_t i = 0; output && i < walk->files.len; i++) {
        if (is_same_file(output, walk->files.items[i])) {
            pl_session_complainf(session,
                                 "%s is a document that is checked; the "
                                 "report would replace it",
                                 output);
            session->output.path = NULL;
            return true;
        }
    }
    return false;
}

/* Whether standard output will have the fixed text of standard input. */
static bool writes_text(const struct checking *checking)
{
    const struct pl_options *options = &checking->session->options;
    for (size_t i = 0; i < options->argument_count; i++) {
        if (strcmp(options->arguments[i], "-") == 0) {
            return checking->fixing.mode == PL_FIX_WRITE;
        }
    }
    return false;
}

static struct pl_report_options report_options(const struct checking *checking)
{
    const struct pl_session *session = checking->session;
    struct pl_report_options options = {
        .kind = PL_REPORT_TEXT,
        .has_colour =
            !checking->reports_aside && pl_session_has_colour(session),
        .is_quiet = pl_options_has(&session->options, PL_OPTION_QUIET),
        .width = pl_session_width(session),
        .has_fixes = checking->fixing.mode == PL_FIX_WRITE,
    };
    const char *form = pl_session_value(session, PL_OPTION_FORMAT);
    if (form && !pl_report_from_name(pl_str_from(form), &options.kind)) {
        options.kind = PL_REPORT_TEXT; /* options are checked before */
    }
    return options;
}

static enum pl_exit check_all(struct checking *checking, struct pl_walk *walk)
{
    struct pl_session *session = checking->session;
    for (size_t i = 0; i < session->options.argument_count; i++) {
        add_path(session, walk, session->options.arguments[i]);
    }
    pl_walk_end(walk);
    if (walk->files.len == 0 || output_is_input(session, walk)) {
        return PL_EXIT_TROUBLE;
    }
    check_files(checking, walk);
    return checking->has_failed || checking->fixing.found_differences
               ? PL_EXIT_FINDINGS
               : PL_EXIT_CLEAN;
}

enum pl_exit pl_command_check(struct pl_session *session)
{
    if (session->options.argument_count == 0) {
        pl_session_complainf(session, "nothing to check: name files or "
                                      "folders, or - for standard input "
                                      "(planlint --help says more)");
        return PL_EXIT_TROUBLE;
    }
    struct checking checking = {
        .session = session,
        .setups = pl_session_setups(session),
        .least_shown =
            severity_option(session, PL_OPTION_SEVERITY, PL_SEVERITY_INFO),
        .only_introduced =
            pl_options_has(&session->options, PL_OPTION_INTRODUCED),
    };
    if (!pl_fixing_begin(&checking.fixing, session, checking.least_shown)) {
        return PL_EXIT_TROUBLE;
    }
    checking.reports_aside = writes_text(&checking);
    checking.report = pl_report_new(session->arena, report_options(&checking));
    struct pl_walk walk = {.arena = session->arena,
                           .complain = complain,
                           .wants = wants,
                           .context = &checking};
    return check_all(&checking, &walk);
}
