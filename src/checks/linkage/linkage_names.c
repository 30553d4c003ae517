/* What the parts of a plan are called where they are mentioned. */
#include "checks/linkage/linkage.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "checks/shared/names.h"
#include "lint/check.h"
#include "plan/plan.h"

enum {
    MAX_NAME = 200,   /* bytes; what is longer is no name */
    MAX_OTHERS = 256, /* things of a kind whose names are looked through */
    SLACK = 16,       /* bytes for articles that a name has and another not */
};

static bool is_name(struct pl_range range)
{
    return !pl_range_is_empty(range) && range.end - range.start <= MAX_NAME;
}

/* Another thing of the kind that has this name, or NULL. */
static const struct pl_entity *find_named(const struct pl_plan *plan,
                                          const struct pl_mention *mention)
{
    pl_str name = pl_range_text(plan->text, mention->name);
    uint32_t looked_at = 0;
    for (uint32_t i = 0; i < plan->entities_count && looked_at < MAX_OTHERS;
         i++) {
        const struct pl_entity *other = &plan->entities[i];
        if (other->kind != mention->kind || i == mention->entity ||
            !is_name(other->name)) {
            continue;
        }
        looked_at++;
        if (pl_names_compare(name, pl_range_text(plan->text, other->name)) ==
            PL_NAMES_EQUAL) {
            return other;
        }
    }
    return NULL;
}

/* Whether the text goes on with the rest of the name: a mention ends at the
 * comma of "Light, sound and signals". */
static bool goes_on(pl_str text, struct pl_range mention, pl_str name)
{
    pl_str whole =
        pl_str_slice(text, mention.start, mention.start + name.len + SLACK);
    enum pl_name_order order = pl_names_compare(whole, name);
    return order == PL_NAMES_EQUAL || order == PL_NAMES_LONGER;
}

/* Whether a mention calls what it means by another name. What is longer may
 * have run on into the sentence. */
static bool is_another_name(const struct pl_plan *plan,
                            const struct pl_mention *mention)
{
    if (mention->entity == PL_NONE || !is_name(mention->name)) {
        return false;
    }
    const struct pl_entity *entity = &plan->entities[mention->entity];
    if (!is_name(entity->name)) {
        return false;
    }
    pl_str name = pl_range_text(plan->text, entity->name);
    enum pl_name_order order =
        pl_names_compare(pl_range_text(plan->text, mention->name), name);
    return order == PL_NAMES_DIFFER ||
           (order == PL_NAMES_SHORTER &&
            !goes_on(plan->text, mention->name, name));
}

/* Whether a name has enough words of the right one to be meant as that, and is
 * no mere short form of it. What has none may be a state or a date. */
static bool is_near(const struct pl_plan *plan,
                    const struct pl_mention *mention, size_t share)
{
    pl_str name = pl_range_text(plan->text, mention->name);
    pl_str right =
        pl_range_text(plan->text, plan->entities[mention->entity].name);
    size_t bracket = pl_str_find_char(right, '(', 0);
    if (bracket != PL_NOWHERE) {
        right = pl_str_slice(right, 0, bracket);
    }
    uint32_t shared = pl_names_shared(name, right);
    return share == 0 || (shared >= share && shared < 100 &&
                          pl_names_shared(right, name) < 100);
}

static void report(struct pl_run *run, const struct pl_mention *mention,
                   const struct pl_entity *other)
{
    const struct pl_plan *plan = run->plan;
    const struct pl_entity *entity = &plan->entities[mention->entity];
    pl_str defined = pl_range_text(plan->text, entity->name);
    struct pl_finding *finding = PL_FINDING(
        run, mention->name, {"name", pl_range_text(plan->text, mention->name)},
        {"number", pl_label_text(run->arena, entity->label)},
        {"what", pl_link_what(run, entity)}, {"defined", defined});
    pl_finding_relate(run->findings, finding, entity->name,
                      "named so where it is defined");
    if (other) {
        pl_finding_relate(run->findings, finding, other->range,
                          "what has this name");
    }
    pl_finding_fix(run->findings, finding, false,
                   (struct pl_edit){mention->name, defined},
                   PL_ARGS({"defined", defined}));
}

static void find_names(struct pl_run *run, const struct pl_link *link,
                       bool of_others)
{
    const struct pl_plan *plan = run->plan;
    for (uint32_t i = 0; i < plan->mentions_count; i++) {
        const struct pl_mention *mention = &plan->mentions[i];
        if (!pl_link_has(link->of, mention->kind) ||
            !is_another_name(plan, mention)) {
            continue;
        }
        const struct pl_entity *other = find_named(plan, mention);
        if (!other && !is_near(plan, mention, link->share)) {
            continue;
        }
        if ((other != NULL) == of_others) {
            report(run, mention, other);
        }
    }
}

void pl_link_same_name(struct pl_run *run, const struct pl_link *link)
{
    find_names(run, link, false);
}

void pl_link_own_name(struct pl_run *run, const struct pl_link *link)
{
    find_names(run, link, true);
}

/* ----- unique-name ----- */

static void report_twin(struct pl_run *run, const struct pl_entity *entity,
                        const struct pl_entity *first)
{
    struct pl_finding *finding =
        PL_FINDING(run, entity->name, {"what", pl_link_what(run, entity)},
                   {"number", pl_label_text(run->arena, entity->label)},
                   {"name", pl_range_text(run->plan->text, entity->name)},
                   {"other", pl_link_what(run, first)});
    pl_finding_relate(run->findings, finding, first->range,
                      "what has the name first");
}

/* Whether a name begins with a letter or a figure: "[name]" and "..." are to be
 * filled in. */
static bool is_told(char first)
{
    return pl_is_alnum(first) || pl_is_wide(first);
}

/* "Phase II Exemptions": one word behind the number, and no mark between them,
 * says what the parts are. */
static bool is_noun_of_number(pl_str text, const struct pl_entity *entity)
{
    struct pl_range between = {entity->number.end, entity->name.start};
    return between.start < between.end &&
           pl_str_trim(pl_range_text(text, between)).len == 0 &&
           pl_str_find_char(pl_range_text(text, entity->name), ' ', 0) ==
               PL_NOWHERE;
}

/* The kind and the name in small letters; empty for a part without either. */
static pl_str name_key(const struct pl_run *run, const struct pl_entity *entity)
{
    if (!is_name(entity->name) || entity->label.count == 0 ||
        entity->family == PL_NONE ||
        !is_told(run->plan->text.data[entity->name.start]) ||
        is_noun_of_number(run->plan->text, entity)) {
        return (pl_str){0};
    }
    struct pl_buf key = pl_buf_in(run->scratch);
    pl_buf_add_char(&key, (char)('A' + entity->kind));
    pl_str name = pl_range_text(run->plan->text, entity->name);
    for (size_t at = 0; at < name.len; at++) {
        pl_buf_add_char(&key, pl_to_lower(name.data[at]));
    }
    return pl_buf_str(&key);
}

/* Of each part the first that has its name; itself when none has. */
static uint32_t *find_first_named(const struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    struct pl_map *first = pl_map_new(run->scratch, plan->entities_count);
    uint32_t *firsts =
        pl_arena_array(run->scratch, plan->entities_count + 1, sizeof(*firsts));
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        pl_str key = name_key(run, &plan->entities[i]);
        firsts[i] = key.len ? pl_map_get_or_add(first, key, i) : i;
    }
    return firsts;
}

const bool *pl_link_twins(const struct pl_run *run)
{
    const struct pl_plan *plan = run->plan;
    const uint32_t *firsts = find_first_named(run);
    bool *twins =
        pl_arena_array(run->scratch, plan->entities_count + 1, sizeof(*twins));
    for (uint32_t i = 0; i < plan->entities_count; i++) {
        uint32_t first = firsts[i];
        if (!pl_label_eq(plan->entities[first].label,
                         plan->entities[i].label)) {
            twins[i] = twins[first] = true;
        }
    }
    return twins;
}

/* Whether another part before has the number: then that is what is wrong. */
static bool is_number_taken(const struct pl_plan *plan, uint32_t at)
{
    for (uint32_t i = 0; i < at; i++) {
        if (plan->entities[i].kind == plan->entities[at].kind &&
            plan->entities[i].section != PL_NONE &&
            pl_label_eq(plan->entities[i].label, plan->entities[at].label)) {
            return true;
        }
    }
    return false;
}

enum { MAX_TWINS = 100 }; /* more of them are named so on purpose */

void pl_link_unique_name(struct pl_run *run, const struct pl_link *link)
{
    const struct pl_plan *plan = run->plan;
    const uint32_t *firsts = find_first_named(run);
    uint32_t found = 0;
    for (uint32_t i = 0; i < plan->entities_count && found < MAX_TWINS; i++) {
        const struct pl_entity *it = &plan->entities[i];
        const struct pl_entity *first = &plan->entities[firsts[i]];
        if (!pl_link_has(link->of, it->kind) ||
            pl_label_eq(first->label, it->label)) {
            continue;
        }
        found++;
        if (!is_number_taken(plan, i)) {
            report_twin(run, it, first);
        }
    }
}
