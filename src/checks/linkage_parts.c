/* What stands under what: parts without parts of their own, without an owner,
 * or under another than their number says. */
#include "checks/linkage.h"

#include "base/arena.h"
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

/* ----- at-least-one: each `of` has a `to` below it ----- */

/* Parts of a kind that have a section of their own, and those that have none,
 * are not alike. */
enum { LIKES = 2 * PL_ENTITY_KIND_COUNT };

/* How many parts that are alike there are, and have some of a kind below. */
struct census {
    uint32_t *has; /* bits: kinds that stand below each entity */
    uint32_t total[LIKES];
    uint32_t having[LIKES][PL_ENTITY_KIND_COUNT];
};

static size_t like_of(const struct pl_entity *entity)
{
    return 2 * (size_t)entity->kind + (entity->section != PL_NONE);
}

static void take_census(const struct pl_run *run, struct census *census)
{
    const struct pl_plan *plan = run->plan;
    census->has = pl_arena_array(run->arena, plan->entities_count + 1,
                                 sizeof(*census->has));
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        uint32_t parent = plan->entities[i].parent;
        if (parent != PL_NONE) {
            census->has[parent] |= 1U << plan->entities[i].kind;
        }
    }
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        size_t like = like_of(&plan->entities[i]);
        census->total[like]++;
        for (size_t to = 0; to < PL_ENTITY_KIND_COUNT; to++) {
            census->having[like][to] += census->has[i] >> to & 1;
        }
    }
}

/* A part of another kind has its number: then that is what they belong to. */
static bool is_shadowed(const struct pl_plan *plan,
                        const struct pl_entity *entity, enum pl_entity_kind to)
{
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *other = &plan->entities[i];
        if (other->kind == to && entity->label.count > 0 &&
            pl_label_is_ancestor(entity->label, other->label)) {
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
        {"count", pl_str_from(pl_arena_printf(
                      run->arena, "%u", census->having[like_of(entity)][to]))},
        {"total", pl_str_from(pl_arena_printf(
                      run->arena, "%u", census->total[like_of(entity)]))});
}

static void find_without(struct pl_run *run, const struct pl_link *link,
                         enum pl_entity_kind to, const struct census *census)
{
    const struct pl_plan *plan = run->plan;
    uint32_t found = 0;
    for (uint32_t i = 0; i < plan->entities_count && found < MAX_FOUND; i++) {
        const struct pl_entity *entity = &plan->entities[i];
        uint32_t having = census->having[like_of(entity)][to];
        if (pl_link_has(link->of, entity->kind) && entity->kind != to &&
            having > 0 && !(census->has[i] >> to & 1) &&
            pl_link_is_usual(link, having, census->total[like_of(entity)])) {
            found++;
            if (!is_shadowed(plan, entity, to)) {
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

/* ----- parent-label: the number of each `of` begins with its `to`'s ----- */

/* The number that the place of a wrong one calls for; no parts when other
 * numbers leave no room for it. */
static struct pl_label expected_label(const struct pl_plan *plan, uint32_t at)
{
    const struct pl_entity *child = &plan->entities[at];
    struct pl_label owner = plan->entities[child->parent].label;
    struct pl_label before = owner;
    if (owner.count + 1 != child->label.count) {
        return (struct pl_label){0};
    }
    before.parts[before.count] = child->label.parts[before.count];
    before.parts[before.count++].value = 0;
    for (uint32_t i = at; i-- > child->parent;) {
        const struct pl_entity *other = &plan->entities[i];
        if (other->kind == child->kind && other->parent == child->parent) {
            if (!pl_label_is_ancestor(owner, other->label)) {
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
    struct pl_finding *finding = PL_FINDING(
        run, child->number, {"what", pl_link_what(run, child)},
        {"number", pl_link_number(run, child)},
        {"parent", pl_link_number(run, parent)},
        {"under", pl_link_what(run, parent)}, {"name", name_of(run, parent)});
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

static bool is_letter(struct pl_label label)
{
    return label.parts[0].style == PL_LABEL_LOWER ||
           label.parts[0].style == PL_LABEL_UPPER;
}

/* Whether both have numbers of which one could begin the other. */
static bool is_comparable(const struct pl_plan *plan,
                          const struct pl_entity *child, uint32_t kinds)
{
    if (child->label.count < 2 || !is_below(plan, child, kinds)) {
        return false;
    }
    struct pl_label parent = plan->entities[child->parent].label;
    return parent.count > 0 && parent.count < child->label.count &&
           is_letter(parent) == is_letter(child->label);
}

static bool fits_parent(const struct pl_plan *plan,
                        const struct pl_entity *child)
{
    return pl_label_is_ancestor(plan->entities[child->parent].label,
                                child->label);
}

void pl_link_parent_label(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    uint32_t fitting[PL_ENTITY_KIND_COUNT] = {0};
    uint32_t total[PL_ENTITY_KIND_COUNT] = {0};
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *child = &plan->entities[i];
        if (is_comparable(plan, child, link->to)) {
            total[child->kind]++;
            fitting[child->kind] += fits_parent(plan, child);
        }
    }
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *child = &plan->entities[i];
        if (pl_link_has(link->of, child->kind) &&
            is_comparable(plan, child, link->to) && !fits_parent(plan, child) &&
            pl_link_is_usual(link, fitting[child->kind], total[child->kind])) {
            report_label(run, i);
        }
    }
}
