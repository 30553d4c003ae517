#include "base/json/json_tree.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/arena.h"
#include "base/utf8.h"

enum { UNIT_DIGITS = 4, LONGEST_NUMBER = 63 };

struct reader {
    struct pl_arena *arena;
    pl_str text;
    size_t at;
};

static cJSON *read_value(struct reader *reader); /* the rest calls it */

static char peek(const struct reader *reader)
{
    return reader->at < reader->text.len ? reader->text.data[reader->at] : '\0';
}

static void skip_space(struct reader *reader)
{
    char next = peek(reader);
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
        reader->at++;
        next = peek(reader);
    }
}

/* Whether the quote at `at` of a string from `from` on is one of its own. */
static bool is_escaped(pl_str text, size_t from, size_t at)
{
    size_t backslashes = 0;
    while (at - backslashes > from && text.data[at - backslashes - 1] == '\\') {
        backslashes++;
    }
    return backslashes % 2 == 1;
}

/* Of the string that begins here; steps over it. */
static pl_str between_quotes(struct reader *reader)
{
    size_t from = reader->at + 1;
    size_t to = pl_str_find_char(reader->text, '"', from);
    while (to != PL_NOWHERE && is_escaped(reader->text, from, to)) {
        to = pl_str_find_char(reader->text, '"', to + 1);
    }
    to = to == PL_NOWHERE ? reader->text.len : to;
    reader->at = to + 1;
    return pl_str_slice(reader->text, from, to);
}

static uint32_t unit_at(pl_str raw, size_t at)
{
    char digits[UNIT_DIGITS + 1] = {0};
    pl_str unit = pl_str_slice(raw, at, at + UNIT_DIGITS);
    memcpy(digits, unit.data, unit.len);
    return (uint32_t)strtoul(digits, NULL, 16);
}

/* Of the escape at `*at`, the byte after its "u", which is stepped over. */
static uint32_t code_point_at(pl_str raw, size_t *at)
{
    uint32_t unit = unit_at(raw, *at + 1);
    *at += 1 + UNIT_DIGITS;
    if (unit < 0xD800 || unit > 0xDBFF) {
        return unit;
    }
    uint32_t low = unit_at(raw, *at + 2);
    *at += 2 + UNIT_DIGITS;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

static char meant_by(char letter)
{
    switch (letter) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return letter;
    }
}

/* What is meant is never longer than what is written; returns its end. */
static char *unescape(pl_str raw, char *out)
{
    size_t at = 0;
    while (at < raw.len) {
        if (raw.data[at] != '\\' || at + 1 == raw.len) {
            *out++ = raw.data[at++];
            continue;
        }
        at++;
        if (raw.data[at] == 'u') {
            out += pl_utf8_encode(code_point_at(raw, &at), out);
        } else {
            *out++ = meant_by(raw.data[at++]);
        }
    }
    *out = '\0';
    return out;
}

static char *read_string(struct reader *reader, size_t *len)
{
    pl_str raw = between_quotes(reader);
    char *string = pl_arena_alloc(reader->arena, raw.len + 1);
    *len = raw.len;
    if (pl_str_find_char(raw, '\\', 0) != PL_NOWHERE) {
        *len = (size_t)(unescape(raw, string) - string);
    } else if (raw.len) {
        memcpy(string, raw.data, raw.len);
    }
    return string;
}

static void read_string_item(struct reader *reader, cJSON *item)
{
    size_t len;
    item->type = cJSON_String;
    item->valuestring = read_string(reader, &len);
    item->valuedouble = (double)len;
}

static double read_number(struct reader *reader)
{
    char digits[LONGEST_NUMBER + 1] = {0};
    size_t len = 0;
    do {
        digits[len++] = peek(reader);
        reader->at++;
    } while (len < LONGEST_NUMBER && peek(reader) &&
             strchr("0123456789+-.eE", peek(reader)));
    return strtod(digits, NULL);
}

static char *read_key(struct reader *reader)
{
    size_t len;
    char *key = read_string(reader, &len);
    skip_space(reader);
    reader->at++; /* the colon */
    return key;
}

static void read_children(struct reader *reader, cJSON *parent, char closing)
{
    cJSON **next = &parent->child;
    reader->at++;
    skip_space(reader);
    while (peek(reader) != closing && reader->at < reader->text.len) {
        char *key = closing == '}' ? read_key(reader) : NULL;
        *next = read_value(reader);
        (*next)->string = key;
        next = &(*next)->next;
        skip_space(reader);
        reader->at += peek(reader) == ',';
        skip_space(reader);
    }
    reader->at++;
}

static void read_word(struct reader *reader, cJSON *item, int type, size_t size)
{
    item->type = type;
    reader->at += size;
}

static cJSON *read_value(struct reader *reader)
{
    skip_space(reader);
    cJSON *item = pl_arena_alloc(reader->arena, sizeof(*item));
    switch (peek(reader)) {
    case '{':
        item->type = cJSON_Object;
        read_children(reader, item, '}');
        break;
    case '[':
        item->type = cJSON_Array;
        read_children(reader, item, ']');
        break;
    case '"':
        read_string_item(reader, item);
        break;
    case 't':
        read_word(reader, item, cJSON_True, sizeof("true") - 1);
        break;
    case 'f':
        read_word(reader, item, cJSON_False, sizeof("false") - 1);
        break;
    case 'n':
        read_word(reader, item, cJSON_NULL, sizeof("null") - 1);
        break;
    default:
        item->type = cJSON_Number;
        item->valuedouble = read_number(reader);
        break;
    }
    return item;
}

struct cJSON *pl_json_tree(struct pl_arena *arena, pl_str text)
{
    struct reader reader = {.arena = arena, .text = text};
    return read_value(&reader);
}
