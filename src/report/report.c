#include "report/report.h"

#include "base/arena.h"
#include "lint/finding.h"
#include "lint/revision.h"
#include "report/report_form.h"

static const char *const names[] = {
#define PL_REPORT(constant, name, what) [PL_REPORT_##constant] = (name),
#include "report/report.def"
#undef PL_REPORT
};

static const struct pl_report_form *const forms[] = {
    [PL_REPORT_TEXT] = &pl_report_form_text,
    [PL_REPORT_JSON] = &pl_report_form_json,
    [PL_REPORT_JSONL] = &pl_report_form_jsonl,
    [PL_REPORT_LINES] = &pl_report_form_lines,
    [PL_REPORT_COUNTS] = &pl_report_form_counts,
};

bool pl_report_from_name(pl_str name, enum pl_report_kind *kind)
{
    for (size_t i = 0; i < PL_REPORT_KIND_COUNT; i++) {
        if (pl_str_eq(name, pl_str_from(names[i]))) {
            *kind = (enum pl_report_kind)i;
            return true;
        }
    }
    return false;
}

struct pl_page pl_report_page(struct pl_report *report)
{
    return (struct pl_page){.out = &report->out,
                            .has_colour = report->options.has_colour,
                            .width = report->options.width};
}

struct pl_report *pl_report_new(struct pl_arena *arena,
                                struct pl_report_options options)
{
    struct pl_report *report = pl_arena_alloc(arena, sizeof(*report));
    report->options = options;
    report->out = pl_buf_in(arena);
    report->held = pl_buf_in(arena);
    report->json = pl_json_writer_to(&report->out);
    report->json_findings = pl_json_writer_to(&report->held);
    forms[options.kind]->begin(report);
    return report;
}

static void count(struct pl_report_totals *totals,
                  const struct pl_report_document *document)
{
    totals->documents++;
    totals->documents_with_findings += document->finding_count > 0;
    totals->suppressed += document->suppressed_count;
    totals->resolved += document->revision ? document->revision->resolved : 0;
    totals->fixed += document->fixed_count;
    for (size_t i = 0; i < document->finding_count; i++) {
        totals->by_severity[document->findings[i]->severity]++;
    }
}

void pl_report_add(struct pl_report *report, struct pl_arena *scratch,
                   const struct pl_report_document *document)
{
    count(&report->totals, document);
    forms[report->options.kind]->add(report, scratch, document);
}

void pl_report_end(struct pl_report *report)
{
    forms[report->options.kind]->end(report);
}

pl_str pl_report_take(struct pl_report *report)
{
    pl_str bytes = pl_buf_str(&report->out);
    report->out.len = 0;
    return bytes;
}
