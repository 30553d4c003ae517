#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/encodings.h"
#include "text/refuse.h"
#include "text/writer.h"

enum { UNIT = 2, MARK = 2, NEL = 0x85, LS = 0x2028, PS = 0x2029 };

struct reader {
    const char *path;
    pl_str bytes;
    bool big_endian;
    size_t at; /* in bytes; the unit there comes next */
};

/* Of the unit at `at`; 0 where there is none left. */
static uint32_t unit_at(const struct reader *reader, size_t at)
{
    if (reader->bytes.len - at < UNIT) {
        return 0;
    }
    const unsigned char *p = (const unsigned char *)reader->bytes.data + at;
    return reader->big_endian ? (uint32_t)p[0] << 8 | p[1]
                              : (uint32_t)p[1] << 8 | p[0];
}

static bool is_high(uint32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low(uint32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* At least that of the text: for a surrogate without a partner it is more. */
static size_t decoded_size(const struct reader *reader)
{
    size_t size = 0;
    for (size_t at = MARK; at + 1 < reader->bytes.len; at += UNIT) {
        uint32_t unit = unit_at(reader, at);
        bool two = unit < 0x800 || is_high(unit) || is_low(unit);
        size += unit < 0x80 ? 1 : two ? 2 : 3;
    }
    return size;
}

static struct pl_place place_of_next(const struct reader *reader,
                                     const struct pl_writer *writer)
{
    return pl_place_in(reader->path, (pl_str){writer->out, writer->len},
                       writer->len);
}

static void write_line_end(struct reader *reader, struct pl_writer *writer)
{
    uint32_t unit = unit_at(reader, reader->at);
    pl_writer_byte(writer, '\n');
    reader->at += UNIT;
    if (unit == '\r' && unit_at(reader, reader->at) == '\n') {
        reader->at += UNIT;
        pl_writer_origin(writer, reader->at);
    }
}

static bool write_pair(struct reader *reader, struct pl_writer *writer,
                       struct pl_error *error)
{
    uint32_t high = unit_at(reader, reader->at);
    uint32_t low = unit_at(reader, reader->at + UNIT);
    if (!is_high(high) || !is_low(low)) {
        return PL_FAIL_AT(error, place_of_next(reader, writer),
                          "is UTF-16, but the surrogate 0x%04X (at byte %zu) "
                          "has no partner",
                          (unsigned)high, reader->at);
    }
    pl_writer_code_point(writer,
                         0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF));
    reader->at += UNIT + UNIT;
    return true;
}

static bool write_next(struct reader *reader, struct pl_writer *writer,
                       struct pl_error *error)
{
    uint32_t unit = unit_at(reader, reader->at);
    pl_writer_step(writer, reader->at);
    if (unit == 0) {
        return PL_FAIL_AT(error, place_of_next(reader, writer),
                          "is UTF-16, but has a NUL character (at byte %zu), "
                          "which no text has",
                          reader->at);
    }
    if (unit == '\r' || unit == NEL || unit == LS || unit == PS) {
        write_line_end(reader, writer);
        return true;
    }
    if (is_high(unit) || is_low(unit)) {
        return write_pair(reader, writer, error);
    }
    if (unit < 0x80) {
        pl_writer_byte(writer, (char)unit);
    } else {
        pl_writer_code_point(writer, unit);
    }
    reader->at += UNIT;
    return true;
}

bool pl_utf16_decode(struct pl_arena *arena, const char *path, pl_str bytes,
                     struct pl_decoded *decoded, struct pl_error *error)
{
    struct reader reader = {.path = path,
                            .bytes = bytes,
                            .big_endian = bytes.data[0] == '\xFE',
                            .at = MARK};
    struct pl_writer writer =
        pl_writer_in(arena, decoded_size(&reader), reader.at);
    while (reader.at + 1 < bytes.len) {
        if (!write_next(&reader, &writer, error)) {
            return false;
        }
    }
    if (reader.at < bytes.len) {
        return PL_FAIL_AT(error, place_of_next(&reader, &writer),
                          "is UTF-16, but ends in half a character (byte "
                          "0x%02x)",
                          (unsigned)(unsigned char)bytes.data[reader.at]);
    }
    *decoded = pl_writer_done(&writer, reader.big_endian ? PL_ENCODING_UTF16BE
                                                         : PL_ENCODING_UTF16LE);
    return true;
}
