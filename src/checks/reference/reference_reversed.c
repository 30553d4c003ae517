/* "7 to 3". */
#include "base/buf.h"
#include "base/chars.h"
#include "checks/reference/reference.h"

static bool is_number_byte(char c)
{
    return pl_is_alnum(c) || c == '.' || c == '(' || c == ')';
}

/* "7 to 3" with its numbers changed over. */
static pl_str turned_round(const struct pl_run *run, struct pl_range range)
{
    pl_str text = pl_range_text(run->plan->text, range);
    size_t first = 0;
    size_t second = text.len;
    while (first < text.len && is_number_byte(text.data[first])) {
        first++;
    }
    while (second > first && is_number_byte(text.data[second - 1])) {
        second--;
    }
    struct pl_buf out = pl_buf_in(run->arena);
    pl_buf_add(&out, pl_str_slice(text, second, text.len));
    pl_buf_add(&out, pl_str_slice(text, first, second));
    pl_buf_add(&out, pl_str_slice(text, 0, first));
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
