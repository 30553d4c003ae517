#include "plan/renumber/typed.h"

#include "base/buf.h"
#include "base/chars.h"
#include "plan/roman.h"

enum {
    MAX_GAP = 6, /* bytes between two parts of a number */
    LETTERS = 26,
    MAX_REPEATED = 2 * LETTERS /* "zz" */
};

static uint32_t run_of(pl_str text, uint32_t at, uint32_t end,
                       bool (*is_one)(char))
{
    uint32_t from = at;
    while (at < end && is_one(text.data[at])) {
        at++;
    }
    return at - from;
}

static bool is_decimal(struct pl_label_part part)
{
    return part.style == PL_LABEL_DECIMAL;
}

static bool is_same_part(struct pl_label_part a, struct pl_label_part b)
{
    return a.value == b.value && a.bis == b.bis &&
           pl_to_lower(a.letter) == pl_to_lower(b.letter) &&
           is_decimal(a) == is_decimal(b);
}

/* Whether a piece of text is the part, read one way or the other. */
static bool is_part(pl_str piece, struct pl_label_part part)
{
    struct pl_label read;
    struct pl_label roman;
    if (!pl_label_parse(piece, &read) || read.count != 1) {
        return false;
    }
    return is_same_part(read.parts[0], part) ||
           (pl_label_as_roman(read, piece, &roman) &&
            is_same_part(roman.parts[0], part));
}

/* The end of a word that counts insertions, after an optional blank or
 * bracket; `at` when there is none. */
static uint32_t end_of_bis(pl_str text, uint32_t at, uint32_t end)
{
    uint32_t from = at;
    if (from < end && (text.data[from] == ' ' || text.data[from] == ')')) {
        from++;
    }
    uint32_t len = run_of(text, from, end, pl_is_letter);
    return pl_label_bis(pl_str_slice(text, from, from + len)) ? from + len : at;
}

/* The part of a number that stands at an offset; empty: none. */
static struct pl_range part_at(pl_str text, uint32_t at, uint32_t end)
{
    uint32_t len = run_of(text, at, end, pl_is_digit);
    struct pl_range piece = {at, at + len};
    if (len == 0) {
        piece.end += run_of(text, at, end, pl_is_letter);
    } else if (run_of(text, piece.end, end, pl_is_letter) == 1) {
        piece.end++;
    }
    piece.end = end_of_bis(text, piece.end, end);
    return piece;
}

static bool is_bounded(pl_str text, struct pl_range piece)
{
    bool is_digit = pl_is_digit(text.data[piece.start]);
    char before = piece.start > 0 ? text.data[piece.start - 1] : ' ';
    char after = piece.end < text.len ? text.data[piece.end] : ' ';
    return !pl_is_alnum(after) &&
           (is_digit ? !pl_is_digit(before) : !pl_is_alnum(before));
}

/* The next letter or digit after a part; `end` when it is too far away. */
static uint32_t next_part(pl_str text, uint32_t at, uint32_t end)
{
    uint32_t limit = end - at > MAX_GAP ? at + MAX_GAP : end;
    while (at < limit && !pl_is_alnum(text.data[at])) {
        at++;
    }
    return at < limit ? at : end;
}

static bool match(pl_str text, struct pl_range range, struct pl_label label,
                  struct pl_typed *typed)
{
    uint32_t at = range.start;
    typed->count = 0;
    for (uint8_t i = 0; i < label.count; i++) {
        struct pl_range piece = part_at(text, at, range.end);
        if (pl_range_is_empty(piece) || !is_bounded(text, piece) ||
            !is_part(pl_range_text(text, piece), label.parts[i])) {
            return false;
        }
        typed->parts[typed->count++] = piece;
        at = next_part(text, piece.end, range.end);
    }
    return true;
}

bool pl_typed_find(pl_str text, struct pl_range range, struct pl_label label,
                   struct pl_typed *typed)
{
    *typed = (struct pl_typed){0};
    for (; range.start < range.end && label.count > 0; range.start++) {
        if (pl_is_alnum(text.data[range.start]) &&
            match(text, range, label, typed)) {
            return true;
        }
    }
    typed->count = 0;
    return false;
}

bool pl_typed_find_end(pl_str text, struct pl_range range,
                       struct pl_label label, struct pl_typed *typed)
{
    for (uint8_t first = 0; first < label.count; first++) {
        struct pl_label rest = {.count = (uint8_t)(label.count - first)};
        for (uint8_t i = 0; i < rest.count; i++) {
            rest.parts[i] = label.parts[first + i];
        }
        if (pl_typed_find(text, range, rest, typed)) {
            typed->first = first;
            return true;
        }
    }
    return false;
}

/* In the capitals of what stood there. */
static uint8_t style_like(uint8_t style, char old)
{
    bool is_upper = pl_is_upper(old);
    switch ((enum pl_label_style)style) {
    case PL_LABEL_DECIMAL:
        break;
    case PL_LABEL_LOWER:
    case PL_LABEL_UPPER:
        return is_upper ? PL_LABEL_UPPER : PL_LABEL_LOWER;
    case PL_LABEL_LOWER_ROMAN:
    case PL_LABEL_UPPER_ROMAN:
        return is_upper ? PL_LABEL_UPPER_ROMAN : PL_LABEL_LOWER_ROMAN;
    }
    return style;
}

/* "cc" and "ii" after "z" would be Roman numbers. */
static bool is_read_as_roman(uint16_t value)
{
    char letter = (char)('a' + (value - 1) % LETTERS);
    char twice[] = {letter, letter};
    return value > LETTERS &&
           pl_roman_value((pl_str){twice, sizeof(twice)}) > 0;
}

static bool has_form(struct pl_label_part part)
{
    switch ((enum pl_label_style)part.style) {
    case PL_LABEL_DECIMAL:
        return true;
    case PL_LABEL_LOWER:
    case PL_LABEL_UPPER:
        return part.value > 0 && part.value <= MAX_REPEATED && !part.letter &&
               !is_read_as_roman(part.value);
    case PL_LABEL_LOWER_ROMAN:
    case PL_LABEL_UPPER_ROMAN:
        return part.value > 0 && part.value <= PL_ROMAN_MAX && !part.letter;
    }
    return false;
}

/* "007" stays three digits wide. */
static void add_zeros(struct pl_buf *out, pl_str old, uint16_t value)
{
    size_t width = 0;
    while (width < old.len && pl_is_digit(old.data[width])) {
        width++;
    }
    size_t digits = 1;
    for (uint32_t rest = value / 10U; rest > 0; rest /= 10) {
        digits++;
    }
    if (old.data[0] == '0' && digits < width) {
        pl_buf_add_repeated(out, '0', width - digits);
    }
}

/* "a)" and "a)bis": the bracket comes first. */
static void add_bis_after_bracket(struct pl_buf *out, struct pl_label_part part)
{
    struct pl_buf whole = pl_buf_in(out->arena);
    struct pl_label with = {.count = 1, .parts = {part}};
    struct pl_label without = with;
    without.parts[0].bis = 0;
    size_t start = out->len;
    pl_label_write(out, without);
    pl_label_write(&whole, with);
    pl_buf_add_char(out, ')');
    pl_buf_add(
        out, pl_str_slice(pl_buf_str(&whole), out->len - 1 - start, whole.len));
}

bool pl_typed_write(struct pl_arena *arena, pl_str text, struct pl_range *old,
                    struct pl_label_part part, pl_str *written)
{
    pl_str piece = pl_range_text(text, *old);
    struct pl_buf out = pl_buf_in(arena);
    part.style = style_like(part.style, piece.data[0]) & PL_LABEL_MASK;
    bool had_bracket = pl_str_find_char(piece, ')', 0) != PL_NOWHERE;
    bool before_bracket = old->end < text.len && text.data[old->end] == ')';
    if (!has_form(part)) {
        return false;
    }
    if (is_decimal(part)) {
        add_zeros(&out, piece, part.value);
    }
    if (had_bracket || (part.bis && !is_decimal(part))) {
        if (!had_bracket && !before_bracket) {
            return false;
        }
        add_bis_after_bracket(&out, part);
        old->end += !had_bracket;
    } else {
        pl_label_write(&out, (struct pl_label){.count = 1, .parts = {part}});
    }
    *written = pl_buf_str(&out);
    return true;
}
