/* report_form.h - what a form of report is; for the files of the forms. */
#ifndef PLANLINT_REPORT_REPORT_FORM_H
#define PLANLINT_REPORT_REPORT_FORM_H

#include "base/buf.h"
#include "base/vec.h"
#include "report/json_writer.h"
#include "report/page.h"
#include "report/report.h"

struct pl_map;
struct pl_rule;

struct pl_rule_count {
    const struct pl_rule *rule;
    enum pl_severity severity;
    size_t count; /* of its findings */
};

struct pl_report {
    struct pl_report_options options;
    struct pl_report_totals totals;
    struct pl_buf out;
    struct pl_buf held;                  /* written at the end */
    struct pl_json_writer json;          /* to `out` */
    struct pl_json_writer json_findings; /* to `held` */
    struct pl_map *count_of_rule;        /* indexes in `counts` */
    PL_VEC(struct pl_rule_count) counts;
};

/* A page at the end of what is written, for the forms that people read. */
struct pl_page pl_report_page(struct pl_report *report);

/* The totals are up to date when one is called. */
struct pl_report_form {
    void (*begin)(struct pl_report *report);
    void (*add)(struct pl_report *report, struct pl_arena *scratch,
                const struct pl_report_document *document);
    void (*end)(struct pl_report *report);
};

extern const struct pl_report_form pl_report_form_text;
extern const struct pl_report_form pl_report_form_json;
extern const struct pl_report_form pl_report_form_jsonl;
extern const struct pl_report_form pl_report_form_lines;
extern const struct pl_report_form pl_report_form_counts;

#endif
