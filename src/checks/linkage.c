/* linkage: the parts of a plan that should belong together and do not: a goal
 * without targets, a target numbered under another goal, a priority called by
 * two names, a component that no section is about.
 *
 * Params: "of", a kind of part: "goal", "target", "priority", "outcome",
 * "offering", "enabler" or "component"; "relation", and what a message has:
 *
 *   "at-least-one"   each has a "to" below it: {number}, {name}
 *   "has-parent"     the "to" that its number names exists: {what} ("objective
 *                    1.2"), {parent}
 *   "parent-label"   it is numbered under the "to" where it stands: {what},
 *                    {parent}, {name} (of the "to"); fix: {expected}
 *   "same-name"      it is called by its name or by none: {name}, {number},
 *                    {defined} (its own name); fix: {defined}
 *   "own-name"       it is not called by the name of another: the same
 *   "has-section"    a section is about it: {name}
 *   "has-component"  each section is about one: {number}, {title}
 *
 * "to", another kind of part, for the first three. */
#include "checks/linkage.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "plan/plan.h"

enum relation {
    RELATION_AT_LEAST_ONE,
    RELATION_HAS_PARENT,
    RELATION_PARENT_LABEL,
    RELATION_SAME_NAME,
    RELATION_OWN_NAME,
    RELATION_HAS_SECTION,
    RELATION_HAS_COMPONENT,
};

static const char *const relation_names[] = {
    [RELATION_AT_LEAST_ONE] = "at-least-one",
    [RELATION_HAS_PARENT] = "has-parent",
    [RELATION_PARENT_LABEL] = "parent-label",
    [RELATION_SAME_NAME] = "same-name",
    [RELATION_OWN_NAME] = "own-name",
    [RELATION_HAS_SECTION] = "has-section",
    [RELATION_HAS_COMPONENT] = "has-component",
};

static const char *const kind_names[] = {
#define PL_ENTITY(constant, name, plural) [PL_ENTITY_##constant] = (name),
#include "plan/entity.def"
#undef PL_ENTITY
};

struct params {
    size_t relation; /* enum relation */
    size_t of;       /* enum pl_entity_kind */
    size_t to;       /* the same; only some relations have one */
};

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    struct params *params = pl_arena_alloc(arena, sizeof(*params));
    *params = rule->params ? *(const struct params *)rule->params
                           : (struct params){.relation = PL_NO_CHOICE,
                                             .of = PL_NO_CHOICE,
                                             .to = PL_ENTITY_KIND_COUNT};
    rule->params = params;
    static const char *const keys[] = {"relation", "of", "to"};
    struct pl_choices relations = {relation_names, sizeof(relation_names) /
                                                       sizeof(*relation_names)};
    struct pl_choices kinds = {kind_names, PL_ENTITY_KIND_COUNT};
    struct pl_params reader = {arena, json, error};
    return pl_json_only_keys(json, keys, sizeof(keys) / sizeof(*keys), error) &&
           pl_params_choice(&reader, "relation", relations,
                            &params->relation) &&
           pl_params_choice(&reader, "of", kinds, &params->of) &&
           pl_params_choice(&reader, "to", kinds, &params->to);
}

static pl_str label_of(const struct pl_run *run, const struct pl_entity *entity)
{
    return pl_label_text(run->arena, entity->label);
}

/* "objective 1.2", or "target 1.2" for a number alone. */
static pl_str what_of(const struct pl_run *run, const struct pl_entity *entity)
{
    if (entity->number.start > entity->range.start) {
        struct pl_buf what = pl_buf_in(run->arena);
        pl_buf_add(&what, pl_str_slice(run->plan->text, entity->range.start,
                                       entity->number.end));
        what.data[0] = pl_to_lower(what.data[0]);
        return pl_buf_str(&what);
    }
    return pl_str_from(pl_arena_printf(run->arena, "%s %.*s",
                                       pl_entity_name(entity->kind),
                                       PL_STR_ARG(label_of(run, entity))));
}

static bool is_below(const struct pl_plan *plan, const struct pl_entity *child,
                     enum pl_entity_kind kind)
{
    return child->parent != PL_NONE &&
           plan->entities[child->parent].kind == kind;
}

/* ----- at-least-one: each `of` has a `to` below it ----- */

static void link_at_least_one(struct pl_run *run, struct pl_link link)
{
    const struct pl_plan *plan = run->plan;
    bool *has_one =
        pl_arena_array(run->arena, plan->entities_count + 1, sizeof(*has_one));
    uint32_t linked = 0;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *child = &plan->entities[i];
        if (child->kind == link.to && is_below(plan, child, link.of)) {
            has_one[child->parent] = true;
            linked++;
        }
    }
    for (uint32_t i = 0; i < plan->entities_count && linked > 0; i++) {
        const struct pl_entity *entity = &plan->entities[i];
        if (entity->kind == link.of && !has_one[i]) {
            PL_FINDING(run, entity->range, {"number", label_of(run, entity)},
                       {"name", pl_range_text(plan->text, entity->name)});
        }
    }
}

/* ----- has-parent: each numbered `of` belongs to a `to` ----- */

static const struct pl_entity *find_labelled(const struct pl_plan *plan,
                                             enum pl_entity_kind kind,
                                             struct pl_label label)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        if (plan->entities[i].kind == kind &&
            pl_label_eq(plan->entities[i].label, label)) {
            return &plan->entities[i];
        }
    }
    return NULL;
}

/* Whether the plan groups its parts: then one without a group is alone. */
static bool some_have_parents(const struct pl_plan *plan, struct pl_link link)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        if (plan->entities[i].kind == link.of &&
            is_below(plan, &plan->entities[i], link.to)) {
            return true;
        }
    }
    return false;
}

enum { MAX_ORPHANS = 100 }; /* more of them are another way of numbering */

static void link_has_parent(struct pl_run *run, struct pl_link link)
{
    const struct pl_plan *plan = run->plan;
    uint32_t orphans = 0;
    if (!some_have_parents(plan, link)) {
        return;
    }
    for (uint32_t i = 0; i < plan->entities_count && orphans < MAX_ORPHANS;
         i++) {
        const struct pl_entity *child = &plan->entities[i];
        if (child->kind != link.of || child->label.count < 2 ||
            child->parent != PL_NONE) {
            continue;
        }
        orphans++;
        struct pl_label parent = child->label;
        parent.count = 1;
        if (!find_labelled(plan, link.to, parent)) {
            PL_FINDING(run, child->number, {"what", what_of(run, child)},
                       {"parent", pl_label_text(run->arena, parent)});
        }
    }
}

/* ----- parent-label: the number of each `of` begins with its `to`'s ----- */

/* The number that the place of a wrong one calls for; no parts when other
 * numbers leave no room for it. */
static struct pl_label expected_label(const struct pl_plan *plan, uint32_t at)
{
    const struct pl_entity *child = &plan->entities[at];
    struct pl_label goal = plan->entities[child->parent].label;
    struct pl_label before = goal;
    before.parts[before.count++] = (struct pl_label_part){.value = 0};
    for (uint32_t i = at; i-- > child->parent;) {
        const struct pl_entity *other = &plan->entities[i];
        if (other->kind == child->kind && other->parent == child->parent) {
            if (!pl_label_is_ancestor(goal, other->label)) {
                return (struct pl_label){0};
            }
            before = other->label;
            break;
        }
    }
    struct pl_label expected = pl_label_next(before);
    bool is_taken = at + 1 < plan->entities_count &&
                    pl_label_eq(plan->entities[at + 1].label, expected);
    return is_taken ? (struct pl_label){0} : expected;
}

static void report_label(struct pl_run *run, uint32_t at)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_entity *child = &plan->entities[at];
    const struct pl_entity *parent = &plan->entities[child->parent];
    struct pl_finding *finding =
        PL_FINDING(run, child->number, {"what", what_of(run, child)},
                   {"parent", label_of(run, parent)},
                   {"name", pl_range_text(plan->text, parent->name)});
    pl_finding_relate(run->findings, finding, parent->range,
                      "what it stands under");
    struct pl_label expected = expected_label(plan, at);
    if (!expected.count) {
        return;
    }
    pl_str number = pl_label_text(run->arena, expected);
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){child->number, number},
                   PL_ARGS({"expected", number}));
}

static void link_parent_label(struct pl_run *run, struct pl_link link)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *child = &plan->entities[i];
        if (child->kind != link.of || child->label.count < 2 ||
            !is_below(plan, child, link.to)) {
            continue;
        }
        struct pl_label parent = plan->entities[child->parent].label;
        if (parent.count > 0 && parent.count < child->label.count &&
            !pl_label_is_ancestor(parent, child->label)) {
            report_label(run, i);
        }
    }
}

static void run_linkage(struct pl_run *run)
{
    static void (*const relations[])(struct pl_run *, struct pl_link) = {
        [RELATION_AT_LEAST_ONE] = link_at_least_one,
        [RELATION_HAS_PARENT] = link_has_parent,
        [RELATION_PARENT_LABEL] = link_parent_label,
        [RELATION_SAME_NAME] = pl_link_same_name,
        [RELATION_OWN_NAME] = pl_link_own_name,
        [RELATION_HAS_SECTION] = pl_link_has_section,
        [RELATION_HAS_COMPONENT] = pl_link_has_component,
    };
    const struct params *params = run->rule->params;
    relations[params->relation](
        run, (struct pl_link){(enum pl_entity_kind)params->of,
                              (enum pl_entity_kind)params->to});
}

const struct pl_check pl_check_linkage = {
    .name = "linkage",
    .load = load,
    .run = run_linkage,
};
