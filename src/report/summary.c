#include "report/summary.h"

#include <stdbool.h>

static void add_count(struct pl_page *page, enum pl_style style, size_t count,
                      const char *noun)
{
    pl_page_add_number(page, style, count);
    pl_page_add_text(page, style, " ");
    pl_page_add_text(page, style, noun);
    pl_page_add_text(page, style, count == 1 ? "" : "s");
}

/* "2 errors, 1 warning" */
static void add_severities(struct pl_page *page,
                           const struct pl_report_totals *totals)
{
    bool is_first = true;
    for (size_t i = PL_SEVERITY_ERROR; i > PL_SEVERITY_OFF; i--) {
        if (totals->by_severity[i] == 0) {
            continue;
        }
        pl_page_add_text(page, PL_STYLE_PLAIN, is_first ? "" : ", ");
        enum pl_severity severity = (enum pl_severity)i;
        add_count(page, pl_style_of_severity(severity), totals->by_severity[i],
                  pl_severity_name(severity));
        is_first = false;
    }
    if (is_first) {
        pl_page_add_text(page, PL_STYLE_GOOD, "no findings");
    }
}

void pl_summary_add(struct pl_page *page, const struct pl_report_totals *totals)
{
    add_severities(page, totals);
    pl_page_add_text(page, PL_STYLE_PLAIN, " in ");
    add_count(page, PL_STYLE_PLAIN, totals->documents, "file");
    if (totals->suppressed > 0) {
        pl_page_add_text(page, PL_STYLE_DIM, ", ");
        pl_page_add_number(page, PL_STYLE_DIM, totals->suppressed);
        pl_page_add_text(page, PL_STYLE_DIM, " suppressed");
    }
    if (totals->resolved > 0) {
        pl_page_add_text(page, PL_STYLE_PLAIN, ", ");
        pl_page_add_number(page, PL_STYLE_GOOD, totals->resolved);
        pl_page_add_text(page, PL_STYLE_GOOD, " resolved by revision");
    }
    if (totals->fixed > 0) {
        pl_page_add_text(page, PL_STYLE_PLAIN, ", ");
        pl_page_add_number(page, PL_STYLE_GOOD, totals->fixed);
        pl_page_add_text(page, PL_STYLE_GOOD, " fixed");
    }
    pl_page_end_line(page);
}
