/* report.h - the findings of a run, as bytes of one of the forms of report.def.
 *
 * A report is fed document by document and keeps nothing of a document after
 * the call. Its bytes are taken as they come; they depend on the documents
 * alone, not on the machine, the locale or the time. */
#ifndef PLANLINT_REPORT_REPORT_H
#define PLANLINT_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "lint/severity.h"

struct pl_arena;
struct pl_finding;
struct pl_plan;
struct pl_report;
struct pl_revision;

enum pl_report_kind {
#define PL_REPORT(constant, name, what) PL_REPORT_##constant,
#include "report/report.def"
#undef PL_REPORT
    PL_REPORT_KIND_COUNT
};

bool pl_report_from_name(pl_str name, enum pl_report_kind *kind);

struct pl_report_options {
    enum pl_report_kind kind;
    bool has_colour; /* these three are for what people read */
    bool is_quiet;   /* no summary */
    size_t width;    /* columns */
    bool has_fixes;  /* JSON says how many findings were fixed, even if none */
};

/* A document that was checked: its findings in the order of the report. */
struct pl_report_document {
    const struct pl_plan *plan;
    struct pl_finding *const *findings;
    size_t finding_count;
    size_t suppressed_count;
    size_t fixed_count; /* findings that it had and that are fixed */
    const struct pl_revision *revision; /* of a Word file with changes; else
                                           NULL */
};

struct pl_report_totals {
    size_t documents;
    size_t documents_with_findings;
    size_t by_severity[PL_SEVERITY_ERROR + 1];
    size_t suppressed;
    size_t resolved; /* by revisions of Word files */
    size_t fixed;
};

/* Lives in the arena; what is not taken yet does, too. */
struct pl_report *pl_report_new(struct pl_arena *arena,
                                struct pl_report_options options);

/* `scratch` may be emptied after the call. */
void pl_report_add(struct pl_report *report, struct pl_arena *scratch,
                   const struct pl_report_document *document);

void pl_report_end(struct pl_report *report);

/* The bytes since the last call; valid until the next call with `report`. */
pl_str pl_report_take(struct pl_report *report);

#endif
