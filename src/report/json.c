/* The forms json and jsonl: the same objects, in one document or one a line.
 * Their schema is rules/schema/findings.schema.json. */
#include <stddef.h>

#include "lint/finding.h"
#include "lint/revision.h"
#include "lint/rule.h"
#include "plan/plan.h"
#include "report/fingerprint.h"
#include "report/json_writer.h"
#include "report/report_form.h"
#include "report/word_place.h"
#include "text/source.h"

enum { FORM_VERSION = 1 };

static void write_position(struct pl_json_writer *to, const char *key,
                           const struct pl_source *source, size_t offset)
{
    struct pl_position at = pl_lines_position(&source->lines, offset);
    pl_write_object(to, key, PL_JSON_INLINE);
    pl_write_size(to, "line", at.line);
    pl_write_size(to, "column", at.column);
    pl_write_size(to, "offset", pl_source_file_offset(source, offset));
    pl_write_end(to);
}

static void write_range(struct pl_json_writer *to,
                        const struct pl_source *source, struct pl_range range)
{
    pl_write_object(to, "range", PL_JSON_INLINE);
    write_position(to, "start", source, range.start);
    write_position(to, "end", source, range.end);
    pl_write_end(to);
}

static void write_related(struct pl_json_writer *to,
                          const struct pl_source *source,
                          const struct pl_finding *finding)
{
    pl_write_array(to, "related", PL_JSON_INLINE);
    for (size_t i = 0; i < finding->related.len; i++) {
        const struct pl_related *it = &finding->related.items[i];
        pl_write_object(to, NULL, PL_JSON_INLINE);
        pl_write_text(to, "path", source->path);
        write_range(to, source, it->range);
        if (source->view) {
            pl_write_word_place(to, source->view, it->range);
        }
        pl_write_text(to, "message", it->message);
        pl_write_end(to);
    }
    pl_write_end(to);
}

static void write_fix(struct pl_json_writer *to, const struct pl_source *source,
                      const struct pl_fix *fix)
{
    pl_write_object(to, NULL, PL_JSON_INLINE);
    pl_write_text(to, "title", fix->title);
    pl_write_bool(to, "safe", fix->safe);
    pl_write_array(to, "edits", PL_JSON_INLINE);
    for (size_t i = 0; i < fix->edits.len; i++) {
        pl_write_object(to, NULL, PL_JSON_INLINE);
        write_range(to, source, fix->edits.items[i].range);
        pl_write_str(to, "text", fix->edits.items[i].text);
        pl_write_end(to);
    }
    pl_write_end(to);
    pl_write_end(to);
}

static void write_fixes(struct pl_json_writer *to,
                        const struct pl_source *source,
                        const struct pl_finding *finding)
{
    pl_write_array(to, "fixes", PL_JSON_INLINE);
    for (size_t i = 0; i < finding->fixes.len; i++) {
        write_fix(to, source, &finding->fixes.items[i]);
    }
    pl_write_end(to);
}

static void write_revision(struct pl_json_writer *to,
                           const struct pl_finding_revision *revision)
{
    if (revision->status == PL_REVISION_NONE) {
        return;
    }
    bool is_introduced = revision->status == PL_REVISION_INTRODUCED;
    pl_write_object(to, "revision", PL_JSON_INLINE);
    pl_write_text(to, "status", is_introduced ? "introduced" : "existing");
    if (is_introduced) {
        pl_write_str(to, "author", revision->author);
        pl_write_str(to, "date", revision->date);
    }
    pl_write_end(to);
}

static void write_finding(struct pl_json_writer *to, const struct pl_plan *plan,
                          const struct pl_finding *finding,
                          struct pl_fingerprints *fingerprints)
{
    const struct pl_source *source = plan->source;
    const struct pl_rule *rule = finding->rule;
    pl_str address =
        pl_plan_address(fingerprints->arena, plan, finding->range.start);
    pl_str place_text = pl_range_text(plan->text, finding->range);

    pl_write_object(to, NULL, PL_JSON_INLINE);
    pl_write_str(to, "rule", rule->id);
    pl_write_str(to, "name", rule->name);
    pl_write_text(to, "severity", pl_severity_name(finding->severity));
    pl_write_text(to, "path", source->path);
    write_range(to, source, finding->range);
    if (source->view) {
        pl_write_word_place(to, source->view, finding->range);
    }
    pl_write_str(to, "address", address);
    pl_write_text(to, "message", finding->message);
    pl_write_str(
        to, "fingerprint",
        pl_fingerprints_next(fingerprints, rule->id, address, place_text));
    write_related(to, source, finding);
    write_fixes(to, source, finding);
    write_revision(to, &finding->revision);
    pl_write_end(to);
}

/* What the document had before its revision, and where. */
static void write_resolved(struct pl_json_writer *to, struct pl_arena *scratch,
                           const struct pl_revision *revision)
{
    pl_write_array(to, "resolvedFindings", PL_JSON_INLINE);
    for (size_t i = 0; i < revision->resolved; i++) {
        const struct pl_finding *finding = revision->resolved_findings[i];
        pl_write_object(to, NULL, PL_JSON_INLINE);
        pl_write_str(to, "rule", finding->rule->id);
        pl_write_text(to, "severity", pl_severity_name(finding->severity));
        pl_write_str(
            to, "address",
            pl_plan_address(scratch, revision->original, finding->range.start));
        pl_write_text(to, "message", finding->message);
        pl_write_end(to);
    }
    pl_write_end(to);
}

static void write_document(struct pl_json_writer *to, struct pl_arena *scratch,
                           const struct pl_report_document *document)
{
    const struct pl_source *source = document->plan->source;
    pl_write_object(to, NULL, PL_JSON_INLINE);
    pl_write_text(to, "path", source->path);
    pl_write_text(to, "format", pl_format_name(source->format));
    pl_write_size(to, "bytes", source->bytes.len);
    if (document->revision) {
        pl_write_object(to, "revision", PL_JSON_INLINE);
        pl_write_size(to, "introduced", document->revision->introduced);
        pl_write_size(to, "existing", document->revision->existing);
        pl_write_size(to, "resolved", document->revision->resolved);
        write_resolved(to, scratch, document->revision);
        pl_write_end(to);
    }
    pl_write_end(to);
}

static void begin_json(struct pl_report *report)
{
    struct pl_json_writer *to = &report->json;
    pl_write_object(to, NULL, PL_JSON_LAID_OUT);
    pl_write_size(to, "version", FORM_VERSION);
    pl_write_object(to, "tool", PL_JSON_INLINE);
    pl_write_text(to, "name", "planlint");
    pl_write_text(to, "version", PLANLINT_VERSION);
    pl_write_end(to);
    pl_write_array(to, "documents", PL_JSON_LAID_OUT);

    /* The findings come after all documents and are held until then. */
    pl_write_object(&report->json_findings, NULL, PL_JSON_LAID_OUT);
    pl_write_array(&report->json_findings, "findings", PL_JSON_LAID_OUT);
    report->held.len = 0;
}

static void add_json(struct pl_report *report, struct pl_arena *scratch,
                     const struct pl_report_document *document)
{
    write_document(&report->json, scratch, document);
    struct pl_fingerprints fingerprints = pl_fingerprints_new(scratch);
    for (size_t i = 0; i < document->finding_count; i++) {
        write_finding(&report->json_findings, document->plan,
                      document->findings[i], &fingerprints);
    }
}

static void end_json(struct pl_report *report)
{
    struct pl_json_writer *to = &report->json;
    pl_write_end(to);
    pl_write_array(to, "findings", PL_JSON_LAID_OUT);
    pl_buf_add(to->out, pl_buf_str(&report->held));
    to->has_members = report->held.len > 0;
    pl_write_end(to);

    const struct pl_report_totals *totals = &report->totals;
    pl_write_object(to, "summary", PL_JSON_INLINE);
    pl_write_size(to, "errors", totals->by_severity[PL_SEVERITY_ERROR]);
    pl_write_size(to, "warnings", totals->by_severity[PL_SEVERITY_WARNING]);
    pl_write_size(to, "infos", totals->by_severity[PL_SEVERITY_INFO]);
    pl_write_size(to, "suppressed", totals->suppressed);
    if (report->options.has_fixes) {
        pl_write_size(to, "fixed", totals->fixed);
    }
    pl_write_end(to);
    pl_write_end(to);
    pl_buf_add_char(to->out, '\n');
}

const struct pl_report_form pl_report_form_json = {
    .begin = begin_json, .add = add_json, .end = end_json};

static void do_nothing(struct pl_report *report)
{
    (void)report;
}

static void add_jsonl(struct pl_report *report, struct pl_arena *scratch,
                      const struct pl_report_document *document)
{
    struct pl_fingerprints fingerprints = pl_fingerprints_new(scratch);
    for (size_t i = 0; i < document->finding_count; i++) {
        struct pl_json_writer line = pl_json_writer_to(&report->out);
        write_finding(&line, document->plan, document->findings[i],
                      &fingerprints);
        pl_buf_add_char(&report->out, '\n');
    }
}

const struct pl_report_form pl_report_form_jsonl = {
    .begin = do_nothing, .add = add_jsonl, .end = do_nothing};
