#include "checks/shared/params.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/nearest.h"
#include "lint/rule.h"

void *pl_params_renew(struct pl_arena *arena, struct pl_rule *rule,
                      const void *defaults, size_t size)
{
    void *params = pl_arena_alloc(arena, size);
    /* memcpy: the type is known to the caller only. */
    memcpy(params, rule->params ? rule->params : defaults, size);
    rule->params = params;
    return params;
}

/* "\"gap\", \"order\" or \"twice\"" */
static pl_str list_choices(const struct pl_params *params,
                           struct pl_choices choices)
{
    struct pl_buf list = pl_buf_in(params->arena);
    size_t left = 0;
    for (size_t i = 0; i < choices.count; i++) {
        left += choices.names[i] != NULL;
    }
    for (size_t i = 0; i < choices.count; i++) {
        if (choices.names[i]) {
            left--;
            pl_buf_addf(&list, "\"%s\"%s", choices.names[i],
                        left > 1    ? ", "
                        : left == 1 ? " or "
                                    : "");
        }
    }
    return pl_buf_str(&list);
}

static bool unknown_choice(const struct pl_params *params, const char *key,
                           struct pl_choices choices, pl_str found)
{
    struct pl_nearest nearest = pl_nearest_to(found);
    for (size_t i = 0; i < choices.count; i++) {
        if (choices.names[i]) {
            pl_nearest_offer(&nearest, pl_str_from(choices.names[i]));
        }
    }
    struct pl_place place = pl_json_place(pl_json_get(params->json, key));
    if (nearest.best.len == 0) {
        return PL_FAIL_AT(
            params->error, place, "\"%s\" cannot be \"%.*s\", it is %.*s", key,
            PL_STR_ARG(found), PL_STR_ARG(list_choices(params, choices)));
    }
    return PL_FAIL_AT(params->error, place,
                      "\"%s\" cannot be \"%.*s\", did you mean \"%.*s\"?", key,
                      PL_STR_ARG(found), PL_STR_ARG(nearest.best));
}

bool pl_params_choice(const struct pl_params *params, const char *key,
                      struct pl_choices choices, size_t *choice)
{
    pl_str found = {0};
    if (*choice == PL_NO_CHOICE && !pl_json_get(params->json, key).item) {
        return PL_FAIL_AT(params->error, pl_json_place(params->json),
                          "\"%s\" is missing from \"params\"", key);
    }
    if (!pl_json_string_or(params->arena, params->json, key, &found,
                           params->error)) {
        return false;
    }
    if (!pl_json_get(params->json, key).item) {
        return true;
    }
    for (size_t i = 0; i < choices.count; i++) {
        if (choices.names[i] &&
            pl_str_eq(found, pl_str_from(choices.names[i]))) {
            *choice = i;
            return true;
        }
    }
    return unknown_choice(params, key, choices, found);
}

bool pl_params_load_choice(const struct pl_params *params, struct pl_rule *rule,
                           const char *key, struct pl_choices choices)
{
    size_t *choice = PL_PARAMS(params->arena, rule, size_t, PL_NO_CHOICE);
    return pl_json_only_keys(params->json, &key, 1, params->error) &&
           pl_params_choice(params, key, choices, choice);
}

size_t pl_params_choice_of(const struct pl_rule *rule)
{
    const size_t *choice = rule->params;
    return *choice;
}

bool pl_params_size(const struct pl_params *params, const char *key, size_t max,
                    size_t *size)
{
    size_t found = *size;
    if (!pl_json_size_or(params->json, key, &found, params->error)) {
        return false;
    }
    if (found > max) {
        return PL_FAIL_AT(params->error,
                          pl_json_place(pl_json_get(params->json, key)),
                          "\"%s\" cannot be more than %zu", key, max);
    }
    *size = found;
    return true;
}

bool pl_params_words(const struct pl_params *params, const char *key,
                     struct pl_words_param *words)
{
    struct pl_json_strings found = {words->items, words->count};
    if (!pl_json_strings_or(params->arena, params->json, key, &found,
                            params->error)) {
        return false;
    }
    *words = (struct pl_words_param){found.items, found.count};
    return true;
}

bool pl_params_need(const struct pl_params *params, const char *what,
                    bool is_given)
{
    return is_given || PL_FAIL_AT(params->error, pl_json_place(params->json),
                                  "%s is missing from \"params\"", what);
}

bool pl_words_param_has(const struct pl_words_param *words, pl_str word)
{
    for (size_t i = 0; i < words->count; i++) {
        if (pl_str_eq_ignore_case(words->items[i], word)) {
            return true;
        }
    }
    return false;
}

bool pl_params_list(const struct pl_params *params, const char *key,
                    struct pl_json *list)
{
    struct pl_json found = pl_json_get(params->json, key);
    if (!found.item) {
        return true;
    }
    enum pl_json_kind kind = pl_json_kind(found);
    if (kind != PL_JSON_ARRAY) {
        return PL_FAIL_AT(params->error, pl_json_place(found),
                          "\"%s\" must be an array, found %s", key,
                          pl_json_kind_name(kind));
    }
    *list = found;
    return true;
}

bool pl_params_records(const struct pl_params *params, const char *key,
                       struct pl_records_param *records)
{
    struct pl_json list = {0};
    if (!pl_params_list(params, key, &list)) {
        return false;
    }
    if (!list.item) {
        return true;
    }
    records->count = pl_json_count(list);
    records->items =
        pl_arena_array(params->arena, records->count, records->size);
    char *next = records->items;
    for (struct pl_json it = pl_json_first(list); it.item;
         it = pl_json_next(it)) {
        struct pl_params one = {params->arena, it, params->error};
        if (!records->read(&one, next)) {
            return false;
        }
        next += records->size;
    }
    return true;
}

bool pl_params_words_record(const struct pl_params *params, void *words)
{
    struct pl_words_param *list = words;
    enum pl_json_kind kind = pl_json_kind(params->json);
    if (kind != PL_JSON_ARRAY) {
        return PL_FAIL_AT(params->error, pl_json_place(params->json),
                          "a list of words must be an array, found %s",
                          pl_json_kind_name(kind));
    }
    list->count = pl_json_count(params->json);
    list->items =
        pl_arena_array(params->arena, list->count, sizeof(*list->items));
    pl_str *next = list->items;
    for (struct pl_json it = pl_json_first(params->json); it.item;
         it = pl_json_next(it)) {
        if (!pl_json_as_string(params->arena, it, next++, params->error)) {
            return false;
        }
    }
    return true;
}
