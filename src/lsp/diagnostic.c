#include "lsp/diagnostic.h"

#include <string.h>

#include "base/arena.h"
#include "lint/lint.h"
#include "lint/rule.h"
#include "lsp/client.h"
#include "lsp/request.h"
#include "plan/plan.h"
#include "report/fingerprint.h"
#include "text/source.h"

/* DiagnosticSeverity and DiagnosticTag. */
enum { ERROR = 1, WARNING, INFORMATION };
enum { UNNECESSARY = 1 };

struct writing {
    const struct pl_lsp_diagnostics *to;
    struct pl_lsp_revision *revision;
    const struct pl_plan *plan;
    struct pl_fingerprints fingerprints;
};

static void write_severity(struct pl_json_writer *out,
                           enum pl_severity severity)
{
    static const size_t numbers[] = {
        [PL_SEVERITY_INFO] = INFORMATION,
        [PL_SEVERITY_WARNING] = WARNING,
        [PL_SEVERITY_ERROR] = ERROR,
    };
    pl_write_size(out, "severity", numbers[severity]);
}

/* Editors show grey what the safe fix takes away. */
static bool is_unnecessary(const struct pl_finding *finding)
{
    if (finding->fixes.len == 0 || !finding->fixes.items[0].safe) {
        return false;
    }
    const struct pl_fix *fix = &finding->fixes.items[0];
    const struct pl_edit *edit = fix->edits.items;
    return fix->edits.len == 1 && edit->text.len == 0 &&
           edit->range.start == finding->range.start &&
           edit->range.end == finding->range.end;
}

static void write_tags(struct writing *writing,
                       const struct pl_finding *finding)
{
    struct pl_json_writer *out = writing->to->out;
    if (writing->to->client->has_tags && is_unnecessary(finding)) {
        pl_write_array(out, "tags", PL_JSON_INLINE);
        pl_write_size(out, NULL, UNNECESSARY);
        pl_write_end(out);
    }
}

static void write_related_place(struct writing *writing, struct pl_range range,
                                const char *message)
{
    struct pl_json_writer *out = writing->to->out;
    pl_write_object(out, NULL, PL_JSON_INLINE);
    pl_lsp_write_location(out, "location", writing->revision, range);
    pl_write_text(out, "message", message);
    pl_write_end(out);
}

/* Who introduced it, and on which day. */
static void write_introduced(struct writing *writing,
                             const struct pl_finding *finding)
{
    enum { DAY = 10 }; /* bytes of a date, "2026-05-04" */
    pl_str author = finding->revision.author;
    pl_str date = finding->revision.date;
    bool has_day = date.len >= DAY;
    const char *message = pl_arena_printf(
        writing->to->arena, "introduced by %.*s%s%.*s",
        PL_STR_ARG(author.len > 0 ? author : (pl_str)PL_STR("the revision")),
        has_day ? ", " : "", has_day ? DAY : 0, has_day ? date.data : "");
    write_related_place(writing, finding->range, message);
}

static void write_related(struct writing *writing,
                          const struct pl_finding *finding)
{
    struct pl_json_writer *out = writing->to->out;
    bool is_introduced = finding->revision.status == PL_REVISION_INTRODUCED;
    if (!writing->to->client->has_related ||
        (finding->related.len == 0 && !is_introduced)) {
        return;
    }
    pl_write_array(out, "relatedInformation", PL_JSON_INLINE);
    if (is_introduced) {
        write_introduced(writing, finding);
    }
    for (size_t i = 0; i < finding->related.len; i++) {
        write_related_place(writing, finding->related.items[i].range,
                            finding->related.items[i].message);
    }
    pl_write_end(out);
}

/* The fingerprint says which finding a request for fixes is about. */
static void write_data(struct writing *writing,
                       const struct pl_finding *finding)
{
    struct pl_json_writer *out = writing->to->out;
    struct pl_arena *arena = writing->to->arena;
    pl_str text = writing->plan->source->text;
    pl_str place = pl_range_text(text, finding->range);
    pl_str address =
        pl_plan_address(arena, writing->plan, finding->range.start);
    pl_str fingerprint = pl_fingerprints_next(
        &writing->fingerprints, finding->rule->id, address, place);
    if (writing->to->client->has_diagnostic_data) {
        pl_write_object(out, "data", PL_JSON_INLINE);
        pl_write_str(out, "fingerprint", fingerprint);
        pl_write_end(out);
    }
}

static void write_finding(struct writing *writing,
                          const struct pl_finding *finding)
{
    struct pl_json_writer *out = writing->to->out;
    pl_write_object(out, NULL, PL_JSON_INLINE);
    pl_lsp_write_range(out, "range", writing->revision, finding->range);
    write_severity(out, finding->severity);
    pl_write_str(out, "code", finding->rule->id);
    pl_write_text(out, "source", "planlint");
    pl_write_text(out, "message", finding->message);
    write_tags(writing, finding);
    write_related(writing, finding);
    write_data(writing, finding);
    pl_write_end(out);
}

/* Positions cannot be counted in a text that cannot be read, but its error
 * has one; a line is right in every unit. */
static void write_unreadable(struct pl_json_writer *out,
                             const struct pl_error *error)
{
    size_t line = error->line ? error->line - 1 : 0;
    pl_write_object(out, NULL, PL_JSON_INLINE);
    pl_write_object(out, "range", PL_JSON_INLINE);
    for (size_t i = 0; i < 2; i++) {
        pl_write_object(out, i == 0 ? "start" : "end", PL_JSON_INLINE);
        pl_write_size(out, "line", line + i);
        pl_write_size(out, "character", 0);
        pl_write_end(out);
    }
    pl_write_end(out);
    pl_write_size(out, "severity", ERROR);
    pl_write_text(out, "source", "planlint");
    pl_write_text(out, "message", error->message + error->text_at);
    pl_write_end(out);
}

static void write_findings(const struct pl_lsp_diagnostics *to,
                           struct pl_lsp_revision *revision,
                           const struct pl_lint_result *result)
{
    struct writing writing = {
        .to = to,
        .revision = revision,
        .plan = pl_lsp_revision_plan(revision),
        .fingerprints = pl_fingerprints_new(to->arena),
    };
    for (size_t i = 0; i < result->findings.list.len; i++) {
        write_finding(&writing, result->findings.list.items[i]);
    }
}

void pl_lsp_write_diagnostics(const struct pl_lsp_diagnostics *to,
                              const char *key, struct pl_lsp_revision *revision,
                              const struct pl_lint_result *result)
{
    const struct pl_error *error = pl_lsp_revision_error(revision);
    pl_write_array(to->out, key, PL_JSON_INLINE);
    if (result) {
        write_findings(to, revision, result);
    } else if (error) {
        write_unreadable(to->out, error);
    }
    pl_write_end(to->out);
}
