#include "text/package/zip.h"

#include <stdlib.h>
#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chars.h"
#include "base/map.h"
#include "base/utf8.h"

/* Source: PKWARE APPNOTE 6.3, sections 4.3 and 4.4; ECMA-376 part 2, annex B.
 */
enum {
    LOCAL_SIGNATURE = 0x04034b50,
    CENTRAL_SIGNATURE = 0x02014b50,
    END_SIGNATURE = 0x06054b50,
    LOCAL_SIZE = 30,
    CENTRAL_SIZE = 46,
    END_SIZE = 22,
    LONGEST_COMMENT = 0xFFFF,
    STORED = 0,
    DEFLATED = 8,
    FLAG_ENCRYPTED = 1 << 0,
    FLAG_LATER = 1 << 3, /* sizes are in a record after the data */
    FLAG_UTF8 = 1 << 11,
    PIECE = 64 * 1024,
    RATIO_GRACE = 1024 * 1024,
    NEEDED = 20,     /* version: 2.0, deflate */
    DATE_1980 = 0x21 /* the first day that can be written */
};

struct entry {
    pl_str name;
    uint16_t flags;
    uint16_t method;
    uint32_t checksum;
    uint32_t packed;
    uint32_t size;
    uint32_t local; /* offset of the local record */
    uint32_t data;  /* offset of the packed bytes */
    uint32_t end;   /* after the data, descriptor and padding: where the
                       next entry or the directory begins */
    pl_str central; /* the whole record in the directory */
};

struct pl_zip {
    const char *path;
    pl_str bytes;
    struct entry *entries; /* in the order of the directory */
    size_t count;
    struct pl_map *by_name; /* in small letters */
    uint32_t directory;     /* offset */
    pl_str comment;
    uint64_t inflated; /* bytes that were read so far */
};

static uint16_t get16(pl_str bytes, size_t at)
{
    const unsigned char *b = (const unsigned char *)bytes.data + at;
    return (uint16_t)(b[0] | b[1] << 8);
}

static uint32_t get32(pl_str bytes, size_t at)
{
    return get16(bytes, at) | (uint32_t)get16(bytes, at + 2) << 16;
}

bool pl_zip_looks_like(pl_str bytes)
{
    return bytes.len >= 4 && (get32(bytes, 0) == LOCAL_SIGNATURE ||
                              get32(bytes, 0) == END_SIGNATURE);
}

/* ----- the directory ----- */

/* The last end record that ends with the file; PL_NOWHERE. */
static size_t find_end(pl_str bytes)
{
    if (bytes.len < END_SIZE) {
        return PL_NOWHERE;
    }
    size_t least = bytes.len > END_SIZE + LONGEST_COMMENT
                       ? bytes.len - END_SIZE - LONGEST_COMMENT
                       : 0;
    for (size_t at = bytes.len - END_SIZE + 1; at-- > least;) {
        if (get32(bytes, at) == END_SIGNATURE &&
            at + END_SIZE + get16(bytes, at + 20) == bytes.len) {
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

static bool damaged(const struct pl_zip *zip, struct pl_error *error,
                    const char *what)
{
    return PL_FAIL(error, "%s: damaged zip file: %s", zip->path, what);
}

static bool check_entry(const struct pl_zip *zip, const struct entry *entry,
                        struct pl_error *error)
{
    if (!is_safe_name(entry->name)) {
        return damaged(zip, error, "the name of an entry is not allowed");
    }
    if (entry->flags & FLAG_ENCRYPTED) {
        return PL_FAIL(error, "%s: %.*s is encrypted", zip->path,
                       PL_STR_ARG(entry->name));
    }
    if (entry->method != STORED && entry->method != DEFLATED) {
        return PL_FAIL(error,
                       "%s: %.*s is packed in a way (%u) that Word "
                       "documents do not have",
                       zip->path, PL_STR_ARG(entry->name), entry->method);
    }
    if (entry->method == STORED && entry->packed != entry->size) {
        return damaged(zip, error, "a stored entry has two sizes");
    }
    return true;
}

/* Reads the record at `*at` and steps over it. */
static bool read_central(struct pl_zip *zip, size_t *at, size_t end,
                         struct entry *entry, struct pl_error *error)
{
    pl_str bytes = zip->bytes;
    if (end - *at < CENTRAL_SIZE || get32(bytes, *at) != CENTRAL_SIGNATURE) {
        return damaged(zip, error, "its directory is cut off");
    }
    size_t name_len = get16(bytes, *at + 28);
    size_t len = CENTRAL_SIZE + name_len + get16(bytes, *at + 30) +
                 get16(bytes, *at + 32);
    if (end - *at < len) {
        return damaged(zip, error, "its directory is cut off");
    }
    *entry = (struct entry){
        .name = pl_str_slice(bytes, *at + CENTRAL_SIZE,
                             *at + CENTRAL_SIZE + name_len),
        .flags = get16(bytes, *at + 8),
        .method = get16(bytes, *at + 10),
        .checksum = get32(bytes, *at + 16),
        .packed = get32(bytes, *at + 20),
        .size = get32(bytes, *at + 24),
        .local = get32(bytes, *at + 42),
        .central = pl_str_slice(bytes, *at, *at + len),
    };
    *at += len;
    return check_entry(zip, entry, error);
}

/* Sizes and checksum may come after the data, and are zero then. */
static bool says_the_same(pl_str bytes, size_t at, const struct entry *entry)
{
    bool is_later = get16(bytes, at + 6) & FLAG_LATER;
    bool has_facts = get32(bytes, at + 14) == entry->checksum &&
                     get32(bytes, at + 18) == entry->packed &&
                     get32(bytes, at + 22) == entry->size;
    return get16(bytes, at + 8) == entry->method && (is_later || has_facts) &&
           (get16(bytes, at + 6) & FLAG_ENCRYPTED) == 0;
}

/* The local record says the same, and the data is inside the file. */
static bool read_local(const struct pl_zip *zip, struct entry *entry,
                       struct pl_error *error)
{
    pl_str bytes = zip->bytes;
    size_t at = entry->local;
    if (at > zip->directory || zip->directory - at < LOCAL_SIZE ||
        get32(bytes, at) != LOCAL_SIGNATURE) {
        return damaged(zip, error, "an entry is not where the directory says");
    }
    size_t name_len = get16(bytes, at + 26);
    size_t data = at + LOCAL_SIZE + name_len + get16(bytes, at + 28);
    pl_str name =
        pl_str_slice(bytes, at + LOCAL_SIZE, at + LOCAL_SIZE + name_len);
    if (!pl_str_eq(name, entry->name) || !says_the_same(bytes, at, entry)) {
        return damaged(zip, error, "an entry and the directory differ");
    }
    if (data > zip->directory || zip->directory - data < entry->packed) {
        return damaged(zip, error, "an entry goes beyond the end");
    }
    entry->data = (uint32_t)data;
    return true;
}

static int by_place(const void *a, const void *b)
{
    const struct entry *const *first = a;
    const struct entry *const *second = b;
    return ((*first)->local > (*second)->local) -
           ((*first)->local < (*second)->local);
}

/* Each entry ends where the next begins. */
static bool check_overlap(struct pl_arena *arena, struct pl_zip *zip,
                          struct pl_error *error)
{
    struct entry **order =
        pl_arena_array(arena, zip->count + 1, sizeof(*order));
    for (size_t i = 0; i < zip->count; i++) {
        order[i] = &zip->entries[i];
    }
    qsort(order, zip->count, sizeof(*order), by_place);
    for (size_t i = 0; i < zip->count; i++) {
        order[i]->end =
            i + 1 < zip->count ? order[i + 1]->local : zip->directory;
        if (order[i]->end < order[i]->data + order[i]->packed) {
            return damaged(zip, error, "two entries overlap");
        }
    }
    return true;
}

static bool read_entries(struct pl_arena *arena, struct pl_zip *zip, size_t end,
                         struct pl_error *error)
{
    size_t at = zip->directory;
    for (size_t i = 0; i < zip->count; i++) {
        struct entry *entry = &zip->entries[i];
        if (!read_central(zip, &at, end, entry, error) ||
            !read_local(zip, entry, error)) {
            return false;
        }
        pl_str key = in_small_letters(arena, entry->name);
        uint32_t index = (uint32_t)i;
        if (pl_map_get_or_add(zip->by_name, key, index) != index) {
            return damaged(zip, error, "two entries have the same name");
        }
    }
    return at == end || damaged(zip, error, "its directory has two sizes");
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
    zip->count = get16(bytes, end + 10);
    zip->directory = get32(bytes, end + 16);
    zip->comment = pl_str_slice(bytes, end + END_SIZE, bytes.len);
    bool is_split = get16(bytes, end + 4) != 0 || get16(bytes, end + 6) != 0 ||
                    get16(bytes, end + 8) != zip->count;
    if (is_split || zip->directory > end ||
        end - zip->directory != get32(bytes, end + 12)) {
        return damaged(zip, error, "its directory is not where it should be");
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

/* ----- reading ----- */

struct reading {
    struct pl_zip *zip;
    const struct entry *entry;
    struct pl_zip_sink sink;
    uint64_t size; /* so far */
    uLong checksum;
};

static bool is_too_much(const struct reading *reading)
{
    uint64_t allowed =
        RATIO_GRACE + (uint64_t)reading->entry->packed * PL_ZIP_MAX_RATIO;
    return reading->size > PL_ZIP_MAX_ENTRY || reading->size > allowed ||
           reading->zip->inflated > PL_ZIP_MAX_TOTAL;
}

static bool take(struct reading *reading, pl_str piece, struct pl_error *error)
{
    struct pl_zip *zip = reading->zip;
    reading->size += piece.len;
    zip->inflated += piece.len;
    if (is_too_much(reading)) {
        return PL_FAIL(error, "%s: %.*s inflates to more than is read",
                       zip->path, PL_STR_ARG(reading->entry->name));
    }
    reading->checksum =
        crc32(reading->checksum, (const Bytef *)piece.data, (uInt)piece.len);
    return reading->sink.take(reading->sink.context, piece, error);
}

static pl_str packed_bytes(const struct pl_zip *zip, const struct entry *entry)
{
    return pl_str_slice(zip->bytes, entry->data, entry->data + entry->packed);
}

static bool read_stored(struct reading *reading, struct pl_error *error)
{
    pl_str data = packed_bytes(reading->zip, reading->entry);
    for (size_t at = 0; at < data.len; at += PIECE) {
        if (!take(reading, pl_str_slice(data, at, at + PIECE), error)) {
            return false;
        }
    }
    return true;
}

static bool inflate_all(struct reading *reading, z_stream *stream,
                        struct pl_error *error)
{
    char piece[PIECE];
    int status = Z_OK;
    while (status != Z_STREAM_END) {
        stream->next_out = (Bytef *)piece;
        stream->avail_out = sizeof(piece);
        status = inflate(stream, Z_NO_FLUSH);
        size_t len = sizeof(piece) - stream->avail_out;
        bool is_stuck = status == Z_OK && len == 0;
        if ((status != Z_OK && status != Z_STREAM_END) || is_stuck) {
            return damaged(reading->zip, error, "an entry cannot be inflated");
        }
        if (!take(reading, (pl_str){piece, len}, error)) {
            return false;
        }
    }
    return stream->avail_in == 0 ||
           damaged(reading->zip, error, "an entry has bytes left over");
}

static bool read_deflated(struct reading *reading, struct pl_error *error)
{
    pl_str data = packed_bytes(reading->zip, reading->entry);
    z_stream stream = {.next_in = (const Bytef *)data.data,
                       .avail_in = (uInt)data.len};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
        return PL_FAIL(error, "%s: zlib cannot begin", reading->zip->path);
    }
    bool ok = inflate_all(reading, &stream, error);
    inflateEnd(&stream);
    return ok;
}

bool pl_zip_stream(struct pl_zip *zip, size_t entry, struct pl_zip_sink sink,
                   struct pl_error *error)
{
    struct reading reading = {.zip = zip,
                              .entry = &zip->entries[entry],
                              .sink = sink,
                              .checksum = crc32(0, NULL, 0)};
    bool is_stored = reading.entry->method == STORED;
    if (!(is_stored ? read_stored : read_deflated)(&reading, error)) {
        return false;
    }
    if (reading.size != reading.entry->size ||
        (uint32_t)reading.checksum != reading.entry->checksum) {
        return damaged(zip, error, "the checksum of an entry is wrong");
    }
    return true;
}

static bool add_piece(void *context, pl_str piece, struct pl_error *error)
{
    (void)error;
    pl_buf_add(context, piece);
    return true;
}

bool pl_zip_read(struct pl_arena *arena, struct pl_zip *zip, size_t entry,
                 pl_str *data, struct pl_error *error)
{
    struct pl_buf buf = pl_buf_in(arena);
    struct pl_zip_sink sink = {add_piece, &buf};
    if (!pl_zip_stream(zip, entry, sink, error)) {
        return false;
    }
    *data = pl_buf_str(&buf);
    return true;
}

/* ----- writing ----- */

static void put16(struct pl_buf *out, unsigned value)
{
    pl_buf_add_char(out, (char)(value & 0xFF));
    pl_buf_add_char(out, (char)(value >> 8 & 0xFF));
}

static void put32(struct pl_buf *out, uint32_t value)
{
    put16(out, value & 0xFFFF);
    put16(out, value >> 16);
}

struct packed {
    pl_str bytes;
    uint32_t size; /* before packing */
    uint32_t checksum;
};

static bool pack(struct pl_arena *arena, const struct pl_zip *zip, pl_str data,
                 struct packed *packed, struct pl_error *error)
{
    z_stream stream = {0};
    if (data.len > PL_ZIP_MAX_ENTRY ||
        deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS,
                     MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) {
        return PL_FAIL(error, "%s: a part is too large to be written",
                       zip->path);
    }
    uLong room = deflateBound(&stream, (uLong)data.len);
    char *bytes = pl_arena_alloc(arena, room + 1);
    stream.next_in = (const Bytef *)data.data;
    stream.avail_in = (uInt)data.len;
    stream.next_out = (Bytef *)bytes;
    stream.avail_out = (uInt)room;
    int status = deflate(&stream, Z_FINISH);
    size_t len = room - stream.avail_out;
    deflateEnd(&stream);
    if (status != Z_STREAM_END) {
        return PL_FAIL(error, "%s: zlib cannot pack a part", zip->path);
    }
    uLong checksum =
        crc32(crc32(0, NULL, 0), (const Bytef *)data.data, (uInt)data.len);
    *packed =
        (struct packed){{bytes, len}, (uint32_t)data.len, (uint32_t)checksum};
    return true;
}

/* What both kinds of record have in common, from the flags to the size. */
static void put_facts(struct pl_buf *out, const struct packed *packed,
                      pl_str time, uint16_t flags)
{
    put16(out, flags);
    put16(out, DEFLATED);
    pl_buf_add(out, time);
    put32(out, packed->checksum);
    put32(out, (uint32_t)packed->bytes.len);
    put32(out, packed->size);
}

static void put_local(struct pl_buf *out, pl_str name,
                      const struct packed *packed, pl_str time, uint16_t flags)
{
    put32(out, LOCAL_SIGNATURE);
    put16(out, NEEDED);
    put_facts(out, packed, time, flags);
    put16(out, (unsigned)name.len);
    put16(out, 0);
    pl_buf_add(out, name);
    pl_buf_add(out, packed->bytes);
}

/* The record of a replaced entry keeps its version, attributes and comment;
 * extra fields may speak of the old data and go. */
static void put_central(struct pl_buf *out, pl_str name,
                        const struct packed *packed, pl_str time,
                        const struct entry *before)
{
    pl_str old = before ? before->central : (pl_str){0};
    uint16_t flags =
        before ? (uint16_t)(before->flags & FLAG_UTF8) : (uint16_t)0;
    put32(out, CENTRAL_SIGNATURE);
    put16(out, before ? get16(old, 4) : NEEDED);
    put16(out, NEEDED);
    put_facts(out, packed, time, flags);
    put16(out, (unsigned)name.len);
    put16(out, 0);
    put16(out, 0);
    put16(out, 0);
    put16(out, before ? get16(old, 36) : 0);
    put32(out, before ? get32(old, 38) : 0);
    put32(out, 0); /* where it is: put_place() */
    pl_buf_add(out, name);
}

static void put_place(char *central, size_t offset)
{
    for (int i = 0; i < 4; i++) {
        central[42 + i] = (char)(offset >> (8 * i) & 0xFF);
    }
}

struct writing {
    struct pl_arena *arena; /* scratch */
    struct pl_zip *zip;
    struct pl_buf *out;
    size_t base; /* of the file in `out` */
    struct pl_buf directory;
    size_t count;
};

static void add_central(struct writing *w, pl_str record, size_t offset)
{
    size_t at = w->directory.len;
    pl_buf_add(&w->directory, record);
    put_place(w->directory.data + at, offset - w->base);
    w->count++;
}

static bool write_changed(struct writing *w, const struct pl_zip_change *change,
                          const struct entry *before, struct pl_error *error)
{
    struct packed packed;
    if (!pack(w->arena, w->zip, change->data, &packed, error)) {
        return false;
    }
    static const char first_day[] = {0, 0, DATE_1980, 0};
    pl_str time = before ? pl_str_slice(before->central, 12, 16)
                         : (pl_str){first_day, sizeof(first_day)};
    pl_str name = before ? before->name : change->name;
    uint16_t flags =
        before ? (uint16_t)(before->flags & FLAG_UTF8) : (uint16_t)0;
    size_t offset = w->out->len;
    put_local(w->out, name, &packed, time, flags);
    struct pl_buf record = pl_buf_in(w->arena);
    put_central(&record, name, &packed, time, before);
    add_central(w, pl_buf_str(&record), offset);
    return true;
}

static const struct pl_zip_change *
change_of(const struct pl_zip_change *changes, size_t count, pl_str name)
{
    for (size_t i = 0; i < count; i++) {
        if (pl_str_eq_ignore_case(changes[i].name, name)) {
            return &changes[i];
        }
    }
    return NULL;
}

static void write_end(struct writing *w)
{
    size_t directory = w->out->len - w->base;
    pl_buf_add(w->out, pl_buf_str(&w->directory));
    put32(w->out, END_SIGNATURE);
    put16(w->out, 0);
    put16(w->out, 0);
    put16(w->out, (unsigned)w->count);
    put16(w->out, (unsigned)w->count);
    put32(w->out, (uint32_t)w->directory.len);
    put32(w->out, (uint32_t)directory);
    put16(w->out, (unsigned)w->zip->comment.len);
    pl_buf_add(w->out, w->zip->comment);
}

static bool write_entries(struct writing *w,
                          const struct pl_zip_change *changes, size_t count,
                          struct pl_error *error)
{
    struct pl_zip *zip = w->zip;
    for (size_t i = 0; i < zip->count; i++) {
        const struct entry *entry = &zip->entries[i];
        const struct pl_zip_change *change =
            change_of(changes, count, entry->name);
        if (!change) {
            size_t offset = w->out->len;
            pl_buf_add(w->out,
                       pl_str_slice(zip->bytes, entry->local, entry->end));
            add_central(w, entry->central, offset);
        } else if (!write_changed(w, change, entry, error)) {
            return false;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (pl_zip_find(zip, changes[i].name) == PL_NOWHERE &&
            !write_changed(w, &changes[i], NULL, error)) {
            return false;
        }
    }
    return true;
}

bool pl_zip_write(struct pl_zip *zip, const struct pl_zip_change *changes,
                  size_t count, struct pl_buf *out, struct pl_error *error)
{
    struct pl_arena *scratch = pl_arena_new();
    struct writing w = {.arena = scratch,
                        .zip = zip,
                        .out = out,
                        .base = out->len,
                        .directory = pl_buf_in(scratch)};
    bool ok = write_entries(&w, changes, count, error);
    if (ok) {
        write_end(&w);
    }
    pl_arena_free(scratch);
    return ok;
}
