#include "plan/words/scan.h"

#include <stddef.h>

#include "base/chars.h"
#include "base/utf8.h"

/* No-break, figure, thin and narrow spaces. */
static const pl_str wide_blanks[] = {
    PL_STR("\xC2\xA0"),
    PL_STR("\xE2\x80\x87"),
    PL_STR("\xE2\x80\x89"),
    PL_STR("\xE2\x80\xAF"),
};

static const pl_str wide_dashes[] = {
    PL_STR("\xE2\x80\x90"), PL_STR("\xE2\x80\x91"), PL_STR("\xE2\x80\x92"),
    PL_STR("\xE2\x80\x93"), PL_STR("\xE2\x80\x94"), PL_STR("\xE2\x88\x92"),
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static pl_str rest(const struct pl_scan *scan)
{
    return pl_str_slice(scan->text, scan->at, scan->end);
}

/* Bytes of the one of `list` that begins `text`, or 0. */
static uint32_t one_of(pl_str text, const pl_str *list, size_t count)
{
    if (text.len == 0 || (text.data[0] != '\xC2' && text.data[0] != '\xE2')) {
        return 0; /* what all of them begin with */
    }
    for (size_t i = 0; i < count; i++) {
        if (pl_str_starts(text, list[i])) {
            return (uint32_t)list[i].len;
        }
    }
    return 0;
}

static bool is_blank(char c)
{
    return (pl_is_space(c) && c != '\t') || c == '*' || c == '_';
}

static uint32_t blank_size(const struct pl_scan *scan)
{
    char c = pl_scan_peek(scan, 0);
    if (pl_is_wide(c)) {
        return one_of(rest(scan), wide_blanks, COUNT(wide_blanks));
    }
    return is_blank(c) ? 1 : 0;
}

bool pl_scan_blanks(struct pl_scan *scan)
{
    uint32_t from = scan->at;
    uint32_t size;
    while ((size = blank_size(scan)) > 0) {
        scan->at += size;
    }
    return scan->at > from;
}

bool pl_scan_dash(struct pl_scan *scan)
{
    if (pl_scan_char(scan, '-')) {
        return true;
    }
    uint32_t size = one_of(rest(scan), wide_dashes, COUNT(wide_dashes));
    scan->at += size;
    return size > 0;
}

/* Whether a letter begins at `at`: any wide character but blanks and dashes. */
static bool is_wide_letter(pl_str text, uint32_t at, uint32_t end)
{
    pl_str from = pl_str_slice(text, at, end);
    return !one_of(from, wide_blanks, COUNT(wide_blanks)) &&
           !one_of(from, wide_dashes, COUNT(wide_dashes));
}

pl_str pl_scan_letters(const struct pl_scan *scan)
{
    pl_str text = scan->text;
    uint32_t at = scan->at;
    while (at < scan->end && (pl_is_letter(text.data[at]) ||
                              (pl_is_wide(text.data[at]) &&
                               is_wide_letter(text, at, scan->end)))) {
        at++;
    }
    return pl_str_slice(text, scan->at, at);
}

bool pl_scan_any_word(struct pl_scan *scan, const char *const *words)
{
    char first = pl_to_lower(pl_scan_peek(scan, 0));
    for (; *words; words++) {
        if ((*words)[0] != first) {
            continue;
        }
        pl_str letters = pl_scan_letters(scan);
        if (letters.len > 0 &&
            pl_str_eq_ignore_case(letters, pl_str_from(*words))) {
            scan->at += (uint32_t)letters.len;
            return true;
        }
    }
    return false;
}

bool pl_scan_word(struct pl_scan *scan, const char *word)
{
    const char *const words[] = {word, NULL};
    return pl_scan_any_word(scan, words);
}

bool pl_scan_elision(struct pl_scan *scan)
{
    static const pl_str curved = PL_STR("\u2019");
    char letter = pl_to_lower(pl_scan_peek(scan, 0));
    struct pl_scan s = {scan->text, scan->at + 1, scan->end};
    if ((letter != 'l' && letter != 'd') || s.at >= s.end) {
        return false;
    }
    bool is_curved = pl_str_starts(pl_str_slice(s.text, s.at, s.end), curved);
    s.at += is_curved ? (uint32_t)curved.len : 0;
    if (!is_curved && !pl_scan_char(&s, '\'')) {
        return false;
    }
    char next = pl_scan_peek(&s, 0);
    if (!pl_is_letter(next) && !pl_is_wide(next)) {
        return false;
    }
    *scan = s;
    return true;
}

bool pl_is_one_of(pl_str word, const char *const *list)
{
    char first = word.len > 0 ? pl_to_lower(word.data[0]) : '\0';
    for (; *list; list++) {
        if ((*list)[0] == first &&
            pl_str_eq_ignore_case(word, pl_str_from(*list))) {
            return true;
        }
    }
    return false;
}

static uint32_t wide_blank_size_before(pl_str text, uint32_t from, uint32_t at)
{
    pl_str before = pl_str_slice(text, from, at);
    for (size_t i = 0; i < COUNT(wide_blanks); i++) {
        if (pl_str_ends(before, wide_blanks[i])) {
            return (uint32_t)wide_blanks[i].len;
        }
    }
    return 0;
}

uint32_t pl_scan_back(pl_str text, uint32_t from, uint32_t at)
{
    while (at > from) {
        char c = text.data[at - 1];
        uint32_t size = is_blank(c)     ? 1
                        : pl_is_wide(c) ? wide_blank_size_before(text, from, at)
                                        : 0;
        if (size == 0) {
            break;
        }
        at -= size;
    }
    return at;
}

/* Bytes of the wide word character that ends at `at`, or 0. */
static uint32_t wide_size_before(pl_str text, uint32_t from, uint32_t at)
{
    enum { RIGHT_QUOTE = 0x2019 };
    size_t len;
    size_t start = pl_utf8_before(text, at);
    uint32_t code_point = pl_utf8_decode(text, start, &len);
    bool is_wordy = pl_utf8_is_letter(code_point) || code_point == RIGHT_QUOTE;
    return is_wordy && start >= from ? (uint32_t)len : 0;
}

pl_str pl_scan_word_before(pl_str text, uint32_t from, uint32_t at)
{
    uint32_t start = at;
    while (start > from) {
        char c = text.data[start - 1];
        uint32_t size = pl_is_wide(c) ? wide_size_before(text, from, start)
                        : pl_is_alnum(c) || c == '\'' ? 1
                                                      : 0;
        if (size == 0) {
            break;
        }
        start -= size;
    }
    return pl_str_slice(text, start, at);
}
