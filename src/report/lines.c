/* The form lines: one finding a line, as editors and build tools read it from
 * compilers. Columns count characters.
 *
 *   plan.txt:12:1: error: paragraph number "6" is used twice [PL103]
 *   plan.docx: 2.1, para 6: error: paragraph number "6" is used twice [PL103]
 */
#include "lint/finding.h"
#include "lint/rule.h"
#include "plan/plan.h"
#include "report/report_form.h"
#include "report/visible.h"
#include "report/word_place.h"
#include "text/source.h"

static void do_nothing(struct pl_report *report)
{
    (void)report;
}

static void add_finding(struct pl_buf *out, struct pl_arena *scratch,
                        const struct pl_plan *plan,
                        const struct pl_finding *finding)
{
    const struct pl_source *source = plan->source;
    pl_str place = pl_place_text(scratch, plan, finding->range.start);
    pl_visible_add_text(out, pl_str_from(source->path));
    pl_buf_add_text(out, source->view ? ": " : ":");
    pl_visible_add_text(out, pl_visible_one_line(scratch, place));
    pl_buf_addf(out, ": %s: ", pl_severity_name(finding->severity));
    pl_visible_add_text(
        out, pl_visible_one_line(scratch, pl_str_from(finding->message)));
    pl_buf_addf(out, " [%.*s]\n", PL_STR_ARG(finding->rule->id));
}

static void add(struct pl_report *report, struct pl_arena *scratch,
                const struct pl_report_document *document)
{
    for (size_t i = 0; i < document->finding_count; i++) {
        add_finding(&report->out, scratch, document->plan,
                    document->findings[i]);
    }
}

const struct pl_report_form pl_report_form_lines = {
    .begin = do_nothing, .add = add, .end = do_nothing};
