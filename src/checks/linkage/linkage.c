/* linkage: the parts of a plan that should belong together and do not: a goal
 * without targets, an action numbered under another objective, a priority
 * called by two names, a component that no section is about.
 *
 * Params: "of", one kind of part ("goal", "objective", "indicator", ... as in
 * plan/entity.def), an array of kinds, or "any"; "except", kinds that "any"
 * leaves out; "relation", and what a message has besides {what} ("objective
 * 1.2"), {number}, {name} and {kind}:
 *
 *   "at-least-one"   each has a "to" below it: {children}, {count} (of those
 *                    that have), {total}, {kinds}
 *   "has-parent"     the "to" that its number names exists: {parent}, {under}
 *                    ("goal 3")
 *   "parent-label"   it is numbered under the "to" where it stands: {parent},
 *                    {under}, {name} (of the "to"); fix: {expected}
 *   "unique"         no other has its number: {hint}; fix: {expected}
 *   "no-gap"         no number is missing before it: {place}, {missing}
 *   "in-order"       its number fits its place: {place}; fix: {expected}
 *   "exists"         what is mentioned is in the plan: {known}
 *   "mentioned"      it is mentioned somewhere else
 *   "same-name"      it is called by its name or by none: {name}, {number},
 *                    {defined} (its own name); fix: {defined}. With "share",
 *                    only names that have so much of the right one
 *   "own-name"       it is not called by the name of another: the same
 *   "unique-name"    no other has its name: {other}
 *   "has-heading"    it has a section of its own, as its like: {kinds}
 *   "listed"         a list that names its like names it, too: {place}
 *   "has-field"      it has a field of one of "words" ("Owner: ...", a cell
 *                    below "Owner"), as its like: {field}, {kinds}; not when it
 *                    has one of "when"
 *   "within-period"  what is dated in it is not after the plan's last year:
 *                    {year}, {end}
 *   "has-section"    a section is about it (components)
 *   "has-component"  each section is about one: {number}, {title}
 *
 * "to", the other kind of part, for the first three: as "of". "share" (0), per
 * cent of its like for which a relation must hold before one without it is
 * wrong, and "fewest" (1), how many these must be. */
#include "checks/linkage/linkage.h"

#include "base/arena.h"
#include "base/array.h"
#include "checks/checks.h" // IWYU pragma: keep (declares ours)
#include "checks/shared/params.h"
#include "lint/check.h"

static const char *const relation_names[] = {
#define PL_RELATION(function, name) name,
#include "checks/linkage/linkage.def"
#undef PL_RELATION
};

static void (*const relations[])(struct pl_run *, const struct pl_link *) = {
#define PL_RELATION(function, name) pl_link_##function,
#include "checks/linkage/linkage.def"
#undef PL_RELATION
};

static const char *const kind_names[] = {
#define PL_ENTITY(constant, name, plural) [PL_ENTITY_##constant] = (name),
#include "plan/entity.def"
#undef PL_ENTITY
    "any",
};

enum { ALL_KINDS = (1 << PL_ENTITY_KIND_COUNT) - 1 };

struct params {
    size_t relation; /* index of relation_names */
    uint32_t except; /* a bit for each kind */
    struct pl_link link;
};

static bool read_kind(const struct pl_params *params, struct pl_json value,
                      uint32_t *kinds)
{
    pl_str name;
    if (!pl_json_as_string(params->arena, value, &name, params->error)) {
        return false;
    }
    for (size_t i = 0; i < PL_COUNT(kind_names); i++) {
        if (pl_str_eq(name, pl_str_from(kind_names[i]))) {
            *kinds |= i == PL_ENTITY_KIND_COUNT ? ALL_KINDS : 1U << i;
            return true;
        }
    }
    return PL_FAIL_AT(params->error, pl_json_place(value),
                      "there is no kind of part \"%.*s\"; \"any\" is all kinds",
                      PL_STR_ARG(name));
}

/* One kind, or an array of them. */
static bool read_kinds(const struct pl_params *params, const char *key,
                       uint32_t *kinds)
{
    struct pl_json value = pl_json_get(params->json, key);
    if (!value.item) {
        return true;
    }
    *kinds = 0;
    if (pl_json_kind(value) != PL_JSON_ARRAY) {
        return read_kind(params, value, kinds);
    }
    for (struct pl_json it = pl_json_first(value); it.item;
         it = pl_json_next(it)) {
        if (!read_kind(params, it, kinds)) {
            return false;
        }
    }
    return true;
}

static bool read_params(const struct pl_params *reader, struct params *params)
{
    struct pl_link *link = &params->link;
    return pl_params_choice(reader, "relation", PL_CHOICES(relation_names),
                            &params->relation) &&
           read_kinds(reader, "of", &link->of) &&
           read_kinds(reader, "except", &params->except) &&
           read_kinds(reader, "to", &link->to) &&
           pl_params_size(reader, "share", 100, &link->share) &&
           pl_params_size(reader, "fewest", UINT32_MAX / 2, &link->fewest) &&
           pl_params_words(reader, "words", &link->words) &&
           pl_params_words(reader, "when", &link->when);
}

static bool load(struct pl_arena *arena, struct pl_json json,
                 struct pl_rule *rule, struct pl_error *error)
{
    static const char *const keys[] = {"relation", "of",     "to",    "except",
                                       "share",    "fewest", "words", "when"};
    struct params *params =
        PL_PARAMS(arena, rule, struct params, .relation = PL_NO_CHOICE,
                  .link = {.fewest = 1});
    struct pl_params reader = {arena, json, error};
    if (!pl_json_only_keys(json, keys, PL_COUNT(keys), error) ||
        !read_params(&reader, params)) {
        return false;
    }
    return params->link.of != 0 ||
           PL_FAIL_AT(error, pl_json_place(json),
                      "\"of\" is missing, a kind of part such as \"goal\"");
}

static void run_linkage(struct pl_run *run)
{
    const struct params *params = run->rule->params;
    struct pl_link link = params->link;
    link.of &= ~params->except;
    relations[params->relation](run, &link);
}

const struct pl_check pl_check_linkage = {
    .name = "linkage",
    .load = load,
    .run = run_linkage,
};
