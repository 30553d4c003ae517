/* "7 to 3". */
#include "base/buf.h"
#include "checks/reference/reference.h"
#include "checks/shared/number_span.h"

/* "7 to 3" with its numbers changed over. */
static pl_str turned_round(const struct pl_run *run, struct pl_range range)
{
    struct pl_number_span span =
        pl_number_span_of(pl_range_text(run->plan->text, range));
    struct pl_buf out = pl_buf_in(run->arena);
    pl_buf_add(&out, span.second);
    pl_buf_add(&out, span.between);
    pl_buf_add(&out, span.first);
    return pl_buf_str(&out);
}

void pl_reference_find_reversed(struct pl_reference_pass *pass,
                                const struct pl_reference *reference)
{
    struct pl_run *run = pass->run;
    if (reference->to.count == 0 || reference->label.count == 0 ||
        reference->label.count != reference->to.count ||
        pl_label_compare(reference->label, reference->to) <= 0) {
        return;
    }
    struct pl_finding *finding = PL_FINDING(
        run, reference->range, {"phrase", pl_reference_phrase(run, reference)},
        {"number", pl_label_text(run->arena, reference->label)},
        {"to", pl_label_text(run->arena, reference->to)});
    pl_str right = turned_round(run, reference->range);
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){reference->range, right},
                   PL_ARGS({"right", right}));
}
