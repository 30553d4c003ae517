/* The data of an entry, inflated and checked. */
#define ZLIB_CONST
#include <zlib.h>

#include "base/buf.h"
#include "text/package/zip_records.h"

enum { PIECE = 64 * 1024, RATIO_GRACE = 1024 * 1024 };

struct reading {
    struct pl_zip *zip;
    const struct pl_zip_entry *entry;
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

static pl_str packed_bytes(const struct pl_zip *zip,
                           const struct pl_zip_entry *entry)
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
            return pl_zip_damaged(reading->zip, error,
                                  "an entry cannot be inflated");
        }
        if (!take(reading, (pl_str){piece, len}, error)) {
            return false;
        }
    }
    return stream->avail_in == 0 ||
           pl_zip_damaged(reading->zip, error, "an entry has bytes left over");
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
    bool is_stored = reading.entry->method == PL_ZIP_STORED;
    if (!(is_stored ? read_stored : read_deflated)(&reading, error)) {
        return false;
    }
    if (reading.size != reading.entry->size ||
        (uint32_t)reading.checksum != reading.entry->checksum) {
        return pl_zip_damaged(zip, error, "the checksum of an entry is wrong");
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
