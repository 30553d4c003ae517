/* The directory of a zip file. */
#include "text/package/zip.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/utf8.h"
#include "text/package/zip_records.h"

bool pl_zip_looks_like(pl_str bytes)
{
    return bytes.len >= 4 &&
           (pl_zip_get32(bytes, 0) == PL_ZIP_LOCAL_SIGNATURE ||
            pl_zip_get32(bytes, 0) == PL_ZIP_END_SIGNATURE);
}

/* The last end record that ends with the file; PL_NOWHERE. */
static size_t find_end(pl_str bytes)
{
    if (bytes.len < PL_ZIP_END_SIZE) {
        return PL_NOWHERE;
    }
    size_t least = bytes.len > PL_ZIP_END_SIZE + PL_ZIP_LONGEST_COMMENT
                       ? bytes.len - PL_ZIP_END_SIZE - PL_ZIP_LONGEST_COMMENT
                       : 0;
    for (size_t at = bytes.len - PL_ZIP_END_SIZE + 1; at-- > least;) {
        if (pl_zip_get32(bytes, at) == PL_ZIP_END_SIGNATURE &&
            at + PL_ZIP_END_SIZE + pl_zip_get16(bytes, at + 20) == bytes.len) {
            return at;
        }
    }
    return PL_NOWHERE;
}

static bool is_safe_name(pl_str name)
{
    bool is_absolute = name.len == 0 || name.data[0] == '/';
    if (is_absolute || pl_utf8_validate(name) != name.len) {
        return false;
    }
    pl_str rest = name;
    while (rest.len > 0) {
        pl_str step = pl_str_split(&rest, '/');
        if (pl_str_eq(step, (pl_str)PL_STR("..")) ||
            pl_str_eq(step, (pl_str)PL_STR("."))) {
            return false;
        }
    }
    for (size_t i = 0; i < name.len; i++) {
        if ((unsigned char)name.data[i] < ' ' || name.data[i] == '\\') {
            return false;
        }
    }
    return true;
}

static pl_str in_small_letters(struct pl_arena *arena, pl_str name)
{
    char *small = pl_arena_alloc(arena, name.len + 1);
    for (size_t i = 0; i < name.len; i++) {
        small[i] = pl_to_lower(name.data[i]);
    }
    return (pl_str){small, name.len};
}

bool pl_zip_damaged(const struct pl_zip *zip, struct pl_error *error,
                    const char *what)
{
    return PL_FAIL(error, "%s: damaged zip file: %s", zip->path, what);
}

static bool check_entry(const struct pl_zip *zip,
                        const struct pl_zip_entry *entry,
                        struct pl_error *error)
{
    if (!is_safe_name(entry->name)) {
        return pl_zip_damaged(zip, error,
                              "the name of an entry is not allowed");
    }
    if (entry->flags & PL_ZIP_FLAG_ENCRYPTED) {
        return PL_FAIL(error, "%s: %.*s is encrypted", zip->path,
                       PL_STR_ARG(entry->name));
    }
    if (entry->method != PL_ZIP_STORED && entry->method != PL_ZIP_DEFLATED) {
        return PL_FAIL(error,
                       "%s: %.*s is packed in a way (%u) that Word "
                       "documents do not have",
                       zip->path, PL_STR_ARG(entry->name), entry->method);
    }
    if (entry->packed == UINT32_MAX || entry->size == UINT32_MAX) {
        return PL_FAIL(error, "%s: %.*s is larger than is read", zip->path,
                       PL_STR_ARG(entry->name));
    }
    if (entry->method == PL_ZIP_STORED && entry->packed != entry->size) {
        return pl_zip_damaged(zip, error, "a stored entry has two sizes");
    }
    return true;
}

/* Reads the record at `*at` and steps over it. */
static bool read_central(struct pl_zip *zip, size_t *at, size_t end,
                         struct pl_zip_entry *entry, struct pl_error *error)
{
    pl_str bytes = zip->bytes;
    if (end - *at < PL_ZIP_CENTRAL_SIZE ||
        pl_zip_get32(bytes, *at) != PL_ZIP_CENTRAL_SIGNATURE) {
        return pl_zip_damaged(zip, error, "its directory is cut off");
    }
    size_t name_len = pl_zip_get16(bytes, *at + 28);
    size_t len = PL_ZIP_CENTRAL_SIZE + name_len +
                 pl_zip_get16(bytes, *at + 30) + pl_zip_get16(bytes, *at + 32);
    if (end - *at < len) {
        return pl_zip_damaged(zip, error, "its directory is cut off");
    }
    *entry = (struct pl_zip_entry){
        .name = pl_str_slice(bytes, *at + PL_ZIP_CENTRAL_SIZE,
                             *at + PL_ZIP_CENTRAL_SIZE + name_len),
        .flags = pl_zip_get16(bytes, *at + 8),
        .method = pl_zip_get16(bytes, *at + 10),
        .checksum = pl_zip_get32(bytes, *at + 16),
        .packed = pl_zip_get32(bytes, *at + 20),
        .size = pl_zip_get32(bytes, *at + 24),
        .local = pl_zip_get32(bytes, *at + 42),
        .central = pl_str_slice(bytes, *at, *at + len),
    };
    *at += len;
    return check_entry(zip, entry, error);
}

/* The extra field of a local record that has both sizes when the record itself
 * has no room for large ones; empty: there is none. */
static pl_str large_sizes(pl_str bytes, size_t at)
{
    size_t start = at + PL_ZIP_LOCAL_SIZE + pl_zip_get16(bytes, at + 26);
    pl_str extra =
        pl_str_slice(bytes, start, start + pl_zip_get16(bytes, at + 28));
    while (extra.len >= 4) {
        size_t end = 4 + (size_t)pl_zip_get16(extra, 2);
        if (pl_zip_get16(extra, 0) == PL_ZIP_LARGE && end >= 20) {
            return pl_str_slice(extra, 4, end);
        }
        extra = pl_str_slice(extra, end, extra.len);
    }
    return (pl_str){0};
}

static bool has_sizes(pl_str bytes, size_t at, const struct pl_zip_entry *entry)
{
    uint32_t packed = pl_zip_get32(bytes, at + 18);
    uint32_t size = pl_zip_get32(bytes, at + 22);
    pl_str large = large_sizes(bytes, at);
    if (packed == UINT32_MAX && size == UINT32_MAX && large.len >= 16) {
        size = pl_zip_get32(large, 0);
        packed = pl_zip_get32(large, 8);
    }
    return packed == entry->packed && size == entry->size;
}

/* Sizes and checksum may come after the data, and are zero then. */
static bool says_the_same(pl_str bytes, size_t at,
                          const struct pl_zip_entry *entry)
{
    bool is_later = pl_zip_get16(bytes, at + 6) & PL_ZIP_FLAG_LATER;
    bool has_facts = pl_zip_get32(bytes, at + 14) == entry->checksum &&
                     has_sizes(bytes, at, entry);
    return pl_zip_get16(bytes, at + 8) == entry->method &&
           (is_later || has_facts) &&
           (pl_zip_get16(bytes, at + 6) & PL_ZIP_FLAG_ENCRYPTED) == 0;
}

/* The local record says the same, and the data is inside the file. */
static bool read_local(const struct pl_zip *zip, struct pl_zip_entry *entry,
                       struct pl_error *error)
{
    pl_str bytes = zip->bytes;
    size_t at = entry->local;
    if (at > zip->directory || zip->directory - at < PL_ZIP_LOCAL_SIZE ||
        pl_zip_get32(bytes, at) != PL_ZIP_LOCAL_SIGNATURE) {
        return pl_zip_damaged(zip, error,
                              "an entry is not where the directory says");
    }
    size_t name_len = pl_zip_get16(bytes, at + 26);
    size_t data =
        at + PL_ZIP_LOCAL_SIZE + name_len + pl_zip_get16(bytes, at + 28);
    pl_str name = pl_str_slice(bytes, at + PL_ZIP_LOCAL_SIZE,
                               at + PL_ZIP_LOCAL_SIZE + name_len);
    if (!pl_str_eq(name, entry->name) || !says_the_same(bytes, at, entry)) {
        return pl_zip_damaged(zip, error, "an entry and the directory differ");
    }
    if (data > zip->directory || zip->directory - data < entry->packed) {
        return pl_zip_damaged(zip, error, "an entry goes beyond the end");
    }
    entry->data = (uint32_t)data;
    return true;
}

static int by_place(const void *a, const void *b)
{
    const struct pl_zip_entry *const *first = a;
    const struct pl_zip_entry *const *second = b;
    return ((*first)->local > (*second)->local) -
           ((*first)->local < (*second)->local);
}

/* Each entry ends where the next begins. */
static bool check_overlap(struct pl_arena *arena, struct pl_zip *zip,
                          struct pl_error *error)
{
    struct pl_zip_entry **order =
        pl_arena_array(arena, zip->count + 1, sizeof(*order));
    for (size_t i = 0; i < zip->count; i++) {
        order[i] = &zip->entries[i];
    }
    qsort(order, zip->count, sizeof(*order), by_place);
    for (size_t i = 0; i < zip->count; i++) {
        order[i]->end =
            i + 1 < zip->count ? order[i + 1]->local : zip->directory;
        if (order[i]->end < order[i]->data + order[i]->packed) {
            return pl_zip_damaged(zip, error, "two entries overlap");
        }
    }
    return true;
}

static bool read_entries(struct pl_arena *arena, struct pl_zip *zip, size_t end,
                         struct pl_error *error)
{
    size_t at = zip->directory;
    for (size_t i = 0; i < zip->count; i++) {
        struct pl_zip_entry *entry = &zip->entries[i];
        if (!read_central(zip, &at, end, entry, error) ||
            !read_local(zip, entry, error)) {
            return false;
        }
        pl_str key = in_small_letters(arena, entry->name);
        uint32_t index = (uint32_t)i;
        if (pl_map_get_or_add(zip->by_name, key, index) != index) {
            return pl_zip_damaged(zip, error, "two entries have the same name");
        }
    }
    return at == end ||
           pl_zip_damaged(zip, error, "its directory has two sizes");
}

static bool read_directory(struct pl_arena *arena, struct pl_zip *zip,
                           struct pl_error *error)
{
    pl_str bytes = zip->bytes;
    size_t end = find_end(bytes);
    if (end == PL_NOWHERE) {
        return PL_FAIL(error, "%s: cut off: a zip file without its directory",
                       zip->path);
    }
    zip->count = pl_zip_get16(bytes, end + 10);
    zip->directory = pl_zip_get32(bytes, end + 16);
    zip->comment = pl_str_slice(bytes, end + PL_ZIP_END_SIZE, bytes.len);
    bool is_split = pl_zip_get16(bytes, end + 4) != 0 ||
                    pl_zip_get16(bytes, end + 6) != 0 ||
                    pl_zip_get16(bytes, end + 8) != zip->count;
    if (is_split || zip->directory > end ||
        end - zip->directory != pl_zip_get32(bytes, end + 12)) {
        return pl_zip_damaged(zip, error,
                              "its directory is not where it should be");
    }
    if (zip->count > PL_ZIP_MAX_ENTRIES) {
        return PL_FAIL(error, "%s: has %zu entries; more than %d are not read",
                       zip->path, zip->count, PL_ZIP_MAX_ENTRIES);
    }
    zip->entries = pl_arena_array(arena, zip->count + 1, sizeof(*zip->entries));
    zip->by_name = pl_map_new(arena, zip->count);
    return read_entries(arena, zip, end, error) &&
           check_overlap(arena, zip, error);
}

bool pl_zip_open(struct pl_arena *arena, const char *path, pl_str bytes,
                 struct pl_zip **zip, struct pl_error *error)
{
    if (bytes.len >= UINT32_MAX) {
        return PL_FAIL(error, "%s: too large for a zip file that is read here",
                       path);
    }
    struct pl_zip *made = pl_arena_alloc(arena, sizeof(*made));
    made->path = path;
    made->bytes = bytes;
    *zip = made;
    return read_directory(arena, made, error);
}

const char *pl_zip_path(const struct pl_zip *zip)
{
    return zip->path;
}

size_t pl_zip_count(const struct pl_zip *zip)
{
    return zip->count;
}

pl_str pl_zip_name(const struct pl_zip *zip, size_t entry)
{
    return zip->entries[entry].name;
}

size_t pl_zip_find(const struct pl_zip *zip, pl_str name)
{
    struct pl_arena *scratch = pl_arena_new();
    uint32_t found = pl_map_get(zip->by_name, in_small_letters(scratch, name));
    pl_arena_free(scratch);
    return found == PL_NONE ? PL_NOWHERE : found;
}
