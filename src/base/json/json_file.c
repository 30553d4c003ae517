/* Opening: a text is walked, then made a tree, then searched for keys that
 * stand twice. */
#include "base/json/json_file.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/json.h"
#include "base/json/json_tree.h"
#include "base/json/json_walk.h"
#include "base/map.h"

enum { FEW_MEMBERS = 12 }; /* so few that comparing each with each is best */

/* What was made of a value. */
struct pl_json_made {
    const cJSON *item;
    const void *thing;
    struct pl_json_made *next;
};

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
    struct pl_json_made *it = *value.file->made;
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
