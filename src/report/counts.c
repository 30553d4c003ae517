/* The form counts: how often each rule reports, the most frequent first.
 *
 *        12  warning  PL701  doubled-word
 *         3  error    PL103  paragraph-number-duplicate */
#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"
#include "lint/finding.h"
#include "lint/rule.h"
#include "report/report_form.h"
#include "report/summary.h"

enum { COUNT_COLUMNS = 7, SEVERITY_COLUMN = 9, RULE_COLUMN = 18 };

static void begin(struct pl_report *report)
{
    report->count_of_rule = pl_map_new(report->out.arena, 64);
}

/* Findings of one rule may differ in severity: each has a row of its own. */
static struct pl_rule_count *row_of(struct pl_report *report,
                                    struct pl_arena *scratch,
                                    const struct pl_finding *finding)
{
    struct pl_arena *arena = report->out.arena;
    const char *key =
        pl_arena_printf(scratch, "%.*s %d", PL_STR_ARG(finding->rule->id),
                        (int)finding->severity);
    uint32_t index = pl_map_get(report->count_of_rule, pl_str_from(key));
    if (index == PL_NONE) {
        index = (uint32_t)report->counts.len;
        pl_map_put(report->count_of_rule,
                   pl_arena_copy(arena, pl_str_from(key)), index);
        *PL_VEC_PUSH(arena, &report->counts) = (struct pl_rule_count){
            .rule = finding->rule, .severity = finding->severity};
    }
    return &report->counts.items[index];
}

static void add(struct pl_report *report, struct pl_arena *scratch,
                const struct pl_report_document *document)
{
    for (size_t i = 0; i < document->finding_count; i++) {
        row_of(report, scratch, document->findings[i])->count++;
    }
}

static int compare_rows(const void *a, const void *b)
{
    const struct pl_rule_count *left = a;
    const struct pl_rule_count *right = b;
    if (left->count != right->count) {
        return left->count > right->count ? -1 : 1;
    }
    int by_id = pl_str_compare(left->rule->id, right->rule->id);
    return by_id != 0 ? by_id : (int)right->severity - (int)left->severity;
}

static void add_row(struct pl_page *page, const struct pl_rule_count *row)
{
    size_t digits = 1;
    for (size_t rest = row->count; rest > 9; rest /= 10) {
        digits++;
    }
    pl_page_pad(page, digits < COUNT_COLUMNS ? COUNT_COLUMNS - digits : 0);
    pl_page_add_number(page, PL_STYLE_PLAIN, row->count);
    pl_page_pad(page, SEVERITY_COLUMN);
    pl_page_add_text(page, pl_style_of_severity(row->severity),
                     pl_severity_name(row->severity));
    pl_page_pad(page, RULE_COLUMN);
    pl_page_add(page, PL_STYLE_DIM, row->rule->id);
    pl_page_add_text(page, PL_STYLE_PLAIN, "  ");
    pl_page_add(page, PL_STYLE_PLAIN, row->rule->name);
    pl_page_end_line(page);
}

static void end(struct pl_report *report)
{
    struct pl_page page = pl_report_page(report);
    struct pl_rule_count *rows = report->counts.items;
    size_t count = report->counts.len;
    if (count > 1) {
        qsort(rows, count, sizeof(*rows), compare_rows);
    }
    for (size_t i = 0; i < count; i++) {
        add_row(&page, &rows[i]);
    }
    if (report->options.is_quiet || report->totals.documents == 0) {
        return;
    }
    if (count > 0) {
        pl_page_end_line(&page);
    }
    pl_summary_add(&page, &report->totals);
}

const struct pl_report_form pl_report_form_counts = {
    .begin = begin, .add = add, .end = end};
