#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/chars.h"
#include "base/utf8.h"
#include "text/encodings.h"
#include "text/writer.h"

enum {
    FIRST_LETTER = 0xC0,
    /* Words of western languages have fewer accented letters in a row. */
    FOREIGN_ROW = 5,
};

/* The code points of 0x80 to 0x9F; 0: none. Above, byte and code point are
 * the same. */
static const uint16_t code_points[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static uint32_t code_point_of(unsigned char byte)
{
    return byte < 0x80 || byte > 0x9F ? byte : code_points[byte - 0x80];
}

static bool is_control(unsigned char byte)
{
    return (byte < 0x20 && !pl_is_space((char)byte)) || byte == 0x7F;
}

static bool utf8_sequence_at(pl_str bytes, size_t at)
{
    pl_str piece = pl_str_slice(bytes, at, at + PL_UTF8_MAX);
    return pl_utf8_validate(piece) > 0;
}

const char *pl_windows_1252_objection(pl_str bytes)
{
    size_t row = 0;
    for (size_t at = 0; at < bytes.len; at++) {
        unsigned char byte = (unsigned char)bytes.data[at];
        row = byte >= FIRST_LETTER ? row + 1 : 0;
        if (is_control(byte)) {
            return "control characters speak against Windows-1252";
        }
        if (row >= FOREIGN_ROW) {
            return "so many accented letters in a row are not Windows-1252, "
                   "perhaps another alphabet in an old encoding";
        }
        if (byte < 0x80) {
            continue;
        }
        if (code_point_of(byte) == 0) {
            return "bytes without a meaning speak against Windows-1252";
        }
        if (utf8_sequence_at(bytes, at)) {
            return "valid UTF-8 elsewhere speaks against Windows-1252";
        }
    }
    return NULL;
}

static size_t decoded_size(pl_str bytes)
{
    size_t size = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        uint32_t code_point = code_point_of((unsigned char)bytes.data[i]);
        size += code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : 3;
    }
    return size;
}

struct pl_decoded pl_windows_1252_decode(struct pl_arena *arena, pl_str bytes)
{
    struct pl_writer writer = pl_writer_in(arena, decoded_size(bytes), 0);
    for (size_t at = 0; at < bytes.len; at++) {
        unsigned char byte = (unsigned char)bytes.data[at];
        pl_writer_step(&writer, at);
        if (byte == '\r') {
            pl_writer_byte(&writer, '\n');
            if (at + 1 < bytes.len && bytes.data[at + 1] == '\n') {
                at++;
                pl_writer_origin(&writer, at + 1);
            }
        } else if (byte < 0x80) {
            pl_writer_byte(&writer, (char)byte);
        } else {
            pl_writer_code_point(&writer, code_point_of(byte));
        }
    }
    return pl_writer_done(&writer, PL_ENCODING_WINDOWS_1252);
}

int pl_windows_1252_byte(uint32_t code_point)
{
    if (code_point < 0x80 || (code_point > 0x9F && code_point <= 0xFF)) {
        return (int)code_point;
    }
    for (int i = 0; i < 32; i++) {
        if (code_points[i] == code_point) {
            return 0x80 + i;
        }
    }
    return -1;
}
