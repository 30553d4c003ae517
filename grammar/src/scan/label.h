/* label.h - numbers and markers: 2.1, 6.1a, 1bis.1, b)bis, (iv). */
#ifndef PLAN_SCAN_LABEL_H
#define PLAN_SCAN_LABEL_H

#include <string.h>

#include "cursor.h"

enum {
    MAX_GROUPS = 6,
    MAX_DIGITS = 4,
    MAX_ROMAN = 5,  /* xviii */
    MAX_SUFFIX = 9, /* quinquies */
    MAX_MONTH = 12, /* letters */
    FIRST_YEAR = 1000,
};

struct label {
    uint32_t groups;
    uint32_t value; /* of the first group */
    int32_t letter; /* a single letter after the last digit (9A), or 0 */
    bool dotted;    /* a dot ends it */
};

static inline bool is_latin_ordinal(const char *word)
{
    static const char *const words[] = {
        "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcmp(word, words[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* "bis" and the like, a single letter, or nothing: false for other letters. */
static inline bool take_suffix(struct cursor *s, int32_t *letter)
{
    char word[MAX_SUFFIX + 1] = "";
    uint32_t n = 0;
    int32_t c = peek(s);
    *letter = c;
    while (n < MAX_SUFFIX && (is_ascii_lower(c) || is_ascii_upper(c))) {
        word[n++] = (char)c;
        take(s);
        c = peek(s);
    }
    if (n != 1) {
        *letter = 0;
    }
    return n <= 1 || is_latin_ordinal(word);
}

static inline bool take_group(struct cursor *s, struct label *label)
{
    uint32_t value = 0;
    uint32_t digits = 0;
    while (is_digit(peek(s))) {
        if (++digits > MAX_DIGITS || (digits > 2 && value < 10)) {
            return false;
        }
        value = value * 10 + (uint32_t)(peek(s) - '0');
        take(s);
    }
    if (label->groups++ == 0) {
        label->value = value;
    }
    return take_suffix(s, &label->letter);
}

/* Groups of digits with dots between, and perhaps one dot after them. */
static inline bool take_label(struct cursor *s, struct label *label)
{
    *label = (struct label){0};
    while (is_digit(peek(s)) && label->groups < MAX_GROUPS) {
        label->dotted = false;
        if (!take_group(s, label)) {
            return false;
        }
        if (peek(s) != '.') {
            return true;
        }
        label->dotted = true;
        take(s);
    }
    return label->groups > 0 && !is_digit(peek(s));
}

static inline bool is_roman(int32_t c)
{
    return c == 'i' || c == 'v' || c == 'x' || c == 'I' || c == 'V' || c == 'X';
}

/* One letter, the same letter twice, or a roman number: "a", "aa", "iv". */
static inline bool take_letters(struct cursor *s)
{
    int32_t first = peek(s);
    uint32_t n = 0;
    if (!is_letter(first)) {
        return false;
    }
    do {
        take(s);
        n++;
    } while (n < MAX_ROMAN && is_roman(first) && is_roman(peek(s)));
    if (n == 1 && peek(s) == first) {
        take(s);
    }
    return true;
}

/* After the closing parenthesis of a marker: perhaps "bis", then a gap. */
static inline bool take_marker_end(struct cursor *s)
{
    int32_t letter;
    if (peek(s) != ')') {
        return false;
    }
    take(s);
    return take_suffix(s, &letter) && letter == 0 && at_gap(s);
}

static inline bool take_digits(struct cursor *s)
{
    uint32_t n = 0;
    while (n < MAX_DIGITS && is_digit(peek(s))) {
        take(s);
        n++;
    }
    return n > 0 && n < MAX_DIGITS;
}

static inline int32_t fold(int32_t c)
{
    bool capital = is_ascii_upper(c) || (c >= 0xc0 && c <= 0xde) ||
                   (c >= 0x0410 && c <= 0x042f);
    return capital ? c + 0x20 : c;
}

/* After "11 ": "577 000" or "000". */
static inline bool take_thousands(struct cursor *s)
{
    for (uint32_t groups = 0;; groups++) {
        uint32_t digits = 0;
        bool zeros = true;
        for (; digits < 4 && is_digit(peek(s)); digits++) {
            zeros = zeros && peek(s) == '0';
            take(s);
        }
        if (digits != 3) {
            return groups > 1;
        }
        if (zeros) {
            return true;
        }
        if (is_blank(peek(s))) {
            take(s);
        }
    }
}

/* The months of English, French and Spanish by their first letters. */
static inline bool is_month(const int32_t *word)
{
    static const wchar_t *const months[] = {
        L"jan",      L"feb", L"mar", L"apr", L"may",      L"jun",
        L"jul",      L"aug", L"sep", L"oct", L"nov",      L"dec",
        L"f\u00e9v", L"avr", L"mai", L"jui", L"ao\u00fb", L"d\u00e9c",
        L"ene",      L"abr", L"ago", L"dic",
    };
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        if (months[i][0] == (wchar_t)word[0] &&
            months[i][1] == (wchar_t)word[1] &&
            months[i][2] == (wchar_t)word[2]) {
            return true;
        }
    }
    return false;
}

/* After "18 ": "October 2018". */
static inline bool take_month(struct cursor *s)
{
    int32_t word[3] = {0};
    uint32_t digits = 0;
    for (uint32_t n = 0; is_letter(peek(s)) && n < MAX_MONTH; n++) {
        if (n < 3) {
            word[n] = fold(peek(s));
        }
        take(s);
    }
    if (!is_blank(peek(s)) || !is_month(word)) {
        return false;
    }
    take(s);
    for (; is_digit(peek(s)) && digits < 5; digits++) {
        take(s);
    }
    return digits == 4;
}

/* What makes a number a quantity: "% of them", ": a value", more digits, a
 * month and a year. */
static inline bool take_quantity(struct cursor *s)
{
    switch (peek(s)) {
    case ':':
    case '%':
    case '=':
    case '/':
    case '+':
    case ',':
    case ';':
    case ')':
        return true;
    default:
        break;
    }
    return is_digit(peek(s)) ? take_thousands(s) : take_month(s);
}

#endif
