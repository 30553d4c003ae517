#include "plan/label.h"

#include "base/chars.h"
#include "plan/roman.h"

enum { MAX_DIGITS = 5, MAX_LETTERS = 2 };

static const char *const bis_names[] = {
    [2] = "bis",    [3] = "ter",     [4] = "quater", [5] = "quinquies",
    [6] = "sexies", [7] = "septies", [8] = "octies",
};
enum { BIS_COUNT = sizeof(bis_names) / sizeof(bis_names[0]), SHORTEST_BIS = 3 };

static size_t run_of(pl_str text, size_t from, bool (*is_one)(char))
{
    size_t end = from;
    while (end < text.len && is_one(text.data[end])) {
        end++;
    }
    return end - from;
}

uint8_t pl_label_bis(pl_str word)
{
    if (word.len < SHORTEST_BIS) {
        return 0;
    }
    for (unsigned i = 2; i < BIS_COUNT; i++) {
        if (pl_str_eq_ignore_case(word, pl_str_from(bis_names[i]))) {
            return (uint8_t)i;
        }
    }
    return 0;
}

/* "bis", "ter" ... at `*at`, which then moves past it; 0 when there is none. */
static uint8_t read_bis(pl_str text, size_t *at)
{
    size_t len = run_of(text, *at, pl_is_letter);
    uint8_t bis = pl_label_bis(pl_str_slice(text, *at, *at + len));
    *at += bis ? len : 0;
    return bis;
}

static bool read_decimal(pl_str text, size_t *at, struct pl_label_part *part)
{
    size_t digits = run_of(text, *at, pl_is_digit);
    uint32_t value = 0;
    if (digits == 0 || digits > MAX_DIGITS) {
        return false;
    }
    for (size_t end = *at + digits; *at < end; ++*at) {
        value = value * 10 + (uint32_t)(text.data[*at] - '0');
    }
    if (value > UINT16_MAX) {
        return false;
    }
    part->value = (uint16_t)value;
    part->style = PL_LABEL_DECIMAL;
    size_t word = *at + 1;
    if (word < text.len && text.data[*at] == ' ' && read_bis(text, &word)) {
        *at += 1; /* "5 bis" */
    }
    if (*at < text.len && pl_is_letter(text.data[*at])) {
        part->bis = read_bis(text, at) & PL_LABEL_MASK;
        if (!part->bis && run_of(text, *at, pl_is_letter) == 1) {
            part->letter = text.data[(*at)++];
        }
    }
    return true;
}

/* "b" is 2, "aa" and "bb" follow "z", "iv" is a Roman number. */
static bool read_letters(pl_str text, size_t *at, struct pl_label_part *part)
{
    size_t len = run_of(text, *at, pl_is_letter);
    pl_str letters = pl_str_slice(text, *at, *at + len);
    if (len == 0) {
        return false;
    }
    bool upper = pl_is_upper(letters.data[0]);
    bool repeated =
        len <= MAX_LETTERS && letters.data[0] == letters.data[len - 1];
    uint32_t roman = len > 1 ? pl_roman_value(letters) : 0;
    *at += len;
    if (roman) {
        part->value = (uint16_t)roman;
        part->style = upper ? PL_LABEL_UPPER_ROMAN : PL_LABEL_LOWER_ROMAN;
    } else if (repeated) {
        part->value = (uint16_t)(pl_to_lower(letters.data[0]) - 'a' + 1 +
                                 (int)(len - 1) * 26);
        part->style = upper ? PL_LABEL_UPPER : PL_LABEL_LOWER;
    } else {
        return false;
    }
    return true;
}

static bool is_closing(char c)
{
    return c == ')' || c == '.' || c == ':';
}

static pl_str without_brackets(pl_str text)
{
    text = pl_str_trim(text);
    if (text.len && text.data[0] == '(') {
        text = pl_str_slice(text, 1, text.len);
    }
    while (text.len && is_closing(text.data[text.len - 1])) {
        text.len--;
    }
    return text;
}

bool pl_label_parse(pl_str text, struct pl_label *label)
{
    *label = (struct pl_label){0};
    text = without_brackets(text);
    size_t at = 0;
    for (;;) {
        if (label->count == PL_LABEL_MAX_PARTS || at >= text.len) {
            return false;
        }
        struct pl_label_part *part = &label->parts[label->count++];
        if (!read_decimal(text, &at, part) && !read_letters(text, &at, part)) {
            return false;
        }
        if (at < text.len && text.data[at] == ')') {
            at++; /* b)bis */
            part->bis = read_bis(text, &at) & PL_LABEL_MASK;
        }
        if (at == text.len) {
            return true;
        }
        if (text.data[at++] != '.') {
            return false;
        }
    }
}

bool pl_label_as_roman(struct pl_label label, pl_str typed,
                       struct pl_label *roman)
{
    pl_str letters = without_brackets(typed);
    size_t dot = letters.len;
    while (dot > 0 && letters.data[dot - 1] != '.') {
        dot--;
    }
    letters = pl_str_slice(letters, dot, letters.len);
    uint32_t value = pl_roman_value(letters);
    if (label.count == 0 || value == 0) {
        return false;
    }
    *roman = label;
    roman->parts[label.count - 1] = (struct pl_label_part){
        .value = (uint16_t)value,
        .style = pl_is_upper(letters.data[0]) ? PL_LABEL_UPPER_ROMAN
                                              : PL_LABEL_LOWER_ROMAN,
    };
    return true;
}

static int compare_parts(struct pl_label_part a, struct pl_label_part b)
{
    if (a.value != b.value) {
        return a.value < b.value ? -1 : 1;
    }
    char first = pl_to_lower(a.letter);
    char second = pl_to_lower(b.letter);
    if (first != second) {
        return first < second ? -1 : 1;
    }
    return (a.bis > b.bis) - (a.bis < b.bis);
}

int pl_label_compare(struct pl_label a, struct pl_label b)
{
    for (uint8_t i = 0; i < a.count && i < b.count; i++) {
        int order = compare_parts(a.parts[i], b.parts[i]);
        if (order != 0) {
            return order;
        }
    }
    return (a.count > b.count) - (a.count < b.count);
}

bool pl_label_eq(struct pl_label a, struct pl_label b)
{
    return pl_label_compare(a, b) == 0;
}

static bool begins_with_parts(struct pl_label label, struct pl_label parts,
                              uint8_t count)
{
    for (uint8_t i = 0; i < count; i++) {
        if (compare_parts(label.parts[i], parts.parts[i]) != 0) {
            return false;
        }
    }
    return true;
}

bool pl_label_same_parent(struct pl_label a, struct pl_label b)
{
    return a.count == b.count && a.count > 0 &&
           begins_with_parts(b, a, (uint8_t)(a.count - 1));
}

bool pl_label_is_ancestor(struct pl_label a, struct pl_label b)
{
    return a.count < b.count && begins_with_parts(b, a, a.count);
}

static bool is_inserted(struct pl_label_part part)
{
    return part.letter != 0 || part.bis != 0;
}

/* 9 and 9A, 9A and 9B, 1 and 1bis, 1bis and 1ter. */
static bool insertion_follows(struct pl_label_part a, struct pl_label_part b)
{
    if (a.value != b.value) {
        return false;
    }
    if (b.bis) {
        return b.letter == a.letter && b.bis == (a.bis ? a.bis + 1 : 2);
    }
    char letter = pl_to_lower(b.letter);
    return letter && letter == (a.letter ? pl_to_lower(a.letter) + 1 : 'a');
}

bool pl_label_follows(struct pl_label a, struct pl_label b)
{
    if (!pl_label_same_parent(a, b)) {
        return false;
    }
    struct pl_label_part last = a.parts[a.count - 1];
    struct pl_label_part next = b.parts[b.count - 1];
    if (next.value == last.value + 1) {
        return !is_inserted(next);
    }
    return insertion_follows(last, next);
}

struct pl_label pl_label_next(struct pl_label a)
{
    struct pl_label_part *last = &a.parts[a.count - 1];
    last->value++;
    last->bis = 0;
    last->letter = 0;
    return a;
}

static void write_letters(struct pl_buf *buf, uint32_t value, char first)
{
    size_t repeats = value ? (value - 1) / 26 + 1 : 1;
    pl_buf_add_repeated(buf, (char)(first + (char)((value + 25) % 26)),
                        repeats);
}

static void write_roman(struct pl_buf *buf, uint32_t value, bool upper)
{
    char letters[PL_ROMAN_SIZE];
    size_t len = pl_roman_write(value % (PL_ROMAN_MAX + 1), letters);
    for (size_t i = 0; i < len; i++) {
        pl_buf_add_char(buf, upper ? pl_to_upper(letters[i]) : letters[i]);
    }
}

static void write_part(struct pl_buf *buf, struct pl_label_part part)
{
    switch ((enum pl_label_style)part.style) {
    case PL_LABEL_DECIMAL:
        pl_buf_add_number(buf, part.value);
        break;
    case PL_LABEL_LOWER:
        write_letters(buf, part.value, 'a');
        break;
    case PL_LABEL_UPPER:
        write_letters(buf, part.value, 'A');
        break;
    case PL_LABEL_LOWER_ROMAN:
        write_roman(buf, part.value, false);
        break;
    case PL_LABEL_UPPER_ROMAN:
        write_roman(buf, part.value, true);
        break;
    }
    if (part.letter) {
        pl_buf_add_char(buf, part.letter);
    }
    if (part.bis && part.bis < BIS_COUNT) {
        pl_buf_add_text(buf, bis_names[part.bis]);
    }
}

void pl_label_write(struct pl_buf *buf, struct pl_label label)
{
    for (uint8_t i = 0; i < label.count; i++) {
        if (i > 0) {
            pl_buf_add_char(buf, '.');
        }
        write_part(buf, label.parts[i]);
    }
}

pl_str pl_label_text(struct pl_arena *arena, struct pl_label label)
{
    struct pl_buf buf = pl_buf_in(arena);
    pl_label_write(&buf, label);
    return pl_buf_str(&buf);
}
