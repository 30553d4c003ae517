#include "plan/references/number_list.h"

#include <stddef.h>

#include "base/chars.h"

enum {
    MAX_SEGMENT = 14, /* bytes: five digits and "quinquies" */
    MAX_MARKER = 5,   /* bytes */
};
enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, LAST_ROMAN = 50 };

static uint32_t alnum_run(const struct pl_scan *scan)
{
    uint32_t len = 0;
    while (pl_is_alnum(pl_scan_peek(scan, len))) {
        len++;
    }
    return len;
}

static pl_str piece(const struct pl_scan *scan, uint32_t from)
{
    return pl_str_slice(scan->text, from, scan->at);
}

static bool append(struct pl_label *label, struct pl_label more)
{
    if (label->count + more.count > PL_LABEL_MAX_PARTS) {
        return false;
    }
    for (uint8_t i = 0; i < more.count; i++) {
        label->parts[label->count++] = more.parts[i];
    }
    return true;
}

/* "12", "4a", "1bis", "A", "IV": what stands between dots or hyphens. */
static bool read_segment(struct pl_scan *scan, struct pl_label *label)
{
    uint32_t len = alnum_run(scan);
    struct pl_label part;
    pl_str text = pl_str_slice(scan->text, scan->at, scan->at + len);
    if (len == 0 || len > MAX_SEGMENT || !pl_label_parse(text, &part) ||
        !append(label, part)) {
        return false;
    }
    scan->at += len;
    return true;
}

static bool starts_segment(const struct pl_scan *scan, bool after_hyphen)
{
    char next = pl_scan_peek(scan, 1);
    uint32_t len = 0;
    while (pl_is_alnum(pl_scan_peek(scan, 1 + len))) {
        len++;
    }
    return pl_is_digit(next) ||
           (len == 1 && pl_is_upper(next) && after_hyphen) ||
           (len == 1 && pl_is_letter(next) &&
            !pl_is_wide(pl_scan_peek(scan, 2)));
}

/* Whether what stands there can only end a number: "8. 2, " and "8. 2. of",
 * not "8. 2. The", which begins another paragraph. */
static bool ends_number(const struct pl_scan *scan)
{
    char c = pl_scan_peek(scan, 0);
    char next = pl_scan_peek(scan, 1);
    bool goes_on = next == ' ' && pl_is_lower(pl_scan_peek(scan, 2));
    bool stops = next == '\0' || next == '\n' || next == ')' || next == ',';
    return c == ',' || c == ';' || c == ')' || (c == '.' && (goes_on || stops));
}

/* "8. 2.": a blank slipped into 8.2. */
static void read_spaced_segment(struct pl_scan *scan, unsigned shape,
                                struct pl_label *label)
{
    struct pl_scan s = *scan;
    struct pl_label longer = *label;
    if ((shape & PL_NUMBER_MANY) || !pl_scan_char(&s, '.') ||
        !pl_scan_char(&s, ' ') || !pl_is_digit(pl_scan_peek(&s, 0)) ||
        !read_segment(&s, &longer) || !ends_number(&s)) {
        return;
    }
    *scan = s;
    *label = longer;
}

static void read_segments(struct pl_scan *scan, unsigned shape,
                          struct pl_label *label)
{
    for (;;) {
        struct pl_scan before = *scan;
        char c = pl_scan_peek(scan, 0);
        bool is_hyphen = (shape & PL_NUMBER_HYPHENS) && c == '-';
        if ((c != '.' && !is_hyphen) || !starts_segment(scan, is_hyphen)) {
            read_spaced_segment(scan, shape, label);
            return;
        }
        scan->at++;
        if (!read_segment(scan, label)) {
            *scan = before;
            return;
        }
    }
}

/* "4.3 bis" */
static void read_insertion(struct pl_scan *scan, struct pl_label *label)
{
    struct pl_scan s = *scan;
    pl_scan_blanks(&s);
    pl_str word = pl_scan_letters(&s);
    uint8_t bis = pl_label_bis(word);
    if (bis) {
        label->parts[label->count - 1].bis = bis & PL_LABEL_MASK;
        s.at += (uint32_t)word.len;
        *scan = s;
    }
}

/* "(a)", "(ii)" and, unless it needs its bracket, "a)". */
static bool read_marker(struct pl_scan *scan, bool needs_bracket,
                        struct pl_label *label)
{
    struct pl_scan s = *scan;
    bool has_bracket = pl_scan_char(&s, '(');
    uint32_t from = s.at;
    s.at += alnum_run(&s);
    pl_str text = piece(&s, from);
    struct pl_label part;
    if ((needs_bracket && !has_bracket) || text.len == 0 ||
        text.len > MAX_MARKER || !pl_scan_char(&s, ')') ||
        !pl_label_parse(text, &part) || !append(label, part)) {
        return false;
    }
    *scan = s;
    return true;
}

static bool is_small(struct pl_label label)
{
    uint8_t style = label.parts[label.count - 1].style;
    return style == PL_LABEL_LOWER || style == PL_LABEL_LOWER_ROMAN;
}

/* "(a)(ii)", " (a)", " a)" after a number. */
static void read_sub_labels(struct pl_scan *scan, struct pl_label *label)
{
    for (;;) {
        struct pl_scan s = *scan;
        struct pl_label longer = *label;
        bool spaced = pl_scan_blanks(&s);
        if (!read_marker(&s, !spaced, &longer) ||
            (spaced && !is_small(longer))) {
            return;
        }
        *scan = s;
        *label = longer;
    }
}

/* "MD" and "CD" are acronyms. */
static bool is_acronym(struct pl_label label)
{
    return label.parts[0].style == PL_LABEL_UPPER_ROMAN &&
           label.parts[0].value > LAST_ROMAN;
}

static bool is_year(struct pl_label label)
{
    struct pl_label_part part = label.parts[0];
    return label.count == 1 && part.style == PL_LABEL_DECIMAL &&
           part.letter == 0 && part.value >= FIRST_YEAR &&
           part.value <= LAST_YEAR;
}

/* What follows tells that the number is no label. */
static bool is_amount(struct pl_scan scan)
{
    static const char *const units[] = {
        "per",      "percent", "million",  "billion", "thousand", "pour",
        "millions", "mille",   "millones", "mil",     "por",      NULL};
    char c = pl_scan_peek(&scan, 0);
    char next = pl_scan_peek(&scan, 1);
    if (pl_is_alnum(c) || c == '/' || c == '%' || c == '=' || c == '@' ||
        (c == '_' && pl_is_alnum(next))) {
        return true;
    }
    if ((c == ',' || c == ':' || c == '\'' || c == '.') && pl_is_digit(next)) {
        return true;
    }
    pl_scan_blanks(&scan);
    return pl_scan_char(&scan, '%') || pl_scan_any_word(&scan, units);
}

static bool read_plain(struct pl_scan *scan, unsigned shape,
                       struct pl_number *number)
{
    char first = pl_scan_peek(scan, 0);
    bool is_letter = (shape & PL_NUMBER_LETTERS) && pl_is_upper(first);
    if (!pl_is_digit(first) && !is_letter) {
        return false;
    }
    if (!read_segment(scan, &number->label)) {
        return false;
    }
    read_segments(scan, shape, &number->label);
    read_insertion(scan, &number->label);
    number->base_count = number->label.count;
    if (is_amount(*scan) || is_acronym(number->label)) {
        return false;
    }
    read_sub_labels(scan, &number->label);
    bool is_short = (shape & PL_NUMBER_DOTTED) && number->base_count < 2;
    return !is_short && !is_year(number->label);
}

static bool read_first(struct pl_scan *scan, unsigned shape,
                       struct pl_number *number)
{
    if ((shape & PL_NUMBER_MARKERS) &&
        read_marker(scan, false, &number->label)) {
        read_insertion(scan, &number->label);
        number->base_count = number->label.count;
        read_sub_labels(scan, &number->label);
        return true;
    }
    return read_plain(scan, shape, number);
}

bool pl_number_read(struct pl_scan *scan, unsigned shape,
                    struct pl_number *number)
{
    struct pl_scan s = *scan;
    *number = (struct pl_number){.range = {scan->at, scan->at}};
    if (!read_first(&s, shape, number)) {
        return false;
    }
    number->range.end = s.at;
    *scan = s;
    return true;
}

/* "(b)" after "12(a) and": paragraph 12(b). */
static bool read_same_base(struct pl_scan *scan, const struct pl_number *last,
                           struct pl_number *number)
{
    if (last->label.count == last->base_count) {
        return false;
    }
    *number = *last;
    number->to = (struct pl_label){0};
    number->range.start = scan->at;
    number->label.count = last->base_count;
    if (!read_marker(scan, false, &number->label)) {
        return false;
    }
    number->range.end = scan->at;
    return true;
}

static bool same_style(struct pl_label a, struct pl_label b)
{
    bool a_decimal = a.parts[0].style == PL_LABEL_DECIMAL;
    bool b_decimal = b.parts[0].style == PL_LABEL_DECIMAL;
    return a_decimal == b_decimal;
}

/* "9.3.1-3": the end gives the last part only. */
static bool complete_end(struct pl_label from, struct pl_label *to)
{
    if (to->count == from.count) {
        return true;
    }
    if (to->count != 1 || from.count == 0) {
        return false;
    }
    struct pl_label whole = from;
    whole.parts[from.count - 1] = to->parts[0];
    *to = whole;
    return true;
}

/* "53.4958-3(c)", "38-33-106": a hyphen inside the number of a law. */
static bool is_part_of_code(const struct pl_scan *scan,
                            const struct pl_number *from,
                            const struct pl_number *to)
{
    bool has_items = to->base_count < to->label.count ||
                     from->base_count < from->label.count;
    return (has_items && to->base_count != from->base_count) ||
           (pl_scan_peek(scan, 0) == '-' && pl_is_alnum(pl_scan_peek(scan, 1)));
}

/* The end of a range after `number`. A hyphen that is followed by anything
 * else makes the number one that we do not know how to read. */
static void read_end(struct pl_numbers *numbers, struct pl_number *number)
{
    struct pl_scan s = numbers->scan;
    struct pl_number to;
    bool spaced = pl_scan_blanks(&s);
    static const char *const words[] = {"to", "through", NULL};
    static const char *const words_of_many[] = {"à", "a", "al", NULL};
    bool in_words =
        pl_scan_any_word(&s, words) || ((numbers->shape & PL_NUMBER_MANY) &&
                                        pl_scan_any_word(&s, words_of_many));
    bool has_dash = !in_words && pl_scan_dash(&s);
    if (!in_words && !has_dash) {
        return;
    }
    spaced |= pl_scan_blanks(&s);
    bool found = read_same_base(&s, number, &to) ||
                 pl_number_read(&s, numbers->shape, &to);
    found = found && same_style(number->label, to.label) &&
            (!has_dash || !is_part_of_code(&s, number, &to)) &&
            (in_words ? to.label.count == number->label.count
                      : complete_end(number->label, &to.label));
    bool ascends = found && pl_label_compare(number->label, to.label) < 0;
    bool may_descend = (numbers->shape & PL_NUMBER_MANY) &&
                       !(numbers->shape & PL_NUMBER_NO_SPANS);
    if (found && !ascends && !may_descend && (in_words || !spaced)) {
        found = false; /* "moved from section 5 to 3" */
    }
    if (found && (!has_dash || !spaced || ascends)) {
        number->to = to.label;
        number->range.end = s.at;
        numbers->scan = s;
    } else if (has_dash && !spaced &&
               pl_is_alnum(pl_scan_peek(&numbers->scan, 1))) {
        numbers->is_broken = true;
    }
}

enum connector { NO_CONNECTOR, COMMA, LAST };

static enum connector read_connector(struct pl_scan *scan)
{
    static const char *const words[] = {"and", "or", "et", "ou", "y",
                                        "e",   "o",  "u",  NULL};
    enum connector found = NO_CONNECTOR;
    pl_scan_blanks(scan);
    if (pl_scan_char(scan, ',') || pl_scan_char(scan, ';')) {
        found = COMMA;
        pl_scan_blanks(scan);
    }
    if (pl_scan_any_word(scan, words) || pl_scan_char(scan, '&')) {
        found = LAST;
        pl_scan_blanks(scan);
    }
    return found;
}

/* Whether the number after a connector belongs to the same list. */
static bool belongs(const struct pl_numbers *numbers, enum connector connector,
                    const struct pl_number *number)
{
    struct pl_label last = numbers->last.label;
    bool is_alike = same_style(last, number->label);
    if ((numbers->shape & PL_NUMBER_MARKERS) || number->base_count > 1) {
        return is_alike;
    }
    if (!(numbers->shape & PL_NUMBER_MANY)) {
        return is_alike && connector == LAST && numbers->last.base_count == 1 &&
               pl_label_compare(last, number->label) < 0;
    }
    return is_alike;
}

static bool read_next(struct pl_numbers *numbers, struct pl_number *number)
{
    struct pl_scan s = numbers->scan;
    enum connector connector = read_connector(&s);
    if (connector == NO_CONNECTOR || (connector == COMMA && numbers->is_last)) {
        return false;
    }
    bool found = read_same_base(&s, &numbers->last, number) ||
                 pl_number_read(&s, numbers->shape, number);
    if (!found || !belongs(numbers, connector, number)) {
        return false;
    }
    numbers->is_last = connector == LAST;
    numbers->scan = s;
    return true;
}

bool pl_numbers_next(struct pl_numbers *numbers, struct pl_number *number)
{
    if (numbers->is_broken) {
        return false;
    }
    bool found = numbers->is_begun
                     ? read_next(numbers, number)
                     : pl_number_read(&numbers->scan, numbers->shape, number);
    if (!found) {
        return false;
    }
    numbers->is_begun = true;
    read_end(numbers, number);
    numbers->last = *number;
    return !numbers->is_broken;
}
