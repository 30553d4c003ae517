/* Items: of a paragraph or a section, up to the next one. */
#include "base/search.h"
#include "plan/plan.h"
#include "plan/references/resolve_parts.h"

uint32_t pl_resolver_section_after(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = plan->sections_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        uint32_t heading = plan->sections[middle].heading;
        if (plan->blocks[heading].range.start <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The smallest start after `offset` among things in order of place. */
static uint32_t next_paragraph(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t low = PL_FIRST_FROM(plan->paragraphs, plan->paragraphs_count,
                                 number.start, offset + 1);
    return low < plan->paragraphs_count ? plan->paragraphs[low].number.start
                                        : UINT32_MAX;
}

uint32_t pl_resolver_next_section(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t next = pl_resolver_section_after(plan, offset);
    return next < plan->sections_count
               ? plan->blocks[plan->sections[next].heading].range.start
               : UINT32_MAX;
}

/* From a place to the next paragraph or section. */
static struct pl_range piece_of(const struct pl_plan *plan,
                                struct pl_range place)
{
    uint32_t paragraph = next_paragraph(plan, place.start);
    uint32_t section = pl_resolver_next_section(plan, place.start);
    return (struct pl_range){place.end,
                             paragraph < section ? paragraph : section};
}

bool pl_resolver_find_item(const struct pl_resolver *r, struct pl_label label,
                           uint8_t base_count, struct pl_range base,
                           struct pl_range *found)
{
    struct pl_range piece = piece_of(r->plan, base);
    bool all = true;
    for (uint8_t i = base_count; all && i < label.count; i++) {
        struct pl_label part = {.count = 1, .parts = {label.parts[i]}};
        all = pl_places_find_in(r->places, PL_PLACE_ITEM, part, piece, found);
        piece.start = all ? found->end : piece.start;
    }
    return all;
}

/* Whether the heading at `at` goes on with marks of a style: "### (c) Fees". */
static bool goes_on_in_heading(pl_str text, uint32_t at,
                               enum pl_label_style style)
{
    enum { LONGEST = 6 }; /* bytes of a mark: "(viii)" */
    while (at < text.len && (text.data[at] == '#' || text.data[at] == ' ')) {
        at++;
    }
    if (at >= text.len || text.data[at] != '(') {
        return false;
    }
    pl_str mark = pl_str_slice(
        text, at, text.len - at < LONGEST ? text.len : at + LONGEST);
    size_t end = pl_str_find_char(mark, ')', 0);
    struct pl_label label;
    return end != PL_NOWHERE &&
           pl_label_parse(pl_str_slice(mark, 0, end + 1), &label) &&
           label.count == 1 && label.parts[0].style == style;
}

/* Only marks of the part's style count, and only when there are enough of them
 * to say that the part has no place among them. */
bool pl_resolver_ends_before(const struct pl_resolver *r,
                             struct pl_label_part part, struct pl_range base,
                             struct pl_range *last)
{
    const struct pl_plan *plan = r->plan;
    struct pl_range piece = piece_of(plan, base);
    uint32_t count = 0;
    uint32_t highest = 0;
    uint32_t i = PL_FIRST_FROM(plan->items, plan->items_count, marker.start,
                               piece.start);
    for (; i < plan->items_count && plan->items[i].marker.start < piece.end;
         i++) {
        const struct pl_item *item = &plan->items[i];
        struct pl_label_part own = item->label.parts[0];
        if (item->label.count == 1 && own.style == part.style) {
            count++;
            *last = own.value >= highest ? item->marker : *last;
            highest = own.value > highest ? own.value : highest;
        }
    }
    return count >= PL_RESOLVE_SOME && count == highest &&
           part.value > highest &&
           !goes_on_in_heading(plan->text, piece.end, part.style);
}
