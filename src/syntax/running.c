#include "syntax/running.h"

#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "base/bytes.h"
#include "base/chars.h"
#include "base/utf8.h"

enum {
    /* Bytes of the words that the scanner may know or take for a marker. */
    LONGEST_ALONE = 30, /* "footnoteRef", a part of an instrument */
    LONGEST_MARKER = 12,

    BLOCK = 16, /* bytes */
};

/* Letters, digits and the signs that say nothing to the scanner. */
static bool is_plain(char c)
{
    return pl_is_letter(c) || (c >= ' ' && c <= '\'') ||
           (c >= ',' && c <= '9' && c != '.');
}

#if defined(__SSE2__)

/* The bytes from `first` to `last`. */
static __m128i in_range(__m128i bytes, char first, char last)
{
    return _mm_and_si128(
        _mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)(first - 1))),
        _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)(last + 1))));
}

/* A bit for each of BLOCK bytes that is not plain, the first one the lowest. */
static unsigned find_others(const char *bytes)
{
    __m128i all = _mm_loadu_si128((const __m128i *)(const void *)bytes);
    __m128i letters =
        in_range(_mm_or_si128(all, _mm_set1_epi8(0x20)), 'a', 'z');
    __m128i signs =
        _mm_or_si128(in_range(all, ' ', '\''), in_range(all, ',', '9'));
    __m128i dots = _mm_cmpeq_epi8(all, _mm_set1_epi8('.'));
    __m128i plain = _mm_andnot_si128(dots, _mm_or_si128(letters, signs));
    return (unsigned)_mm_movemask_epi8(plain) ^ 0xFFFFU;
}

#else

static unsigned find_others(const char *bytes)
{
    unsigned others = 0;
    for (unsigned i = 0; i < BLOCK; i++) {
        others |= (unsigned)!is_plain(bytes[i]) << i;
    }
    return others;
}

#endif

static size_t ascii_end(pl_str text, size_t at)
{
    for (; text.len - at >= BLOCK; at += BLOCK) {
        unsigned others = find_others(text.data + at);
        if (others) {
            return at + PL_LOWEST_BIT(others);
        }
    }
    while (at < text.len && is_plain(text.data[at])) {
        at++;
    }
    return at;
}

/* Outside ASCII: whether it may be a blank, the dots of an ellipsis, or a
 * character that stands for a run. */
static bool is_wide_mark(pl_str text, size_t at)
{
    const unsigned char *c = (const unsigned char *)text.data + at;
    bool general = c[0] == 0xE2 && text.len - at >= 3 && c[1] == 0x80;
    return c[0] == 0xC2 || c[0] == 0xEF || c[0] == 0xF3 ||
           (general && c[2] >= 0xA6);
}

static size_t character_end(pl_str text, size_t at)
{
    do {
        at++;
    } while (at < text.len && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return at;
}

size_t pl_running_end(struct pl_running *it, size_t at)
{
    pl_str text = it->text;
    it->is_wide = false;
    at = ascii_end(text, at);
    while (at < text.len && pl_is_wide(text.data[at]) &&
           !is_wide_mark(text, at)) {
        it->is_wide = true;
        at = ascii_end(text, character_end(text, at));
    }
    return at;
}

static bool is_of_word(char c)
{
    return pl_is_alnum(c) || pl_is_wide(c);
}

/* The high bit of each of eight bytes that is a space. */
static uint64_t find_spaces(const char *bytes)
{
    uint64_t others = pl_bytes_load_in_order(bytes) ^ PL_EACH_BYTE(0x20);
    uint64_t ascii = others & PL_EACH_BYTE(0x7F);
    return ~((ascii + PL_EACH_BYTE(0x7F)) | others) & PL_EACH_BYTE(0x80);
}

/* A stretch is a string of its own here. */
static size_t skip_to_word(pl_str text, size_t at)
{
    while (at < text.len && !is_of_word(text.data[at])) {
        at++;
    }
    return at;
}

static size_t skip_word(pl_str text, size_t at)
{
    for (; at + sizeof(uint64_t) <= text.len; at += sizeof(uint64_t)) {
        uint64_t spaces = find_spaces(text.data + at);
        if (spaces) {
            return at + PL_LOWEST_BIT(spaces) / 8;
        }
    }
    while (at < text.len && text.data[at] != ' ') {
        at++;
    }
    return at;
}

static size_t skip_spaces(pl_str text, size_t at)
{
    while (at < text.len && text.data[at] == ' ') {
        at++;
    }
    return at;
}

static size_t next_word(pl_str text, size_t at)
{
    return skip_spaces(text, skip_word(text, at));
}

/* Past the bullet that may be there, too. */
static size_t skip_to_first(pl_str text, size_t at)
{
    size_t word = skip_to_word(text, at);
    size_t end = word < text.len ? character_end(text, word) : word;
    bool is_alone = end < text.len && text.data[end] == ' ';
    return is_alone ? skip_to_word(text, end) : word;
}

static size_t skip_numbers(pl_str text, size_t at)
{
    while (at < text.len && pl_is_digit(text.data[at])) {
        at = skip_to_word(text, skip_word(text, at));
    }
    return at;
}

/* "18 October 2018 ", and without the day, which may be before a no-break
 * space.
 */
static size_t skip_date(pl_str text, size_t at)
{
    size_t month = skip_numbers(text, at);
    size_t year = next_word(text, month);
    size_t end = skip_numbers(text, year);
    return end > year ? end : month;
}

/* "Annex B " */
static size_t skip_part(pl_str text, size_t at)
{
    size_t next = next_word(text, at);
    bool may_be_label = next < text.len && !pl_is_lower(text.data[next]);
    return may_be_label ? next_word(text, next) : at;
}

/* "Comment by NAME:", "<!-- planlint-enable -->" */
static size_t skip_known(pl_str text, size_t at)
{
    static const pl_str known[] = {PL_STR("Comment "), PL_STR("by "),
                                   PL_STR("planlint-")};
    for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
        if (at < text.len && text.data[at] == known[i].data[0] &&
            pl_str_starts(pl_str_slice(text, at, text.len), known[i])) {
            at += known[i].len;
        }
    }
    return at;
}

/* One word, or two before a parenthesis. */
static bool may_be_marker(pl_str text, size_t from, char after)
{
    size_t next = next_word(text, from);
    if (next == text.len) {
        return text.len - from <= LONGEST_ALONE;
    }
    return after == ')' && skip_word(text, next) == text.len &&
           text.len - next <= LONGEST_MARKER;
}

/* From a word on; whether it begins with a capital can be seen. */
static size_t skip_marker(pl_str text, size_t from, char after)
{
    size_t next = next_word(text, from);
    size_t known = skip_known(text, next); /* "; per Comment by NAME:" */
    if (known > next) {
        return known;
    }
    return may_be_marker(text, from, after) ? text.len
                                            : character_end(text, from);
}

/* Before "://" the scheme is read letter by letter. */
static pl_str trim_scheme(pl_str text)
{
    static const pl_str schemes[] = {PL_STR("http"), PL_STR("https")};
    for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++) {
        if (pl_str_ends(text, schemes[i])) {
            text.len -= schemes[i].len;
        }
    }
    return text;
}

/* The scanner judges a text by its last two characters, but does not tell
 * letters and digits of ASCII apart. */
static size_t trim_end(pl_str text)
{
    unsigned left = 2;
    size_t end = text.len;
    while (end > 0) {
        char last = text.data[end - 1];
        if (pl_is_alnum(last) || (left == 0 && last != ' ')) {
            break;
        }
        left -= left > 0 && last != ' ';
        end = pl_utf8_before(text, end);
    }
    return end;
}

/* What the scanner looks at of a stretch. */
static size_t skip_opening(const struct pl_running *it, pl_str text, char after)
{
    size_t at = it->in_word ? skip_word(text, 0) : 0;
    size_t word = skip_to_first(text, at);
    at = skip_date(text, word);
    if (at == word && it->at_start) {
        at = skip_part(text, at);
    }
    at = skip_known(text, at);
    return at < text.len ? skip_marker(text, at, after) : at;
}

struct pl_range pl_running_part(struct pl_running *it, size_t at, size_t end)
{
    pl_str text = pl_str_slice(it->text, at, end);
    char after = end < it->text.len ? it->text.data[end] : '\n';
    text = after == ':' ? trim_scheme(text) : text;
    size_t from = skip_opening(it, text, after);
    it->at_start = it->at_start && skip_spaces(text, 0) == text.len;
    it->in_word = it->in_word && skip_word(text, 0) == text.len;
    size_t to = trim_end(text);
    return (struct pl_range){(uint32_t)(at + from), (uint32_t)(at + to)};
}

/* An address, a footnote's name, or more of a marker: "b)bis". */
static bool opens_word(pl_str text, size_t at)
{
    pl_str after = pl_str_slice(text, at + 1, text.len);
    switch (text.data[at]) {
    case ':':
        return pl_str_starts(after, (pl_str)PL_STR("//"));
    case ')':
        return after.len > 0 && is_of_word(after.data[0]);
    default:
        return text.data[at] == '^';
    }
}

size_t pl_running_pass(struct pl_running *it, size_t at)
{
    char c = it->text.data[at];
    it->in_word = it->in_word || opens_word(it->text, at);
    it->at_start =
        c == '>' || (it->at_start && (pl_is_space(c) || pl_is_wide(c)));
    return character_end(it->text, at);
}
