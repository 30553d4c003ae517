/* What headings, numbers and markers stand before: nothing, or the item of
 * another list. */
#include "checks/outline/outline.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/utf8.h"
#include "lint/check.h"
#include "plan/plan.h"

enum { FEWEST_MIXED = 3 }; /* the lowest marker that must go on with a list */

static pl_str title_of(const struct pl_plan *plan,
                       const struct pl_section *section)
{
    return pl_range_text(plan->text, section->title);
}

/* ----- what has no text ----- */

/* Whether a block says anything by itself. */
static bool has_content(const struct pl_block *block)
{
    return block->kind != PL_BLOCK_MARKUP && block->kind != PL_BLOCK_DIRECTIVE;
}

static bool has_body(const struct pl_plan *plan,
                     const struct pl_section *section)
{
    for (uint32_t i = section->first_block; i < section->block_end; i++) {
        if (has_content(&plan->blocks[i])) {
            return true;
        }
    }
    return false;
}

/* Whether `next` is what comes after `label` in a numbered text: 2.2 or 3 after
 * 2.1. */
static bool comes_next(struct pl_label label, struct pl_label next)
{
    while (label.count > next.count) {
        label.count--;
    }
    return pl_label_follows(label, next);
}

static bool begins_with_capital(pl_str title)
{
    size_t len;
    return title.len > 0 && pl_utf8_is_upper(pl_utf8_decode(title, 0, &len));
}

/* "18.2<tab>Dataset<tab>31" is a line of a table of contents, a line that
 * begins with a tab a cell of a table. */
static bool is_in_table(const struct pl_plan *plan,
                        const struct pl_section *section)
{
    const struct pl_block *block = &plan->blocks[section->heading];
    uint32_t start = block->range.start;
    bool ends_in_page = section->title.end < block->range.end &&
                        plan->text.data[section->title.end] == '\t' &&
                        pl_is_digit(plan->text.data[block->range.end - 1]);
    return ends_in_page || (start > 0 && plan->text.data[start - 1] == '\t');
}

/* "9.1 There is no guidance." says what it has to say. */
static bool is_sentence(const struct pl_plan *plan,
                        const struct pl_section *section)
{
    pl_str title = title_of(plan, section);
    return title.len > 0 && title.data[title.len - 1] == '.' &&
           pl_str_find_char(title, ' ', 0) != PL_NOWHERE;
}

/* Only between two headings whose numbers follow one another: elsewhere what
 * looks like a heading may be something else. */
static bool is_surely_section(const struct pl_plan *plan, uint32_t at)
{
    const struct pl_section *section = &plan->sections[at];
    if (section->kind != PL_SECTION_NUMBERED || at == 0 ||
        at + 1 == plan->sections_count || section->label.parts[0].value == 0 ||
        section->label.parts[0].style != PL_LABEL_DECIMAL ||
        is_in_table(plan, section) || is_sentence(plan, section) ||
        !begins_with_capital(title_of(plan, section))) {
        return false;
    }
    const struct pl_section *next = &plan->sections[at + 1];
    const struct pl_section *before = &plan->sections[at - 1];
    bool follows = comes_next(before->label, section->label) ||
                   pl_label_is_ancestor(before->label, section->label) ||
                   section->label.parts[section->label.count - 1].value == 1;
    return next->kind == PL_SECTION_NUMBERED && follows &&
           comes_next(section->label, next->label) &&
           (has_body(plan, before) || has_body(plan, next));
}

void pl_outline_empty_sections(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        if (section->subtree_end == i + 1 && is_surely_section(plan, i) &&
            !has_body(plan, section)) {
            PL_FINDING(run, section->number,
                       {"number", pl_label_text(run->arena, section->label)},
                       {"title", title_of(plan, section)});
        }
    }
}

/* The text of a number that stands alone may follow on the next line. */
static bool text_follows(const struct pl_plan *plan, uint32_t block)
{
    if (block + 1 >= plan->blocks_count) {
        return false;
    }
    const struct pl_block *next = &plan->blocks[block + 1];
    switch (next->kind) {
    case PL_BLOCK_HEADING:
    case PL_BLOCK_NOTE:
    case PL_BLOCK_TOC:
        return false;
    case PL_BLOCK_PARAGRAPH:
    case PL_BLOCK_ITEM:
        return pl_range_is_empty(next->marker);
    case PL_BLOCK_CELL:
    case PL_BLOCK_QUOTE:
    case PL_BLOCK_CODE:
    case PL_BLOCK_MARKUP:
    case PL_BLOCK_DIRECTIVE:
        return true;
    }
    return true;
}

/* Whether the paragraph has the number that its neighbours call for: a number
 * alone on a line may be anything. */
static bool is_in_sequence(const struct pl_plan *plan, uint32_t at)
{
    const struct pl_paragraph *it = &plan->paragraphs[at];
    const struct pl_paragraph *before = at > 0 ? it - 1 : NULL;
    const struct pl_paragraph *next =
        at + 1 < plan->paragraphs_count ? it + 1 : NULL;
    bool goes_on = before && !before->is_empty &&
                   pl_label_follows(before->label, it->label);
    bool leads_on =
        next && !next->is_empty && pl_label_follows(it->label, next->label);
    bool is_end = !next || next->label.count != it->label.count ||
                  next->label.parts[0].value == 1;
    return it->label.count == 1 && goes_on && (leads_on || is_end);
}

void pl_outline_empty_paragraphs(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->paragraphs_count; i++) {
        const struct pl_paragraph *paragraph = &plan->paragraphs[i];
        if (paragraph->is_empty && is_in_sequence(plan, i) &&
            !text_follows(plan, paragraph->block)) {
            PL_FINDING(run, paragraph->number,
                       {"number", pl_label_text(run->arena, paragraph->label)});
        }
    }
}

static bool is_blank(pl_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t len;
        if (!pl_utf8_is_space(pl_utf8_decode(text, at, &len))) {
            return false;
        }
        at += len;
    }
    return true;
}

static bool is_empty_item(const struct pl_plan *plan,
                          const struct pl_item *item)
{
    return is_blank(pl_range_text(plan->text, item->content));
}

/* "2." on a line of its own above "(a) ...": the points below are its text. */
static bool has_points_below(const struct pl_plan *plan,
                             const struct pl_item *item)
{
    const struct pl_item *next = item + 1;
    return item->next != item - plan->items + 1 &&
           next < plan->items + plan->items_count &&
           next->block == item->block + 1 &&
           plan->lists[next->list].first_item == next - plan->items &&
           !is_empty_item(plan, next);
}

/* A list that begins with two markers without a text is a form to be filled
 * in. */
static bool is_form(const struct pl_plan *plan, const struct pl_list *list)
{
    const struct pl_item *first = &plan->items[list->first_item];
    return is_empty_item(plan, first) && first->next != PL_NONE &&
           is_empty_item(plan, &plan->items[first->next]);
}

void pl_outline_empty_items(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->items_count; i++) {
        const struct pl_item *item = &plan->items[i];
        if (item->label.count > 0 && plan->lists[item->list].item_count > 1 &&
            is_empty_item(plan, item) && !text_follows(plan, item->block) &&
            !has_points_below(plan, item) &&
            !is_form(plan, &plan->lists[item->list])) {
            PL_FINDING(run, item->marker,
                       {"number", pl_range_text(plan->text, item->marker)});
        }
    }
}

/* ----- markers of two styles ----- */

/* Of "(b)": "b". */
static struct pl_range core_of(const struct pl_plan *plan,
                               const struct pl_item *item)
{
    struct pl_range core = item->marker;
    while (core.start < core.end && !pl_is_alnum(plan->text.data[core.start])) {
        core.start++;
    }
    while (core.end > core.start &&
           !pl_is_alnum(plan->text.data[core.end - 1])) {
        core.end--;
    }
    return core;
}

/* The marker that would go on with the list of `before`, written alike. */
static pl_str next_marker(struct pl_run *run, const struct pl_item *before)
{
    pl_str text = run->plan->text;
    struct pl_range core = core_of(run->plan, before);
    struct pl_buf marker = pl_buf_in(run->arena);
    pl_buf_add(&marker, pl_str_slice(text, before->marker.start, core.start));
    pl_label_write(&marker, pl_label_next(before->label));
    pl_buf_add(&marker, pl_str_slice(text, core.end, before->marker.end));
    return pl_buf_str(&marker);
}

/* A list that begins where the one before it should go on: "3." after "2)". */
static bool goes_on(const struct pl_plan *plan, const struct pl_list *list)
{
    if (list->is_bullet || list->is_inline || list->first_item == 0) {
        return false;
    }
    const struct pl_item *item = &plan->items[list->first_item];
    const struct pl_item *before = item - 1;
    const struct pl_list *other = &plan->lists[before->list];
    return !other->is_bullet && !other->is_inline && other->item_count >= 2 &&
           before->block + 1 == item->block && before->label.count == 1 &&
           item->label.count == 1 &&
           item->label.parts[0].value == before->label.parts[0].value + 1 &&
           item->label.parts[0].value >= FEWEST_MIXED;
}

void pl_outline_mixed_markers(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->lists_count; i++) {
        if (!goes_on(plan, &plan->lists[i])) {
            continue;
        }
        const struct pl_item *item = &plan->items[plan->lists[i].first_item];
        const struct pl_item *before = item - 1;
        pl_str expected = next_marker(run, before);
        struct pl_finding *finding =
            PL_FINDING(run, item->marker,
                       {"marker", pl_range_text(plan->text, item->marker)},
                       {"before", pl_range_text(plan->text, before->marker)});
        pl_finding_relate(run->findings, finding, before->marker,
                          "the marker before it");
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){item->marker, expected},
                       PL_ARGS({"expected", expected}));
    }
}
