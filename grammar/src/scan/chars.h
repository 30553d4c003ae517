/* chars.h - what a character means to the scanner.
 *
 * Characters are code points as the lexer hands them out: -1 for bytes that
 * are not UTF-8, 0 for NUL and for the end of the text. Nothing here depends
 * on the locale. */
#ifndef PLAN_SCAN_CHARS_H
#define PLAN_SCAN_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What text does at a character; everything above RUN interrupts it. */
enum kind {
    KIND_PLAIN,
    KIND_BLANK,
    KIND_RUN,
    KIND_URL, /* "h" may open a URL */
    KIND_DOT,
    KIND_SEPARATOR, /* ; and : may come before an inline list marker */
    KIND_OPEN,
    KIND_CLOSE,
    KIND_TICK,
    KIND_PIPE,
    KIND_ESCAPE,
    KIND_TAB,
    KIND_NEWLINE,
    KIND_NUL,
};

static const uint8_t ascii_kinds[128] = {
    ['\0'] = KIND_NUL,      ['\t'] = KIND_TAB,   ['\n'] = KIND_NEWLINE,
    ['\v'] = KIND_BLANK,    ['\f'] = KIND_BLANK, ['\r'] = KIND_BLANK,
    [' '] = KIND_BLANK,     ['.'] = KIND_DOT,    [':'] = KIND_SEPARATOR,
    [';'] = KIND_SEPARATOR, ['['] = KIND_OPEN,   ['\\'] = KIND_ESCAPE,
    [']'] = KIND_CLOSE,     ['`'] = KIND_TICK,   ['h'] = KIND_URL,
    ['|'] = KIND_PIPE,
};

enum {
    NEXT_LINE = 0x85,
    NO_BREAK_SPACE = 0xa0,
    MIDDLE_DOT = 0xb7,
    ELLIPSIS = 0x2026,
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029,
    BYTE_ORDER_MARK = 0xfeff,
};

/* A run of running text in one character, as a program that reads the tree may
 * hand it out to be quick (README.md, "Packed text"). Unicode has no characters
 * here. The number says how many characters the run has, and how many of them
 * follow its last space: none without a space, 7 for all numbers from there on.
 */
enum {
    FIRST_RUN = 0xd0000,
    LAST_RUN = 0xdffff,
};

static inline bool is_run(int32_t c)
{
    return c >= FIRST_RUN && c <= LAST_RUN;
}

static inline uint32_t run_tail(int32_t c)
{
    return (uint32_t)c & 7;
}

/* Characters that one stands for. */
static inline uint32_t width_of(int32_t c)
{
    return is_run(c) ? (uint32_t)(c - FIRST_RUN) >> 3 : 1;
}

struct range {
    int32_t first;
    int32_t last;
};

static inline bool in_ranges(int32_t c, const struct range *ranges,
                             size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (c >= ranges[i].first && c <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

#define IN_RANGES(c, table) \
    in_ranges((c), (table), sizeof(table) / sizeof *(table))

static inline enum kind kind_of(int32_t c)
{
    if (c >= 0 && c < 128) {
        return (enum kind)ascii_kinds[c];
    }
    switch (c) {
    case NEXT_LINE:
    case NO_BREAK_SPACE:
    case LINE_SEPARATOR:
    case PARAGRAPH_SEPARATOR:
    case BYTE_ORDER_MARK:
        return KIND_BLANK;
    case ELLIPSIS:
        return KIND_DOT;
    default:
        return is_run(c) ? KIND_RUN : KIND_PLAIN;
    }
}

static inline bool is_blank(int32_t c)
{
    enum kind kind = kind_of(c);
    return kind == KIND_BLANK || kind == KIND_TAB;
}

static inline bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_ascii_lower(int32_t c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool is_ascii_upper(int32_t c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool is_alnum(int32_t c)
{
    return is_digit(c) || is_ascii_lower(c) || is_ascii_upper(c);
}

/* Letters outside ASCII, by exclusion: what is not punctuation, a symbol or a
 * blank. Near enough for a marker such as the Cyrillic or Arabic "a)". */
static inline bool is_letter(int32_t c)
{
    static const struct range others[] = {
        {0x00d7, 0x00d7},      {0x00f7, 0x00f7}, {0x060c, 0x060d},
        {0x061b, 0x061f},      {0x2000, 0x2bff}, {0x2e00, 0x2e7f},
        {0x3000, 0x3004},      {0x3008, 0x3030}, {0xe000, 0xf8ff},
        {0xfe00, 0xfe6f},      {0xfeff, 0xff20}, {0xfff0, 0xffff},
        {FIRST_RUN, LAST_RUN},
    };
    if (c < 128) {
        return is_ascii_lower(c) || is_ascii_upper(c);
    }
    return c >= 0xc0 && !IN_RANGES(c, others);
}

/* Small letters of the scripts that have them: Latin, Greek, Cyrillic,
 * Armenian. In the tables of pairs the small letter is the odd or the even
 * one. */
static inline bool is_lower(int32_t c)
{
    static const struct range small[] = {
        {0x00df, 0x00f6}, {0x00f8, 0x00ff}, {0x03ac, 0x03ce},
        {0x0430, 0x045f}, {0x0561, 0x0587},
    };
    static const struct range odd[] = {
        {0x0100, 0x0137}, {0x014a, 0x0177}, {0x0460, 0x0481},
        {0x048a, 0x04bf}, {0x04d0, 0x052f}, {0x1e00, 0x1eff},
    };
    static const struct range even[] = {
        {0x0139, 0x0148},
        {0x0179, 0x017e},
        {0x04c1, 0x04ce},
    };
    if (c < 128) {
        return is_ascii_lower(c);
    }
    return IN_RANGES(c, small) || ((c & 1) == 1 && IN_RANGES(c, odd)) ||
           ((c & 1) == 0 && IN_RANGES(c, even));
}

/* Bullets, dashes used as bullets, and the private-use range into which the
 * symbol fonts of word processors fall, without their marks of ownership. */
static inline bool is_bullet(int32_t c)
{
    static const struct range bullets[] = {
        {'*', '+'},       {'-', '-'},       {MIDDLE_DOT, MIDDLE_DOT},
        {0x2010, 0x2015}, {0x2022, 0x2023}, {0x2043, 0x2043},
        {0x2219, 0x2219}, {0x25a0, 0x25ff}, {0x2605, 0x2606},
        {0x2700, 0x27bf}, {0xf000, 0xf0d1}, {0xf0d5, 0xf0e1},
        {0xf0e5, 0xf0ff},
    };
    return IN_RANGES(c, bullets);
}

static inline bool ends_sentence(int32_t c)
{
    static const struct range marks[] = {
        {',', ','},       {'.', '.'},       {':', ';'},       {'!', '!'},
        {'?', '?'},       {0x037e, 0x037e}, {0x0589, 0x0589}, {0x060c, 0x060c},
        {0x061b, 0x061b}, {0x061f, 0x061f}, {0x06d4, 0x06d4}, {0x0964, 0x0965},
        {0x2026, 0x2026}, {0x3001, 0x3002}, {0xff01, 0xff01}, {0xff0c, 0xff0c},
        {0xff1a, 0xff1b}, {0xff1f, 0xff1f},
    };
    return IN_RANGES(c, marks);
}

static inline bool closes(int32_t c)
{
    static const struct range marks[] = {
        {'"', '"'},       {'\'', '\''},     {')', ')'},       {']', ']'},
        {0x00bb, 0x00bb}, {0x2019, 0x2019}, {0x201d, 0x201d}, {0x300d, 0x300d},
    };
    return IN_RANGES(c, marks);
}

#endif
