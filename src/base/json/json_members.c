/* Members of the type that is wanted, or an error that says what is there. */
#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/json/json_file.h"
#include "base/nearest.h"

/* The key of a member in quotes, or what else the value is. */
static const char *called(struct pl_json value, char *out, size_t size)
{
    pl_str key = pl_json_key(value);
    if (key.len == 0) {
        return "this value";
    }
    snprintf(out, size, "\"%.*s\"", PL_STR_ARG(key));
    return out;
}

static bool is_kind(struct pl_json value, enum pl_json_kind kind,
                    struct pl_error *error)
{
    enum pl_json_kind found = pl_json_kind(value);
    if (found == kind) {
        return true;
    }
    char name[80];
    return PL_FAIL_AT(error, pl_json_place(value), "%s must be %s, found %s",
                      called(value, name, sizeof(name)),
                      pl_json_kind_name(kind), pl_json_kind_name(found));
}

static pl_str string_of(struct pl_json value)
{
    const cJSON *item = value.item;
    return value.file->is_tree
               ? (pl_str){item->valuestring, (size_t)item->valuedouble}
               : pl_str_from(item->valuestring);
}

bool pl_json_as_string(struct pl_arena *arena, struct pl_json value,
                       pl_str *out, struct pl_error *error)
{
    if (!is_kind(value, PL_JSON_STRING, error)) {
        return false;
    }
    pl_str string = string_of(value);
    bool is_there = value.file->is_tree && value.file->arena == arena;
    *out = is_there ? string : pl_arena_copy(arena, string);
    return true;
}

bool pl_json_string_or(struct pl_arena *arena, struct pl_json object,
                       const char *key, pl_str *out, struct pl_error *error)
{
    struct pl_json value = pl_json_get(object, key);
    return !value.item || pl_json_as_string(arena, value, out, error);
}

bool pl_json_string(struct pl_arena *arena, struct pl_json object,
                    const char *key, pl_str *out, struct pl_error *error)
{
    struct pl_json value = pl_json_get(object, key);
    if (!value.item) {
        return PL_FAIL_AT(error, pl_json_place(object),
                          "\"%s\" is missing, a string", key);
    }
    return pl_json_as_string(arena, value, out, error);
}

bool pl_json_bool_or(struct pl_json object, const char *key, bool *out,
                     struct pl_error *error)
{
    struct pl_json value = pl_json_get(object, key);
    if (!value.item) {
        return true;
    }
    if (!is_kind(value, PL_JSON_BOOL, error)) {
        return false;
    }
    *out = cJSON_IsTrue(value.item);
    return true;
}

bool pl_json_size_or(struct pl_json object, const char *key, size_t *out,
                     struct pl_error *error)
{
    struct pl_json value = pl_json_get(object, key);
    if (!value.item) {
        return true;
    }
    if (!is_kind(value, PL_JSON_NUMBER, error)) {
        return false;
    }
    double number = value.item->valuedouble;
    if (!(number >= 0 && number <= 0x1p31) || floor(number) != number) {
        return PL_FAIL_AT(error, pl_json_place(value),
                          "\"%s\" must be a whole number from 0 to 2147483648, "
                          "found %g",
                          key, number);
    }
    *out = (size_t)number;
    return true;
}

bool pl_json_strings_or(struct pl_arena *arena, struct pl_json object,
                        const char *key, struct pl_json_strings *out,
                        struct pl_error *error)
{
    struct pl_json value = pl_json_get(object, key);
    if (!value.item) {
        return true;
    }
    if (!is_kind(value, PL_JSON_ARRAY, error)) {
        return false;
    }
    out->count = pl_json_count(value);
    out->items = pl_arena_array(arena, out->count, sizeof(*out->items));
    pl_str *next = out->items;
    for (struct pl_json it = pl_json_first(value); it.item;
         it = pl_json_next(it)) {
        if (!pl_json_as_string(arena, it, next++, error)) {
            return false;
        }
    }
    return true;
}

static bool is_among(pl_str key, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (pl_str_eq(key, pl_str_from(keys[i]))) {
            return true;
        }
    }
    return false;
}

static bool unknown_key(struct pl_json member, const char *const *keys,
                        size_t count, struct pl_error *error)
{
    pl_str key = pl_json_key(member);
    struct pl_nearest nearest = pl_nearest_to(key);
    for (size_t i = 0; i < count; i++) {
        pl_nearest_offer(&nearest, pl_str_from(keys[i]));
    }
    return PL_FAIL_AT(error, pl_json_key_place(member),
                      "unknown key \"%.*s\"" PL_NEAREST, PL_STR_ARG(key),
                      PL_NEAREST_ARG(nearest.best));
}

bool pl_json_only_keys(struct pl_json object, const char *const *keys,
                       size_t count, struct pl_error *error)
{
    if (object.item && !is_kind(object, PL_JSON_OBJECT, error)) {
        return false;
    }
    for (struct pl_json it = pl_json_first(object); it.item;
         it = pl_json_next(it)) {
        if (!is_among(pl_json_key(it), keys, count)) {
            return unknown_key(it, keys, count, error);
        }
    }
    return true;
}
