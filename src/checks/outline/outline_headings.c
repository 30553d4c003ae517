/* How headings nest: parts that stand alone, levels that were left out. */
#include "checks/outline/outline.h"

#include <assert.h>

#include "base/arena.h"
#include "base/map.h"
#include "checks/shared/typed_label.h"
#include "lint/check.h"
#include "plan/plan.h"
#include "text/source.h"

/* The number, or the title of a section without one. */
static struct pl_range name_of(const struct pl_section *section)
{
    return section->label.count ? section->number : section->title;
}

/* Of a section that has one. */
static const struct pl_section *parent_of(const struct pl_plan *plan,
                                          const struct pl_section *section)
{
    assert(section->parent != PL_NONE);
    return &plan->sections[section->parent];
}

/* The numbers of all sections. */
static struct pl_map *section_labels(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *labels = pl_map_new(run->scratch, plan->sections_count);
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        pl_map_put(labels, pl_label_text(run->scratch, plan->sections[i].label),
                   i);
    }
    return labels;
}

/* ----- lone sub-headings ----- */

/* Whether a section is numbered as a part of its parent: 2.1 below 2. */
static bool is_numbered_part(const struct pl_plan *plan,
                             const struct pl_section *section)
{
    if (section->parent == PL_NONE) {
        return false;
    }
    const struct pl_section *parent = parent_of(plan, section);
    return section->kind == PL_SECTION_NUMBERED &&
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

/* Whether the next part is there after all: elsewhere in the plan, or in a
 * line that was not understood. */
static bool has_next(const struct pl_run *run, const struct pl_map *labels,
                     const struct pl_section *section)
{
    const struct pl_plan *plan = run->plan;
    struct pl_typed_query query = {
        .piece = {section->number.end, end_of(plan, parent_of(plan, section))},
        .label = pl_label_next(section->label)};
    pl_str number = pl_label_text(run->arena, query.label);
    return pl_map_get(labels, number) != PL_NONE ||
           pl_label_is_typed(run->arena, plan, &query);
}

/* Whether a section is the first part of its parent, and the only one. */
static bool is_only_part(const struct pl_plan *plan, const uint32_t *parts,
                         const struct pl_section *section)
{
    if (!is_numbered_part(plan, section) || parts[section->parent] != 1) {
        return false;
    }
    struct pl_label_part last = section->label.parts[section->label.count - 1];
    return last.value == 1 && !last.letter && !last.bis;
}

void pl_outline_lone(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *labels = NULL;
    uint32_t *parts =
        pl_arena_array(run->scratch, plan->sections_count + 1, sizeof(*parts));
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        if (plan->sections[i].parent != PL_NONE) {
            parts[plan->sections[i].parent]++;
        }
    }
    for (uint32_t i = 0; i < plan->sections_count; i++) {
        const struct pl_section *section = &plan->sections[i];
        if (is_only_part(plan, parts, section)) {
            labels = labels ? labels : section_labels(run);
            if (!has_next(run, labels, section)) {
                report_lone(run, section);
            }
        }
    }
}

/* ----- skipped levels ----- */

/* Whether both headings say their level in the same way: in a text that mixes
 * lines and marks of AsciiDoc the levels cannot be compared. */
static bool are_marked_alike(const struct pl_plan *plan,
                             const struct pl_section *a,
                             const struct pl_section *b)
{
    return plan->source->format == PL_FORMAT_MARKDOWN ||
           (plan->text.data[plan->blocks[a->heading].range.start] == '=') ==
               (plan->text.data[plan->blocks[b->heading].range.start] == '=');
}

/* How many levels lie between a heading and the one above it. */
static uint32_t levels_skipped(const struct pl_plan *plan,
                               const struct pl_section *section)
{
    if (section->parent == PL_NONE) {
        return 0;
    }
    const struct pl_section *parent = parent_of(plan, section);
    if (is_numbered_part(plan, section)) {
        return (uint32_t)(section->label.count - parent->label.count - 1);
    }
    return section->level > parent->level + 1 &&
                   are_marked_alike(plan, section, parent)
               ? section->level - parent->level - 1
               : 0;
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
    return pl_map_get(labels, number) != PL_NONE ||
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
void pl_outline_skipped(struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *labels = NULL;
    bool *is_told = pl_arena_array(run->scratch, plan->sections_count + 1,
                                   sizeof(*is_told));
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
