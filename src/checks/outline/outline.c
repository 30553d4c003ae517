/* outline: headings and what stands under them: a sub-heading alone, a level
 * left out, a section, paragraph or item without text, a section that every
 * plan of this kind has.
 *
 * Params: "fault": one of the names below; "sections", for "missing", words
 * of the titles that there should be. What a message has:
 *
 *   "lone"             {number}, {next} (the number that is not there)
 *   "skipped"          {name}, {above} (the heading it stands under)
 *   "empty-section"    {number}, {title}
 *   "empty-paragraph"  {number}
 *   "empty-item"       {number}
 *   "mixed-markers"    {marker}, {before} (the marker before it); fix:
 *                      {expected}
 *   "missing"          {title} */
#include "checks/outline/outline.h"

#include "base/arena.h"
#include "base/array.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/names.h"
#include "checks/shared/params.h"
#include "plan/plan.h"

enum fault {
    FAULT_LONE,
    FAULT_SKIPPED,
    FAULT_EMPTY_SECTION,
    FAULT_EMPTY_PARAGRAPH,
    FAULT_EMPTY_ITEM,
    FAULT_MIXED_MARKERS,
    FAULT_MISSING,
};

static const char *const fault_names[] = {
    [FAULT_LONE] = "lone",
    [FAULT_SKIPPED] = "skipped",
    [FAULT_EMPTY_SECTION] = "empty-section",
    [FAULT_EMPTY_PARAGRAPH] = "empty-paragraph",
    [FAULT_EMPTY_ITEM] = "empty-item",
    [FAULT_MIXED_MARKERS] = "mixed-markers",
    [FAULT_MISSING] = "missing",
};

struct params {
    size_t fault;                   /* enum fault */
    struct pl_words_param sections; /* titles; for "missing" */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .fault = PL_NO_CHOICE);
    static const char *const keys[] = {"fault", "sections"};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, PL_COUNT(keys), error) &&
           pl_params_choice(&reader, "fault", PL_CHOICES(fault_names),
                            &params->fault) &&
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
        [FAULT_LONE] = pl_outline_lone,
        [FAULT_SKIPPED] = pl_outline_skipped,
        [FAULT_EMPTY_SECTION] = pl_outline_empty_sections,
        [FAULT_EMPTY_PARAGRAPH] = pl_outline_empty_paragraphs,
        [FAULT_EMPTY_ITEM] = pl_outline_empty_items,
        [FAULT_MIXED_MARKERS] = pl_outline_mixed_markers,
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
