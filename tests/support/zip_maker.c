#include "zip_maker.h"

#include <zlib.h>

#include "base/buf.h"

enum { KEPT = 8 };

void zip_put16(char *bytes, size_t at, unsigned value)
{
    bytes[at] = (char)(value & 0xFF);
    bytes[at + 1] = (char)(value >> 8 & 0xFF);
}

void zip_put32(char *bytes, size_t at, unsigned long value)
{
    zip_put16(bytes, at, (unsigned)(value & 0xFFFF));
    zip_put16(bytes, at + 2, (unsigned)(value >> 16 & 0xFFFF));
}

/* A record of `size` bytes with the name behind it. */
static size_t add_record(struct pl_buf *out, const char *signature, size_t size,
                         const char *name)
{
    size_t at = out->len;
    pl_buf_add(out, (pl_str){signature, 4});
    pl_buf_add_repeated(out, '\0', size - 4);
    pl_buf_add_text(out, name);
    return at;
}

static void put_facts(char *bytes, size_t at, const struct zip_entry *entry)
{
    uLong sum = crc32(crc32(0, NULL, 0), (const Bytef *)entry->data.data,
                      (uInt)entry->data.len);
    zip_put32(bytes, at, sum);
    zip_put32(bytes, at + 4, entry->data.len);
    zip_put32(bytes, at + 8, entry->data.len);
    zip_put16(bytes, at + 12, (unsigned)pl_str_from(entry->name).len);
}

static void add_entries(struct pl_buf *out, const struct zip_entry *entries,
                        size_t count, struct zip_made *made)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = add_record(out, "PK\3\4", 30, entries[i].name);
        put_facts(out->data, at + 14, &entries[i]);
        pl_buf_add(out, entries[i].data);
        made->locals[i % KEPT] = at;
    }
}

static void add_directory(struct pl_buf *out, const struct zip_entry *entries,
                          size_t count, struct zip_made *made)
{
    size_t start = out->len;
    size_t local = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = add_record(out, "PK\1\2", 46, entries[i].name);
        put_facts(out->data, at + 16, &entries[i]);
        zip_put32(out->data, at + 42, local);
        local += 30 + pl_str_from(entries[i].name).len + entries[i].data.len;
        made->centrals[i % KEPT] = at;
    }
    size_t end = add_record(out, "PK\5\6", 22, "");
    zip_put16(out->data, end + 8, (unsigned)count);
    zip_put16(out->data, end + 10, (unsigned)count);
    zip_put32(out->data, end + 12, end - start);
    zip_put32(out->data, end + 16, start);
    made->end = end;
}

struct zip_made zip_make(struct pl_arena *arena,
                         const struct zip_entry *entries, size_t count)
{
    struct zip_made made = {.bytes = NULL};
    struct pl_buf out = pl_buf_in(arena);
    add_entries(&out, entries, count, &made);
    add_directory(&out, entries, count, &made);
    made.bytes = out.data;
    made.len = out.len;
    return made;
}
