#include <stddef.h>

#include "base/json.h"
#include "lint/rule.h"
#include "report/explain.h"

/* Where a place is in a text: the inverse of how errors count. */
static size_t offset_of(pl_str text, struct pl_place place)
{
    size_t at = 0;
    for (size_t line = 1; line < place.line; line++) {
        size_t end = pl_str_find_char(text, '\n', at);
        if (end == PL_NOWHERE) {
            return text.len;
        }
        at = end + 1;
    }
    for (size_t column = 1; column < place.column && at < text.len; at++) {
        bool ends_character = at + 1 == text.len ||
                              ((unsigned char)text.data[at + 1] & 0xc0) != 0x80;
        column += ends_character ? 1 : 0;
    }
    return at;
}

/* The end of the object that begins at `at`, in a text that is JSON. */
static size_t end_of_object(pl_str text, size_t at)
{
    size_t depth = 0;
    bool in_string = false;
    for (; at < text.len; at++) {
        char c = text.data[at];
        if (in_string && c == '\\') {
            at++;
        } else if (c == '"') {
            in_string = !in_string;
        } else if (!in_string && (c == '{' || c == '[')) {
            depth++;
        } else if (!in_string && (c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
    }
    return text.len;
}

pl_str pl_rule_params_text(const struct pl_rule *rule)
{
    struct pl_json_file *file;
    struct pl_json root;
    struct pl_error error;
    if (!pl_json_open(rule->path, rule->file, &file, &root, &error)) {
        return (pl_str){0};
    }
    struct pl_json params = pl_json_get(root, "params");
    pl_str text = {0};
    if (pl_json_kind(params) == PL_JSON_OBJECT) {
        size_t start = offset_of(rule->file, pl_json_place(params));
        text =
            pl_str_slice(rule->file, start, end_of_object(rule->file, start));
    }
    pl_json_close(file);
    return text;
}
