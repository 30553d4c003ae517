/* The form text: for people, grouped by file.
 *
 *     12:1  error    PL103  1, para 6
 *           paragraph number "6" is used twice
 *           │ 6 ICOU aims to strengthen coordination between the Sectors …
 *           │ ^
 *           11:1  the other 6
 *           fix: number it 7 */
#include <stddef.h>

#include "base/arena.h"
#include "lint/finding.h"
#include "lint/rule.h"
#include "plan/plan.h"
#include "report/report_form.h"
#include "report/snippet.h"
#include "report/summary.h"
#include "report/word_place.h"
#include "text/source.h"

enum { SEVERITY_COLUMNS = 9, LEAST_PLACE_COLUMNS = 6, WORD_INDENT = 2 };

/* One document on the page. */
struct sheet {
    struct pl_page *page;
    struct pl_arena *scratch;
    const struct pl_plan *plan;
    size_t indent; /* of what is under a finding's place */
};

static pl_str place_text(const struct sheet *sheet, size_t offset)
{
    return pl_place_text(sheet->scratch, sheet->plan, (uint32_t)offset);
}

/* A Word file has no lines that people know: its places are addresses, which
 * stand where those of a text come after the line. */
static bool has_lines(const struct sheet *sheet)
{
    return sheet->plan->source->view == NULL;
}

/* Room for the longest place, so that all findings begin at one column. */
static size_t indent_for(const struct sheet *sheet,
                         const struct pl_report_document *document)
{
    size_t longest = LEAST_PLACE_COLUMNS;
    if (!has_lines(sheet)) {
        return WORD_INDENT;
    }
    for (size_t i = 0; i < document->finding_count; i++) {
        uint32_t start = document->findings[i]->range.start;
        size_t columns = place_text(sheet, start).len;
        longest = columns > longest ? columns : longest;
    }
    return 1 + longest + 2;
}

static void add_place(const struct sheet *sheet, size_t end, uint32_t offset,
                      enum pl_style style)
{
    pl_str place = place_text(sheet, offset);
    pl_page_pad(sheet->page, end > place.len ? end - place.len : 0);
    pl_page_add(sheet->page, style, place);
}

static void add_heading(const struct sheet *sheet,
                        const struct pl_finding *finding)
{
    struct pl_page *page = sheet->page;
    if (has_lines(sheet)) {
        add_place(sheet, sheet->indent - 2, finding->range.start,
                  PL_STYLE_PLACE);
    }
    pl_page_pad(page, sheet->indent);
    pl_page_add_text(page, pl_style_of_severity(finding->severity),
                     pl_severity_name(finding->severity));
    pl_page_pad(page, sheet->indent + SEVERITY_COLUMNS);
    pl_page_add(page, PL_STYLE_RULE, finding->rule->id);
    uint32_t start = finding->range.start;
    pl_str address = has_lines(sheet)
                         ? pl_plan_address(sheet->scratch, sheet->plan, start)
                         : place_text(sheet, start);
    if (address.len > 0) {
        pl_page_pad(page, page->column + 2);
        pl_page_add(page, PL_STYLE_ADDRESS, address);
    }
    pl_page_end_line(page);
    pl_page_wrap(page, PL_STYLE_MESSAGE, sheet->indent,
                 pl_str_from(finding->message));
    pl_page_end_line(page);
}

enum { DAY = 10 /* characters of "2026-05-04" */ };

static void add_revision(const struct sheet *sheet,
                         const struct pl_finding_revision *revision)
{
    struct pl_page *page = sheet->page;
    if (revision->status != PL_REVISION_INTRODUCED) {
        return;
    }
    pl_page_pad(page, sheet->indent);
    pl_page_add_text(page, PL_STYLE_DIM, "introduced by ");
    if (revision->author.len > 0) {
        pl_page_add(page, PL_STYLE_DIM, revision->author);
    } else {
        pl_page_add_text(page, PL_STYLE_DIM, "the revision");
    }
    if (revision->date.len >= DAY) {
        pl_page_add_text(page, PL_STYLE_DIM, ", ");
        pl_page_add(page, PL_STYLE_DIM, pl_str_slice(revision->date, 0, DAY));
    }
    pl_page_end_line(page);
}

static void add_related(const struct sheet *sheet,
                        const struct pl_related *related)
{
    struct pl_page *page = sheet->page;
    pl_page_pad(page, sheet->indent);
    pl_page_add(page, PL_STYLE_DIM, place_text(sheet, related->range.start));
    pl_page_pad(page, page->column + 2);
    pl_page_wrap(page, PL_STYLE_PLAIN, page->column,
                 pl_str_from(related->message));
    pl_page_end_line(page);
}

static void add_fix(const struct sheet *sheet, const struct pl_fix *fix)
{
    struct pl_page *page = sheet->page;
    pl_page_pad(page, sheet->indent);
    pl_page_add_text(page, PL_STYLE_GOOD, "fix: ");
    pl_page_wrap(page, PL_STYLE_PLAIN, page->column, pl_str_from(fix->title));
    pl_page_end_line(page);
}

static void add_finding(const struct sheet *sheet,
                        const struct pl_finding *finding)
{
    pl_page_end_line(sheet->page);
    add_heading(sheet, finding);
    pl_snippet_add(sheet->page, sheet->indent,
                   pl_style_of_severity(finding->severity),
                   &sheet->plan->source->lines, finding->range);
    add_revision(sheet, &finding->revision);
    for (size_t i = 0; i < finding->related.len; i++) {
        add_related(sheet, &finding->related.items[i]);
    }
    for (size_t i = 0; i < finding->fixes.len; i++) {
        add_fix(sheet, &finding->fixes.items[i]);
    }
}

static void begin(struct pl_report *report)
{
    (void)report;
}

static void add(struct pl_report *report, struct pl_arena *scratch,
                const struct pl_report_document *document)
{
    if (document->finding_count == 0) {
        return;
    }
    struct pl_page page = pl_report_page(report);
    struct sheet sheet = {&page, scratch, document->plan, 0};
    sheet.indent = indent_for(&sheet, document);

    pl_page_add_text(&page, PL_STYLE_PATH, document->plan->source->path);
    pl_page_end_line(&page);
    for (size_t i = 0; i < document->finding_count; i++) {
        add_finding(&sheet, document->findings[i]);
    }
    pl_page_end_line(&page);
}

static void end(struct pl_report *report)
{
    if (!report->options.is_quiet && report->totals.documents > 0) {
        struct pl_page page = pl_report_page(report);
        pl_summary_add(&page, &report->totals);
    }
}

const struct pl_report_form pl_report_form_text = {
    .begin = begin, .add = add, .end = end};
