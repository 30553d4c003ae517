/* What stands under what: parts without parts of their own, or without an
 * owner. */
#include "checks/linkage/linkage.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/chars.h"
#include "lint/check.h"
#include "plan/plan.h"

enum { MAX_FOUND = 100 }; /* parts of a kind; more are another way of work */

/* Small letters, but for words that are all capitals: "KPI 3". */
static void add_lowered(struct pl_buf *out, pl_str typed)
{
    for (size_t i = 0; i < typed.len; i++) {
        bool begins = i == 0 || pl_is_space(typed.data[i - 1]);
        bool is_word =
            begins && i + 1 < typed.len && pl_is_lower(typed.data[i + 1]);
        pl_buf_add_char(out,
                        is_word ? pl_to_lower(typed.data[i]) : typed.data[i]);
    }
}

pl_str pl_link_number(const struct pl_run *run, const struct pl_entity *entity)
{
    return pl_label_text(run->arena, entity->label);
}

pl_str pl_link_what(const struct pl_run *run, const struct pl_entity *entity)
{
    struct pl_buf what = pl_buf_in(run->arena);
    pl_str text = run->plan->text;
    if (entity->number.start > entity->range.start) {
        add_lowered(
            &what, pl_str_slice(text, entity->range.start, entity->number.end));
    } else {
        pl_buf_add_text(&what, pl_entity_name(entity->kind));
        pl_buf_add_char(&what, ' ');
        if (entity->label.count > 0) {
            pl_label_write(&what, entity->label);
        } else {
            pl_buf_addf(&what, "\"%.*s\"",
                        PL_STR_ARG(pl_range_text(text, entity->name)));
        }
    }
    return pl_buf_str(&what);
}

static pl_str name_of(const struct pl_run *run, const struct pl_entity *entity)
{
    return pl_range_text(run->plan->text, entity->name);
}

void pl_link_report(struct pl_run *run, const struct pl_entity *entity)
{
    PL_FINDING(run, entity->range, {"what", pl_link_what(run, entity)},
               {"number", pl_link_number(run, entity)},
               {"name", name_of(run, entity)},
               {"kinds", pl_str_from(pl_entity_plural(entity->kind))});
}

/* ----- at-least-one: each `of` has a `to` below it ----- */

/* How many parts that are alike there are, and have some of a kind below. */
struct census {
    uint32_t *has;     /* bits: kinds that stand below each entity */
    const bool *twins; /* of pl_link_twins(); NULL before they are needed */
    uint32_t total[PL_LINK_LIKES];
    uint32_t having[PL_LINK_LIKES][PL_ENTITY_KIND_COUNT];
};

static void take_census(const struct pl_run *run, struct census *census)
{
    const struct pl_plan *plan = run->plan;
    census->has = pl_arena_array(run->scratch, plan->entities_count + 1,
                                 sizeof(*census->has));
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        uint32_t parent = plan->entities[i].parent;
        if (parent != PL_NONE) {
            census->has[parent] |= 1U << plan->entities[i].kind;
        }
    }
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        size_t like = pl_link_like(&plan->entities[i]);
        census->total[like]++;
        for (uint32_t has = census->has[i]; has; has &= has - 1) {
            census->having[like][PL_LOWEST_BIT(has)]++;
        }
    }
}

/* A part of the other kind begins with its number, or the part is introduced
 * twice: then they may be meant to belong to it. */
static bool is_shadowed(const struct pl_plan *plan,
                        const struct pl_entity *entity, enum pl_entity_kind to)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *other = &plan->entities[i];
        bool is_double = other != entity && other->kind == entity->kind &&
                         pl_label_eq(entity->label, other->label);
        bool is_below = other->kind == to &&
                        pl_label_is_ancestor(entity->label, other->label);
        if (entity->label.count > 0 && (is_double || is_below)) {
            return true;
        }
    }
    return false;
}

static void report_without(struct pl_run *run, const struct pl_entity *entity,
                           enum pl_entity_kind to, const struct census *census)
{
    PL_FINDING(
        run, entity->range, {"what", pl_link_what(run, entity)},
        {"number", pl_link_number(run, entity)}, {"name", name_of(run, entity)},
        {"kind", pl_str_from(pl_entity_name(entity->kind))},
        {"kinds", pl_str_from(pl_entity_plural(entity->kind))},
        {"children", pl_str_from(pl_entity_plural(to))},
        {"count",
         pl_str_from(pl_arena_printf(
             run->arena, "%u", census->having[pl_link_like(entity)][to]))},
        {"total", pl_str_from(pl_arena_printf(
                      run->arena, "%u", census->total[pl_link_like(entity)]))});
}

static void find_without(struct pl_run *run, const struct pl_link *link,
                         enum pl_entity_kind to, struct census *census)
{
    const struct pl_plan *plan = run->plan;
    uint32_t found = 0;
    for (uint32_t i = 0; i < plan->entities_count && found < MAX_FOUND; i++) {
        const struct pl_entity *entity = &plan->entities[i];
        uint32_t having = census->having[pl_link_like(entity)][to];
        if (pl_link_has(link->of, entity->kind) && entity->kind != to &&
            having > 0 && !(census->has[i] >> to & 1) &&
            pl_link_is_usual(link, having,
                             census->total[pl_link_like(entity)])) {
            found++;
            census->twins = census->twins ? census->twins : pl_link_twins(run);
            if (!census->twins[i] && !is_shadowed(plan, entity, to)) {
                report_without(run, entity, to, census);
            }
        }
    }
}

void pl_link_at_least_one(struct pl_run *run, const struct pl_link *link)
{
    struct census census = {0};
    take_census(run, &census);
    for (size_t to = 0; to < PL_ENTITY_KIND_COUNT; to++) {
        if (pl_link_has(link->to, (enum pl_entity_kind)to)) {
            find_without(run, link, (enum pl_entity_kind)to, &census);
        }
    }
}

/* ----- has-parent: what the number of each `of` begins with exists ----- */

static bool is_below(const struct pl_plan *plan, const struct pl_entity *child,
                     uint32_t kinds)
{
    return child->parent != PL_NONE &&
           pl_link_has(kinds, plan->entities[child->parent].kind);
}

/* The kind that most parts of a kind stand under, and how many do. */
struct custom {
    enum pl_entity_kind parent;
    uint32_t holds;
    uint32_t total; /* with a number of two parts or more */
};

static struct custom custom_of(const struct pl_plan *plan,
                               enum pl_entity_kind kind, uint32_t kinds)
{
    uint32_t holds[PL_ENTITY_KIND_COUNT] = {0};
    struct custom custom = {.parent = PL_ENTITY_KIND_COUNT};
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *child = &plan->entities[i];
        if (child->kind != kind) {
            continue;
        }
        custom.total += child->label.count > 1;
        if (is_below(plan, child, kinds)) {
            holds[plan->entities[child->parent].kind]++;
        }
    }
    for (size_t i = 0; i < PL_ENTITY_KIND_COUNT; i++) {
        if (holds[i] > custom.holds) {
            custom.parent = (enum pl_entity_kind)i;
            custom.holds = holds[i];
        }
    }
    return custom;
}

static bool is_known(const struct pl_plan *plan, enum pl_entity_kind kind,
                     struct pl_label label)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        if (plan->entities[i].kind == kind &&
            pl_label_eq(plan->entities[i].label, label)) {
            return true;
        }
    }
    return false;
}

static void judge_orphan(struct pl_run *run, const struct pl_entity *child,
                         enum pl_entity_kind owner)
{
    struct pl_label parent = child->label;
    parent.count = 1;
    if (is_known(run->plan, owner, parent)) {
        return;
    }
    pl_str number = pl_label_text(run->arena, parent);
    const char *under = pl_arena_printf(
        run->arena, "%s %.*s", pl_entity_name(owner), PL_STR_ARG(number));
    PL_FINDING(run, child->number, {"what", pl_link_what(run, child)},
               {"number", pl_link_number(run, child)}, {"parent", number},
               {"under", pl_str_from(under)});
}

void pl_link_has_parent(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    for (size_t kind = 0; kind < PL_ENTITY_KIND_COUNT; kind++) {
        if (!pl_link_has(link->of, (enum pl_entity_kind)kind)) {
            continue;
        }
        struct custom custom =
            custom_of(plan, (enum pl_entity_kind)kind, link->to);
        uint32_t orphans = 0;
        if (custom.holds == 0 ||
            !pl_link_is_usual(link, custom.holds, custom.total)) {
            continue;
        }
        for (uint32_t i = 0; i < plan->entities_count && orphans < MAX_FOUND;
             i++) {
            const struct pl_entity *child = &plan->entities[i];
            if (child->kind == kind && child->label.count > 1 &&
                child->parent == PL_NONE) {
                orphans++;
                judge_orphan(run, child, custom.parent);
            }
        }
    }
}
