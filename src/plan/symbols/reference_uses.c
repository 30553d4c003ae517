/* References to symbols: "paragraph 12", "3 to 7", "chapter II, section B". */
#include "base/chars.h"
#include "base/search.h"
#include "plan/plan.h"
#include "plan/references/number_list.h"
#include "plan/symbols/label_core.h"
#include "plan/symbols/reach.h"
#include "plan/symbols/symbol_draft.h"

enum { MOST_BELOW = 200 /* sections that one is looked for among */ };

/* Whether a symbol is what such references mean. */
static bool fits(enum pl_reference_kind reference, enum pl_symbol_kind symbol)
{
    switch (reference) {
    case PL_REFERENCE_PARAGRAPH:
        return symbol == PL_SYMBOL_PARAGRAPH;
    case PL_REFERENCE_SECTION:
        return symbol == PL_SYMBOL_SECTION;
    case PL_REFERENCE_ANNEX:
        return symbol == PL_SYMBOL_ANNEX;
    case PL_REFERENCE_TABLE:
    case PL_REFERENCE_FIGURE:
    case PL_REFERENCE_BOX:
        return symbol == PL_SYMBOL_CAPTION;
    case PL_REFERENCE_GOAL:
    case PL_REFERENCE_OBJECTIVE:
    case PL_REFERENCE_TARGET:
        return symbol == PL_SYMBOL_ENTITY;
    case PL_REFERENCE_ITEM:
        return symbol == PL_SYMBOL_ITEM || symbol == PL_SYMBOL_CLAUSE_ITEM;
    case PL_REFERENCE_FOOTNOTE:
        return symbol == PL_SYMBOL_FOOTNOTE;
    case PL_REFERENCE_ARTICLE:
        break;
    }
    return false;
}

/* What is defined at a reference's target. */
static uint32_t meant(const struct pl_symbol_draft *draft,
                      enum pl_reference_kind kind, struct pl_range target)
{
    uint32_t count = (uint32_t)draft->anchors.len;
    uint32_t at =
        PL_FIRST_FROM(draft->anchors.items, count, start, target.start);
    uint32_t found = PL_NONE;
    for (; at < count && draft->anchors.items[at].start == target.start; at++) {
        uint32_t symbol = draft->anchors.items[at].symbol;
        if (found == PL_NONE || fits(kind, draft->symbols.items[symbol].kind)) {
            found = symbol;
        }
    }
    return found;
}

/* The paragraph or section that an item stands in, when that has the label. */
static uint32_t holder_of(const struct pl_symbol_draft *draft, uint32_t symbol,
                          struct pl_label label)
{
    const struct pl_plan *plan = draft->plan;
    uint32_t block =
        pl_plan_block_at(plan, pl_symbol_start(&draft->symbols.items[symbol]));
    if (block == PL_NONE) {
        return PL_NONE;
    }
    uint32_t paragraph = pl_plan_paragraph_at(plan, block);
    if (paragraph != PL_NONE &&
        pl_label_eq(plan->paragraphs[paragraph].label, label)) {
        return pl_symbol_draft_of(draft, PL_SYMBOL_PARAGRAPH, paragraph);
    }
    uint32_t section = plan->blocks[block].section;
    while (section != PL_NONE &&
           !pl_label_eq(plan->sections[section].label, label)) {
        section = plan->sections[section].parent;
    }
    return section == PL_NONE
               ? PL_NONE
               : pl_symbol_draft_of(draft, PL_SYMBOL_SECTION, section);
}

/* One end of a reference as it stands in the text. */
struct end {
    struct pl_label label;
    struct pl_range range;  /* as typed */
    struct pl_range target; /* the number that it means */
    struct pl_range reach;
};

static struct pl_label without_last(struct pl_label label)
{
    label.count--;
    return label;
}

/* The "5" of "5 (a)", the "6" of "6.3" where 3 is an item of section 6. */
static struct pl_range base_of(pl_str text, struct pl_range range,
                               struct pl_range last)
{
    struct pl_range base = {range.start, last.start};
    while (base.end > base.start && !pl_is_alnum(text.data[base.end - 1])) {
        base.end--;
    }
    return base;
}

/* The last part of a label that has more: "3" of "6.3". */
static struct pl_range last_part(pl_str text, struct pl_range core)
{
    for (uint32_t at = core.end; at > core.start; at--) {
        if (text.data[at - 1] == '.') {
            return (struct pl_range){at, core.end};
        }
    }
    return core;
}

/* "paragraph 5 (a)" names the paragraph, too. */
static void add_holder(struct pl_symbol_draft *draft, struct end end,
                       uint32_t item, struct pl_range last)
{
    struct pl_range base = base_of(draft->plan->text, end.range, last);
    struct pl_range reach = {end.reach.start, base.end};
    uint32_t holder = holder_of(draft, item, without_last(end.label));
    pl_symbol_draft_use(
        draft, holder,
        (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, base, reach});
}

/* The occurrence, as an index; PL_NONE when the target is no symbol. */
static uint32_t add_end(struct pl_symbol_draft *draft,
                        enum pl_reference_kind kind, struct end end)
{
    uint32_t symbol = meant(draft, kind, end.target);
    if (symbol == PL_NONE) {
        return PL_NONE;
    }
    pl_str text = draft->plan->text;
    struct pl_range core = pl_label_core(text, end.range);
    struct pl_label own = draft->symbols.items[symbol].label;
    if (end.label.count == own.count + 1 &&
        !fits(kind, draft->symbols.items[symbol].kind)) {
        core = last_part(text, core);
        add_holder(draft, end, symbol, core);
        end.reach.start = core.start;
    }
    pl_symbol_draft_use(
        draft, symbol,
        (struct pl_symbol_place){PL_OCCURRENCE_NUMBER, core, end.reach});
    return (uint32_t)draft->occurrences.len - 1;
}

/* The first number of "3 to 7". */
static struct pl_range first_number(pl_str text, struct pl_range range)
{
    struct pl_scan scan = {text, range.start, range.end};
    struct pl_number number;
    bool found = pl_number_read(
        &scan, PL_NUMBER_LETTERS | PL_NUMBER_MARKERS | PL_NUMBER_NO_SPANS,
        &number);
    if (found && number.range.end < range.end) {
        return number.range;
    }
    uint32_t end = range.start;
    while (end < range.end && pl_is_alnum(text.data[end])) {
        end++;
    }
    return (struct pl_range){range.start, end};
}

/* Its last one. */
static struct pl_range last_number(pl_str text, struct pl_range range)
{
    uint32_t start = range.end;
    while (start > range.start && !pl_is_space(text.data[start - 1]) &&
           !pl_is_wide(text.data[start - 1]) && text.data[start - 1] != '-') {
        start--;
    }
    return (struct pl_range){start, range.end};
}

static void add_span(struct pl_symbol_draft *draft,
                     const struct pl_reference *reference,
                     struct pl_range reach)
{
    pl_str text = draft->plan->text;
    struct pl_range last = last_number(text, reference->range);
    uint32_t from = add_end(
        draft, reference->kind,
        (struct end){reference->label, first_number(text, reference->range),
                     reference->target,
                     (struct pl_range){reach.start, last.start}});
    uint32_t to =
        add_end(draft, reference->kind,
                (struct end){reference->to, last, reference->target_end,
                             (struct pl_range){last.start, reach.end}});
    if (from != PL_NONE && to != PL_NONE) {
        draft->occurrences.items[from].pair = to;
        draft->occurrences.items[to].pair = from;
    }
}

/* The section that a reference means, as an index; PL_NONE. */
static uint32_t section_of(const struct pl_symbol_draft *draft,
                           const struct pl_reference *reference)
{
    if (reference->kind != PL_REFERENCE_SECTION ||
        reference->resolution != PL_RESOLUTION_FOUND) {
        return PL_NONE;
    }
    uint32_t symbol = meant(draft, reference->kind, reference->target);
    return symbol != PL_NONE &&
                   draft->symbols.items[symbol].kind == PL_SYMBOL_SECTION
               ? draft->symbols.items[symbol].index
               : PL_NONE;
}

/* The section of that label directly below another; PL_NONE. */
static uint32_t section_below(const struct pl_plan *plan, uint32_t parent,
                              struct pl_label label)
{
    uint32_t end = plan->sections[parent].subtree_end;
    end = end - parent > MOST_BELOW ? parent + MOST_BELOW : end;
    for (uint32_t i = parent + 1; i < end; i++) {
        const struct pl_section *it = &plan->sections[i];
        if (it->parent == parent && pl_label_is_alike(it->label, label)) {
            return i;
        }
    }
    return PL_NONE;
}

/* The one that is nearest in the outline: of the own chapter first. */
static uint32_t section_around(const struct pl_plan *plan, uint32_t block,
                               struct pl_label label)
{
    uint32_t found = PL_NONE;
    uint32_t parent = plan->blocks[block].section;
    while (parent != PL_NONE && found == PL_NONE) {
        found = section_below(plan, parent, label);
        parent = plan->sections[parent].parent;
    }
    return found;
}

/* "section B" is that of the own chapter, and in "chapter II, section B" that
 * of chapter II, whatever is nearer. `before` may be NULL. */
static struct pl_range target_of(const struct pl_symbol_draft *draft,
                                 const struct pl_reference *before,
                                 const struct pl_reference *it)
{
    const struct pl_plan *plan = draft->plan;
    if (it->kind != PL_REFERENCE_SECTION || it->label.count != 1) {
        return it->target;
    }
    uint32_t found = PL_NONE;
    uint32_t parent = before ? section_of(draft, before) : PL_NONE;
    if (parent != PL_NONE) {
        struct pl_range gap = {before->phrase.end, it->phrase.start};
        bool is_named =
            pl_str_eq(pl_range_text(plan->text, gap), (pl_str)PL_STR(", "));
        found = is_named ? section_below(plan, parent, it->label) : PL_NONE;
    }
    if (found == PL_NONE) {
        found = section_around(plan, it->block, it->label);
    }
    return found == PL_NONE ? it->target : plan->sections[found].number;
}

void pl_symbol_draft_add_references(struct pl_symbol_draft *draft)
{
    const struct pl_plan *plan = draft->plan;
    for (uint32_t i = 0; i < plan->references_count; i++) {
        const struct pl_reference *it = &plan->references[i];
        if (it->resolution != PL_RESOLUTION_FOUND) {
            continue;
        }
        bool is_first = i == 0 || !pl_reach_is_same(it[-1].phrase, it->phrase);
        bool is_last = i + 1 == plan->references_count ||
                       !pl_reach_is_same(it[1].phrase, it->phrase);
        struct pl_range reach =
            pl_reach_within(it->range, it->phrase, is_first, is_last);
        if (it->to.count > 0) {
            add_span(draft, it, reach);
        } else {
            struct pl_range target =
                target_of(draft, i > 0 ? it - 1 : NULL, it);
            add_end(draft, it->kind,
                    (struct end){it->label, it->range, target, reach});
        }
    }
}
