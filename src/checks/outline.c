/* outline: headings and what stands under them: a sub-heading alone, a level
 * left out, a section, paragraph or item without text, a section that every
 * plan of this kind has. */
#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/label_text.h"
#include "checks/names.h"
#include "checks/params.h"
#include "plan/plan.h"

enum fault {
    FAULT_LONE,
    FAULT_SKIPPED,
    FAULT_EMPTY_SECTION,
    FAULT_EMPTY_PARAGRAPH,
    FAULT_EMPTY_ITEM,
    FAULT_MISSING,
};

static const char *const fault_names[] = {
    [FAULT_LONE] = "lone",
    [FAULT_SKIPPED] = "skipped",
    [FAULT_EMPTY_SECTION] = "empty_section",
    [FAULT_EMPTY_PARAGRAPH] = "empty_paragraph",
    [FAULT_EMPTY_ITEM] = "empty_item",
    [FAULT_MISSING] = "missing",
};

struct params {
    size_t fault;                   /* enum fault */
    struct pl_words_param sections; /* titles; for "missing" */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    *params = rule->params ? *(const struct params *)rule->params
                           : (struct params){.fault = PL_NO_CHOICE};
    rule->params = params;
    static const char *const keys[] = {"fault", "sections"};
    struct pl_choices faults = {fault_names,
                                sizeof(fault_names) / sizeof(*fault_names)};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, sizeof(keys) / sizeof(*keys), error) &&
           pl_params_choice(&reader, "fault", faults, &params->fault) &&
           pl_params_words(&reader, "sections", &params->sections);
}

static pl_str title_of(const struct pl_plan *plan,
                       const struct pl_section *section)
{
    return pl_range_text(plan->text, section->title);
}

/* The number, or the title of a section without one. */
static struct pl_range name_of(const struct pl_section *section)
{
    return section->label.count ? section->number : section->title;
}

static const struct pl_section *parent_of(const struct pl_plan *plan,
                                          const struct pl_section *section)
{
    return section->parent == PL_NONE ? NULL : &plan->sections[section->parent];
}

/* ----- lone sub-headings ----- */

/* Whether a section is numbered as a part of its parent: 2.1 below 2. */
static bool is_numbered_part(const struct pl_plan *plan,
                             const struct pl_section *section)
{
    const struct pl_section *parent = parent_of(plan, section);
    return parent && section->kind == PL_SECTION_NUMBERED &&
           parent->kind == PL_SECTION_NUMBERED &&
           pl_label_is_ancestor(parent->label, section->label);
}

static void report_lone(struct pl_run *run, const struct pl_section *section)
{
    const struct pl_plan *plan = run->plan;
    struct pl_label next = pl_label_next(section->label);
    struct pl_finding *finding =
        PL_FINDING(run, section->number,
                   {"number", pl_label_text(run->arena, section->label)},
                   {"next", pl_label_text(run->arena, next)});
    const struct pl_section *parent = parent_of(plan, section);
    pl_finding_relate(run->findings, finding, parent->number,
                      "the section that has no other part");
}

static uint32_t end_of(const struct pl_plan *plan,
                       const struct pl_section *section)
{
    return section->subtree_end < plan->sections_count
               ? plan->blocks[plan->sections[section->subtree_end].heading]
                     .range.start
               : (uint32_t)plan->text.len;
}

static bool next_is_typed(const struct pl_run *run,
                          const struct pl_section *section)
{
    const struct pl_plan *plan = run->plan;
    struct pl_typed_query query = {
        .piece = {section->number.end, end_of(plan, parent_of(plan, section))},
        .label = pl_label_next(section->label)};
    return pl_label_is_typed(run->arena, plan, &query);
}

static void find_lone(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    uint32_t *parts =
        pl_arena_array(run->arena, plan->sections_count + 1, sizeof(*parts));
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        if (plan->sections[i].parent != PL_NONE) {
            parts[plan->sections[i].parent]++;
        }
    }
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        struct pl_label_part last =
            section->label
                .parts[section->label.count ? section->label.count - 1 : 0];
        if (is_numbered_part(plan, section) && last.value == 1 &&
            !last.letter && !last.bis && parts[section->parent] == 1 &&
            !next_is_typed(run, section)) {
            report_lone(run, section);
        }
    }
}

/* ----- skipped levels ----- */

/* How many levels lie between a heading and the one above it. */
static uint32_t levels_skipped(const struct pl_plan *plan,
                               const struct pl_section *section)
{
    const struct pl_section *parent = parent_of(plan, section);
    if (!parent) {
        return 0;
    }
    if (is_numbered_part(plan, section)) {
        return (uint32_t)(section->label.count - parent->label.count - 1);
    }
    return section->level > parent->level + 1
               ? section->level - parent->level - 1
               : 0;
}

/* The numbers of all sections. */
static struct pl_map *section_labels(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *labels = pl_map_new(run->arena, plan->sections_count);
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        pl_map_put(labels, pl_label_text(run->arena, plan->sections[i].label),
                   i);
    }
    return labels;
}

/* Whether the heading in between is there, in a line that was not understood
 * or where the plan has it elsewhere. */
static bool is_explained(const struct pl_run *run, const struct pl_map *labels,
                         const struct pl_section *section)
{
    const struct pl_plan *plan = run->plan;
    if (!is_numbered_part(plan, section)) {
        return false;
    }
    struct pl_typed_query query = {
        .piece = {parent_of(plan, section)->number.end, section->number.start},
        .label = section->label};
    query.label.count--;
    pl_str number = pl_label_text(run->arena, query.label);
    return pl_map_get(labels, number) != PL_MAP_NONE ||
           pl_label_is_typed(run->arena, plan, &query);
}

static void report_skipped(struct pl_run *run, const struct pl_section *section)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_section *parent = parent_of(plan, section);
    struct pl_range place = name_of(section);
    struct pl_finding *finding =
        PL_FINDING(run, place, {"name", pl_range_text(plan->text, place)},
                   {"above", pl_range_text(plan->text, name_of(parent))});
    pl_finding_relate(run->findings, finding, name_of(parent),
                      "the heading above it");
}

/* The first below each heading tells enough. */
static void find_skipped(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *labels = NULL;
    bool *is_told =
        pl_arena_array(run->arena, plan->sections_count + 1, sizeof(*is_told));
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        if (levels_skipped(plan, section) == 0 || is_told[section->parent]) {
            continue;
        }
        is_told[section->parent] = true;
        labels = labels ? labels : section_labels(run);
        if (!is_explained(run, labels, section)) {
            report_skipped(run, section);
        }
    }
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

/* Only between two headings whose numbers follow one another: elsewhere what
 * looks like a heading may be something else. */
static bool is_surely_section(const struct pl_plan *plan, uint32_t at)
{
    const struct pl_section *section = &plan->sections[at];
    if (section->kind != PL_SECTION_NUMBERED || at == 0 ||
        at + 1 == plan->sections_count || section->label.parts[0].value == 0 ||
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

static void find_empty_sections(struct pl_run *run)
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

static void find_empty_paragraphs(struct pl_run *run)
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

static void find_empty_items(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->items_count; i++) {
        const struct pl_item *item = &plan->items[i];
        if (item->label.count > 0 && plan->lists[item->list].item_count > 1 &&
            is_blank(pl_range_text(plan->text, item->content)) &&
            !text_follows(plan, item->block)) {
            PL_FINDING(run, item->marker,
                       {"number", pl_range_text(plan->text, item->marker)});
        }
    }
}

/* ----- required sections ----- */

static bool has_section(const struct pl_plan *plan, pl_str title)
{
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        if (pl_name_has(title_of(plan, section), title) ||
            pl_name_has(pl_range_text(plan->text, section->subtitle), title)) {
            return true;
        }
    }
    return false;
}

/* A document with few of the sections is of another kind. */
static void find_missing(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    const struct pl_plan *plan = run->plan;
    size_t count = params->sections.count;
    bool *is_there = pl_arena_array(run->arena, count + 1, sizeof(*is_there));
    size_t present = 0;
    for (size_t i = 0; i < count; i++) {
        is_there[i] = has_section(plan, params->sections.items[i]);
        present += is_there[i];
    }
    bool is_kind = count == 1 || present * 2 >= count;
    for (size_t i = 0; i < count && plan->sections_count > 0 && is_kind; i++) {
        if (!is_there[i]) {
            PL_FINDING(run, name_of(&plan->sections[0]),
                       {"title", params->sections.items[i]});
        }
    }
}

static void run_outline(struct pl_run *run)
{
    static void (*const finders[])(struct pl_run *) = {
        [FAULT_LONE] = find_lone,
        [FAULT_SKIPPED] = find_skipped,
        [FAULT_EMPTY_SECTION] = find_empty_sections,
        [FAULT_EMPTY_PARAGRAPH] = find_empty_paragraphs,
        [FAULT_EMPTY_ITEM] = find_empty_items,
        [FAULT_MISSING] = find_missing,
    };
    const struct params *params = run->rule->params;
    finders[params->fault](run);
}

const struct pl_check pl_check_outline = {
    .name = "outline",
    .load = load,
    .run = run_outline,
};
