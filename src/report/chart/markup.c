#include "report/chart/markup.h"

#include "report/visible.h"

static const char *entity_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

void pl_markup_add(struct pl_buf *out, pl_str text)
{
    struct pl_buf shown = pl_buf_in(out->arena);
    pl_visible_add_text(&shown, text);
    for (size_t i = 0; i < shown.len; i++) {
        const char *entity = entity_of(shown.data[i]);
        if (entity) {
            pl_buf_add_text(out, entity);
        } else {
            pl_buf_add_char(out, shown.data[i]);
        }
    }
}

void pl_markup_add_text(struct pl_buf *out, const char *terminated)
{
    pl_markup_add(out, pl_str_from(terminated));
}
