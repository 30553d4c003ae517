#include "lint/profile.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/nearest.h"
#include "lint/embedded.h"
#include "lint/rule.h"
#include "lint/ruleset.h"

enum { MAX_EXTENDS = 16 }; /* profiles in a row; more must be a circle */

static const char *const profile_keys[] = {"$schema", "name", "extends",
                                           "summary", "rules"};
static const pl_str extension = PL_STR(".json");
static const char *const override_keys[] = {"severity", "params", "within"};

static bool read_head(struct pl_arena *arena, struct pl_json root,
                      struct pl_profile *profile, struct pl_error *error)
{
    *profile = (struct pl_profile){0};
    return pl_json_only_keys(root, profile_keys, PL_COUNT(profile_keys),
                             error) &&
           pl_json_string(arena, root, "name", &profile->name, error) &&
           pl_json_string_or(arena, root, "extends", &profile->extends,
                             error) &&
           pl_json_string(arena, root, "summary", &profile->summary, error);
}

static bool open_set(const struct pl_embedded_file *set,
                     struct pl_json_file **file, struct pl_json *root,
                     struct pl_error *error)
{
    pl_str text = {(const char *)set->data, set->size};
    return pl_json_open(set->name, text, file, root, error);
}

bool pl_profile_read(struct pl_arena *arena, const struct pl_rule_files *files,
                     size_t index, struct pl_profile *profile,
                     struct pl_error *error)
{
    struct pl_json_file *file;
    struct pl_json root;
    if (!open_set(&files->sets[index], &file, &root, error)) {
        return false;
    }
    bool ok = read_head(arena, root, profile, error);
    pl_json_close(file);
    return ok;
}

static bool unknown_rule(const struct pl_ruleset *ruleset,
                         struct pl_json member, struct pl_error *error)
{
    pl_str selector = pl_json_key(member);
    pl_str nearest = pl_ruleset_nearest(ruleset, selector);
    return PL_FAIL_AT(error, pl_json_key_place(member),
                      "there is no rule \"%.*s\"" PL_NEAREST,
                      PL_STR_ARG(selector), PL_NEAREST_ARG(nearest));
}

/* What one selector asks for. */
struct change {
    bool turns_on;
    bool sets_severity;
    enum pl_severity severity;
    struct pl_json params;
    struct pl_json within;
};

static bool read_severity(struct pl_arena *arena, struct pl_json value,
                          struct change *change, struct pl_error *error)
{
    pl_str name;
    if (!pl_json_as_string(arena, value, &name, error)) {
        return false;
    }
    if (pl_str_eq(name, (pl_str)PL_STR("on"))) {
        change->turns_on = true;
        return true;
    }
    change->sets_severity = pl_severity_from_name(name, &change->severity);
    return change->sets_severity ||
           PL_FAIL_AT(error, pl_json_place(value),
                      "a severity is \"error\", \"warning\", \"info\", \"off\" "
                      "or \"on\", found \"%.*s\"",
                      PL_STR_ARG(name));
}

static bool read_change(struct pl_arena *arena, struct pl_json value,
                        struct change *change, struct pl_error *error)
{
    enum pl_json_kind kind = pl_json_kind(value);
    if (kind == PL_JSON_STRING) {
        return read_severity(arena, value, change, error);
    }
    if (kind != PL_JSON_OBJECT) {
        pl_str selector = pl_json_key(value);
        return PL_FAIL_AT(error, pl_json_place(value),
                          "\"%.*s\" must be a severity or an object of "
                          "\"severity\", \"params\" and \"within\", found %s",
                          PL_STR_ARG(selector), pl_json_kind_name(kind));
    }
    struct pl_json severity = pl_json_get(value, "severity");
    change->params = pl_json_get(value, "params");
    change->within = pl_json_get(value, "within");
    return pl_json_only_keys(value, override_keys, PL_COUNT(override_keys),
                             error) &&
           (!severity.item || read_severity(arena, severity, change, error));
}

static bool change_rule(struct pl_arena *arena, struct pl_rule *rule,
                        const struct change *change, struct pl_error *error)
{
    if (change->sets_severity) {
        rule->severity = change->severity;
    } else if (change->turns_on) {
        pl_rule_turn_on(rule);
    }
    if (!change->within.item && !change->params.item) {
        return true;
    }
    return pl_rule_complete(arena, rule, error) &&
           pl_rule_confine(arena, rule, change->within, error) &&
           (!change->params.item ||
            pl_rule_set_params(arena, rule, change->params, error));
}

/* Whether all rules that match are judged by the same kind of check, and so
 * take the same parameters. */
static bool are_of_one_kind(const struct pl_ruleset *ruleset, pl_str selector)
{
    const struct pl_check *kind = NULL;
    for (size_t i = 0; i < ruleset->count; i++) {
        const struct pl_rule *rule = &ruleset->rules[i];
        if (!pl_rule_matches(rule, selector)) {
            continue;
        }
        if (kind && rule->check != kind) {
            return false;
        }
        kind = rule->check;
    }
    return true;
}

static bool apply_member(struct pl_ruleset *ruleset, struct pl_json member,
                         bool turn_on, struct pl_error *error)
{
    struct change change = {.turns_on = turn_on};
    if (!read_change(ruleset->arena, member, &change, error)) {
        return false;
    }
    pl_str selector = pl_json_key(member);
    struct pl_rule *named = pl_ruleset_find(ruleset, selector);
    if (named) {
        return change_rule(ruleset->arena, named, &change, error);
    }
    if (!pl_ruleset_knows(ruleset, selector)) {
        return unknown_rule(ruleset, member, error);
    }
    if (change.params.item && !are_of_one_kind(ruleset, selector)) {
        return PL_FAIL_AT(error, pl_json_place(change.params),
                          "\"params\" are for rules of one kind of check, "
                          "\"%.*s\" has several",
                          PL_STR_ARG(selector));
    }
    for (size_t i = 0; i < ruleset->count; i++) {
        if (pl_rule_matches(&ruleset->rules[i], selector) &&
            !change_rule(ruleset->arena, &ruleset->rules[i], &change, error)) {
            return false;
        }
    }
    return true;
}

static bool is_object_or_nothing(struct pl_json rules, struct pl_error *error)
{
    enum pl_json_kind kind = pl_json_kind(rules);
    return kind == PL_JSON_NOTHING || kind == PL_JSON_OBJECT ||
           PL_FAIL_AT(error, pl_json_place(rules),
                      "\"rules\" must be an object, found %s",
                      pl_json_kind_name(kind));
}

bool pl_overrides_apply(struct pl_ruleset *ruleset, struct pl_json rules,
                        bool turn_on, struct pl_error *error)
{
    if (!is_object_or_nothing(rules, error)) {
        return false;
    }
    for (struct pl_json it = pl_json_first(rules); it.item;
         it = pl_json_next(it)) {
        if (!apply_member(ruleset, it, turn_on, error)) {
            return false;
        }
    }
    return true;
}

bool pl_overrides_apply_known(struct pl_ruleset *ruleset, struct pl_json rules,
                              struct pl_error *error)
{
    if (!is_object_or_nothing(rules, error)) {
        return false;
    }
    for (struct pl_json it = pl_json_first(rules); it.item;
         it = pl_json_next(it)) {
        if (pl_ruleset_knows(ruleset, pl_json_key(it)) &&
            !apply_member(ruleset, it, false, error)) {
            return false;
        }
    }
    return true;
}

/* The set whose file is called `name`.json, or NULL. */
static const struct pl_embedded_file *
find_set(const struct pl_rule_files *files, pl_str name)
{
    for (size_t i = 0; i < files->set_count; i++) {
        pl_str file = pl_str_from(files->sets[i].name);
        if (file.len == name.len + extension.len && pl_str_starts(file, name)) {
            return &files->sets[i];
        }
    }
    return NULL;
}

static bool unknown_profile(struct pl_ruleset *ruleset, pl_str name,
                            struct pl_error *error)
{
    const char *known = "";
    for (size_t i = 0; i < ruleset->files.set_count; i++) {
        pl_str file = pl_str_from(ruleset->files.sets[i].name);
        pl_str set = pl_str_slice(file, 0, file.len - extension.len);
        known = pl_arena_printf(ruleset->arena, "%s%s%.*s", known,
                                i > 0 ? ", " : "", PL_STR_ARG(set));
    }
    return PL_FAIL(error, "there is no profile \"%.*s\"; there are: %s",
                   PL_STR_ARG(name), known);
}

/* A profile and those that it extends: itself first, the one at the bottom of
 * all last. */
struct chain {
    struct pl_json_file *files[MAX_EXTENDS];
    struct pl_json roots[MAX_EXTENDS];
    size_t count;
};

/* `*extends` is the profile that comes before, or empty. */
static bool add_set(struct pl_ruleset *ruleset,
                    const struct pl_embedded_file *set, struct chain *chain,
                    pl_str *extends, struct pl_error *error)
{
    size_t at = chain->count;
    if (!open_set(set, &chain->files[at], &chain->roots[at], error)) {
        return false;
    }
    chain->count++;
    struct pl_profile profile;
    bool ok = read_head(ruleset->arena, chain->roots[at], &profile, error);
    *extends = profile.extends;
    return ok;
}

static bool collect(struct pl_ruleset *ruleset, pl_str name,
                    struct chain *chain, struct pl_error *error)
{
    while (name.len) {
        const struct pl_embedded_file *set = find_set(&ruleset->files, name);
        if (!set) {
            return unknown_profile(ruleset, name, error);
        }
        if (chain->count == MAX_EXTENDS) {
            return PL_FAIL(error, "%s: profiles extend each other in a circle",
                           set->name);
        }
        if (!add_set(ruleset, set, chain, &name, error)) {
            return false;
        }
    }
    return true;
}

bool pl_profile_use(struct pl_ruleset *ruleset, pl_str name,
                    struct pl_error *error)
{
    struct chain chain = {.count = 0};
    bool ok = collect(ruleset, name, &chain, error);
    for (size_t i = chain.count; ok && i > 0; i--) {
        struct pl_json rules = pl_json_get(chain.roots[i - 1], "rules");
        ok = pl_overrides_apply(ruleset, rules, true, error);
    }
    for (size_t i = 0; i < chain.count; i++) {
        pl_json_close(chain.files[i]);
    }
    return ok;
}
