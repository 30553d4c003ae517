/* A zip file with other data in some of its entries. */
#define ZLIB_CONST
#include <zlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/package/zip_records.h"

enum {
    NEEDED = 20,     /* version: 2.0, deflate */
    DATE_1980 = 0x21 /* the first day that can be written */
};

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
    put16(out, PL_ZIP_DEFLATED);
    pl_buf_add(out, time);
    put32(out, packed->checksum);
    put32(out, (uint32_t)packed->bytes.len);
    put32(out, packed->size);
}

static void put_local(struct pl_buf *out, pl_str name,
                      const struct packed *packed, pl_str time, uint16_t flags)
{
    put32(out, PL_ZIP_LOCAL_SIGNATURE);
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
                        const struct pl_zip_entry *before)
{
    pl_str old = before ? before->central : (pl_str){0};
    uint16_t flags =
        before ? (uint16_t)(before->flags & PL_ZIP_FLAG_UTF8) : (uint16_t)0;
    put32(out, PL_ZIP_CENTRAL_SIGNATURE);
    put16(out, before ? pl_zip_get16(old, 4) : NEEDED);
    put16(out, NEEDED);
    put_facts(out, packed, time, flags);
    put16(out, (unsigned)name.len);
    put16(out, 0);
    put16(out, 0);
    put16(out, 0);
    put16(out, before ? pl_zip_get16(old, 36) : 0);
    put32(out, before ? pl_zip_get32(old, 38) : 0);
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
                          const struct pl_zip_entry *before,
                          struct pl_error *error)
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
        before ? (uint16_t)(before->flags & PL_ZIP_FLAG_UTF8) : (uint16_t)0;
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
    put32(w->out, PL_ZIP_END_SIGNATURE);
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
        const struct pl_zip_entry *entry = &zip->entries[i];
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
