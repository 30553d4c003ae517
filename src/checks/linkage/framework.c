/* The components that the framework of a plan says it has, against the
 * sections that it has. */
#include "checks/linkage/framework.h"

#include "base/arena.h"
#include "checks/linkage/linkage.h"
#include "checks/shared/names.h"
#include "lint/check.h"
#include "lint/shared.h"
#include "plan/entities/roles.h"
#include "plan/plan.h"

enum {
    MAX_NAME = 200, /* bytes; what is longer is no name */
    FEWEST = 3,     /* components that have sections: a framework */
};

/* Of a section. */
struct pl_framework_title {
    pl_str text; /* empty when it is too long for a name */
    enum pl_role role;
    bool is_read;
    uint64_t bits; /* of pl_name_bits() */
};

/* What is looked for in titles, once for all sections. */
struct wanted {
    pl_str name;
    enum pl_role role;
    uint64_t bits;
};

static struct wanted want(pl_str name)
{
    return (struct wanted){name, pl_role_of_title(name), pl_name_bits(name)};
}

static bool has(pl_str name, uint64_t name_bits, pl_str part,
                uint64_t part_bits)
{
    return (part_bits & ~name_bits) == 0 && pl_name_has(name, part);
}

static bool is_about(const struct pl_framework_title *title,
                     const struct wanted *wanted)
{
    return title->text.len > 0 &&
           ((wanted->role != PL_ROLE_NONE && title->role == wanted->role) ||
            has(title->text, title->bits, wanted->name, wanted->bits) ||
            has(wanted->name, wanted->bits, title->text, title->bits));
}

static struct pl_framework_title title_of(const struct pl_plan *plan,
                                          struct pl_range range)
{
    struct pl_framework_title title = {.role = PL_ROLE_NONE, .is_read = true};
    if (!pl_range_is_empty(range) && range.end - range.start <= MAX_NAME) {
        title.text = pl_range_text(plan->text, range);
        title.bits = pl_name_bits(title.text);
    }
    return title;
}

/* Read when it is asked for first. */
static const struct pl_framework_title *
title_at(const struct pl_framework *framework, uint32_t section)
{
    struct pl_framework_title *title = &framework->titles[section];
    const struct pl_plan *plan = framework->plan;
    if (!title->is_read) {
        *title = title_of(plan, plan->sections[section].title);
        title->role = pl_role_of_section(plan, section);
    }
    return title;
}

static bool has_subtitle_about(const struct pl_plan *plan, uint32_t section,
                               const struct wanted *wanted)
{
    struct pl_range range = plan->sections[section].subtitle;
    if (pl_range_is_empty(range)) {
        return false;
    }
    struct pl_framework_title subtitle = title_of(plan, range);
    subtitle.role = pl_role_of_title(subtitle.text);
    return is_about(&subtitle, wanted);
}

static uint32_t find_section(const struct pl_framework *framework,
                             const struct wanted *wanted)
{
    for (uint32_t i = 0; i < framework->plan->sections_count; i++) {
        if (is_about(title_at(framework, i), wanted) ||
            has_subtitle_about(framework->plan, i, wanted)) {
            return i;
        }
    }
    return PL_NONE;
}

static bool has_any(const struct pl_plan *plan, enum pl_entity_kind kind)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        if (plan->entities[i].kind == kind) {
            return true;
        }
    }
    return false;
}

/* Goals, targets and outcomes may stand in sections of other names. */
static bool has_things_of(const struct pl_plan *plan, enum pl_role role)
{
    static const struct {
        enum pl_role role;
        enum pl_entity_kind kind;
    } things[] = {
        {PL_ROLE_GOALS, PL_ENTITY_GOAL},
        {PL_ROLE_TARGETS, PL_ENTITY_TARGET},
        {PL_ROLE_OUTCOMES, PL_ENTITY_OUTCOME},
        {PL_ROLE_PRIORITIES, PL_ENTITY_PRIORITY},
        {PL_ROLE_OFFERINGS, PL_ENTITY_OFFERING},
        {PL_ROLE_ENABLERS, PL_ENTITY_ENABLER},
    };
    for (size_t i = 0; i < sizeof(things) / sizeof(*things); i++) {
        if (things[i].role == role) {
            return has_any(plan, things[i].kind);
        }
    }
    return false;
}

/* False when there are too many: then they are no framework. */
static bool collect_components(const struct pl_plan *plan,
                               struct pl_framework *framework)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *entity = &plan->entities[i];
        if (entity->kind != PL_ENTITY_COMPONENT ||
            pl_range_is_empty(entity->name) ||
            entity->name.end - entity->name.start > MAX_NAME) {
            continue;
        }
        if (framework->count == PL_FRAMEWORK_MAX) {
            return false;
        }
        framework->components[framework->count++] = i;
    }
    return true;
}

static void cover_component(struct pl_framework *framework,
                            const struct pl_plan *plan, uint32_t at)
{
    const struct pl_entity *entity = &plan->entities[framework->components[at]];
    struct wanted wanted = want(pl_range_text(plan->text, entity->name));
    framework->sections[at] = find_section(framework, &wanted);
    framework->covered[at] =
        framework->sections[at] != PL_NONE || has_things_of(plan, wanted.role);
    framework->covered_count += framework->covered[at];
}

bool pl_framework_read(struct pl_arena *arena, const struct pl_plan *plan,
                       struct pl_framework *framework)
{
    *framework = (struct pl_framework){.plan = plan};
    if (!collect_components(plan, framework) || framework->count < FEWEST) {
        return false;
    }
    framework->titles =
        pl_arena_array(arena, plan->sections_count, sizeof(*framework->titles));
    for (uint32_t i = 0; i < framework->count; i++) {
        cover_component(framework, plan, i);
    }
    return framework->covered_count >= FEWEST &&
           framework->covered_count * 3 >= framework->count * 2;
}

static const void *read_for_all(struct pl_run *run)
{
    struct pl_framework *framework =
        pl_arena_alloc(run->arena, sizeof(*framework));
    bool found = pl_framework_read(run->arena, run->plan, framework);
    return found ? framework : NULL;
}

void pl_link_has_section(struct pl_run *run, const struct pl_link *link)
{
    (void)link;
    const struct pl_plan *plan = run->plan;
    const struct pl_framework *framework = pl_run_share(run, read_for_all);
    for (uint32_t i = 0; framework && i < framework->count; i++) {
        const struct pl_entity *entity =
            &plan->entities[framework->components[i]];
        if (!framework->covered[i]) {
            PL_FINDING(run, entity->name,
                       {"name", pl_range_text(plan->text, entity->name)});
        }
    }
}

/* The section whose parts most components are about; PL_NONE too when that
 * is the document itself, and `*found` says whether there is one. */
static uint32_t common_parent(const struct pl_plan *plan,
                              const struct pl_framework *framework, bool *found)
{
    uint32_t best = PL_NONE;
    uint32_t best_count = 0;
    for (uint32_t i = 0; i < framework->count; i++) {
        if (framework->sections[i] == PL_NONE) {
            continue;
        }
        uint32_t parent = plan->sections[framework->sections[i]].parent;
        uint32_t count = 0;
        for (uint32_t k = 0; k < framework->count; k++) {
            count += framework->sections[k] != PL_NONE &&
                     plan->sections[framework->sections[k]].parent == parent;
        }
        if (count > best_count) {
            best = parent;
            best_count = count;
        }
    }
    *found = best_count >= FEWEST;
    return best;
}

static bool is_taken(const struct pl_framework *framework, uint32_t section)
{
    for (uint32_t i = 0; i < framework->count; i++) {
        if (framework->sections[i] == section) {
            return true;
        }
    }
    return false;
}

/* Whether the table of components stands in the section. */
static bool holds_table(const struct pl_plan *plan,
                        const struct pl_framework *framework, uint32_t section)
{
    uint32_t entity = framework->components[0];
    uint32_t place = plan->blocks[plan->entities[entity].block].section;
    return place != PL_NONE && place >= section &&
           place < plan->sections[section].subtree_end;
}

/* Whether any component is named in the section's title. */
static bool is_covered(const struct pl_plan *plan,
                       const struct pl_framework *framework, uint32_t section)
{
    for (uint32_t i = 0; i < framework->count; i++) {
        const struct pl_entity *entity =
            &plan->entities[framework->components[i]];
        struct wanted wanted = want(pl_range_text(plan->text, entity->name));
        if (is_about(title_at(framework, section), &wanted)) {
            return true;
        }
    }
    return is_taken(framework, section) ||
           holds_table(plan, framework, section);
}

uint32_t pl_framework_uncovered(const struct pl_framework *framework,
                                uint32_t after)
{
    const struct pl_plan *plan = framework->plan;
    bool found = false;
    uint32_t parent = common_parent(plan, framework, &found);
    if (!found || parent == PL_NONE) {
        return PL_NONE;
    }
    uint32_t first =
        after == PL_NONE ? parent + 1 : plan->sections[after].subtree_end;
    for (uint32_t i = first; i < plan->sections[parent].subtree_end;
         i = plan->sections[i].subtree_end) {
        if (plan->sections[i].kind == PL_SECTION_NUMBERED &&
            !is_covered(plan, framework, i)) {
            return i;
        }
    }
    return PL_NONE;
}

void pl_link_has_component(struct pl_run *run, const struct pl_link *link)
{
    (void)link;
    const struct pl_plan *plan = run->plan;
    const struct pl_framework *framework = pl_run_share(run, read_for_all);
    if (!framework) {
        return;
    }
    for (uint32_t i = pl_framework_uncovered(framework, PL_NONE); i != PL_NONE;
         i = pl_framework_uncovered(framework, i)) {
        const struct pl_section *section = &plan->sections[i];
        PL_FINDING(run, section->title,
                   {"number", pl_label_text(run->arena, section->label)},
                   {"title", pl_range_text(plan->text, section->title)});
    }
}
