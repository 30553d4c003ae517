/* Numbers as words, letters, Roman figures. */
#include "base/array.h"
#include "base/buf.h"
#include "base/chars.h"
#include "text/word/number/numbering.h"

static const pl_str format_names[] = {
#define PL_WORD_FORMAT(constant, name) PL_STR(name),
#include "text/word/number/number_format.def"
#undef PL_WORD_FORMAT
};

enum pl_word_format pl_word_format_of(pl_str name)
{
    for (size_t i = 0; i < sizeof(format_names) / sizeof(format_names[0]);
         i++) {
        if (pl_str_eq(format_names[i], name)) {
            return (enum pl_word_format)i;
        }
    }
    return PL_WORD_FORMAT_DECIMAL;
}

static void add_padded(struct pl_buf *out, uint32_t number, uint32_t width)
{
    uint32_t digits = 1;
    for (uint32_t rest = number; rest >= 10; rest /= 10) {
        digits++;
    }
    pl_buf_add_repeated(out, '0', width > digits ? width - digits : 0);
    pl_buf_add_number(out, number);
}

static void add_in_capitals(struct pl_buf *out, size_t from)
{
    for (size_t i = from; i < out->len; i++) {
        out->data[i] = pl_to_upper(out->data[i]);
    }
}

static void add_roman(struct pl_buf *out, uint32_t number)
{
    static const struct {
        uint32_t value;
        const char *letters;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    enum { MAX_ROMAN = 32767 };
    if (number == 0 || number > MAX_ROMAN) {
        pl_buf_add_number(out, number);
        return;
    }
    for (size_t i = 0; number > 0; i++) {
        for (; number >= steps[i].value; number -= steps[i].value) {
            pl_buf_add_text(out, steps[i].letters);
        }
    }
}

/* a to z, aa to zz, aaa ...: the same letter again; Word begins anew after 30
 * rounds. */
static void add_letter(struct pl_buf *out, uint32_t number)
{
    enum { LETTERS = 26, MOST = 780 };
    if (number == 0) {
        pl_buf_add_char(out, '0');
        return;
    }
    uint32_t index = (number - 1) % MOST;
    pl_buf_add_repeated(out, (char)('a' + index % LETTERS),
                        index / LETTERS + 1);
}

/* Without the letters that no list is numbered with. */
static void add_russian(struct pl_buf *out, uint32_t number, bool is_upper)
{
    static const uint16_t letters[] = {
        0x430, 0x431, 0x432, 0x433, 0x434, 0x435, 0x436, 0x437, 0x438, 0x43A,
        0x43B, 0x43C, 0x43D, 0x43E, 0x43F, 0x440, 0x441, 0x442, 0x443, 0x444,
        0x445, 0x446, 0x447, 0x448, 0x449, 0x44D, 0x44E, 0x44F};
    enum { COUNT = sizeof(letters) / sizeof(letters[0]), CAPITAL = 0x20 };
    if (number == 0) {
        pl_buf_add_char(out, '0');
        return;
    }
    uint32_t letter = letters[(number - 1) % COUNT];
    for (uint32_t i = 0; i <= (number - 1) / COUNT && i < 30; i++) {
        pl_buf_add_code_point(out, is_upper ? letter - CAPITAL : letter);
    }
}

static const char *ordinal_ending(uint32_t number)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    bool is_teen = number % 100 >= 11 && number % 100 <= 13;
    return is_teen || number % 10 > 3 ? endings[0] : endings[number % 10];
}

/* ----- in English words ----- */

static const char *const small_cardinals[] = {
    "zero",    "one",     "two",       "three",    "four",
    "five",    "six",     "seven",     "eight",    "nine",
    "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const small_ordinals[] = {
    "zeroth",    "first",     "second",      "third",      "fourth",
    "fifth",     "sixth",     "seventh",     "eighth",     "ninth",
    "tenth",     "eleventh",  "twelfth",     "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
static const char *const tens[] = {"",       "",      "twenty", "thirty",
                                   "forty",  "fifty", "sixty",  "seventy",
                                   "eighty", "ninety"};

enum { SMALL = 20, MAX_SPELLED = 999999 };

static void add_words(struct pl_buf *out, uint32_t number, bool is_ordinal);

/* "two hundred", "two hundredth", "two hundred fifth" */
static void add_large(struct pl_buf *out, uint32_t number, uint32_t unit,
                      bool is_ordinal)
{
    add_words(out, number / unit, false);
    pl_buf_add_text(out, unit == 100 ? " hundred" : " thousand");
    if (number % unit > 0) {
        pl_buf_add_char(out, ' ');
        add_words(out, number % unit, is_ordinal);
    } else if (is_ordinal) {
        pl_buf_add_text(out, "th");
    }
}

static void add_tens(struct pl_buf *out, uint32_t number, bool is_ordinal)
{
    pl_str word = pl_str_from(tens[number / 10]);
    if (number % 10 == 0) {
        bool has_y = is_ordinal;
        pl_buf_add(out, pl_str_slice(word, 0, word.len - has_y));
        pl_buf_add_text(out, is_ordinal ? "ieth" : "");
        return;
    }
    pl_buf_add(out, word);
    pl_buf_add_char(out, '-');
    add_words(out, number % 10, is_ordinal);
}

static void add_words(struct pl_buf *out, uint32_t number, bool is_ordinal)
{
    if (number < SMALL) {
        pl_buf_add_text(out, is_ordinal ? small_ordinals[number]
                                        : small_cardinals[number]);
    } else if (number < 100) {
        add_tens(out, number, is_ordinal);
    } else {
        add_large(out, number, number < 1000 ? 100 : 1000, is_ordinal);
    }
}

static void add_spelled(struct pl_buf *out, uint32_t number, bool is_ordinal)
{
    if (number > MAX_SPELLED) {
        pl_buf_add_number(out, number);
        return;
    }
    size_t start = out->len;
    add_words(out, number, is_ordinal);
    out->data[start] = pl_to_upper(out->data[start]);
}

/* A character of its own for each number from 1 to 20. */
static void add_enclosed(struct pl_buf *out, uint32_t number,
                         enum pl_word_format format)
{
    enum { LAST = 20, CIRCLED = 0x2460, IN_PARENS = 0x2474, STOP = 0x2488 };
    uint32_t first = format == PL_WORD_FORMAT_ENCLOSED_CIRCLE ? CIRCLED
                     : format == PL_WORD_FORMAT_ENCLOSED_STOP ? STOP
                                                              : IN_PARENS;
    if (number == 0 || number > LAST) {
        pl_buf_add_number(out, number);
    } else {
        pl_buf_add_code_point(out, first + number - 1);
    }
}

/* Of footnotes in some houses: an asterisk, a dagger, a double dagger, a
 * section sign; then each twice. */
static void add_symbols(struct pl_buf *out, uint32_t number)
{
    static const uint32_t symbols[] = {'*', 0x2020, 0x2021, 0xA7};
    enum { COUNT = PL_COUNT(symbols), MOST = 32 };
    uint32_t repeats = number > 0 ? (number - 1) / COUNT + 1 : 0;
    for (uint32_t i = 0; i < repeats && i < MOST; i++) {
        pl_buf_add_code_point(out, symbols[(number - 1) % COUNT]);
    }
}

void pl_word_write_number(struct pl_buf *out, enum pl_word_format format,
                          uint32_t number, uint32_t width)
{
    size_t start = out->len;
    switch (format) {
    case PL_WORD_FORMAT_DECIMAL:
    case PL_WORD_FORMAT_CUSTOM:
        add_padded(out, number, width);
        break;
    case PL_WORD_FORMAT_DECIMAL_ZERO:
        add_padded(out, number, 2);
        break;
    case PL_WORD_FORMAT_UPPER_ROMAN:
        add_roman(out, number);
        add_in_capitals(out, start);
        break;
    case PL_WORD_FORMAT_LOWER_ROMAN:
        add_roman(out, number);
        break;
    case PL_WORD_FORMAT_UPPER_LETTER:
        add_letter(out, number);
        add_in_capitals(out, start);
        break;
    case PL_WORD_FORMAT_LOWER_LETTER:
        add_letter(out, number);
        break;
    case PL_WORD_FORMAT_ORDINAL:
        pl_buf_add_number(out, number);
        pl_buf_add_text(out, ordinal_ending(number));
        break;
    case PL_WORD_FORMAT_CARDINAL_TEXT:
        add_spelled(out, number, false);
        break;
    case PL_WORD_FORMAT_ORDINAL_TEXT:
        add_spelled(out, number, true);
        break;
    case PL_WORD_FORMAT_HEX:
        pl_buf_addf(out, "%X", number);
        break;
    case PL_WORD_FORMAT_NUMBER_IN_DASH:
        pl_buf_addf(out, "- %u -", number);
        break;
    case PL_WORD_FORMAT_ENCLOSED_CIRCLE:
    case PL_WORD_FORMAT_ENCLOSED_STOP:
    case PL_WORD_FORMAT_ENCLOSED_PAREN:
        add_enclosed(out, number, format);
        break;
    case PL_WORD_FORMAT_UPPER_RUSSIAN:
    case PL_WORD_FORMAT_LOWER_RUSSIAN:
        add_russian(out, number, format == PL_WORD_FORMAT_UPPER_RUSSIAN);
        break;
    case PL_WORD_FORMAT_CHICAGO:
        add_symbols(out, number);
        break;
    case PL_WORD_FORMAT_NONE:
    case PL_WORD_FORMAT_BULLET:
        break;
    }
}
