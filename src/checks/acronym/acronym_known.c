/* Well-known acronyms, and those that are spelled out as nearly the same. */
#include "base/arena.h"
#include "base/map.h"
#include "checks/acronym/acronym.h"
#include "checks/checks.h"
#include "plan/plan.h"

static bool read_long_forms(const struct pl_params *params, struct pl_json json,
                            struct pl_known_acronym *entry)
{
    bool is_list = pl_json_kind(json) == PL_JSON_ARRAY;
    struct pl_json it = is_list ? pl_json_first(json) : json;
    size_t count = is_list ? pl_json_count(json) : 1;
    pl_str *forms = pl_arena_array(params->arena, count, sizeof(*forms));
    for (size_t i = 0; i < count; i++) {
        if (!pl_json_as_string(params->arena, it, &forms[i], params->error)) {
            return false;
        }
        it = is_list ? pl_json_next(it) : it;
    }
    entry->long_forms = forms;
    entry->long_form_count = count;
    return true;
}

/* A name alone, or the member of an object: name and long forms. */
static bool read_entry(const struct pl_params *params, struct pl_json json,
                       bool has_key, struct pl_known_acronym *entry)
{
    if (!has_key) {
        return pl_json_as_string(params->arena, json, &entry->name,
                                 params->error);
    }
    entry->name = pl_arena_copy(params->arena, pl_json_key(json));
    return read_long_forms(params, json, entry);
}

static void add(struct pl_arena *arena, struct pl_known_list *known,
                struct pl_known_acronym entry)
{
    uint32_t next = (uint32_t)known->items.len;
    uint32_t index = pl_map_get_or_add(known->by_name, entry.name, next);
    if (index == next) {
        *PL_VEC_PUSH(arena, &known->items) = entry;
    } else if (entry.long_form_count > 0) {
        known->items.items[index] = entry;
    }
}

static bool read_list(const struct pl_params *params, struct pl_json json,
                      const struct pl_known_list **out)
{
    bool has_keys = pl_json_kind(json) == PL_JSON_OBJECT;
    if (!has_keys && pl_json_kind(json) != PL_JSON_ARRAY) {
        return PL_FAIL_AT(params->error, pl_json_place(json),
                          "\"known\" must be an array or an object, found %s",
                          pl_json_kind_name(pl_json_kind(json)));
    }
    struct pl_known_list *list = pl_arena_alloc(params->arena, sizeof(*list));
    list->by_name = pl_map_new(params->arena, pl_json_count(json));
    for (struct pl_json it = pl_json_first(json); it.item;
         it = pl_json_next(it)) {
        struct pl_known_acronym entry = {.long_form_count = 0};
        if (!read_entry(params, it, has_keys, &entry)) {
            return false;
        }
        add(params->arena, list, entry);
    }
    *out = list;
    return true;
}

bool pl_known_acronyms_add(const struct pl_params *params,
                           struct pl_known_acronyms *known)
{
    struct pl_json json = pl_json_get(params->json, "known");
    if (pl_json_kind(json) == PL_JSON_NOTHING) {
        return true;
    }
    const void **made = pl_json_made(json);
    const struct pl_known_list *list = *made;
    if (!list && !read_list(params, json, &list)) {
        return false;
    }
    *made = list;
    struct pl_known_acronyms *before = NULL;
    if (known->list) {
        before = pl_arena_alloc(params->arena, sizeof(*before));
        *before = *known;
    }
    *known = (struct pl_known_acronyms){list, before};
    return true;
}

/* What was added last, but a name alone does not hide what it stands for. */
const struct pl_known_acronym *pl_known_acronyms_find(const struct pl_run *run,
                                                      pl_str name)
{
    const struct pl_acronym_params *params = run->rule->params;
    const struct pl_known_acronym *found = NULL;
    for (const struct pl_known_acronyms *it = &params->known; it && it->list;
         it = it->before) {
        uint32_t index = pl_map_get(it->list->by_name, name);
        if (index == PL_NONE) {
            continue;
        }
        const struct pl_known_acronym *entry = &it->list->items.items[index];
        if (entry->long_form_count > 0) {
            return entry;
        }
        found = found ? found : entry;
    }
    return found;
}

/* Words that two long forms share, from the end. */
static size_t shared_words(pl_str a, pl_str b, size_t *all)
{
    size_t shared = 0;
    *all = 0;
    while (a.len > 0 && b.len > 0) {
        pl_str left = pl_acronym_stem(pl_acronym_cut_word(&a));
        pl_str right = pl_acronym_stem(pl_acronym_cut_word(&b));
        *all += left.len > 0 && right.len > 0;
        shared += left.len > 0 && pl_str_eq_ignore_case(left, right);
    }
    return shared;
}

/* Word by word, but for capitals and the number of the last. */
static bool is_same(pl_str a, pl_str b)
{
    for (bool is_last = true; a.len > 0 && b.len > 0; is_last = false) {
        pl_str left = pl_acronym_cut_word(&a);
        pl_str right = pl_acronym_cut_word(&b);
        if (is_last) {
            left = pl_acronym_stem(left);
            right = pl_acronym_stem(right);
        }
        if (!pl_str_eq_ignore_case(left, right)) {
            return false;
        }
    }
    return pl_acronym_cut_word(&a).len == 0 || pl_acronym_cut_word(&b).len == 0;
}

/* The known words when those of the text are nearly these, else the empty
 * string. */
static pl_str nearly_known(const struct pl_known_acronym *known, pl_str words)
{
    pl_str nearest = {0};
    size_t most = 0;
    for (size_t i = 0; i < known->long_form_count; i++) {
        size_t all;
        pl_str wanted = known->long_forms[i];
        if (is_same(words, wanted)) {
            return (pl_str){0};
        }
        size_t shared = shared_words(words, wanted, &all);
        if (all > 2 && shared * 3 >= all * 2 && shared > most) {
            nearest = wanted;
            most = shared;
        }
    }
    return nearest;
}

static void judge(struct pl_run *run, const struct pl_acronym *it,
                  const struct pl_known_acronym *known)
{
    for (uint32_t i = 0; i < it->expansion_count; i++) {
        const struct pl_expansion *expansion = &it->expansions[i];
        pl_str words = pl_acronym_long_form(run, expansion);
        pl_str wanted =
            words.len > 0 ? nearly_known(known, words) : (pl_str){0};
        if (wanted.len == 0 || !pl_acronym_is_in_scope(run, expansion)) {
            continue;
        }
        struct pl_finding *finding = pl_acronym_is_subject(
            PL_FINDING(run, expansion->long_form, {"acronym", it->name},
                       {"long", wanted}, {"other", words}),
            it);
        pl_finding_fix(run->findings, finding, false,
                       (struct pl_edit){expansion->long_form, wanted},
                       PL_ARGS({"acronym", it->name}, {"long", wanted}));
    }
}

void pl_acronym_other_than_known(struct pl_run *run)
{
    for (uint32_t i = 0; i < run->plan->acronyms_count; i++) {
        const struct pl_acronym *it = &run->plan->acronyms[i];
        const struct pl_known_acronym *known =
            pl_known_acronyms_find(run, it->name);
        if (known) {
            judge(run, it, known);
        }
    }
}
