#include "plan/scan.h"

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

char pl_scan_peek(const struct pl_scan *scan, uint32_t ahead)
{
    return scan->end > scan->at && ahead < scan->end - scan->at
               ? scan->text.data[scan->at + ahead]
               : '\0';
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

bool pl_scan_char(struct pl_scan *scan, char c)
{
    if (scan->at < scan->end && pl_scan_peek(scan, 0) == c) {
        scan->at++;
        return true;
    }
    return false;
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

pl_str pl_scan_letters(const struct pl_scan *scan)
{
    struct pl_scan end = *scan;
    for (;;) {
        char c = pl_scan_peek(&end, 0);
        bool is_wide = pl_is_wide(c) && blank_size(&end) == 0 &&
                       !one_of(rest(&end), wide_dashes, COUNT(wide_dashes));
        if (!pl_is_letter(c) && !is_wide) {
            return pl_str_slice(scan->text, scan->at, end.at);
        }
        end.at++;
    }
}

bool pl_scan_any_word(struct pl_scan *scan, const char *const *words)
{
    pl_str letters = pl_scan_letters(scan);
    for (; letters.len > 0 && *words; words++) {
        if (pl_str_eq_ignore_case(letters, pl_str_from(*words))) {
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

static uint32_t blank_size_before(pl_str text, uint32_t from, uint32_t at)
{
    if (at > from && is_blank(text.data[at - 1])) {
        return 1;
    }
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
    uint32_t size;
    while ((size = blank_size_before(text, from, at)) > 0) {
        at -= size;
    }
    return at;
}

/* Bytes of the word character that ends at `at`, or 0. */
static uint32_t wordy_size_before(pl_str text, uint32_t from, uint32_t at)
{
    enum { RIGHT_QUOTE = 0x2019 };
    if (at <= from) {
        return 0;
    }
    char c = text.data[at - 1];
    if (!pl_is_wide(c)) {
        return pl_is_alnum(c) || c == '\'' ? 1 : 0;
    }
    size_t len;
    size_t start = pl_utf8_before(text, at);
    uint32_t code_point = pl_utf8_decode(text, start, &len);
    bool is_wordy = pl_utf8_is_letter(code_point) || code_point == RIGHT_QUOTE;
    return is_wordy && start >= from ? (uint32_t)len : 0;
}

pl_str pl_scan_word_before(pl_str text, uint32_t from, uint32_t at)
{
    uint32_t start = at;
    uint32_t size;
    while ((size = wordy_size_before(text, from, start)) > 0) {
        start -= size;
    }
    return pl_str_slice(text, start, at);
}
