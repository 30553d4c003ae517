#include "report/margin.h"

#include "base/buf.h"
#include "plan/plan.h"
#include "report/page.h"
#include "text/source.h"

void pl_margin_add_line(struct pl_page *page, const struct pl_plan *plan,
                        uint32_t offset)
{
    size_t line = pl_lines_position(&plan->source->lines, offset).line;
    size_t columns = 1;
    for (size_t rest = line; rest >= 10; rest /= 10) {
        columns++;
    }
    pl_page_pad(page, columns < PL_MARGIN_END ? PL_MARGIN_END - columns : 0);
    pl_page_add_number(page, PL_STYLE_DIM, line);
}
