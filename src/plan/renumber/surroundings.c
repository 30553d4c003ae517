#include "plan/renumber/surroundings.h"

#include "base/search.h"
#include "plan/plan.h"
#include "plan/renumber/numbering.h"
#include "plan/words/scan.h"

static uint32_t start_of_section(const struct pl_plan *plan, uint32_t section)
{
    return section < plan->sections_count
               ? plan->blocks[plan->sections[section].heading].range.start
               : (uint32_t)plan->text.len;
}

/* The first section whose heading begins at or after an offset. */
static uint32_t section_from(const struct pl_plan *plan, uint32_t offset)
{
    uint32_t block =
        PL_FIRST_FROM(plan->blocks, plan->blocks_count, range.start, offset);
    return PL_FIRST_FROM(plan->sections, plan->sections_count, heading, block);
}

static uint32_t paragraph_from(const struct pl_plan *plan, uint32_t offset)
{
    return PL_FIRST_FROM(plan->paragraphs, plan->paragraphs_count, number.start,
                         offset);
}

static uint32_t start_of_paragraph(const struct pl_plan *plan,
                                   uint32_t paragraph)
{
    return paragraph < plan->paragraphs_count
               ? plan->paragraphs[paragraph].number.start
               : (uint32_t)plan->text.len;
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static uint32_t end_of_piece(const struct pl_plan *plan, uint32_t offset)
{
    return smaller(start_of_section(plan, section_from(plan, offset)),
                   start_of_paragraph(plan, paragraph_from(plan, offset)));
}

struct pl_range pl_surroundings_piece(const struct pl_plan *plan,
                                      uint32_t offset)
{
    uint32_t section = section_from(plan, offset + 1);
    uint32_t paragraph = paragraph_from(plan, offset + 1);
    uint32_t from = section > 0 ? start_of_section(plan, section - 1) : 0;
    uint32_t number =
        paragraph > 0 ? start_of_paragraph(plan, paragraph - 1) : 0;
    return (struct pl_range){number > from ? number : from,
                             end_of_piece(plan, offset + 1)};
}

struct pl_range pl_surroundings_extent(const struct pl_numbering *numbering,
                                       uint32_t index)
{
    const struct pl_plan *plan = numbering->plan;
    const struct pl_numbered *it = &numbering->items[index];
    struct pl_range extent = {it->range.end, end_of_piece(plan, it->range.end)};
    if (it->source == PL_NUMBERED_SECTION) {
        uint32_t section = index - numbering->first[PL_NUMBERED_SECTION];
        extent.end =
            start_of_section(plan, plan->sections[section].subtree_end);
    }
    if (it->source == PL_NUMBERED_ITEM) {
        uint32_t next =
            plan->items[index - numbering->first[PL_NUMBERED_ITEM]].next;
        extent.end = next == PL_NONE
                         ? extent.end
                         : smaller(extent.end, plan->items[next].marker.start);
    }
    return extent;
}

/* Smaller for what holds the others; 0 for what does not hold anything. */
static int rank_of(enum pl_reference_kind kind)
{
    switch (kind) {
    case PL_REFERENCE_ANNEX:
        return 1;
    case PL_REFERENCE_SECTION:
        return 2;
    case PL_REFERENCE_PARAGRAPH:
        return 3;
    case PL_REFERENCE_TABLE:
    case PL_REFERENCE_FIGURE:
    case PL_REFERENCE_BOX:
    case PL_REFERENCE_GOAL:
    case PL_REFERENCE_OBJECTIVE:
    case PL_REFERENCE_TARGET:
    case PL_REFERENCE_ITEM:
    case PL_REFERENCE_FOOTNOTE:
    case PL_REFERENCE_ARTICLE:
        break;
    }
    return 4;
}

/* Whether nothing but "of the" or a comma stands in a piece of text. */
static bool is_link(pl_str text, uint32_t from, uint32_t to, bool *is_nested)
{
    static const char *const nesting[] = {"of",   "in",  "to", "under",
                                          "de",   "du",  "à",  "au",
                                          "dans", "del", "en", NULL};
    static const char *const articles[] = {"the", "la", "le", "el", NULL};
    struct pl_scan scan = {text, from, to};
    pl_scan_char(&scan, ',');
    pl_scan_blanks(&scan);
    *is_nested = pl_scan_any_word(&scan, nesting);
    pl_scan_blanks(&scan);
    if (*is_nested && pl_scan_any_word(&scan, articles)) {
        pl_scan_blanks(&scan);
    }
    pl_scan_elision(&scan);
    pl_scan_char(&scan, '(');
    return from <= to && scan.at == to;
}

uint32_t pl_surroundings_owner(const struct pl_plan *plan, uint32_t reference)
{
    const struct pl_reference *all = plan->references;
    const struct pl_reference *it = &all[reference];
    uint32_t next = reference + 1;
    bool is_nested;
    while (next < plan->references_count &&
           all[next].phrase.start == it->phrase.start) {
        next++;
    }
    if (next < plan->references_count &&
        is_link(plan->text, it->phrase.end, all[next].phrase.start,
                &is_nested) &&
        is_nested) {
        return next;
    }
    uint32_t before = reference;
    while (before > 0 && all[before - 1].phrase.start == it->phrase.start) {
        before--;
    }
    return before > 0 &&
                   is_link(plan->text, all[before - 1].phrase.end,
                           it->phrase.start, &is_nested) &&
                   !is_nested &&
                   rank_of(all[before - 1].kind) < rank_of(it->kind)
               ? before - 1
               : PL_NONE;
}
