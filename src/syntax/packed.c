#include "syntax/packed.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/attr.h"
#include "base/bytes.h"
#include "base/chars.h"

enum {
    PACK = 4, /* bytes */
    LEAST_WINDOW = 512,

    /* Words that are passed before packing begins: what the scanner looks at
     * letter by letter is no further away. */
    WORDS_OF_MARK = 1,   /* "[1: iv) ", "18 October 2018" */
    WORDS_OF_LONGER = 2, /* "; and b)", "//harbour b)" */
    WORDS_OF_AUTHOR = 3, /* "Comment by NAME" */
    WORDS_OF_LINE = 3,   /* "Annex B iv) " */
};

/* By which of the bytes are blanks, the first one the lowest bit: U+1FFFF where
 * the last byte is one, to U+5FFFF where none is. */
#define NO_BLANK "\xF1\x9F\xBF\xBF"
#define BLANK_1 "\xF1\x8F\xBF\xBF"
#define BLANK_2 "\xF0\xBF\xBF\xBF"
#define BLANK_3 "\xF0\xAF\xBF\xBF"
#define BLANK_4 "\xF0\x9F\xBF\xBF"
static const char packs[1 << PACK][PACK] = {
    NO_BLANK, BLANK_1, BLANK_2, BLANK_2, BLANK_3, BLANK_3, BLANK_3, BLANK_3,
    BLANK_4,  BLANK_4, BLANK_4, BLANK_4, BLANK_4, BLANK_4, BLANK_4, BLANK_4,
};

void pl_packed_init(struct pl_packed *packed, pl_str text)
{
    packed->text = text;
    packed->next = packed->end = packed->room = 0;
    for (size_t i = 0; i < PL_PACKED_WINDOWS; i++) {
        packed->windows[i].start = packed->windows[i].length = 0;
    }
}

static bool may_be_packed(char c)
{
    return pl_is_alnum(c) || c == ' ' || c == ',';
}

/* The high bit of each byte that is from `first` to `last`; the bytes are
 * ASCII. */
static uint64_t in_range(uint64_t bytes, uint8_t first, uint8_t last)
{
    return (bytes + PL_EACH_BYTE(UINT64_C(0x80) - first)) &
           ~(bytes + PL_EACH_BYTE(UINT64_C(0x7F) - last));
}

/* The high bit of each byte that may not be packed. */
static uint64_t find_others(uint64_t bytes)
{
    uint64_t ascii = bytes & PL_EACH_BYTE(0x7F);
    uint64_t fits = in_range(ascii | PL_EACH_BYTE(0x20), 'a', 'z') |
                    in_range(ascii, '0', '9') | in_range(ascii, ' ', ' ') |
                    in_range(ascii, ',', ',');
    return (~fits | bytes) & PL_EACH_BYTE(0x80);
}

/* Where the bytes end that may be packed. */
static size_t stretch_end(pl_str bytes, size_t at)
{
    for (; bytes.len - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
        uint64_t others = find_others(pl_bytes_load_in_order(bytes.data + at));
        if (others) {
            return at + PL_LOWEST_BIT(others) / 8;
        }
    }
    while (at < bytes.len && may_be_packed(bytes.data[at])) {
        at++;
    }
    return at;
}

/* Goes past `*words` words and the blanks after them, and past all numbers that
 * stand there; further where there may be a margin comment. */
static size_t pass_words(pl_str stretch, unsigned *words)
{
    char last = ' ';
    bool is_number = false;
    size_t at = 0;
    for (; at < stretch.len; at++) {
        char c = stretch.data[at];
        is_number = last == ' ' ? pl_is_digit(c) : is_number;
        if (*words == 0 && !is_number) {
            break;
        }
        if (last == ' ' && c == 'C') {
            *words = WORDS_OF_AUTHOR;
        } else if (last != ' ' && c == ' ' && !is_number) {
            --*words;
        }
        last = c;
    }
    return at;
}

/* Nothing looks at the middle of a word, or past the end of the text. */
static pl_str trim_to_word(pl_str stretch)
{
    while (stretch.len > 0 && !pl_is_alnum(stretch.data[stretch.len - 1])) {
        stretch.len--;
    }
    return stretch;
}

/* Before "://" the scheme is read letter by letter. */
static pl_str trim_scheme(pl_str stretch)
{
    static const pl_str schemes[] = {PL_STR("http"), PL_STR("https")};
    for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++) {
        if (pl_str_ends(stretch, schemes[i])) {
            stretch.len -= schemes[i].len;
        }
    }
    return stretch;
}

/* A bit for each of eight bytes that is a blank, the first one the lowest. */
static unsigned find_blanks(uint64_t bytes)
{
    uint64_t blanks = in_range(bytes, ' ', ' ') & PL_EACH_BYTE(0x80);
    return (unsigned)((blanks >> 7) * UINT64_C(0x0102040810204080) >> 56);
}

/* From the beginning of a word on. */
static void pack_words(char *bytes, size_t length)
{
    size_t at = 0;
    for (; length - at >= 2 * PACK; at += 2 * PACK) {
        unsigned blanks = find_blanks(pl_bytes_load_in_order(bytes + at));
        memcpy(bytes + at, packs[blanks % (1 << PACK)], PACK);
        memcpy(bytes + at + PACK, packs[blanks >> PACK], PACK);
    }
    if (length - at >= PACK) {
        char eight[2 * PACK] = {0};
        memcpy(eight, bytes + at, PACK);
        unsigned blanks = find_blanks(pl_bytes_load_in_order(eight));
        memcpy(bytes + at, packs[blanks], PACK);
    }
}

static void pack_stretch(char *bytes, size_t length, bool before_colon,
                         unsigned *words)
{
    pl_str stretch = {bytes, length};
    size_t at = pass_words(stretch, words);
    stretch = trim_to_word(before_colon ? trim_scheme(stretch) : stretch);
    if (at < stretch.len) {
        pack_words(bytes + at, stretch.len - at);
    }
}

/* Whether a character outside ASCII may be a blank or the dots of an ellipsis;
 * the others are plain text. */
static bool is_wide_mark(const unsigned char *c, size_t left)
{
    bool general = c[0] == 0xE2 && left >= 3 && c[1] == 0x80;
    return c[0] == 0xC2 || c[0] == 0xEF || (general && c[2] >= 0xA6);
}

/* One that the text has by itself is made another that is as plain. */
static void replace_pack(unsigned char *c, size_t left)
{
    if (left >= PACK && (c[1] & 0x0F) == 0x0F && c[2] == 0xBF && c[3] == 0xBF) {
        c[3] = 0xBE;
    }
}

/* Words to pass after a byte that may not be packed. */
static unsigned words_of_ascii(char c, char next)
{
    switch (c) {
    case '(':
    case '"':
    case '\'':
    case '/':
    case '%':
    case '&':
    case '-':
        return 0;
    case ')':
        return pl_is_letter(next) ? WORDS_OF_LONGER : WORDS_OF_MARK;
    case '\n':
        return pl_is_digit(next) || pl_is_lower(next) ? WORDS_OF_MARK
                                                      : WORDS_OF_LINE;
    case ';':
    case ':':
        return WORDS_OF_LONGER;
    default:
        return WORDS_OF_MARK;
    }
}

static unsigned words_of(char *bytes, size_t left)
{
    unsigned char *c = (unsigned char *)bytes;
    if (*c < 0x80) {
        return words_of_ascii(bytes[0], left > 1 ? bytes[1] : '\n');
    }
    if (*c >= 0xF0) {
        replace_pack(c, left);
    }
    return is_wide_mark(c, left) ? WORDS_OF_MARK : 0;
}

/* In place: whole lines, the first one perhaps without its beginning. */
static void pack(char *bytes, size_t length)
{
    unsigned words = WORDS_OF_LINE;
    for (size_t at = 0; at < length; at++) {
        size_t end = stretch_end((pl_str){bytes, length}, at);
        bool before_colon = end < length && bytes[end] == ':';
        pack_stretch(bytes + at, end - at, before_colon, &words);
        at = end;
        if (at < length) {
            unsigned more = words_of(bytes + at, length - at);
            words = more > words ? more : words;
        }
    }
}

/* Whether a window would be too small for the line at `at`. */
static bool is_in_long_line(pl_str text, size_t at)
{
    size_t back = at < PL_PACKED_WINDOW ? at : PL_PACKED_WINDOW;
    size_t ahead =
        text.len - at < PL_PACKED_WINDOW ? text.len - at : PL_PACKED_WINDOW;
    const char *here = text.data + at;
    const char *before = memrchr(here - back, '\n', back);
    const char *after = memchr(here, '\n', ahead);
    size_t length = (before ? (size_t)(here - before) : back) +
                    (after ? (size_t)(after - here) : ahead);
    return length >= PL_PACKED_WINDOW;
}

/* The rest of the line as it is. */
static const char *read_plain(pl_str text, size_t at, uint32_t *length)
{
    size_t newline = pl_str_find_char(text, '\n', at);
    size_t end = newline == PL_NOWHERE ? text.len : newline + 1;
    *length = (uint32_t)(end - at);
    return text.data + at;
}

/* As many whole lines as `room` has room for. */
static size_t window_size(pl_str text, size_t at, size_t room)
{
    size_t left = text.len - at;
    if (left <= room) {
        return left;
    }
    const char *here = text.data + at;
    const char *last = memrchr(here, '\n', room);
    return last ? (size_t)(last - here) + 1 : 0;
}

/* Where the parser begins to read, it may want one line only, to see what an
 * edit has changed; the more it goes on, the more it gets at a time. */
static uint32_t next_room(const struct pl_packed *packed, uint32_t at)
{
    if (at != packed->end) {
        return 0;
    }
    uint32_t room = packed->room * 2;
    room = room < LEAST_WINDOW ? LEAST_WINDOW : room;
    return room < PL_PACKED_WINDOW ? room : PL_PACKED_WINDOW;
}

static const char *fill_window(struct pl_packed *packed, uint32_t at,
                               uint32_t *length)
{
    packed->room = next_room(packed, at);
    size_t size = window_size(packed->text, at, packed->room);
    if (size == 0 || is_in_long_line(packed->text, at)) {
        return read_plain(packed->text, at, length);
    }
    struct pl_packed_window *window = &packed->windows[packed->next];
    packed->next = (packed->next + 1) % PL_PACKED_WINDOWS;
    window->start = at;
    window->length = *length = (uint32_t)size;
    memcpy(window->bytes, packed->text.data + at, size);
    pack(window->bytes, size);
    return window->bytes;
}

/* Not in the middle of a pack. */
static bool has(const struct pl_packed *packed,
                const struct pl_packed_window *window, uint32_t at)
{
    uint32_t offset = at - window->start; /* large before the start, too */
    if (offset >= window->length) {
        return false;
    }
    bool goes_on = ((unsigned char)window->bytes[offset] & 0xC0) == 0x80;
    return !goes_on || window->bytes[offset] == packed->text.data[at];
}

static const char *read_window(struct pl_packed *packed, uint32_t at,
                               uint32_t *length)
{
    for (size_t i = 0; i < PL_PACKED_WINDOWS; i++) {
        struct pl_packed_window *window = &packed->windows[i];
        if (has(packed, window, at)) {
            *length = window->length - (at - window->start);
            return window->bytes + (at - window->start);
        }
    }
    return fill_window(packed, at, length);
}

const char *pl_packed_read(struct pl_packed *packed, uint32_t at,
                           uint32_t *length)
{
    if (at >= packed->text.len) {
        *length = 0;
        return "";
    }
    const char *bytes = read_window(packed, at, length);
    packed->end = at + *length;
    return bytes;
}
