#include "plan/structure/markers.h"

#include <string.h>

#include "base/chars.h"
#include "plan/structure/draft.h"

enum { TAB = 4 }; /* columns */

/* Where "b)" ends in "b)bis"; else the end. */
static size_t end_of_bracket(pl_str marker)
{
    size_t end = marker.len;
    while (end > 0 && pl_is_letter(marker.data[end - 1])) {
        end--;
    }
    return end > 0 && marker.data[end - 1] == ')' ? end : marker.len;
}

static struct pl_marker_style style_of(pl_str marker)
{
    struct pl_marker_style style = {0};
    size_t at = 0;
    if (marker.data[0] == '(') {
        style.open = '(';
        at++;
    }
    char last = marker.data[end_of_bracket(marker) - 1];
    style.close = last == ')' || last == '.' || last == ':' ? last : 0;
    char c = at < marker.len ? marker.data[at] : 0;
    style.kind = pl_is_digit(c)   ? '1'
                 : pl_is_lower(c) ? 'a'
                 : pl_is_upper(c) ? 'A'
                                  : c;
    if (pl_is_wide(c) && at + 2 < marker.len) {
        style.bullet2 = marker.data[at + 2];
    }
    return style;
}

static uint32_t indent_of(pl_str text, uint32_t at)
{
    uint32_t start = at;
    while (start > 0 && pl_is_space(text.data[start - 1]) &&
           text.data[start - 1] != '\n') {
        start--;
    }
    uint32_t columns = 0;
    for (; start < at; start++) {
        columns += text.data[start] == '\t' ? TAB - columns % TAB : 1;
    }
    return columns;
}

struct pl_marker pl_marker_read(const struct pl_draft *draft,
                                struct pl_range range)
{
    pl_str text = pl_range_text(draft->text, range);
    struct pl_marker marker = {.range = range,
                               .style = style_of(text),
                               .indent = indent_of(draft->text, range.start)};
    if (!pl_is_letter(marker.style.kind) && !pl_is_digit(marker.style.kind)) {
        return marker;
    }
    if (!pl_label_parse(text, &marker.label)) {
        marker.label = (struct pl_label){0};
    } else if (!pl_label_as_roman(marker.label, text, &marker.roman)) {
        marker.roman = (struct pl_label){0};
    }
    return marker;
}

bool pl_marker_is_alike(struct pl_marker_style a, struct pl_marker_style b)
{
    return memcmp(&a, &b, sizeof(a)) == 0;
}
