#include "base/json.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/json_tree.h"
#include "base/json_walk.h"
#include "base/map.h"
#include "base/nearest.h"

enum { FEW_MEMBERS = 12 }; /* so few that comparing each with each is best */

/* What was made of a value. */
struct made {
    const cJSON *item;
    const void *thing;
    struct made *next;
};

struct pl_json_file {
    struct pl_arena *arena;
    struct made **made; /* the last one first; a few */
    bool is_known;
    bool is_tree; /* made by pl_json_tree(); then the arena is the caller's */
    bool allows_nul;
    const char *path;
    pl_str text;
    size_t from; /* where the root begins, or what stands before it */
    pl_str skipped_key;
    cJSON *root;
};

/* Counts values before `item` in reading order; true when it is there. */
static bool number_of(const cJSON *value, const cJSON *item, size_t *number)
{
    if (value == item) {
        return true;
    }
    ++*number;
    for (const cJSON *it = value->child; it; it = it->next) {
        if (number_of(it, item, number)) {
            return true;
        }
    }
    return false;
}

/* A walk that has found where `item` stands. */
static struct pl_json_walk find_item(struct pl_json item)
{
    const struct pl_json_file *file = item.file;
    struct pl_error unused;
    struct pl_json_walk walk = {.path = file->path,
                                .text = file->text,
                                .error = &unused,
                                .skipped_key = file->skipped_key,
                                .allows_nul = file->allows_nul,
                                .at = file->from};
    bool ok = number_of(file->root, item.item, &walk.wanted) &&
              pl_json_walk_file(&walk);
    assert(ok); /* pl_json_open() has walked it before */
    (void)ok;
    walk.error = NULL;
    return walk;
}

/* Of something that is absent only the file is known. */
static struct pl_place place_in_file(struct pl_json value, bool of_key)
{
    if (!value.item) {
        return (struct pl_place){.path = value.file ? value.file->path : ""};
    }
    struct pl_json_walk walk = find_item(value);
    return pl_json_place_of(walk.path, walk.text,
                            of_key ? walk.wanted_key : walk.wanted_value);
}

struct pl_place pl_json_place(struct pl_json value)
{
    return place_in_file(value, false);
}

struct pl_place pl_json_key_place(struct pl_json member)
{
    return place_in_file(member, true);
}

pl_str pl_json_raw(struct pl_json value)
{
    if (!value.item) {
        return (pl_str){0};
    }
    struct pl_json_walk walk = find_item(value);
    return pl_str_slice(walk.text, walk.wanted_value, walk.wanted_end);
}

/* The first member whose key stood before, or NULL. */
static const cJSON *repeated_few(const cJSON *object)
{
    for (const cJSON *it = object->child; it; it = it->next) {
        for (const cJSON *other = object->child; other != it;
             other = other->next) {
            if (strcmp(it->string, other->string) == 0) {
                return it;
            }
        }
    }
    return NULL;
}

static const cJSON *repeated_many(const cJSON *object, size_t count)
{
    struct pl_arena *scratch = pl_arena_new();
    struct pl_map *keys = pl_map_new(scratch, count);
    const cJSON *found = NULL;
    uint32_t number = 0;
    for (const cJSON *it = object->child; it && !found; it = it->next) {
        pl_str key = pl_str_from(it->string);
        if (pl_map_get_or_add(keys, key, number) != number) {
            found = it;
        }
        number++;
    }
    pl_arena_free(scratch);
    return found;
}

/* In the whole tree; the depth of the recursion is at most PL_JSON_MAX_DEPTH.
 */
static const cJSON *repeated_member(const cJSON *value)
{
    if (cJSON_IsObject(value)) {
        size_t count = (size_t)cJSON_GetArraySize(value);
        const cJSON *found = count <= FEW_MEMBERS ? repeated_few(value)
                                                  : repeated_many(value, count);
        if (found) {
            return found;
        }
    }
    for (const cJSON *it = value->child; it; it = it->next) {
        const cJSON *found = it->child ? repeated_member(it) : NULL;
        if (found) {
            return found;
        }
    }
    return NULL;
}

/* The text for cJSON: with the skipped value replaced by null, in a copy. */
static pl_str without_skipped(struct pl_arena *arena,
                              const struct pl_json_walk *walk)
{
    static const pl_str null = PL_STR("null");
    if (walk->skipped_to - walk->skipped_from < null.len) {
        return walk->text;
    }
    pl_str parts[] = {
        pl_str_slice(walk->text, 0, walk->skipped_from), null,
        pl_str_slice(walk->text, walk->skipped_to, walk->text.len)};
    char *copy = pl_arena_alloc(arena, walk->text.len);
    size_t len = 0;
    for (size_t i = 0; i < PL_COUNT(parts); i++) {
        memcpy(copy + len, parts[i].data, parts[i].len);
        len += parts[i].len;
    }
    return (pl_str){copy, len};
}

static bool no_member_twice(const struct pl_json_file *file,
                            struct pl_error *error)
{
    const cJSON *twice = repeated_member(file->root);
    struct pl_json member = {file, twice};
    return !twice || PL_FAIL_AT(error, pl_json_key_place(member),
                                "the key \"%s\" stands here a second time",
                                twice->string);
}

static bool build(struct pl_json_file *file, pl_str text,
                  struct pl_error *error)
{
    const char *end = NULL;
    file->root = cJSON_ParseWithLengthOpts(text.data, text.len, &end, 0);
    if (!file->root) {
        return PL_FAIL_AT(error, (struct pl_place){.path = file->path},
                          "cannot be read as JSON");
    }
    return no_member_twice(file, error);
}

static struct pl_json_file *new_file(struct pl_arena *arena, const char *path,
                                     pl_str text)
{
    struct pl_json_file *file = pl_arena_alloc(arena, sizeof(*file));
    *file = (struct pl_json_file){
        .arena = arena,
        .made = pl_arena_alloc(arena, sizeof(*file->made)),
        .path = path,
        .text = text,
    };
    return file;
}

/* `text`: what cJSON is to read. */
static bool open_file(struct pl_json_file *file, pl_str text,
                      struct pl_json_file **out, struct pl_json *root,
                      struct pl_error *error)
{
    if (!build(file, text, error)) {
        pl_json_close(file);
        return false;
    }
    *out = file;
    *root = (struct pl_json){file, file->root};
    return true;
}

static bool open_walked(struct pl_json_walk *walk, struct pl_json_file **out,
                        struct pl_json *root)
{
    if (!pl_json_walk_file(walk)) {
        return false;
    }
    struct pl_json_file *file =
        new_file(pl_arena_new(), walk->path, walk->text);
    file->skipped_key = walk->skipped_key;
    return open_file(file, without_skipped(file->arena, walk), out, root,
                     walk->error);
}

bool pl_json_open(const char *path, pl_str text, struct pl_json_file **file,
                  struct pl_json *root, struct pl_error *error)
{
    struct pl_json_walk walk = {.path = path, .text = text, .error = error};
    return open_walked(&walk, file, root);
}

bool pl_json_open_without(struct pl_json_text text, struct pl_json_file **file,
                          struct pl_json *root, struct pl_error *error)
{
    struct pl_json_walk walk = {.path = text.path,
                                .text = text.text,
                                .error = error,
                                .skipped_key = pl_str_from(text.skipped)};
    return open_walked(&walk, file, root);
}

struct pl_json pl_json_open_part(struct pl_arena *arena,
                                 struct pl_json_part part)
{
    pl_str until_end = pl_str_slice(part.text, 0, part.to);
    struct pl_json_file *file = new_file(arena, part.path, until_end);
    file->is_known = true;
    file->is_tree = true;
    file->from = part.from;
    file->root =
        pl_json_tree(arena, pl_str_slice(part.text, part.from, part.to));
    return (struct pl_json){file, file->root};
}

bool pl_json_open_message(struct pl_arena *arena, pl_str text,
                          struct pl_json *root, struct pl_error *error)
{
    struct pl_json_walk walk = {
        .path = "", .text = text, .error = error, .allows_nul = true};
    if (!pl_json_walk_file(&walk)) {
        return false;
    }
    struct pl_json_file *file = new_file(arena, walk.path, text);
    file->is_tree = true;
    file->allows_nul = true;
    file->root = pl_json_tree(arena, text);
    *root = (struct pl_json){file, file->root};
    return true;
}

void pl_json_close(struct pl_json_file *file)
{
    if (file) {
        cJSON_Delete(file->root);
        pl_arena_free(file->arena);
    }
}

bool pl_json_is_known(struct pl_json value)
{
    return value.file && value.file->is_known;
}

const void **pl_json_made(struct pl_json value)
{
    struct made *it = *value.file->made;
    while (it && it->item != value.item) {
        it = it->next;
    }
    if (!it) {
        it = pl_arena_alloc(value.file->arena, sizeof(*it));
        it->item = value.item;
        it->next = *value.file->made;
        *value.file->made = it;
    }
    return &it->thing;
}

enum pl_json_kind pl_json_kind(struct pl_json value)
{
    static const struct {
        int type;
        enum pl_json_kind kind;
    } kinds[] = {
        {cJSON_NULL, PL_JSON_NULL},     {cJSON_True, PL_JSON_BOOL},
        {cJSON_False, PL_JSON_BOOL},    {cJSON_Number, PL_JSON_NUMBER},
        {cJSON_String, PL_JSON_STRING}, {cJSON_Array, PL_JSON_ARRAY},
        {cJSON_Object, PL_JSON_OBJECT},
    };
    for (size_t i = 0; value.item && i < PL_COUNT(kinds); i++) {
        if ((value.item->type & 0xFF) == kinds[i].type) {
            return kinds[i].kind;
        }
    }
    return PL_JSON_NOTHING;
}

const char *pl_json_kind_name(enum pl_json_kind kind)
{
    static const char *const names[] = {
        [PL_JSON_NOTHING] = "nothing",    [PL_JSON_NULL] = "null",
        [PL_JSON_BOOL] = "true or false", [PL_JSON_NUMBER] = "a number",
        [PL_JSON_STRING] = "a string",    [PL_JSON_ARRAY] = "an array",
        [PL_JSON_OBJECT] = "an object",
    };
    return names[kind];
}

static bool has_children(struct pl_json value)
{
    return value.item &&
           (cJSON_IsObject(value.item) || cJSON_IsArray(value.item));
}

size_t pl_json_count(struct pl_json value)
{
    return has_children(value) ? (size_t)cJSON_GetArraySize(value.item) : 0;
}

struct pl_json pl_json_first(struct pl_json value)
{
    const cJSON *first = has_children(value) ? value.item->child : NULL;
    return (struct pl_json){value.file, first};
}

struct pl_json pl_json_next(struct pl_json item)
{
    const cJSON *next = item.item ? item.item->next : NULL;
    return (struct pl_json){item.file, next};
}

pl_str pl_json_key(struct pl_json member)
{
    return pl_str_from(member.item ? member.item->string : NULL);
}

struct pl_json pl_json_get(struct pl_json object, const char *key)
{
    const cJSON *found = NULL;
    if (object.item && cJSON_IsObject(object.item)) {
        found = cJSON_GetObjectItemCaseSensitive(object.item, key);
    }
    return (struct pl_json){object.file, found};
}

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

bool pl_json_integer(struct pl_json value, int64_t *out)
{
    if (!value.item || !cJSON_IsNumber(value.item)) {
        return false;
    }
    double number = value.item->valuedouble;
    if (!(fabs(number) <= 0x1p53) || floor(number) != number) {
        return false;
    }
    *out = (int64_t)number;
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
