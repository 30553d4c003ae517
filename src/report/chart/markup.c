#include "report/chart/markup.h"

#include "base/markup.h"
#include "report/visible.h"

void pl_markup_add(struct pl_buf *out, pl_str text)
{
    struct pl_buf shown = pl_buf_in(out->arena);
    pl_visible_add_text(&shown, text);
    pl_markup_add_escaped(out, pl_buf_str(&shown));
}

void pl_markup_add_text(struct pl_buf *out, const char *terminated)
{
    pl_markup_add(out, pl_str_from(terminated));
}
