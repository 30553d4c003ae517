#include "base/json/json_walk.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/bytes.h"
#include "base/chars.h"
#include "base/utf8.h"

static bool walk_value(struct pl_json_walk *walk); /* the rest calls it */

struct pl_place pl_json_place_of(const char *path, pl_str text, size_t offset)
{
    struct pl_place place = {.path = path, .line = 1};
    size_t line_start = 0;
    for (size_t at = 0; at < offset; at++) {
        if (text.data[at] == '\n') {
            place.line++;
            line_start = at + 1;
        }
    }
    pl_str before = pl_str_slice(text, line_start, offset);
    place.column = pl_utf8_count(before) + 1;
    return place;
}

static int peek(const struct pl_json_walk *walk)
{
    return walk->at < walk->text.len ? (unsigned char)walk->text.data[walk->at]
                                     : EOF;
}

#define WALK_FAIL(walk, ...)                                             \
    PL_FAIL_AT((walk)->error,                                            \
               pl_json_place_of((walk)->path, (walk)->text, (walk)->at), \
               __VA_ARGS__)

static bool expected(const struct pl_json_walk *walk, const char *what)
{
    int next = peek(walk);
    if (next == EOF) {
        return WALK_FAIL(walk, "expected %s, found the end of the file", what);
    }
    if (next < ' ' || next == 0x7F) {
        return WALK_FAIL(walk, "expected %s, found a control character", what);
    }
    size_t len = 1;
    pl_utf8_decode(walk->text, walk->at, &len);
    return WALK_FAIL(walk, "expected %s, found \"%.*s\"", what, (int)len,
                     walk->text.data + walk->at);
}

static void skip_space(struct pl_json_walk *walk)
{
    int next = peek(walk);
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
        walk->at++;
        next = peek(walk);
    }
}

/* The four digits after "\u". */
static bool walk_hex(struct pl_json_walk *walk, unsigned *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++) {
        int next = peek(walk);
        if (next == EOF || !pl_is_hex((char)next)) {
            return expected(walk, "four hexadecimal digits after \"\\u\"");
        }
        char c = pl_to_lower((char)next);
        *unit =
            *unit * 16 + (unsigned)(pl_is_digit(c) ? c - '0' : c - 'a' + 10);
        walk->at++;
    }
    return true;
}

static bool walk_unicode_escape(struct pl_json_walk *walk)
{
    unsigned unit;
    if (!walk_hex(walk, &unit)) {
        return false;
    }
    if (unit == 0 && !walk->allows_nul) {
        return WALK_FAIL(walk, "\"\\u0000\" cannot stand in a string here");
    }
    if (unit < 0xD800 || unit > 0xDFFF) {
        return true;
    }
    pl_str rest = pl_str_slice(walk->text, walk->at, walk->at + 2);
    unsigned low = 0;
    if (unit <= 0xDBFF && pl_str_eq(rest, (pl_str)PL_STR("\\u"))) {
        walk->at += 2;
        if (!walk_hex(walk, &low)) {
            return false;
        }
    }
    return (low >= 0xDC00 && low <= 0xDFFF) ||
           WALK_FAIL(walk, "half of a surrogate pair, \"\\u%04X\"", unit);
}

static bool walk_escape(struct pl_json_walk *walk)
{
    walk->at++;
    int next = peek(walk);
    if (next == EOF || next == 0 || !strchr("\"\\/bfnrtu", next)) {
        return expected(walk, "one of \" \\ / b f n r t u after a backslash");
    }
    walk->at++;
    return next != 'u' || walk_unicode_escape(walk);
}

static bool is_plain(char c)
{
    return (unsigned char)c >= ' ' && c != '"' && c != '\\';
}

/* Nonzero when a byte of `word` is `byte`. */
static uint64_t has_byte(uint64_t word, unsigned char byte)
{
    uint64_t zeroed = word ^ PL_EACH_BYTE(byte);
    return (zeroed - PL_EACH_BYTE(1)) & ~zeroed & PL_EACH_BYTE(0x80);
}

/* Eight bytes at once. */
static bool all_plain(const char *bytes)
{
    uint64_t word = pl_bytes_load(bytes);
    uint64_t control = (word - PL_EACH_BYTE(' ')) & ~word & PL_EACH_BYTE(0x80);
    return !(control | has_byte(word, '"') | has_byte(word, '\\'));
}

static size_t skip_plain(pl_str text, size_t at)
{
    while (text.len - at >= sizeof(uint64_t) && all_plain(text.data + at)) {
        at += sizeof(uint64_t);
    }
    while (at < text.len && is_plain(text.data[at])) {
        at++;
    }
    return at;
}

/* `*raw` is what stands between the quotes. */
static bool walk_string(struct pl_json_walk *walk, pl_str *raw)
{
    size_t from = ++walk->at;
    for (;;) {
        walk->at = skip_plain(walk->text, walk->at);
        int next = peek(walk);
        if (next == '"') {
            *raw = pl_str_slice(walk->text, from, walk->at++);
            return true;
        }
        if (next != '\\') {
            return expected(walk, "the closing \" of a string");
        }
        if (!walk_escape(walk)) {
            return false;
        }
    }
}

static bool walk_digits(struct pl_json_walk *walk)
{
    if (!pl_is_digit((char)peek(walk))) {
        return expected(walk, "a digit");
    }
    while (pl_is_digit((char)peek(walk))) {
        walk->at++;
    }
    return true;
}

static bool walk_number(struct pl_json_walk *walk)
{
    walk->at += peek(walk) == '-';
    size_t from = walk->at;
    if (!walk_digits(walk)) {
        return false;
    }
    if (walk->text.data[from] == '0' && walk->at > from + 1) {
        walk->at = from;
        return WALK_FAIL(walk, "a number with a zero before it");
    }
    if (peek(walk) == '.') {
        walk->at++;
        if (!walk_digits(walk)) {
            return false;
        }
    }
    if (peek(walk) == 'e' || peek(walk) == 'E') {
        walk->at++;
        walk->at += peek(walk) == '+' || peek(walk) == '-';
        return walk_digits(walk);
    }
    return true;
}

static bool walk_word(struct pl_json_walk *walk)
{
    static const pl_str words[] = {PL_STR("true"), PL_STR("false"),
                                   PL_STR("null")};
    pl_str rest = pl_str_slice(walk->text, walk->at, walk->text.len);
    for (size_t i = 0; i < PL_COUNT(words); i++) {
        if (pl_str_starts(rest, words[i])) {
            walk->at += words[i].len;
            return true;
        }
    }
    return expected(walk, "a value");
}

/* After an item: steps over a comma (`*more`) or to the closing bracket. */
static bool walk_comma(struct pl_json_walk *walk, char closing, bool *more)
{
    skip_space(walk);
    int next = peek(walk);
    *more = next == ',';
    if (next != ',' && next != closing) {
        return expected(walk,
                        closing == '}' ? "\",\" or \"}\"" : "\",\" or \"]\"");
    }
    walk->at++;
    return true;
}

/* True for the value whose place is asked for. */
static bool note_value(struct pl_json_walk *walk)
{
    if (walk->inside_skipped) {
        return false;
    }
    bool is_wanted = walk->number == walk->wanted;
    if (is_wanted) {
        walk->wanted_value = walk->at;
    }
    walk->number++;
    return is_wanted;
}

static void note_end(struct pl_json_walk *walk, bool is_wanted)
{
    if (is_wanted) {
        walk->wanted_end = walk->at;
    }
}

/* From the opening bracket to behind the closing one. */
static bool walk_list(struct pl_json_walk *walk, char closing,
                      bool (*walk_one)(struct pl_json_walk *walk))
{
    walk->at++;
    skip_space(walk);
    if (peek(walk) == closing) {
        walk->at++;
        return true;
    }
    for (bool more = true; more;) {
        if (!walk_one(walk) || !walk_comma(walk, closing, &more)) {
            return false;
        }
    }
    return true;
}

/* Counts as one value, whatever is in it. */
static bool walk_skipped(struct pl_json_walk *walk)
{
    skip_space(walk);
    walk->skipped_from = walk->at;
    bool is_wanted = note_value(walk);
    walk->inside_skipped = true;
    bool ok = walk_value(walk);
    walk->inside_skipped = false;
    walk->skipped_to = walk->at;
    note_end(walk, is_wanted);
    return ok;
}

static bool walk_member(struct pl_json_walk *walk)
{
    skip_space(walk);
    if (peek(walk) != '"') {
        return expected(walk, "a key in double quotes");
    }
    pl_str key = {0};
    size_t key_at = walk->at;
    if (!walk_string(walk, &key)) {
        return false;
    }
    skip_space(walk);
    if (peek(walk) != ':') {
        return expected(walk, "\":\" after a key");
    }
    walk->at++;
    if (!walk->inside_skipped && walk->number == walk->wanted) {
        walk->wanted_key = key_at;
    }
    bool skipped = walk->depth == 1 && walk->skipped_key.len &&
                   pl_str_eq(key, walk->skipped_key);
    return skipped ? walk_skipped(walk) : walk_value(walk);
}

static bool walk_nested(struct pl_json_walk *walk)
{
    if (walk->depth == PL_JSON_MAX_DEPTH) {
        return WALK_FAIL(walk, "nested more than %d deep", PL_JSON_MAX_DEPTH);
    }
    walk->depth++;
    bool ok = peek(walk) == '{' ? walk_list(walk, '}', walk_member)
                                : walk_list(walk, ']', walk_value);
    walk->depth--;
    return ok;
}

static bool walk_any(struct pl_json_walk *walk)
{
    int next = peek(walk);
    if (next == '{' || next == '[') {
        return walk_nested(walk);
    }
    if (next == '"') {
        pl_str raw;
        return walk_string(walk, &raw);
    }
    if (next == '-' || (next != EOF && pl_is_digit((char)next))) {
        return walk_number(walk);
    }
    return walk_word(walk);
}

static bool walk_value(struct pl_json_walk *walk)
{
    skip_space(walk);
    bool is_wanted = note_value(walk);
    bool ok = walk_any(walk);
    note_end(walk, is_wanted);
    return ok;
}

static void skip_byte_order_mark(struct pl_json_walk *walk)
{
    static const pl_str mark = PL_STR("\xEF\xBB\xBF");
    if (walk->at == 0 && pl_str_starts(walk->text, mark)) {
        walk->at = mark.len;
    }
}

bool pl_json_walk_file(struct pl_json_walk *walk)
{
    size_t wrong = pl_utf8_validate(walk->text);
    if (wrong != walk->text.len) {
        walk->at = wrong;
        return WALK_FAIL(walk, "byte 0x%02X is not UTF-8",
                         (unsigned)(unsigned char)walk->text.data[wrong]);
    }
    skip_byte_order_mark(walk);
    if (!walk_value(walk)) {
        return false;
    }
    skip_space(walk);
    return walk->at == walk->text.len || expected(walk, "nothing more");
}
