/* summary.h - the last line of a report for people: how much there is. */
#ifndef PLANLINT_REPORT_SUMMARY_H
#define PLANLINT_REPORT_SUMMARY_H

#include "report/page.h"
#include "report/report.h"

/* "2 errors, 1 warning in 3 files, 1 suppressed, 2 resolved by revision" and
 * the line's end. */
void pl_summary_add(struct pl_page *page,
                    const struct pl_report_totals *totals);

#endif
