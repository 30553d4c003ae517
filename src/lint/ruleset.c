#include "lint/ruleset.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/chars.h"
#include "base/file.h"
#include "base/map.h"
#include "base/nearest.h"
#include "base/vec.h"
#include "lint/embedded.h"

enum { MAX_RULE_FILE = 1024 * 1024 }; /* bytes */

struct pl_rule_files pl_rule_files_builtin(const char *folder)
{
    return (struct pl_rule_files){
        .rules = pl_embedded_rules,
        .rule_count = pl_embedded_rules_count,
        .sets = pl_embedded_sets,
        .set_count = pl_embedded_sets_count,
        .folder = folder,
    };
}

struct loading {
    struct pl_arena *arena;
    struct pl_checks checks;
    struct pl_error *error;
    PL_VEC(struct pl_rule) rules;
};

static bool load_rule(struct loading *loading, struct pl_rule_file file)
{
    struct pl_rule *rule = PL_VEC_PUSH(loading->arena, &loading->rules);
    return pl_rule_load(loading->arena, file, loading->checks, rule,
                        loading->error);
}

static bool load_head(struct loading *loading,
                      const struct pl_embedded_file *file)
{
    struct pl_rule *rule = PL_VEC_PUSH(loading->arena, &loading->rules);
    return pl_rule_load_head(file, loading->checks, rule, loading->error);
}

static bool load_embedded(struct loading *loading, struct pl_rule_files files)
{
    for (size_t i = 0; i < files.rule_count; i++) {
        const struct pl_embedded_file *file = &files.rules[i];
        struct pl_rule_file whole = {file->name,
                                     {(const char *)file->data, file->size}};
        bool ok =
            file->head ? load_head(loading, file) : load_rule(loading, whole);
        if (!ok) {
            return false;
        }
        loading->rules.items[i].severity = PL_SEVERITY_OFF;
    }
    return true;
}

static bool load_file(struct loading *loading, const char *path)
{
    struct pl_rule_file file = {.path = path};
    return pl_file_read(loading->arena, path, MAX_RULE_FILE, &file.text,
                        loading->error) &&
           load_rule(loading, file);
}

static bool load_folder(struct loading *loading, const char *folder)
{
    const char *const *names;
    size_t count;
    if (!pl_file_list(loading->arena, folder, &names, &count, loading->error)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const char *path = pl_path_join(loading->arena, folder, names[i]);
        bool is_rule = names[i][0] != '.' && pl_str_eq(pl_path_extension(path),
                                                       (pl_str)PL_STR("json"));
        if (is_rule && !load_file(loading, path)) {
            return false;
        }
    }
    return true;
}

static int by_id(const void *a, const void *b)
{
    const struct pl_rule *left = a;
    const struct pl_rule *right = b;
    int order = pl_str_compare(left->id, right->id);
    return order != 0 ? order
                      : pl_str_compare(pl_str_from(left->path),
                                       pl_str_from(right->path));
}

static bool fail_double(const struct pl_rule *rule,
                        const struct pl_rule *before, const char *key,
                        pl_str value, struct pl_error *error)
{
    return PL_FAIL_AT(error, pl_rule_place(rule, key),
                      "\"%.*s\" is already the %s of the rule in %s",
                      PL_STR_ARG(value), key, before->path);
}

static bool index_rules(struct pl_ruleset *ruleset, struct pl_error *error)
{
    struct pl_map *ids = pl_map_new(ruleset->arena, ruleset->count);
    struct pl_map *names = pl_map_new(ruleset->arena, ruleset->count);
    ruleset->by_id = ids;
    ruleset->by_name = names;
    for (size_t i = 0; i < ruleset->count; i++) {
        const struct pl_rule *rule = &ruleset->rules[i];
        uint32_t same_id = pl_map_get_or_add(ids, rule->id, (uint32_t)i);
        uint32_t same_name = pl_map_get_or_add(names, rule->name, (uint32_t)i);
        if (same_id != i) {
            return fail_double(rule, &ruleset->rules[same_id], "id", rule->id,
                               error);
        }
        if (same_name != i) {
            return fail_double(rule, &ruleset->rules[same_name], "name",
                               rule->name, error);
        }
    }
    return true;
}

static bool complete(struct pl_ruleset *ruleset, bool with_off,
                     struct pl_error *error)
{
    for (size_t i = 0; i < ruleset->count; i++) {
        struct pl_rule *rule = &ruleset->rules[i];
        bool is_needed = with_off || rule->severity != PL_SEVERITY_OFF;
        if (is_needed && !pl_rule_complete(ruleset->arena, rule, error)) {
            return false;
        }
    }
    return true;
}

bool pl_ruleset_complete(struct pl_ruleset *ruleset, struct pl_error *error)
{
    return complete(ruleset, false, error);
}

bool pl_ruleset_complete_all(struct pl_ruleset *ruleset, struct pl_error *error)
{
    return complete(ruleset, true, error);
}

bool pl_ruleset_load(struct pl_arena *arena, struct pl_rule_files files,
                     struct pl_checks checks, struct pl_ruleset **ruleset,
                     struct pl_error *error)
{
    struct loading loading = {.arena = arena, .checks = checks, .error = error};
    if (!load_embedded(&loading, files) ||
        (files.folder && !load_folder(&loading, files.folder))) {
        return false;
    }
    if (loading.rules.len) {
        qsort(loading.rules.items, loading.rules.len,
              sizeof(*loading.rules.items), by_id);
    }
    struct pl_ruleset *made = pl_arena_alloc(arena, sizeof(*made));
    *made = (struct pl_ruleset){.arena = arena,
                                .files = files,
                                .rules = loading.rules.items,
                                .count = loading.rules.len};
    *ruleset = made;
    return index_rules(made, error) &&
           (files.heads_only || pl_ruleset_complete_all(made, error));
}

struct pl_rule *pl_ruleset_find(const struct pl_ruleset *ruleset,
                                pl_str id_or_name)
{
    uint32_t index = pl_map_get(ruleset->by_id, id_or_name);
    if (index == PL_NONE) {
        index = pl_map_get(ruleset->by_name, id_or_name);
    }
    if (index == PL_NONE) {
        return NULL;
    }
    assert(ruleset->rules);
    return &ruleset->rules[index];
}

bool pl_rule_matches(const struct pl_rule *rule, pl_str selector)
{
    bool is_prefix = selector.len > 1 && pl_is_upper(selector.data[0]) &&
                     pl_str_starts(rule->id, selector);
    return is_prefix || pl_str_eq(rule->name, selector);
}

bool pl_ruleset_knows(const struct pl_ruleset *ruleset, pl_str selector)
{
    if (pl_ruleset_find(ruleset, selector)) {
        return true;
    }
    for (size_t i = 0; i < ruleset->count; i++) {
        if (pl_rule_matches(&ruleset->rules[i], selector)) {
            return true;
        }
    }
    return false;
}

pl_str pl_ruleset_nearest(const struct pl_ruleset *ruleset, pl_str selector)
{
    struct pl_nearest nearest = pl_nearest_to(selector);
    for (size_t i = 0; i < ruleset->count; i++) {
        pl_nearest_offer(&nearest, ruleset->rules[i].id);
        pl_nearest_offer(&nearest, ruleset->rules[i].name);
    }
    return nearest.best;
}

const char *pl_rule_family(const struct pl_rule *rule)
{
    static const struct {
        pl_str prefix;
        const char *title;
    } families[] = {
#define PL_FAMILY(prefix_, title_) {PL_STR(prefix_), (title_)},
#include "lint/family.def"
#undef PL_FAMILY
    };
    for (size_t i = 0; i < PL_COUNT(families); i++) {
        if (pl_str_starts(rule->id, families[i].prefix)) {
            return families[i].title;
        }
    }
    return "rules of your own";
}

void pl_rule_turn_on(struct pl_rule *rule)
{
    if (rule->severity == PL_SEVERITY_OFF) {
        rule->severity = rule->own_severity;
    }
}

bool pl_ruleset_knows_all(const struct pl_ruleset *ruleset,
                          const pl_str *selectors, size_t count,
                          struct pl_error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (pl_ruleset_knows(ruleset, selectors[i])) {
            continue;
        }
        pl_str nearest = pl_ruleset_nearest(ruleset, selectors[i]);
        return PL_FAIL(error, "there is no rule \"%.*s\"" PL_NEAREST,
                       PL_STR_ARG(selectors[i]), PL_NEAREST_ARG(nearest));
    }
    return true;
}

static bool matches_any(const struct pl_rule *rule, const pl_str *selectors,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (pl_rule_matches(rule, selectors[i])) {
            return true;
        }
    }
    return false;
}

bool pl_ruleset_select(struct pl_ruleset *ruleset, const pl_str *selectors,
                       size_t count, struct pl_error *error)
{
    if (!pl_ruleset_knows_all(ruleset, selectors, count, error)) {
        return false;
    }
    ruleset->is_narrowed = true;
    for (size_t i = 0; i < ruleset->count; i++) {
        struct pl_rule *rule = &ruleset->rules[i];
        if (matches_any(rule, selectors, count)) {
            pl_rule_turn_on(rule);
        } else {
            rule->severity = PL_SEVERITY_OFF;
        }
    }
    return true;
}

bool pl_ruleset_ignore(struct pl_ruleset *ruleset, const pl_str *selectors,
                       size_t count, struct pl_error *error)
{
    if (!pl_ruleset_knows_all(ruleset, selectors, count, error)) {
        return false;
    }
    ruleset->is_narrowed = true;
    for (size_t i = 0; i < ruleset->count; i++) {
        if (matches_any(&ruleset->rules[i], selectors, count)) {
            ruleset->rules[i].severity = PL_SEVERITY_OFF;
        }
    }
    return true;
}

void pl_ruleset_keep_register(struct pl_ruleset *ruleset,
                              enum pl_register which)
{
    for (size_t i = 0; i < ruleset->count; i++) {
        if (ruleset->rules[i].kept_in != which) {
            ruleset->rules[i].severity = PL_SEVERITY_OFF;
        }
    }
    ruleset->is_narrowed = true;
}
