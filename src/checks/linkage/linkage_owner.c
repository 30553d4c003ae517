/* Parts that stand under another part than their number says. */
#include "checks/linkage/linkage.h"

#include "base/arena.h"
#include "lint/check.h"
#include "plan/plan.h"

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

static void report_label(struct pl_run *run, uint32_t at, uint32_t owner)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_entity *child = &plan->entities[at];
    const struct pl_entity *parent = &plan->entities[owner];
    struct pl_finding *finding =
        PL_FINDING(run, child->number, {"what", pl_link_what(run, child)},
                   {"number", pl_link_number(run, child)},
                   {"parent", pl_link_number(run, parent)},
                   {"under", pl_link_what(run, parent)},
                   {"name", pl_range_text(plan->text, parent->name)});
    pl_finding_relate(run->findings, finding, parent->range,
                      "what it stands under");
    struct pl_label expected = expected_label(plan, at);
    if (owner != child->parent || !expected.count) {
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

enum { MOST_LEVELS = 16 }; /* of parts under each other */

/* The nearest part that a part stands under whose number could begin its own;
 * PL_NONE. */
static uint32_t owner_of(const struct pl_plan *plan,
                         const struct pl_entity *child, uint32_t kinds)
{
    uint32_t at = child->label.count < 2 ? PL_NONE : child->parent;
    for (uint32_t n = 0; at != PL_NONE && n < MOST_LEVELS; n++) {
        const struct pl_entity *owner = &plan->entities[at];
        struct pl_label label = owner->label;
        if (pl_link_has(kinds, owner->kind) && label.count > 0 &&
            label.count < child->label.count &&
            is_letter(label) == is_letter(child->label)) {
            return at;
        }
        at = owner->parent;
    }
    return PL_NONE;
}

/* How many parts have numbers that fit. */
struct fit {
    uint32_t fitting;
    uint32_t total;
};

struct fits {
    uint32_t *owners;  /* of each part; PL_NONE: none to compare with */
    struct fit *below; /* each part */
    struct fit of_kind[PL_ENTITY_KIND_COUNT];
};

static bool fits_owner(const struct pl_plan *plan, uint32_t at, uint32_t owner)
{
    return pl_label_is_ancestor(plan->entities[owner].label,
                                plan->entities[at].label);
}

static void count_fits(struct pl_run *run, const struct pl_link *link,
                       struct fits *fits)
{
    const struct pl_plan *plan = run->plan;
    uint32_t count = plan->entities_count;
    fits->owners = pl_arena_array(run->scratch, count + 1, sizeof(uint32_t));
    fits->below = pl_arena_array(run->scratch, count + 1, sizeof(struct fit));
    for (uint32_t i = 0; i < count; i++) {
        const struct pl_entity *child = &plan->entities[i];
        uint32_t owner = owner_of(plan, child, link->to);
        fits->owners[i] = owner;
        if (owner != PL_NONE) {
            bool is_fitting = fits_owner(plan, i, owner);
            fits->below[owner].total++;
            fits->below[owner].fitting += is_fitting;
            fits->of_kind[child->kind].total++;
            fits->of_kind[child->kind].fitting += is_fitting;
        }
    }
}

/* Where no number fits, the one above them is wrong. */
static bool is_owner_wrong(const struct pl_link *link, const struct fit *below)
{
    return link->share > 0 && below->total > 1 && below->fitting == 0;
}

void pl_link_parent_label(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    struct fits fits = {0};
    count_fits(run, link, &fits);
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        const struct pl_entity *child = &plan->entities[i];
        const struct fit *of_kind = &fits.of_kind[child->kind];
        uint32_t owner = fits.owners[i];
        if (owner != PL_NONE && pl_link_has(link->of, child->kind) &&
            !fits_owner(plan, i, owner) &&
            pl_link_is_usual(link, of_kind->fitting, of_kind->total) &&
            !is_owner_wrong(link, &fits.below[owner])) {
            report_label(run, i, owner);
        }
    }
}
