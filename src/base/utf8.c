#include "base/utf8.h"

#include <utf8proc.h>

#include "base/array.h"
#include "base/bytes.h"
#include "base/chars.h"

enum { REPLACEMENT = 0xFFFD, LARGEST = 0x10FFFF };

static bool all_ascii(const char *bytes, size_t count)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < count; i += sizeof(bits)) {
        bits |= pl_bytes_load(bytes + i);
    }
    return (bits & PL_EACH_BYTE(0x80)) == 0;
}

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Bytes of the sequence that a lead byte begins, or 0. */
static size_t sequence_length(unsigned char lead)
{
    static const struct {
        unsigned char below;
        unsigned char len;
    } ranges[] = {{0x80, 1}, {0xC2, 0}, {0xE0, 2}, {0xF0, 3}, {0xF5, 4}};
    for (size_t i = 0; i < PL_COUNT(ranges); i++) {
        if (lead < ranges[i].below) {
            return ranges[i].len;
        }
    }
    return 0;
}

/* The first continuation byte carries the limits of RFC 3629, section 4: no
 * overlong forms, no surrogates, nothing after U+10FFFF. */
static bool is_within_limits(unsigned char lead, unsigned char next)
{
    switch (lead) {
    case 0xE0:
        return next >= 0xA0;
    case 0xED:
        return next <= 0x9F;
    case 0xF0:
        return next >= 0x90;
    case 0xF4:
        return next <= 0x8F;
    default:
        return true;
    }
}

/* Bytes of the valid sequence at `p` (`left` > 0 bytes are there), or 0. */
static size_t valid_sequence(const unsigned char *p, size_t left)
{
    size_t len = sequence_length(p[0]);
    if (len == 0 || len > left) {
        return 0;
    }
    for (size_t i = 1; i < len; i++) {
        if (!is_continuation(p[i])) {
            return 0;
        }
    }
    return len == 1 || is_within_limits(p[0], p[1]) ? len : 0;
}

size_t pl_utf8_validate(pl_str s)
{
    enum { STRIDE = 32 };
    size_t at = 0;
    while (at < s.len) {
        while (s.len - at >= STRIDE && all_ascii(s.data + at, STRIDE)) {
            at += STRIDE;
        }
        size_t stop = s.len - at > STRIDE ? at + STRIDE : s.len;
        while (at < stop) {
            size_t len =
                valid_sequence((const unsigned char *)s.data + at, s.len - at);
            if (len == 0) {
                return at;
            }
            at += len;
        }
    }
    return s.len;
}

size_t pl_utf8_encode(uint32_t code_point, char *out)
{
    if (!utf8proc_codepoint_valid((utf8proc_int32_t)code_point)) {
        code_point = REPLACEMENT;
    }
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code_point,
                                        (utf8proc_uint8_t *)out);
}

uint32_t pl_utf8_decode(pl_str s, size_t at, size_t *len)
{
    const unsigned char *p = (const unsigned char *)s.data + at;
    unsigned lead = p[0];
    if (lead < 0x80) {
        *len = 1;
        return lead;
    }
    if (lead < 0xE0) {
        *len = 2;
        return (lead & 0x1FU) << 6 | (p[1] & 0x3FU);
    }
    if (lead < 0xF0) {
        *len = 3;
        return (lead & 0x0FU) << 12 | (p[1] & 0x3FU) << 6 | (p[2] & 0x3FU);
    }
    *len = 4;
    return (lead & 0x07U) << 18 | (p[1] & 0x3FU) << 12 | (p[2] & 0x3FU) << 6 |
           (p[3] & 0x3FU);
}

size_t pl_utf8_start(pl_str s, size_t at)
{
    bool inside = at < s.len && is_continuation((unsigned char)s.data[at]);
    return inside ? pl_utf8_before(s, at) : at;
}

size_t pl_utf8_before(pl_str s, size_t at)
{
    do {
        at--;
    } while (at > 0 && is_continuation((unsigned char)s.data[at]));
    return at;
}

/* How many of the high bits of eight bytes are set. */
static size_t count_high_bits(uint64_t bytes)
{
    return (size_t)(((bytes >> 7 & PL_EACH_BYTE(1)) * PL_EACH_BYTE(1)) >> 56);
}

/* A byte that goes on with a code point begins with the bits 10. */
/* Past the strides from `at` on that are all ASCII. */
static size_t skip_ascii(pl_str s, size_t at)
{
    enum { STRIDE = 64 };
    while (s.len - at >= STRIDE && all_ascii(s.data + at, STRIDE)) {
        at += STRIDE;
    }
    return at;
}

static size_t count_continuations(pl_str s)
{
    size_t count = 0;
    size_t at = skip_ascii(s, 0);
    for (; s.len - at >= 8; at = skip_ascii(s, at + 8)) {
        uint64_t bytes = pl_bytes_load(s.data + at);
        if (bytes & PL_EACH_BYTE(0x80)) {
            count += count_high_bits(bytes & ~(bytes << 1));
        }
    }
    for (; at < s.len; at++) {
        count += is_continuation((unsigned char)s.data[at]);
    }
    return count;
}

size_t pl_utf8_count(pl_str s)
{
    return s.len - count_continuations(s);
}

/* Lead bytes of four-byte sequences, 11110xxx: two UTF-16 units each. */
static size_t count_pairs(pl_str s)
{
    size_t count = 0;
    size_t at = skip_ascii(s, 0);
    for (; s.len - at >= 8; at = skip_ascii(s, at + 8)) {
        uint64_t bytes = pl_bytes_load(s.data + at);
        if (bytes & PL_EACH_BYTE(0x80)) {
            count +=
                count_high_bits(bytes & bytes << 1 & bytes << 2 & bytes << 3);
        }
    }
    for (; at < s.len; at++) {
        count += (unsigned char)s.data[at] >= 0xF0;
    }
    return count;
}

size_t pl_utf8_utf16_count(pl_str s)
{
    return pl_utf8_count(s) + count_pairs(s);
}

size_t pl_utf8_width(pl_str s)
{
    size_t width = 0;
    size_t len = 0;
    for (size_t at = 0; at < s.len; at += len) {
        uint32_t code_point = pl_utf8_decode(s, at, &len);
        int columns = utf8proc_charwidth((utf8proc_int32_t)code_point);
        width += columns > 0 ? (size_t)columns : 0;
    }
    return width;
}

static utf8proc_category_t category(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point);
}

bool pl_utf8_is_letter(uint32_t code_point)
{
    if (code_point < 0x80) {
        return pl_is_letter((char)code_point);
    }
    utf8proc_category_t kind = category(code_point);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_ME;
}

bool pl_utf8_is_upper(uint32_t code_point)
{
    if (code_point < 0x80) {
        return pl_is_upper((char)code_point);
    }
    utf8proc_category_t kind = category(code_point);
    return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool pl_utf8_is_lower(uint32_t code_point)
{
    if (code_point < 0x80) {
        return pl_is_lower((char)code_point);
    }
    return category(code_point) == UTF8PROC_CATEGORY_LL;
}

bool pl_utf8_is_space(uint32_t code_point)
{
    if (code_point < 0x80) {
        return pl_is_space((char)code_point);
    }
    utf8proc_category_t kind = category(code_point);
    return code_point == 0x85 || code_point == 0xFEFF ||
           (kind >= UTF8PROC_CATEGORY_ZS && kind <= UTF8PROC_CATEGORY_ZP);
}

uint32_t pl_utf8_to_lower(uint32_t code_point)
{
    if (code_point < 0x80) {
        return (uint32_t)pl_to_lower((char)code_point);
    }
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

uint32_t pl_utf8_to_upper(uint32_t code_point)
{
    if (code_point < 0x80) {
        return (uint32_t)(unsigned char)pl_to_upper((char)code_point);
    }
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code_point);
}

bool pl_utf8_lowers_to(pl_str s, pl_str lower)
{
    size_t at = 0;
    size_t len = 0;
    size_t at_lower = 0;
    size_t len_lower = 0;
    for (; at < s.len && at_lower < lower.len;
         at += len, at_lower += len_lower) {
        uint32_t code_point = pl_utf8_to_lower(pl_utf8_decode(s, at, &len));
        if (code_point != pl_utf8_decode(lower, at_lower, &len_lower)) {
            return false;
        }
    }
    return at == s.len && at_lower == lower.len;
}

pl_str pl_utf8_letters(pl_str s)
{
    size_t end = 0;
    size_t len = 1;
    while (end < s.len && pl_is_letter(s.data[end])) {
        end++; /* most are ASCII */
    }
    while (end < s.len && pl_utf8_is_letter(pl_utf8_decode(s, end, &len))) {
        end += len;
    }
    return pl_str_slice(s, 0, end);
}
