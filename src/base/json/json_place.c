/* Where the values of a file stand in its text. */
#include <assert.h>

#include "base/json.h"
#include "base/json/json_file.h"
#include "base/json/json_walk.h"

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
